"""What is picked from does not depend on names, nor on the order in which anything is written."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from pavgen.place.entries import round_json, round_of
from pavgen.place.inputs import Elsewhere, group_round, group_rule
from pavgen.place.picking import picking_of
from pavgen.place.rounds import Picking
from tests.events import EVENT, FLOORPLAN
from tests.place.fairs import BOOTHS, DAY, drawing, fair
from tests.place.programmes import renamed

HEAD, _ = EVENT.split("exhibitors:\n")
ROWS = [
    "  - {partner: ada, package: booth, preferences: [a2, b1]}\n",
    "  - {partner: bob, package: booth, booth: a3}\n",
    "  - {partner: cat, package: pod, preferences: [p1]}\n",
    "  - {partner: dot, package: booth, needs: {kinds: [corner]}}\n",
]


def shuffled(text, key, chance):
    """Turn the lines of a list of a file about."""
    head, _, rest = text.partition(f"{key}:\n")
    lines = rest.splitlines(keepends=True)
    count = next((n for n, line in enumerate(lines) if not line.startswith("  ")), len(lines))
    rows = lines[:count]
    chance.shuffle(rows)
    return f"{head}{key}:\n{''.join(rows)}{''.join(lines[count:])}"


def round_in(made):
    return group_round(made, "main", group_rule(made, "main"), ("fair", DAY), Elsewhere({}, {}))


@settings(max_examples=25, deadline=None)
@given(st.randoms(use_true_random=False))
def test_order_of_the_lines_in_the_files_does_not_matter(chance):
    expected = round_in(drawing(event=fair(main=f"{HEAD}exhibitors:\n{''.join(ROWS)}")))
    main = shuffled(f"{HEAD}exhibitors:\n{''.join(ROWS)}", "exhibitors", chance)
    plan = shuffled(FLOORPLAN, "booths", chance)
    assert round_in(drawing(event=fair(main=main, plan=plan))) == expected


def test_names_do_not_matter():
    made = drawing(event=fair(main=f"{HEAD}exhibitors:\n{''.join(ROWS)}"))
    names = {"ada": ("zed", "Zed"), "bob": ("bob", "B"), "cat": ("cat", "C"), "dot": ("dot", "D")}
    main = f"{HEAD}exhibitors:\n{''.join(ROWS)}".replace("ada", "zed")
    other = renamed(drawing(event=fair(main=main)), names)
    assert round_in(other) == round_in(made)


def test_round_is_written_to_the_ledger_and_read_back():
    made = round_in(drawing(event=fair(main=f"{HEAD}exhibitors:\n{''.join(ROWS)}")))
    told = json.loads(json.dumps(round_json(made)))
    assert round_of("main", "fair", told) == made


def test_without_an_event_nothing_is_picked():
    made = drawing(event=fair("other"))
    assert picking_of(made, BOOTHS, ["p-ada"], DAY) == Picking((), ())
