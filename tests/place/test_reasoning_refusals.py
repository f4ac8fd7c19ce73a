from dataclasses import replace

import pytest

from pavgen.place.placing import place
from pavgen.place.reasoning_draw import draw_of
from pavgen.place.reasoning_refusals import refused
from pavgen.place.recording import record
from pavgen.place.sentences import sentence
from tests.place.draws import HEAD
from tests.place.fairs import APART, BOOTHS, DAY, drawing, fair
from tests.place.findings.cases import labelled
from tests.place.told import ENGLISH

PLAN = """\
halls: [{id: one, label: Hall 1, width: 30, height: 20}]
booths:
  - {id: b1, label: B 1, hall: one, x: 0, y: 0, width: 3, height: 3, kind: corner, facilities: [power]}
  - {id: b2, hall: one, x: 3, y: 0, width: 3, height: 3, kind: in-line}
  - {id: b3, hall: one, x: 0, y: 6, width: 3, height: 3, kind: in-line}
  - {id: b4, hall: one, x: 20, y: 6, width: 5, height: 5, kind: island, facilities: [power, water]}
  - {id: b5, hall: one, x: 25, y: 15, width: 3, height: 3, kind: corner, state: blocked}
  - {id: p1, hall: one, x: 10, y: 15, width: 1, height: 1, kind: pod, shared: true}
features:
  - {id: way, kind: aisle, hall: one, x: 0, y: 3, width: 30, height: 3}
adjacency:
  - {a: b1, b: b4, adjacent: true, reason: They share a sign.}
"""
SHIFTS = "shifts: [{id: am, label: Morning, times: [{start: 2026-10-24T09:00, end: 2026-10-24T12:00}]}]\n"


def wishes(*rows, head=HEAD, plan=PLAN, group=BOOTHS, **rule):
    """Return what each partner is told of its wishes; all but ada compete."""
    exhibitors = "exhibitors:\n" + "".join(f"  - {{{row}}}\n" for row in rows)
    made = drawing(
        group,
        [labelled(slug, *labels) for slug, labels in PARTNERS.items()],
        fair(main=head + SHIFTS + (exhibitors if rows else ""), plan=plan),
        **rule,
    )
    return dict(told(made))


def told(made):
    """Return, turn by turn, what is told of the wishes that were not granted."""
    draw = draw_of(made, place(made, DAY).value.groups["main"], DAY)
    assert draw is not None
    return [
        (step.seeker, [sentence(reason, ENGLISH) for reason in refused(draw, step)])
        for step in draw.steps
    ]


PARTNERS = {"ada": (), "bob": ("same",), "cat": ("same",)}
BOOKED = "package: booth, preferences"


@pytest.mark.parametrize(
    ("more", "wish", "why"),
    [
        ("", "b5", "booth b5: not given out in this draw"),
        ("", "p1", "pod p1 (Morning): a pod shared by shifts, and its package is for a booth of its own"),
        ("needs: {kinds: [island]}, ", "b2", "booth b2: not of the kind it asked for"),
        ("needs: {area: 20}, ", "b2", "booth b2: smaller than the 20 square metres it needs"),
        (
            "needs: {facilities: [power, water]}, ",
            "b1",
            "booth B 1: without what it needs (water)",
        ),
    ],
)  # fmt: skip
def test_a_wish_that_is_not_allowed_is_told_by_what_forbids_it(more, wish, why):
    found = wishes(f"partner: ada, {more}{BOOKED}: [{wish}]")
    assert found == {"p-ada": [f"Wish 1, {why}."]}


def test_a_package_for_other_kinds_is_named():
    head = HEAD.replace("label: A booth}", "label: A corner, kinds: [corner]}")
    assert wishes(f"partner: ada, {BOOKED}: [b2]", head=head) == {
        "p-ada": ["Wish 1, booth b2: the package “A corner” is not for this kind of booth."]
    }


def test_a_package_for_pods_is_for_no_booth_alone():
    head = HEAD.replace("label: A booth}", "label: A pod, shifts: 1}")
    assert wishes(f"partner: ada, {BOOKED}: [b2, p1]", head=head) == {
        "p-ada": ["Wish 1, booth b2: its package is for shared pods, and this is held alone."]
    }


@pytest.mark.parametrize(
    ("wish", "why"),
    [
        ("b2", "booth b2: it shares an edge with booth B 1, where its competitor Bob stands"),
        ("b3", "booth b3: across the aisle from booth B 1, where its competitor Bob stands"),
        ("b4", "booth b4: it counts as beside booth B 1, where its competitor Bob stands"),
    ],
)
def test_a_wish_beside_a_competitor_is_told_with_where_and_how(wish, why):
    found = wishes(
        "partner: bob, package: booth, booth: b1",
        f"partner: cat, {BOOKED}: [{wish}]",
        plan=PLAN.replace("state: blocked", "state: available"),
        constraints=APART,
    )
    assert found == {"p-cat": [f"Wish 1, {why}."]}


def test_a_wish_that_would_leave_no_place_for_others_is_told_so():
    head = HEAD.replace(
        "label: A booth}", "label: A booth}, {id: corner, label: A corner, kinds: [corner]}"
    )
    found = wishes(
        f"partner: ada, {BOOKED}: [b1]",
        "partner: bob, package: corner, preferences: [b1]",
        head=head,
        group=replace(BOOTHS, ladder=("package",)),
    )
    assert found == {
        "p-ada": ["Wish 1, booth B 1: with it, not all who come after could have been placed."],
        "p-bob": [],
    }


def test_two_shifts_at_one_time_clash():
    head = HEAD.replace("label: A booth}", "label: A pod, shifts: 2}")
    later = "{id: pm, label: Noon, times: [{start: 2026-10-24T12:00, end: 2026-10-24T18:00}]}"
    second = "  - {id: p2, hall: one, x: 15, y: 15, width: 1, height: 1, kind: pod, shared: true}\n"
    exhibitors = f"exhibitors:\n  - {{partner: ada, {BOOKED}: [p1@am, p2@am, p1@pm]}}\n"
    event = fair(
        main=head + SHIFTS.replace("}]}]", "}]}, " + later + "]") + exhibitors,
        plan=PLAN.replace("features:\n", second + "features:\n"),
    )
    assert told(drawing(BOOTHS, ("ada",), event)) == [
        ("p-ada", []),
        (
            "p-ada",
            [
                (
                    "Wish 2, pod p2 (Morning): at the same time as pod p1 (Morning), which it had"
                    " already."
                )
            ],
        ),
    ]


AGENDA = """rooms: [{id: hall, label: Big hall}, {id: loft, label: Loft}]
slots:
  - {id: h1, room: hall, start: 2026-10-24T10:00, end: 2026-10-24T10:45}
  - {id: h2, room: hall, start: 2026-10-24T11:00, end: 2026-10-24T11:45, drawn: true}
  - {id: l1, room: loft, start: 2026-10-24T10:15, end: 2026-10-24T10:30, drawn: true}
  - {id: l2, room: loft, start: 2026-10-25T10:15, end: 2026-10-25T10:30, drawn: true}
sessions:
  - {id: opening, title: Opening, slot: h1, partners: [PARTNER]}
  - {id: mills, title: Mills, partners: [cat], preferences: [WISH]}
"""
TALKS = replace(BOOTHS, gives="talks")


@pytest.mark.parametrize(
    ("partner", "wish", "why"),
    [
        (
            "bob",
            "h2",
            (
                "Big hall on 24 October 2026, 11:00: right before or after Big hall on 24 October"
                " 2026, 10:00, when its competitor Bob speaks"
            ),
        ),
        (
            "bob",
            "l1",
            (
                "Loft on 24 October 2026, 10:15: at the same time as Big hall on 24 October 2026,"
                " 10:00, when its competitor Bob speaks"
            ),
        ),
        (
            "cat",
            "l1",
            ("Loft on 24 October 2026, 10:15: it, or who speaks for it, is elsewhere at that time"),
        ),
        (
            "bob",
            "h1",
            "Big hall on 24 October 2026, 10:00: given to Bob by hand, before the draw",
        ),
    ],
)
def test_a_slot_that_was_not_granted_is_told_with_what_stood_against_it(partner, wish, why):
    agenda = AGENDA.replace("PARTNER", partner).replace("WISH", wish)
    event = fair(main=HEAD, plan="", agenda=agenda)
    made = drawing(
        TALKS, [labelled(s, *own) for s, own in PARTNERS.items()], event, constraints=APART
    )
    assert told(made) == [("p-cat", [f"Wish 1, {why}."])]


def test_what_the_records_explain_no_more_is_told_as_it_was():
    made = recorded(fair(main=HEAD + EXHIBITS.replace("WISH", "needs: {area: 20}, "), plan=PLAN))
    later = fair(main=HEAD + EXHIBITS.replace("WISH", ""), plan=PLAN)
    assert told(replace(made, events={"fair": later})) == [
        ("p-ada", ["Wish 1, booth b2: not open to it by what it had booked and asked for."])
    ]


EXHIBITS = f"exhibitors:\n  - {{partner: ada, WISH{BOOKED}: [b2]}}\n"


def recorded(event):
    made = drawing(BOOTHS, ("ada",), event)
    return replace(made, ledgers={"main": record(made, "main", DAY).ledger})
