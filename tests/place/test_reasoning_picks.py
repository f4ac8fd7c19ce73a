from dataclasses import replace

import pytest

from pavgen.place.placing import place
from pavgen.place.reasoning import holding_reason, reason_tree, short_reason
from pavgen.place.reasoning_kinds import ReasonKind
from pavgen.place.reasoning_picks import MOST_NAMED, hand_short
from pavgen.place.sentences import sentence, steps
from tests.place.draws import LATER, PLAN, WITHDREW, drawn, held_draw, with_event
from tests.place.fairs import BOOTHS, DAY, drawing, fair
from tests.place.programmes import partner
from tests.place.told import ENGLISH, GERMAN

TAKEN = [("b1", "2026-09-08", "-bob +cat")]
UNTIL = (
    "This stands for the whole event; what falls vacant is offered to those who would like it"
    " better, in the order of turns."
)


def told(made, slug, say=ENGLISH, day=LATER):
    return steps(reason_tree(made, place(made, day).value, "all", slug), say)


def since(made, slug, day=LATER):
    """Return what is told of a partner's turn, and after it."""
    return told(made, slug, day=day)[4:]


def cards(made, day=LATER):
    placement = place(made, day).value
    listed = placement.opportunities["all"]
    master = placement.groups["main"]
    return {
        decision.slug: sentence(short_reason(made, master, decision), ENGLISH)
        for decision in (*listed.decisions, *listed.waiting)
    }


def test_a_turn_is_told_with_what_was_free_what_was_wished_and_what_was_got():
    assert told(held_draw(), "cat", day=DAY) == (
        "Cat has booth b3 in “All partners”.",
        "It had applied, and every active partner may take part.",
        (
            "The order of fair is provisional: it is not in the ledger yet, and this is what would be"
            " recorded now."
        ),
        "In the order of turns it is number 3 of 4: it ranks 3 by points.",
        "It stands after Bob: by points it ranks 3, after 2.",
        "It stands before Dot: by points it ranks 3, before 4.",
        "In turn 3 of 4, 2 were still free, and 2 of them were open to it: booth b4, booth b3.",
        "Wish 1, booth b1: Ada had taken it in turn 1.",
        "Wish 2, booth b2: Bob had taken it in turn 2.",
        "It got its wish 3 of 3, booth b3.",
        UNTIL,
    )


def test_a_turn_is_told_in_german_too():
    assert told(held_draw(), "dot", GERMAN, DAY)[5:] == (
        "Als Nummer 4 von 4 an der Reihe, fand er noch 1 frei, davon einen für ihn: Stand b4.",
        "Wunsch 1, Stand b1: Ada hatte das schon als Nummer 1 gewählt.",
        (
            "Keiner seiner Wünsche war für ihn noch frei, also bekam er das Beste, was noch frei war:"
            " Stand b4 (Gewicht 1)."
        ),
        (
            "Das gilt für die ganze Veranstaltung; was frei wird, wird der Reihe nach denen angeboten,"
            " die es lieber hätten."
        ),
    )


def test_cards_say_the_turn_and_the_wish():
    assert cards(held_draw(), DAY) == {
        "ada": "Drawn in turn 1 of 4: its first wish.",
        "bob": "Drawn in turn 2 of 4: its wish 2 of 2.",
        "cat": "Drawn in turn 3 of 4: its wish 3 of 3.",
        "dot": "Drawn in turn 4 of 4: the best that was left when none of its wishes was.",
    }


def test_who_told_no_wishes_got_the_best_that_was_left():
    made = held_draw(wishes={"ada": ""})
    assert cards(made, DAY) == {
        "ada": "Drawn in turn 1 of 1: the best that was left, since it had told no wishes."
    }
    assert since(made, "ada", DAY)[1:2] == (
        "It had told no wishes, so it got the best that was left to it: booth b1 (weight 3).",
    )


def test_an_offer_is_told_to_who_declined_and_to_who_moved():
    made = drawn(with_event(drawn(held_draw()), TAKEN, WITHDREW), LATER)
    assert since(made, "bob")[-3:] == (
        "Booth b1 fell vacant; it was asked in its turn by 8 September 2026, and declined.",
        "Now it has booth b2.",
        UNTIL,
    )
    assert since(made, "cat")[-3:] == (
        (
            "Booth b1 fell vacant; it was asked in its turn, took it on 8 September 2026, and gave up"
            " booth b3."
        ),
        "Now it has booth b1.",
        UNTIL,
    )
    assert cards(made)["cat"] == (
        "It had fallen vacant, and was offered in the order of turns and taken on 8 September 2026."
    )


def test_an_offer_of_a_later_day_is_not_told_before():
    made = drawn(with_event(drawn(held_draw()), TAKEN, WITHDREW), LATER)
    before = since(made, "cat", DAY)
    assert not [step for step in before if "vacant;" in step and "asked" in step]


def test_who_would_like_what_is_vacant_better_is_told_its_place_in_the_queue():
    made = with_event(drawn(held_draw()), (), WITHDREW)
    assert since(made, "cat")[-2:] == (
        "For booth b1, which is vacant, it is number 2 of 3 in the queue.",
        UNTIL,
    )


def test_one_that_left_is_told_so_and_still_stands_before_others():
    made = with_event(drawn(held_draw()), (), WITHDREW)
    assert told(made, "ada") == (
        "Ada is not shown in “All partners” for fair.",
        "It gave up its place at Fair on 5 September 2026.",
    )
    assert "It stands after Ada: by points it ranks 2, after 1." in told(made, "bob")


def test_who_came_after_the_draw_waits_for_what_is_vacant():
    plan = PLAN + PLAN.splitlines()[-1].replace("b4", "b5").replace("x: 9", "x: 12") + "\n"
    made = drawn(held_draw(wishes={"ada": "b1", "bob": "b2"}, plan=plan))
    made = with_event(made, wishes={"ada": "b1", "bob": "b2", "cat": "b2"}, plan=plan)
    assert told(made, "cat")[0] == "Cat has nothing in “All partners”."
    assert "now it has nothing" in " ".join(told(made, "cat")).lower()
    assert cards(made)["cat"].startswith("Has nothing at present")


def test_before_the_day_of_the_draw_only_that_day_is_told():
    made = held_draw()
    day = DAY.replace(month=8)
    assert told(made, "ada", day=day)[3:] == (
        "Turns are taken on 1 September 2026; until then nothing is given out.",
    )


def test_places_in_the_draw_that_do_not_reach_are_told():
    assert "There are 2 places in the draw, and 2 partners come before it, so it had no turn." in (
        told(held_draw(slots=2), "cat", day=DAY)
    )


def test_a_draw_without_a_ladder_is_told_by_tickets():
    made = drawing(BOOTHS, event=held_draw().events["fair"])
    steps_ = told(made, "ada", day=DAY)
    assert "its ticket in the draw is" in steps_[3]
    assert all("both stand equal" not in step for step in steps_)


def test_a_draw_that_cannot_place_all_gives_out_nothing():
    made = held_draw(plan=PLAN.rpartition("  - {id: b4")[0])
    assert told(made, "ada", day=DAY)[-1] == (
        "Not all can be given a place, so nothing is given out; the check of the policy says why."
    )


EVENT = """\
title: Fair
summary: A fair.
starts: 2026-10-24
ends: 2026-10-25
time_zone: Europe/Berlin
venue: {name: Mill, city: Altdorf, country: DE}
packages: [{id: booth, label: A booth}]
exhibitors:
  - {partner: ada, package: booth, booth: b1, reason: It organises the fair.}
  - {partner: bob, package: booth, booth: b2}
  - {partner: cat, package: booth, preferences: [b1], co_exhibitors: [dot]}
"""
BY_HAND = drawing(BOOTHS, ("ada", "bob", "cat", "dot", "eve"), fair(main=EVENT, plan=PLAN))


@pytest.mark.parametrize(
    ("slug", "why"),
    [
        (
            "ada",
            "Booth b1 was given to it by hand, so that it takes no turn: It organises the fair.",
        ),
        ("bob", "Booth b2 was given to it by hand, so that it takes no turn."),
        ("dot", "At Fair it shares the booth of Cat."),
        (
            "eve",
            "It is not among those who had applied for a booth at Fair when turns were drawn.",
        ),
    ],
)
def test_who_takes_no_turn_is_told_why(slug, why):
    assert told(BY_HAND, slug, day=DAY)[1:] == (why,)


def test_a_wish_that_was_given_by_hand_is_told_so():
    assert "Wish 1, booth b1: given to Ada by hand, before the draw." in told(
        BY_HAND, "cat", day=DAY
    )


def test_each_booth_has_a_sentence_of_its_own():
    placement = place(BY_HAND, DAY).value
    held = placement.events["fair"].booths
    assert {
        booth: sentence(holding_reason(BY_HAND, placement, "fair", holdings[0]), ENGLISH)
        for booth, holdings in held.items()
    } == {
        "b1": "Given by hand: It organises the fair.",
        "b2": "Given by hand.",
        "b4": "Drawn in turn 1 of 1: the best that was left when none of its wishes was.",
    }


def test_a_reason_given_by_hand_is_optional():
    assert [hand_short("By lot.").how, hand_short("").how] == ["hand", "bare"]


def test_of_many_open_items_only_the_number_is_told():
    rows = "".join(
        f"  - {{id: c{n}, hall: one, x: {3 * n}, y: 9, width: 3, height: 3, kind: in-line}}\n"
        for n in range(MOST_NAMED)
    )
    made = held_draw(plan=PLAN + rows)
    (turn,) = [
        part
        for part in reason_tree(made, place(made, DAY).value, "all", "ada").parts
        if part.kind is ReasonKind.PICK_TURN
    ]
    assert (turn.how, turn.parts, turn.says["n"]) == ("many", (), 4 + MOST_NAMED)


def test_a_former_partner_is_passed_over_between_neighbours():
    made = drawn(held_draw())
    gone = replace(
        made.partners["bob"], standing=replace(made.partners["bob"].standing, status="former")
    )
    made = replace(made, partners={**made.partners, "bob": gone})
    assert "It stands after Ada: by points it ranks 3, after 1." in told(made, "cat")


def test_several_turns_are_told_on_one_card():
    event = EVENT.replace("{id: booth, label: A booth}", "{id: pod, label: Pod, shifts: 2}")
    event = event.partition("exhibitors:")[0] + (
        "shifts:\n"
        "  - {id: am, label: Morning, times: [{start: 2026-10-24T09:00, end: 2026-10-24T12:00}]}\n"
        "  - {id: pm, label: Noon, times: [{start: 2026-10-24T12:00, end: 2026-10-24T18:00}]}\n"
        "exhibitors:\n"
        "  - {partner: ada, package: pod, preferences: [p1]}\n"
        "  - {partner: bob, package: pod, preferences: [p1]}\n"
    )
    plan = (
        "halls: [{id: one, label: Hall 1, width: 30, height: 20}]\nbooths:\n"
        "  - {id: p1, hall: one, x: 0, y: 0, width: 1, height: 1, kind: pod, shared: true}\n"
        "  - {id: p2, hall: one, x: 5, y: 0, width: 1, height: 1, kind: pod, shared: true}\n"
    )
    made = drawing(BOOTHS, (partner("ada"), partner("bob")), fair(main=event, plan=plan))
    first = place(made, DAY).value.opportunities["all"].decisions[0].slug
    assert cards(made, DAY)[first] == (
        "Drawn in the turns 1, 3 of 4: number 1 of 2 in the order of turns."
    )
    steps_ = told(made, first, day=DAY)
    assert steps_[0] == "Bob has pod p1 (Morning), pod p2 (Noon) in “All partners”."
    assert all("it had that already" not in step for step in steps_)
