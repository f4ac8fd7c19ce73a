"""What is found in the small event of tests after one change, without all that is not its own."""

from pavgen.files.frontmatter import parse_record_file
from pavgen.files.yamldoc import STAFF
from pavgen.files.zones import zone_around
from pavgen.kernel.diagnostics import in_order
from pavgen.model.decode import decode
from pavgen.model.events.checks import check_events
from tests.events import AGENDA, EVENT, FLOORPLAN
from tests.plan.projects import POLICY

BERLIN = zone_around("Europe/Berlin", 2025, 2027)
FOLDER = "content/events/fair/"
TALKS = """\
  talks: {strategy: pick, gives: talks, period: event, event: {id: fair, from: 2026-08-01, until: 2026-10-25}}
"""
BOOTHS = TALKS.replace("talks", "booths")


def changed(text, *changes):
    """Return a text with pieces replaced, each of which stands in it once."""
    for old, new in changes:
        assert text.count(old) == 1, f"`{old}` stands there {text.count(old)} times"
        text = text.replace(old, new)
    return text


def drawing(*groups):
    """Return a policy with further groups."""
    return POLICY.replace("opportunities:", f"{''.join(groups)}opportunities:")


def told(*, main=EVENT, plan=FLOORPLAN, agenda=AGENDA, releases=(), policy=POLICY, zone=BERLIN):
    """Return what the checks of events say, as `file:line: severity[code] field: message`.

    A text of None leaves its file out. What single fields say of themselves is not among it.
    """
    files = {f"{FOLDER}event.yaml": main, f"{FOLDER}floorplan.yaml": plan}
    files |= {f"{FOLDER}agenda.yaml": agenda, "content/placement/policy.yaml": policy}
    documents = [
        parse_record_file(path, text, STAFF).value
        for path, text in files.items()
        if text is not None
    ]
    records = decode(documents).value
    found = check_events(records, {"fair": releases} if releases else {}, {"fair": zone})
    return [_line(d) for d in in_order(found)]


def _line(d):
    place = d.span.path.removeprefix(FOLDER) + (f":{d.span.line}" if d.span.line else "")
    field = f"{d.field}: " if d.field else ""
    return f"{place}: {d.severity}[{d.code}] {field}{d.message}"
