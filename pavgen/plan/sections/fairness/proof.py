"""What an outsider needs to check an order: files, digests, and the box that checks them."""

from collections.abc import Iterator

from pavgen.kernel.canonical import Json
from pavgen.model.ledger import Ledger
from pavgen.place.published_policy import published_policy
from pavgen.plan.documents import PlainText
from pavgen.plan.frame import Frame
from pavgen.plan.pages import DataFile, DocumentFile
from pavgen.plan.sections.fairness.scope import Scope
from pavgen.plan.views import LinkView, RecordView, VerifyBox

FOLDER = "fairness/"
"""Where the data stands in a site, wherever its section does."""


def proof_files(scope: Scope) -> Iterator[DataFile | DocumentFile]:
    """Yield every ledger as it is, the policy, who has which id, and the head of each ledger."""
    frame = scope.frame
    source = frame.programme.policy.source.path
    heads: dict[str, Json] = {}
    for group, ledger in _ledgers(frame):
        heads[group] = {
            "head": ledger.head,
            "period": ledger.entries[-1].period,
            "seq": ledger.entries[-1].seq,
        }
        yield DocumentFile(_ledger_file(group), PlainText(ledger.text), ledger.path)
    policy = published_policy(frame.programme)
    yield DataFile(f"{FOLDER}policy.json", policy, source, compact=True)
    roster: Json = [
        {"id": partner.id, "slug": partner.slug, "name": partner.name}
        for partner in scope.by_id.values()
    ]
    yield DataFile(f"{FOLDER}roster.json", roster, source)
    yield DataFile(f"{FOLDER}head.json", heads, source)


def verify_box(scope: Scope, group: str, opportunity: str = "") -> VerifyBox:
    """Gather what can be checked of a group: its ledger, and the list of one opportunity.

    Who came after the last record is in no entry yet, so it is left out of the order. A draw
    has turns and no list, so there is none to compare.
    """
    ledger = dict(_ledgers(scope.frame)).get(group)
    master = scope.frame.placement.groups[group]
    recorded = master.day.of.recorded
    known = recorded.round_ids() | set(recorded.joined) if recorded else frozenset()
    order = master.day.line
    if master.strategy == "pick":
        order = ()
    elif opportunity:
        order = tuple(d.partner for d in scope.frame.placement.opportunities[opportunity].decisions)
    return VerifyBox(
        group=group,
        title=scope.titles(group),
        ledger=f"{scope.frame.here.base}{_ledger_file(group)}" if ledger else "",
        head=ledger.head if ledger else "",
        order=tuple(i for i in order if i in known),
        verify=_verify_command(group, ledger) if ledger else "",
        digest=f"tail -n 1 {group}.jsonl | tr -d '\\n' | sha256sum",
    )


def data_links(scope: Scope, group: str = "", opportunity: str = "") -> tuple[LinkView, ...]:
    """Link the files: those of one opportunity, or without one those of all."""
    frame = scope.frame
    base = frame.here.base
    found = [f"{base}placement/{opportunity}.json"] if opportunity else []
    found += [f"{base}{_ledger_file(g)}" for g, _ in _ledgers(frame) if group in {"", g}]
    found += [f"{base}{FOLDER}{name}.json" for name in ("policy", "roster", "head")]
    return tuple(LinkView(path.removeprefix(base), path) for path in found)


def records(scope: Scope, group: str) -> tuple[RecordView, ...]:
    """List the recorded periods, the latest first, each with the digest of its line."""
    ledger = scope.frame.programme.ledgers.get(group, Ledger(group))
    return tuple(
        RecordView(found.period, found.seq + 1, found.late, ledger.entries[found.seq].digest)
        for found in reversed(scope.books[group].recorded)
    )


def _ledgers(frame: Frame) -> Iterator[tuple[str, Ledger]]:
    for name, _ in frame.programme.policy.groups:
        ledger = frame.programme.ledgers.get(name)
        if ledger is not None and ledger.entries:
            yield name, ledger


def _verify_command(group: str, ledger: Ledger) -> str:
    return f"pavgen placement verify --ledger {group}.jsonl --head {group}={ledger.head}"


def _ledger_file(group: str) -> str:
    return f"{FOLDER}ledger/{group}.jsonl"
