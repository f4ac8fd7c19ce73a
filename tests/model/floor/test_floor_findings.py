"""One mistake in a sound floor plan is told once, at its line."""

import pytest

from pavgen.kernel.codes.floor import FLOOR_CODES
from pavgen.model.floor.findings import floor_findings
from pavgen.model.records.floorplan import FloorPlan
from tests.events import FLOORPLAN, event
from tests.model.floor.plans import TWO_HALLS, changed, found, rectangles
from tests.model.linking.projects import FILES, told

ONE = FLOORPLAN
PILLAR = "  - {{id: pillar, kind: wall, hall: one, {}}}\n  - {{id: stage,"
SLANTED = "[[9, 1], [12, 1], [14, 4], [9, 4]]"
DENTED = "[[8, 7], [20, 7], [20, 12], [0, 12], [0, 9], [8, 9]]"
A2 = "x: 5, y: 2, width: 3, height: 3"
MIDDLE = "x: 0, y: 5, width: 20, height: 3"
SIDE = "x: 12, y: 0, width: 3, height: 14"
STAGE = "x: 15, y: 9, width: 5, height: 4"
RECTANGLE = "give `x`, `y`, `width` and `height`, or a `polygon`"
MOVE = "move one of them, or make it smaller"
SIZE = "the hall is 20 metres wide and 14 metres long"
WIDEN = "widen the aisle, or move what it misses"
FREE = "let an aisle, 1.2 metres of it free, end there"
END_TO_END = "leave 1.2 metres free, from end to end"
TOO_NARROW = "make it 1.2 metres wide everywhere, or change `narrowest`"

MISTAKES = {
    "two booths of one id": (
        (ONE, "{id: a2, hall", "{id: a1, hall"),
        "5 floor-id-twice: `a1` is already the id of a booth; choose another; the first is in line 4",
    ),
    "a booth and a feature of one id": (
        (ONE, "{id: stage, kind", "{id: a1, kind"),
        "16 floor-id-twice: `a1` is already the id of a booth; choose another; the first is in line 4",
    ),
    "two aisles of one id": (
        (ONE, "{id: side, kind", "{id: middle, kind"),
        "13 floor-id-twice: `middle` is already the id of a feature; choose another; the first is in line 12",
    ),
    "two halls of one id": (
        (TWO_HALLS, "{id: high, label", "{id: low, label"),
        "3 floor-id-twice: `low` is already the id of a hall; choose another; the first is in line 2",
    ),
    "a booth without a shape": (
        (ONE, f"one, {A2}", "one"),
        f"5 shape-missing: booth `a2` has no shape; {RECTANGLE}",
    ),
    "a booth without two of its lengths": (
        (ONE, A2, "x: 5, y: 2"),
        f"5 shape-missing: booth `a2` has no `width` and `height`; {RECTANGLE}",
    ),
    "an aisle without a shape": (
        (ONE, f"one, {MIDDLE}", "one"),
        f"12 shape-missing: aisle `middle` has no shape; {RECTANGLE}",
    ),
    "a booth of two shapes": (
        (TWO_HALLS, SLANTED, f"{SLANTED}, x: 1"),
        "7 shape-twice: booth `l3` has both a rectangle and a polygon; keep either the polygon, or `x`, `y`, `width` and `height`",
    ),
    "a booth whose sides cross": (
        (TWO_HALLS, SLANTED, "[[9, 1], [14, 4], [12, 1], [9, 4]]"),
        "7 shape-crossing: the sides of booth `l3` cross or touch each other; give the corners in turn, as one walks around it",
    ),
    "a booth with its first corner again": (
        (TWO_HALLS, SLANTED, "[[9, 1], [12, 1], [14, 4], [9, 4], [9, 1]]"),
        "7 shape-crossing: booth `l3` has the same corner twice in a row; give each corner once; the last is joined to the first",
    ),
    "a booth of two corners": (
        (TWO_HALLS, SLANTED, "[[9, 1], [14, 1]]"),
        "7 shape-flat: booth `l3` has no area; give three corners or more, not in one line",
    ),
    "a booth on one line": (
        (TWO_HALLS, SLANTED, "[[9, 1], [12, 1], [15, 1]]"),
        "7 shape-flat: booth `l3` has no area; give three corners or more, not in one line",
    ),
    "a booth beyond the east wall": (
        (ONE, "{id: a3, hall: one, x: 8", "{id: a3, hall: one, x: 18"),
        f"6 floor-outside: booth `a3` reaches 1 metre beyond the east wall of `one`; {SIZE}",
    ),
    "a booth far away": (
        (ONE, "{id: p1, hall: one, x: 15", "{id: p1, hall: one, x: 150"),
        f"10 floor-outside: booth `p1` reaches 131 metres beyond the east wall of `one`; {SIZE}",
    ),
    "a booth beyond the south wall": (
        (ONE, "{id: b1, hall: one, x: 2, y: 8", "{id: b1, hall: one, x: 2, y: 12.25"),
        f"7 floor-outside: booth `b1` reaches 1.25 metres beyond the south wall of `one`; {SIZE}",
    ),
    "an aisle out of the hall": (
        (ONE, MIDDLE, "x: 0, y: 5, width: 21, height: 3"),
        f"12 floor-outside: aisle `middle` reaches 1 metre beyond the east wall of `one`; {SIZE}",
    ),
    "overlapping booths": (
        (ONE, A2, "x: 6, y: 2, width: 3, height: 3"),
        f"6 floor-overlap: booth `a3` overlaps booth `a2`; {MOVE}",
    ),
    "a booth over two others": (
        (ONE, A2, "x: 4, y: 2, width: 5, height: 3"),
        f"5 floor-overlap: booth `a2` overlaps booths `a1` and `a3`; {MOVE}",
    ),
    "a booth in an aisle": (
        (ONE, A2, "x: 5, y: 2, width: 3, height: 4"),
        f"5 floor-overlap: booth `a2` overlaps aisle `middle`; {MOVE}",
    ),
    "a booth in an aisle and a door": (
        (ONE, "{id: a1, hall: one, x: 2, y: 2", "{id: a1, hall: one, x: 0, y: 5"),
        f"4 floor-overlap: booth `a1` overlaps aisle `middle` and entrance `door`; {MOVE}",
    ),
    "a stage over booths": (
        (ONE, STAGE, "x: 5, y: 8, width: 5, height: 4"),
        f"16 floor-overlap: stage `stage` overlaps booths `b2` and `b3`; {MOVE}",
    ),
    "an aisle over booths": (
        (ONE, MIDDLE, "x: 0, y: 6, width: 20, height: 3"),
        f"12 floor-overlap: aisle `middle` overlaps booths `b1`, `b2` and `b3`; {MOVE}",
    ),
    "a wall through a booth": (
        (TWO_HALLS, "x: 15, y: 1, width: 0.2", "x: 12.5, y: 1, width: 0.2"),
        f"7 floor-overlap: booth `l3` overlaps wall `screen`; {MOVE}",
    ),
    "a booth behind the others": (
        (ONE, "{id: p1, hall: one, x: 15, y: 2", "{id: p1, hall: one, x: 18, y: 1"),
        "10 booth-unreached: no aisle touches booth `p1`; let one run along an open side",
    ),
    "a booth drawn back from its aisle": (
        (ONE, A2, "x: 5, y: 1, width: 3, height: 3"),
        f"5 booth-unreached: aisle `middle` ends 1 metre short of booth `a2`; {WIDEN}",
    ),
    "an aisle that ends before the booths along it": (
        (ONE, MIDDLE, "x: 0, y: 5, width: 20, height: 2"),
        f"7 booth-unreached: aisle `middle` ends 1 metre short of booths `b1`, `b2` and `b3`; {WIDEN}",
    ),
    "a wall before a booth": (
        (ONE, "  - {id: stage,", PILLAR.format("x: 2, y: 7, width: 3, height: 1")),
        "7 booth-unreached: what stands in aisle `middle` leaves no way to booth `b1`; leave its front free",
    ),
    "a narrow aisle": (
        (ONE, SIDE, "x: 12, y: 0, width: 1, height: 14"),
        f"13 aisle-narrow: aisle `side` is too narrow to be walked from end to end; {TOO_NARROW}",
    ),
    "an aisle with a narrow arm": (
        (TWO_HALLS, DENTED, "[[8, 7], [20, 7], [20, 12], [0, 12], [0, 11], [8, 11]]"),
        f"13 aisle-narrow: aisle `yard` is too narrow to be walked from end to end; {TOO_NARROW}",
    ),
    "a stage across an aisle": (
        (ONE, STAGE, "x: 13, y: 9, width: 7, height: 4"),
        f"13 aisle-blocked: aisle `side` is blocked by `stage`; {END_TO_END}",
    ),
    "a pillar in the midst of an aisle": (
        (ONE, "  - {id: stage,", PILLAR.format("x: 4, y: 6, width: 1, height: 1")),
        f"12 aisle-blocked: aisle `middle` is blocked by `pillar`; {END_TO_END}",
    ),
    "a desk across an aisle with a dent": (
        (TWO_HALLS, "x: 15, y: 8, width: 2, height: 1", "x: 15, y: 7, width: 2, height: 5"),
        f"13 aisle-blocked: aisle `yard` is blocked by `desk`; {END_TO_END}",
    ),
    "an aisle that touches no other": (
        (TWO_HALLS, DENTED, "[[8, 7.5], [20, 7.5], [20, 12], [0, 12], [0, 9], [8, 9]]"),
        "13 aisle-apart: no entrance leads to aisle `yard`; let it touch another along 1.2 metres",
    ),
    "an aisle cut short": (
        (ONE, MIDDLE, "x: 0, y: 5, width: 11, height: 3"),
        "13 aisle-apart: no entrance leads to aisle `side`; let it touch another along 1.2 metres",
    ),
    "a wall before the entrance": (
        (ONE, "  - {id: stage,", PILLAR.format("x: 0, y: 6, width: 1, height: 2")),
        f"14 door-blocked: no way leads to entrance `door`; {FREE}",
    ),
    "an entrance beside the aisle": (
        (ONE, "x: 0, y: 6, width: 0.5", "x: 0, y: 9, width: 0.5"),
        f"14 door-blocked: no way leads to entrance `door`; {FREE}",
    ),
    "an exit behind the booths": (
        (ONE, "x: 13, y: 13.5", "x: 1, y: 13.5"),
        f"15 door-blocked: no way leads to exit `way-out`; {FREE}",
    ),
    "a stage that narrows the way to the exit": (
        (ONE, STAGE, "x: 14, y: 9, width: 6, height: 4"),
        f"15 door-blocked: no way leads to exit `way-out`; {FREE}",
    ),
    "stairs to nowhere": (
        (TWO_HALLS, "x: 2, y: 2, width: 2", "x: 5, y: 1, width: 2"),
        f"18 door-blocked: no way leads to stairs `down`; {FREE}",
    ),
    "a stage in a corner": (
        (ONE, STAGE, "x: 16, y: 9, width: 4, height: 4"),
        "16 warning feature-unreached: no aisle touches stage `stage`, so nobody is led there; let one run along it",
    ),
    "no entrance": (
        (ONE, "kind: entrance, label", "kind: info, label"),
        "2 hall-no-entrance: hall `one` has no entrance; add one, or a door to another hall",
    ),
    "no entrance from outside": (
        (TWO_HALLS, "{id: gate, kind: entrance", "{id: gate, kind: exit"),
        "2 hall-no-entrance: no entrance of any hall leads in from outside; add an entrance without `leads_to`",
    ),
    "no exit": (
        (ONE, "kind: exit, label", "kind: info, label"),
        "2 warning hall-no-exit: hall `one` has no exit; add one, however people leave",
    ),
    "nothing but booths": (
        (ONE, ONE[ONE.index("features:") :], ""),
        "2 hall-no-aisle: hall `one` has booths and no aisle; add features of the kind `aisle`",
    ),
    "a passage within a hall": (
        (TWO_HALLS, "leads_to: down", "leads_to: gate"),
        "17 passage-same-hall: `up` and `gate` are both in hall `low`; name a door of another hall",
    ),
    "a passage to a desk": (
        (TWO_HALLS, "leads_to: down", "leads_to: desk"),
        "17 passage-kind: `desk` is of the kind `info`, which leads nowhere; only entrances and stairs lead to another hall",
    ),
    "a passage one way": (
        (TWO_HALLS, ", leads_to: up", ""),
        "17 passage-one-way: `down` does not lead back to `up`; write `leads_to: up` at `down`",
    ),
    "a passage back to another door": (
        (TWO_HALLS, "leads_to: up", "leads_to: gate"),
        "18 passage-one-way: `gate` does not lead back to `down`; write `leads_to: down` at `gate`",
    ),
    "a second passage to one door": (
        (TWO_HALLS, "width: 0.5, height: 2}", "width: 0.5, height: 2, leads_to: down}"),
        "15 passage-one-way: `down` does not lead back to `gate`, but to `up`; write `leads_to: gate` at `down`",
    ),
    "an island with a neighbour": (
        (ONE, f"{A2}, kind: in-line", f"{A2}, kind: island"),
        "5 warning booth-kind: `a2` is no island: it stands side by side with booths `a1` and `a3`; leave all its sides open",
    ),
    "a corner between two others": (
        (ONE, f"{A2}, kind: in-line", f"{A2}, kind: corner"),
        "5 warning booth-kind: `a2` has no open corner: no two sides that meet are both open; call it `in-line`, or open a side",
    ),
}


@pytest.mark.parametrize(("change", "line"), MISTAKES.values(), ids=MISTAKES)
def test_one_mistake_is_told_once_at_its_line(change, line):
    assert found(changed(*change)) == [line]


@pytest.mark.parametrize("plan", [ONE, TWO_HALLS])
def test_nothing_is_told_of_a_sound_plan(plan):
    assert found(plan) == []


def test_every_code_for_floor_plans_is_told_by_some_mistake():
    told_here = {line.split(": ")[0].split(" ")[-1] for _, line in MISTAKES.values()}
    corrections = {"adjacency-self", "adjacency-twice"}
    assert told_here | corrections == {code.id for code in FLOOR_CODES}


CORRECTION = "adjacency:\n  - {a: a1, b: b1, adjacent: false, reason: A screen.}\n"


def test_a_correction_names_two_booths():
    assert found(ONE + CORRECTION.replace("b: b1", "b: a1")) == [
        "18 adjacency-self: booth `a1` is named twice; name two booths"
    ]


def test_a_pair_is_corrected_once():
    again = "  - {a: b1, b: a1, adjacent: true, reason: No.}\n"
    assert found(ONE + CORRECTION + again) == [
        "19 adjacency-twice: line 18 says already how `b1` and `a1` stand; keep one of the two"
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("kind: aisle, label: Side aisle, hall: one", "kind: aisle, label: Side aisle, hall: ome"),
        ("Main entrance, hall: one", "Main entrance, hall: ome"),
        ("{id: a2, hall: one", "{id: a2, hall: ome"),
    ],
)
def test_nothing_is_told_of_what_an_unknown_hall_leaves_open(old, new):
    assert found(changed(ONE, old, new)) == []


def test_nothing_is_told_of_a_door_that_is_unknown():
    assert found(changed(TWO_HALLS, "leads_to: up", "leads_to: oops")) == []


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (A2, "x: five, y: 2, width: 3, height: 3", "value-length"),
        (A2, "x: 5, y: 2, widht: 3, height: 3", "key-unknown"),
        ("width: 20, height: 14", "width: wide, height: 14", "value-length"),
        (MIDDLE, "x: 0, y: 5, width: 20, height: three", "value-length"),
    ],
)
def test_a_length_that_cannot_be_read_is_told_once(old, new, code):
    plan = changed(ONE, old, new)
    lines = [line for line in told(FILES | event(plan=plan)) if "floorplan.yaml" in line]
    assert [line.split(" ")[1] for line in lines] == [f"error[{code}]"]


def test_two_mistakes_are_both_told():
    text = changed(
        changed(ONE, A2, "x: 5, y: 1, width: 3, height: 3"),
        SIDE,
        "x: 12, y: 0, width: 1, height: 14",
    )
    assert [line.split(":")[0] for line in found(text)] == ["5 booth-unreached", "13 aisle-narrow"]


def test_a_row_of_booths_without_an_aisle_is_told_at_its_first():
    booths = [(f"b{n}", 300 * n, 900, 300, 300) for n in range(8)]
    aisle, gate = ("lane", 0, 0, 3000, 300), ("gate", 0, 0, 50, 300, "entrance")
    (finding,) = floor_findings(
        rectangles(booths, [aisle, gate, ("out", 2950, 0, 50, 300, "exit")])
    )
    assert finding.what == "no aisle touches booths `b0`, `b1`, `b2`, `b3`, `b4` and 3 more"


def test_the_plans_of_all_events_are_checked():
    bad = changed(ONE, A2, "x: 5, y: 1, width: 3, height: 3")
    lines = told(FILES | event() | event("other", plan=bad))
    place = "content/events/other/floorplan.yaml:5:5: error[booth-unreached] booths[1]: "
    assert [line for line in lines if "floorplan.yaml" in line] == [
        f"{place}aisle `middle` ends 1 metre short of booth `a2`; {WIDEN}"
    ]


def test_an_empty_plan_has_nothing_to_be_told():
    assert list(floor_findings(FloorPlan())) == []
