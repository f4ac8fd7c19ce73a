from hypothesis import given, settings
from hypothesis import strategies as st

from pavgen.place.strategies.pick import Picked, Seeker
from pavgen.place.strategies.pick_vacancy import Answer, Offer, next_for
from tests.place.strategies.halls import IDS, halls, lists


def test_vacant_item_is_offered_in_turn_order_to_those_who_prefer_it_or_hold_nothing():
    seekers = [
        Seeker("a", ("x", "v")),
        Seeker("b", ("v", "y")),
        Seeker("c", ()),
        Seeker("d", ("v",)),
    ]
    assert next_for("v", seekers, {"a": "x", "b": "y", "d": "z"}, always, always) == (
        Offer("a", "x", Answer.PREFERS_OWN),
        Offer("b", "y", Answer.PREFERS_IT),
        Offer("c", "", Answer.HOLDS_NOTHING),
        Offer("d", "z", Answer.PREFERS_IT),
    )


def test_item_on_nobodys_list_is_offered_to_those_who_hold_nothing_alone():
    seekers = [Seeker("a", ()), Seeker("b", ("x",))]
    offers = next_for("v", seekers, {"a": "x"}, always, always)
    assert [(offer.seeker, offer.offered) for offer in offers] == [("a", False), ("b", True)]


def test_item_is_not_offered_where_it_is_not_allowed():
    offers = next_for("v", [Seeker("a", ("v",))], {}, never, always)
    assert offers == (Offer("a", "", Answer.NOT_ALLOWED),)
    assert not offers[0].offered


def test_item_is_not_offered_beside_a_rival():
    offers = next_for(
        "v",
        [Seeker("a", ("v",))],
        {"pinned": "w"},
        always,
        lambda *choice: choice != ("a", "v", "pinned", "w"),
    )
    assert offers == (Offer("a", "", Answer.NOT_TOGETHER),)


def test_own_item_and_that_of_who_left_are_nobodys_neighbours():
    held = {"a": "w", "gone": "v"}
    assert next_for("v", [Seeker("a", ("v",))], held, always, never) == (
        Offer("a", "w", Answer.PREFERS_IT),
    )


@settings(max_examples=50, deadline=None)
@given(halls(), lists(), st.sampled_from(IDS[:4]))
def test_offers_come_to_an_end_and_nobody_is_worse_off(made, prefers, gone):
    """Let all accept: each vacates its own; what stands stays possible throughout."""
    picked = made.pick(prefers)
    if not isinstance(picked, Picked):
        return
    held = dict(picked.assigned)
    vacant: str | None = held.pop(gone)
    seekers = [Seeker(s, tuple(p)) for s, p in prefers.items() if s != gone]
    moves = 0
    while vacant is not None:
        offers = next_for(vacant, seekers, held, made.allowed, made.together)
        taker = next((offer.seeker for offer in offers if offer.offered), None)
        if taker is None:
            break
        vacant, held[taker] = held[taker], vacant
        assert made.stands(list(held.items()))
        moves += 1
    assert moves <= sum(len(p) + 1 for p in prefers.values())
    for seeker in seekers:
        place = [*seeker.prefers, held[seeker.id], picked.assigned[seeker.id]].index
        assert place(held[seeker.id]) <= place(picked.assigned[seeker.id])


def always(*_):
    return True


def never(*_):
    return False
