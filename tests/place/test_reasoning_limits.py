from dataclasses import replace

import pytest

from pavgen.model.conditions import Among
from pavgen.model.records.policy import Group, Limit
from pavgen.place.reasoning_kinds import Reason, ReasonKind
from pavgen.place.reasoning_limits import limit, moved, waived
from pavgen.place.rounds import AtLeast, Cap, Cooldown, Separate
from tests.place.programmes import partner
from tests.place.told import one_list, scene

DRAW = Group(strategy="draw")
APART = Limit(separate="labels", distance=2, hard=False)


def labelled(slug, *labels):
    made = partner(slug)
    return replace(made, standing=replace(made.standing, exclusion_labels=labels))


def crowded(*limits):
    """Make a draw whose order is ada, cid, dan, bob; all but dan carry one label."""
    partners = [labelled(slug, "crm") for slug in ("ada", "bob", "cid")]
    return scene(one_list([*partners, labelled("dan")], DRAW, constraints=limits))


@pytest.mark.parametrize(
    ("constraint", "says"),
    [
        (Separate("competitors", 3), {"how": "competitors", "n": 3}),
        (Separate("labels", 2), {"how": "labels", "n": 2}),
        (Cap(1, "exclusion_label"), {"how": "exclusion-label", "n": 1}),
        (Cap(2, "home_region"), {"how": "home-region", "n": 2}),
        (Cap(1, "partner", ("spot",)), {"how": "partner", "n": 1}),
        (Cooldown(4), {"how": "cooldown", "n": 4}),
        (AtLeast(2, "tier is gold"), {"how": "at-least", "n": 2, "words": "tier is gold"}),
    ],
)
def test_limit_tells_what_a_constraint_asks_for(constraint, says):
    assert limit(constraint) == Reason(ReasonKind.LIMIT, says)


def test_partner_moved_back_is_told_by_what_and_in_whose_favour():
    made = crowded(APART)
    assert (made.order.played.order, made.order.played.shown) == (
        ("p-ada", "p-cid", "p-dan", "p-bob"),
        ("p-ada", "p-dan", "p-cid", "p-bob"),
    )
    assert moved(made, "p-cid") == Reason(
        ReasonKind.MOVED,
        {"how": "place", "place": 2, "to": 3},
        (
            Reason(ReasonKind.LIMIT, {"how": "labels", "n": 2}),
            Reason(ReasonKind.STOOD, {"partner": "p-ada", "name": "Ada"}),
            Reason(ReasonKind.FAVOURED, {"partner": "p-dan", "name": "Dan"}),
        ),
    )


def test_partner_that_kept_its_place_or_came_forward_was_not_moved():
    made = crowded(APART)
    assert (moved(made, "p-ada"), moved(made, "p-dan")) == (None, None)


def test_constraint_that_was_not_kept_is_told_where_it_was_waived():
    made = crowded(APART, Limit(at_least=1, of=Among("tier", ("silver",)), hard=False))
    assert {i: waived(made, i) for i in ("p-cid", "p-bob")} == {
        "p-cid": (),
        "p-bob": (
            Reason(
                ReasonKind.WAIVED,
                {"position": 4},
                (Reason(ReasonKind.LIMIT, {"how": "labels", "n": 2}),),
            ),
        ),
    }
