from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from pavgen.model.records.policy import Group, Limit, Pin
from pavgen.place.placing import place
from pavgen.place.reasoning_kinds import ReasonKind
from pavgen.place.reasoning_neighbours import ahead, behind, label_of
from pavgen.place.reasoning_scene import scene_of
from tests.place.drawn import days, lively_programme, recorded
from tests.place.ledgers import with_ledger
from tests.place.programmes import partner
from tests.place.told import DAY, one_list, scene

MONDAY = date(2026, 11, 2)


def because(reason):
    """Return what sets two apart: the kind, and what it says."""
    return reason.parts[0].kind, dict(reason.parts[0].says)


def test_first_measure_that_differs_sets_two_apart():
    group = Group(strategy="points", ladder=("certifications", "joined"))
    partners = [partner("ada", points=1, certifications=("basic",)), partner("bob", points=1)]
    shown = scene(one_list(partners, group))
    assert because(ahead(shown, "p-ada", "p-bob")) == (
        ReasonKind.CERTIFICATIONS,
        {"how": "before", "own": 1, "other": 2},
    )
    assert because(behind(shown, "p-bob", "p-ada")) == (
        ReasonKind.CERTIFICATIONS,
        {"how": "after", "own": 2, "other": 1},
    )


def test_equal_partners_are_set_apart_by_both_tickets():
    shown = scene(one_list([partner("ada"), partner("bob")], Group(strategy="points")))
    upper, lower = shown.order.played.shown
    kind, says = because(ahead(shown, upper, lower))
    assert (kind, says["how"]) == (ReasonKind.TIE, "before")
    assert (says["ticket"], says["against"]) == (shown.ticket(upper), shown.ticket(lower))
    assert says["ticket"] < says["against"]


def test_blocks_set_partners_of_two_tiers_apart():
    partners = [partner("ada", tier="silver", points=9), partner("bob", tier="gold")]
    shown = scene(one_list(partners, Group(strategy="points"), blocks="tier"))
    assert because(behind(shown, "p-ada", "p-bob")) == (
        ReasonKind.BLOCK,
        {"how": "after", "pool": "silver", "label": "Silver", "other": "Gold"},
    )


def test_classes_set_partners_of_two_regions_apart():
    partners = [partner("ada", regions=("de",)), *(partner(s, regions=("at",)) for s in "bcd")]
    group = Group(strategy="apportion", by="home_region", inside="draw")
    shown = scene(one_list(partners, group))
    first = shown.order.played.shown[0]
    kind, says = because(ahead(shown, first, "p-ada"))
    assert (kind, says) == (
        ReasonKind.CLASS,
        {"how": "before", "pool": "at", "label": "At", "other": "De"},
    )
    assert label_of(shown, "nowhere") == "nowhere"


def test_pin_sets_apart_whoever_is_pinned():
    pin = Pin(partner="bob", slot=1, from_=DAY, until=DAY, reason="A launch", by="Ida")
    pin = replace(pin, from_=date(2026, 11, 1))
    partners = [partner("ada", points=9), partner("bob")]
    shown = scene(one_list(partners, Group(strategy="points"), pins=(pin,)))
    period = {"period": "2026-W48"}
    assert because(behind(shown, "p-ada", "p-bob")) == (
        ReasonKind.PINNED,
        {"how": "other", "name": "Bob", **period},
    )
    assert because(ahead(shown, "p-bob", "p-ada")) == (
        ReasonKind.PINNED,
        {"how": "self", "name": "Bob", **period},
    )


def test_arrival_within_the_period_sets_apart_from_all_others_and_tickets_among_themselves():
    partners = [partner("ada"), partner("bob", joined=DAY), partner("cid", joined=DAY)]
    made = one_list(partners, Group(strategy="points"))
    shown = scene(with_ledger(made, [DAY - timedelta(weeks=1)]))
    upper, lower = shown.master.day.joined
    assert because(behind(shown, upper, "p-ada"))[0] is ReasonKind.ARRIVED
    assert because(ahead(shown, upper, lower))[0] is ReasonKind.TIE


def test_partner_that_was_moved_back_is_set_apart_by_the_constraint():
    labelled = [
        replace(p, standing=replace(p.standing, exclusion_labels=("crm",)))
        for p in (partner("ada", points=3), partner("bob", points=2))
    ]
    limits = (Limit(separate="labels", distance=2),)
    partners = [*labelled, partner("cid", points=1)]
    shown = scene(one_list(partners, Group(strategy="points"), constraints=limits))
    reason = ahead(shown, "p-cid", "p-bob").parts[0]
    assert (reason.kind, reason.how) == (ReasonKind.MOVED, "by-other")
    assert [part.kind for part in reason.parts] == [ReasonKind.LIMIT, ReasonKind.STOOD]


def test_row_of_a_rotation_sets_all_apart():
    shown = scene(one_list([partner("ada"), partner("bob")], Group(strategy="rotation")))
    upper, lower = shown.order.played.shown
    assert because(behind(shown, lower, upper)) == (ReasonKind.ROW, {"how": "after"})


def quota_after(weeks):
    made = one_list([partner(s) for s in ("ada", "bob", "cid")], Group(strategy="quota"), slots=1)
    return scene(
        recorded(made, MONDAY, MONDAY + timedelta(weeks=weeks - 1)), MONDAY + timedelta(weeks=weeks)
    )


def test_urgency_sets_apart_whose_turn_may_come():
    shown = quota_after(2)
    upper, *_, lower = shown.order.played.shown
    assert because(ahead(shown, upper, lower)) == (
        ReasonKind.DUE,
        {"how": "alone-before", "name": shown.name(lower)},
    )


def test_who_is_owed_more_stands_before_another_whose_turn_may_not_come_either():
    partners = [partner(s, weights=(("all", n),)) for n, s in enumerate("abcdefgh", start=1)]
    group = Group(strategy="quota", weights="standing")
    made = recorded(one_list(partners, group, slots=2), MONDAY, MONDAY)
    shown = scene(made, MONDAY + timedelta(weeks=1))
    assert because(ahead(shown, "p-h", "p-g")) == (
        ReasonKind.OWED,
        {"how": "seats-before", "owed": 111111111},
    )


@settings(deadline=None, max_examples=40)
@given(st.randoms(use_true_random=True), days)
def test_who_stands_before_was_owed_more_or_had_the_smaller_ticket(chance, day):
    made, _ = lively_programme(chance, day)
    placement = place(made, day).value
    for listed in placement.opportunities.values():
        shown = scene_of(made, placement.groups[listed.group])
        line = [d.partner for d in (*listed.decisions, *listed.waiting)]
        for upper, lower in pairwise(line):
            reason = ahead(shown, upper, lower).parts[0]
            mirrored = behind(shown, lower, upper).parts[0]
            assert reason.kind is mirrored.kind
            if reason.kind is ReasonKind.OWED:
                assert int(reason.says["own"]) >= int(reason.says["other"])
                assert (mirrored.says["own"], mirrored.says["other"]) == (
                    reason.says["other"],
                    reason.says["own"],
                )
            if reason.kind is ReasonKind.TIE:
                assert str(reason.says["ticket"]) < str(reason.says["against"])
