from dataclasses import replace

import pytest

from pavgen.model.records.policy import Limit
from pavgen.place.pick_outcomes import pick_outcomes
from pavgen.place.placing import place
from tests.events import AGENDA
from tests.place.draws import (
    BY_POINTS,
    LATER,
    PLAN,
    WISHES,
    WITHDREW,
    drawn,
    held_draw,
    told,
    with_event,
)
from tests.place.fairs import drawing, fair

POLICY = "content/placement/policy.yaml"
EVENT = "content/events/fair/event.yaml"
GONE = drawn(held_draw())
RIVALS = (Limit(separate="competitors"),)


def found(made, day=LATER):
    return [(d.span.path, d.code, d.field, d.what, d.remedy) for d in place(made, day).diagnostics]


def rivals(made, *slugs):
    """Return a programme in which some partners compete with each other."""
    partners = dict(made.partners)
    for slug in slugs:
        p = partners[slug]
        labels = replace(p.standing, exclusion_labels=("crm",))
        partners[slug] = replace(p, standing=labels)
    return replace(made, partners=partners)


def test_sound_draw_has_no_findings():
    assert found(held_draw()) == []
    assert found(with_event(GONE, [("b1", "2026-09-06", "-bob +cat")], WITHDREW)) == []


def test_more_partners_than_booths_are_named_in_turn_order_with_the_count():
    made = held_draw(plan=PLAN.replace("kind: corner}", "kind: corner, state: blocked}"))
    assert found(made) == [
        (
            POLICY,
            "placement-conflict",
            "opportunities.all",
            (
                "there are no booths for `ada`, `bob`, `cat` and `dot` together: 4 may have only 3"
                " between them"
            ),
            "place fewer by `slots`, ease what they need or a rule, or open more booths",
        )
    ]


def test_competitors_that_cannot_be_kept_apart_are_named_with_the_rule():
    made = rivals(held_draw(constraints=RIVALS), "ada", "bob", "dot")
    assert found(made) == [
        (
            POLICY,
            "placement-conflict",
            "opportunities.all.constraints[0]",
            (
                "there are no booths for `ada`, `bob` and `dot` together as long as competitors are"
                " kept apart: 3 may have 4 between them, but no more than 2 at once"
            ),
            "place fewer by `slots`, ease what they need or a rule, or open more booths",
        )
    ]


def test_fewer_slots_than_partners_are_no_conflict():
    plan = PLAN.replace("kind: corner}", "kind: corner, state: blocked}")
    assert found(held_draw(plan=plan, slots=3)) == []


def test_draw_for_which_nobody_has_applied_is_a_warning():
    made = held_draw(wishes={"zoe": "b1"})
    assert [(code, what) for _, code, _, what, _ in found(made)] == [
        ("placement-nobody", "nobody has applied for `all` by 2026-09-10")
    ]


def test_offer_before_the_draw_is_recorded_is_an_error_at_its_line():
    made = held_draw([("b1", "2026-09-06", "+cat")])
    assert told(made) == [
        (
            14,
            "pick-offer-early",
            "the draw of `main` is not recorded, so nothing has fallen vacant",
        )
    ]


OFFERS = {
    "turn": (
        ("b1", "2026-09-06", "+cat"),
        "offers[0].answers[0].partner",
        "it is the turn of `bob`",
        "ask in this order, up to the first that accepts: `bob`, `cat` and `dot`",
    ),
    "queue": (
        ("b1", "2026-09-06", "-bob -cat -dot +eve"),
        "offers[0].answers[3].partner",
        "`eve` is not in the queue for `b1`",
        "ask in this order, up to the first that accepts: `bob`, `cat` and `dot`",
    ),
    "after": (
        ("b1", "2026-09-06", "+bob -cat"),
        "offers[0].answers[1].partner",
        "`cat` is asked after another has accepted",
        "ask in this order, up to the first that accepts: `bob`, `cat` and `dot`",
    ),
    "twice": (
        ("b1", "2026-09-06", "-bob +bob"),
        "offers[0].answers[1].partner",
        "`bob` is asked twice",
        "ask in this order, up to the first that accepts: `bob`, `cat` and `dot`",
    ),
    "held": (
        ("b2", "2026-09-06", "+cat"),
        "offers[0].item",
        "`b2` is not vacant: `bob` has it",
        "remove the offer, or name what is free",
    ),
}


@pytest.mark.parametrize(("offer", "field", "what", "remedy"), OFFERS.values(), ids=OFFERS)
def test_offer_that_cannot_stand_is_told_with_who_is_next(offer, field, what, remedy):
    ((path, _, told_field, told_what, told_remedy),) = found(with_event(GONE, [offer], WITHDREW))
    assert (path, told_field, told_what, told_remedy) == (EVENT, field, what, remedy)


def test_offer_of_a_booth_that_the_draw_did_not_give_is_an_error():
    plan = PLAN.replace("kind: corner}", "kind: corner, state: blocked}")
    made = with_event(drawn(held_draw(plan=plan, slots=3)), [("b4", "2026-09-06", "+dot")])
    assert [(code, what) for _, code, _, what, _ in found(made)] == [
        ("pick-offer-vacant", "`b4` was not given out by the draw")
    ]


def test_queue_that_is_empty_is_told_as_such():
    alone = {"ada": "b1"}
    made = with_event(drawn(held_draw(wishes=alone)), [("b2", "2026-09-06", "+ada")], wishes=alone)
    ((_, code, _, what, remedy),) = found(made)
    assert (code, what) == ("pick-offer-turn", "`ada` is not in the queue for `b2`")
    assert remedy.startswith("only who has joined since the draw may accept it")


def test_offer_unlike_the_recorded_one_and_one_that_is_gone_are_told():
    offers = [("b1", "2026-09-06", "-bob +cat"), ("b3", "2026-09-07", "+dot")]
    wishes = {**WISHES, "dot": "b1, b3"}
    made = drawn(held_draw(wishes=wishes))
    made = drawn(with_event(made, offers, WITHDREW, wishes), LATER)
    assert [entry.type for entry in made.ledgers["main"].entries[2:]] == [
        "amend",
        "offer",
        "offer",
    ]
    other = with_event(made, [("b1", "2026-09-06", "+bob")], WITHDREW, wishes)
    assert [(code, field, what) for _, code, field, what, _ in found(other)] == [
        (
            "pick-offer-recorded",
            "offers",
            "the ledger of `main` has 2 offers, and the file has 1",
        ),
        (
            "pick-offer-recorded",
            "offers[0]",
            "the ledger of `main` has another offer in this place",
        ),
    ]


def test_booth_given_by_hand_that_the_recorded_draw_gave_out_is_an_error():
    made = with_event(GONE, more={"dot": "booth: b1, reason: A favour."})
    assert ("exhibitors[3].booth", "the recorded draw gave out `b1`, and `ada` has it") in [
        (field, what) for _, code, field, what, _ in found(made) if code == "pick-by-hand-late"
    ]


def test_booth_given_by_hand_before_the_draw_is_nothing_to_tell():
    by_hand = {"dot": "booth: b1, reason: A favour."}
    assert found(drawn(held_draw(more=by_hand))) == []


def test_second_session_of_a_partner_in_a_draw_is_an_error_at_its_line():
    head = AGENDA[: AGENDA.index("sessions:")].replace("weight: 3}", "weight: 3, drawn: true}")
    sessions = """\
sessions:
  - {id: opening, title: Opening, partners: [ada]}
  - {id: closing, title: Closing, partners: [bob, ada]}
  - {id: encore, title: Encore, partners: [ada, bob], slot: s2}
  - {id: again, title: Again, partners: [ada]}
"""
    talks = replace(BY_POINTS, gives="talks")
    made = drawing(talks, event=fair(agenda=head + sessions), slots=1)
    assert [row for row in found(made) if row[1] == "pick-session-twice"] == [
        (
            "content/events/fair/agenda.yaml",
            "pick-session-twice",
            "sessions[3]",
            "`ada` takes part in the draw with `opening` already",
            "give one of them a `slot` by hand, or let another partner hold it",
        )
    ]


def test_group_that_gives_nothing_has_no_outcome():
    made = drawing(replace(BY_POINTS, strategy="draw"))
    assert list(pick_outcomes(made, place(made, LATER).value, "main")) == []
