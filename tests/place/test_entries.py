import pytest

from pavgen.place.entries import (
    constraint_json,
    holds_json,
    holds_of,
    round_json,
    round_of,
    rule_json,
    rule_of,
    waivers_json,
    waivers_of,
)
from pavgen.place.rounds import (
    AtLeast,
    Bound,
    Cap,
    Cooldown,
    GroupRule,
    Picking,
    PublicSeed,
    Round,
    Separate,
    Waiver,
)

CONSTRAINTS = (
    Separate("competitors", 2, hard=False),
    Cap(1, "home_region"),
    Cap(2, "partner", ("one", "two")),
    Cooldown(3),
    AtLeast(1, "tier is gold"),
)


def test_rule_is_read_as_it_was_written():
    rule = GroupRule(
        "apportion", "tier", 20, 6, "none", "type", "draw", PublicSeed("dice", "6"), CONSTRAINTS
    )
    assert rule_of(rule_json(rule)) == rule


def test_round_is_read_as_it_was_written():
    made = Round(
        "main",
        "2026-W45",
        (("a", 1), ("b", 3)),
        (("b", 1),),
        (("gold", ("a", "b")),),
        {"a": (0, 1), "b": (1, 0)},
        (
            Bound(pairs=(("a", "b"),)),
            Bound(classes=(("crm", ("a",)),)),
            Bound(used=(("a", 2),)),
            Bound(),
            Bound(members=("b",)),
        ),
    )
    assert round_of("main", "2026-W45", round_json(made)) == made


def test_draw_is_read_as_it_was_written():
    picking = Picking(
        (("p1@am", 2), ("x", 1)),
        (("a", ("p1@am", "x"), ("x", "q")), ("b", (), ())),
        (("h", "x"),),
        (("p1@am", "x"),),
        (("b", "h"),),
    )
    made = Round("main", "fair", (("a", 1), ("b", 2)), picking=picking)
    assert round_of("main", "fair", round_json(made)) == made


def test_draw_of_nothing_is_a_draw():
    made = Round("main", "fair", (), picking=Picking((), ()))
    assert round_of("main", "fair", round_json(made)) == made
    assert round_json(made)["facts"] == {
        "pick": {"items": [], "seekers": [], "near": [], "clash": [], "held": []}
    }


def test_who_holds_what_is_read_as_it_was_written():
    holds = (("a", "x"), ("b", "y"))
    assert holds_of(holds_json(holds)) == holds


def test_round_that_looks_at_nothing_else_has_no_facts():
    assert round_json(Round("main", "w", (("a", 1),))) == {
        "roster": [["a", 1]],
        "pins": [],
        "facts": {},
    }


@pytest.mark.parametrize(
    ("constraint", "written"),
    list(
        zip(
            CONSTRAINTS,
            (
                {"separate": "competitors", "distance": 2, "hard": False},
                {"cap": 1, "per": "home_region", "hard": True},
                {"cap": 2, "per": "partner", "across": ["one", "two"], "hard": True},
                {"cooldown": 3, "hard": True},
                {"at_least": 1, "of": "tier is gold", "hard": True},
            ),
            strict=True,
        )
    ),
)
def test_constraint_is_written_by_its_kind(constraint, written):
    assert constraint_json(constraint) == written


def test_waivers_are_read_as_they_were_written():
    waivers = (Waiver(0, "a", 4), Waiver(1, "", 0))
    assert waivers_of({"waivers": waivers_json(waivers)}) == waivers
