from dataclasses import replace
from datetime import date

import pytest

from pavgen.model.conditions import ALWAYS
from pavgen.model.records.policy import Group, Limit, Policy
from pavgen.place.findings.picks import pick_findings
from tests.events import AGENDA
from tests.model.schema.reading import decoded
from tests.place.fairs import BOOTHS, SPAN, drawing, fair
from tests.place.findings.cases import pin
from tests.place.programmes import opportunity

TALKS = replace(BOOTHS, gives="talks")
DRAWN = AGENDA.replace("11:45}", "11:45, drawn: true}", 1)


def found(made, name="main"):
    """Return the severity, code and key of the findings about one group."""
    group = made.policy.group(name)
    return [(d.severity.value, d.code, d.field) for d in pick_findings(made, name, group)]


def messages(made, name="main"):
    return [d.message for d in pick_findings(made, name, made.policy.group(name))]


@pytest.mark.parametrize("group", [BOOTHS, TALKS])
def test_a_sound_draw_has_no_findings(group):
    made = drawing(group, event=fair(agenda=DRAWN), constraints=(Limit(separate="competitors"),))
    assert found(made) == []


@pytest.mark.parametrize(
    ("group", "field", "message"),
    [
        (
            replace(BOOTHS, gives=None),
            "strategy",
            "strategy `pick` has no `gives`; add `gives: booths` or `gives: talks`",
        ),
        (
            replace(BOOTHS, period="week"),
            "period",
            (
                "strategy `pick` gives out what an event has, and the period is `week`; set"
                " `period: event`, and add `event:` with `id`, `from` and `until`"
            ),
        ),
    ],
)
def test_a_draw_says_what_it_gives_and_of_which_event(group, field, message):
    made = drawing(group)
    assert found(made) == [("error", "placement-key-needed", f"groups.main.{field}")]
    assert messages(made) == [message]


def test_a_draw_of_an_event_that_is_not_there_is_an_error():
    made = drawing(replace(BOOTHS, event=replace(SPAN, id="fare")))
    assert found(made) == [("error", "placement-event-unknown", "groups.main.event.id")]
    assert messages(made) == ["there is no event `fare`; did you mean `fair`?"]


def test_other_strategies_may_name_an_event_that_has_no_folder():
    group = Group(strategy="draw", period="event", event=replace(SPAN, id="fare"))
    assert found(drawing(group)) == []


@pytest.mark.parametrize(
    ("group", "event", "message"),
    [
        (
            BOOTHS,
            fair(plan=""),
            (
                "event `fair` has no floor plan, so there are no booths to give; add"
                " `content/events/fair/floorplan.yaml`, or set `gives: talks`"
            ),
        ),
        (
            TALKS,
            fair(),
            (
                "event `fair` has no slot that the policy gives; set `drawn: true` for slots in"
                " `content/events/fair/agenda.yaml`"
            ),
        ),
        (
            TALKS,
            fair(agenda=""),
            (
                "event `fair` has no slot that the policy gives; set `drawn: true` for slots in"
                " `content/events/fair/agenda.yaml`"
            ),
        ),
    ],
    ids=["no plan", "no drawn slot", "no agenda"],
)
def test_a_draw_needs_something_to_give(group, event, message):
    made = drawing(group, event=event)
    assert found(made) == [("error", "placement-pick-nothing", "groups.main.gives")]
    assert messages(made) == [message]


@pytest.mark.parametrize(
    ("first", "codes"),
    [(date(2026, 10, 25), []), (date(2026, 10, 26), ["placement-pick-late"])],
)
def test_a_draw_is_held_before_the_event_is_over(first, codes):
    span = replace(SPAN, from_=first, until=date(2026, 12, 31))
    assert [code for _, code, _ in found(drawing(replace(BOOTHS, event=span)))] == codes


@pytest.mark.parametrize("rung", ["package", "applied"])
def test_only_a_draw_compares_what_an_exhibitor_has(rung):
    points = Group(strategy="points", ladder=("joined", rung))
    assert found(drawing(points)) == [("error", "placement-ladder-rung", "groups.main.ladder[1]")]
    assert found(drawing(replace(BOOTHS, ladder=("points", rung)))) == []


@pytest.mark.parametrize(
    ("rule", "field"),
    [
        ({"pins": (pin("ada"),)}, "pins"),
        ({"blocks": "tier"}, "blocks"),
        ({"constraints": (Limit(cap=1, per="tier"),)}, "constraints[0].cap"),
        ({"constraints": (Limit(cooldown=1),)}, "constraints[0].cooldown"),
        ({"constraints": (Limit(at_least=1, of=ALWAYS),)}, "constraints[0].at_least"),
        ({"constraints": (Limit(separate="labels", hard=False),)}, "constraints[0].hard"),
    ],
    ids=["pins", "blocks", "cap", "cooldown", "at least", "soft"],
)
def test_rules_of_lists_mean_nothing_in_a_draw(rule, field):
    assert found(drawing(**rule)) == [
        ("error", "placement-pick-rule", f"opportunities.all.{field}")
    ]


def test_one_thing_is_given_by_one_group():
    made = drawing()
    two = (("main", BOOTHS), ("again", BOOTHS), ("talks", TALKS))
    lists = tuple((name, opportunity(group=name)) for name, _ in two)
    made = replace(made, policy=replace(made.policy, groups=two, opportunities=lists))
    assert found(made) == []
    assert found(made, "again") == [("error", "placement-pick-twice", "groups.again.gives")]
    assert messages(made, "again") == [
        "group `main` gives the booths of `fair` already; remove one of the groups"
    ]


WRITTEN = """\
groups:
  main:
    strategy: pick
    gives: booths
    period: event
    event:
      id: fare
      from: 2026-09-01
      until: 2026-10-25
  side:
    strategy: points
    ladder:
      - joined
      - applied
opportunities:
  all:
    title: Booths
    rationale: A test
    group: main
    constraints:
      - separate: labels
        hard: false
"""


def test_findings_stand_at_their_lines_of_the_file():
    policy = decoded(Policy, WRITTEN, "content/placement/policy.yaml")
    made = replace(drawing(), policy=policy)
    rows = [d for name, group in policy.groups for d in pick_findings(made, name, group)]
    assert [(d.span.line, d.code) for d in rows] == [
        (7, "placement-event-unknown"),
        (22, "placement-pick-rule"),
        (14, "placement-ladder-rung"),
    ]
