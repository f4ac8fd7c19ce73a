from dataclasses import replace
from datetime import timedelta

from pavgen.model.conditions import Among
from pavgen.model.records.policy import EventSpan, Group, Limit, Score
from pavgen.place.engine import GroupState
from pavgen.place.groups import GroupOrders, PeriodOrder
from pavgen.place.memory import states_of
from pavgen.place.placing import place
from tests.place.ledgers import BALANCED, MONDAY, SEED, small, weeks, with_ledger
from tests.place.programmes import opportunity, partner, programme


def test_unrecorded_weeks_in_between_are_played_so_that_everybody_has_its_turn():
    made = with_ledger(small(*"abcd"), [MONDAY])
    firsts = {place(made, day).value.order_of("all")[0] for day in weeks(4)}
    assert firsts == set("abcd")


def test_without_a_ledger_a_period_stands_for_itself():
    order = GroupOrders(small(*"abcd")).period("main", MONDAY)
    assert (order.before, order.recorded) == (GroupState(), None)


def test_day_before_the_ledger_begins_is_as_if_there_were_none():
    made = with_ledger(small(*"abcd"), weeks(3))
    before = GroupOrders(made).period("main", MONDAY - timedelta(weeks=2))
    assert (before.before, before.recorded) == (GroupState(), None)


def test_recorded_period_in_the_past_has_the_state_it_had_then():
    days = weeks(4)
    made = with_ledger(small(*"abcd"), days)
    orders = [place(made, day).value.order_of("all") for day in days]
    again = [place(with_ledger(small(*"abcd"), days[: n + 1]), days[n]).value for n in range(4)]
    assert orders == [placement.order_of("all") for placement in again]


def test_placement_from_remembered_states_is_that_from_the_beginning():
    made = with_ledger(small(*"abcdef"), weeks(8))
    day = weeks(9)[-1]
    memory = {**states_of(place(made, weeks(8)[-1]).value), **states_of(place(made, MONDAY).value)}
    assert len(memory) == 2
    assert place(made, day, memory).value == place(made, day).value


def test_relevance_orders_by_score_and_equals_by_the_other_groups_order():
    scores = (Score(when=Among("regions", ("de",)), score=2, label="works in Germany"),)
    made = programme(
        [partner("ada"), partner("bob", regions=("de",)), partner("cyd"), partner("dan")],
        groups={
            "main": BALANCED,
            "near": Group(strategy="relevance", scores=scores, then="main", seed=SEED),
        },
        opportunities={"all": opportunity(), "near": opportunity(group="near")},
    )
    placement = place(made, MONDAY).value
    rest = [slug for slug in placement.order_of("all") if slug != "bob"]
    assert placement.order_of("near") == ("bob", *rest)


def test_cap_across_lists_keeps_who_is_seated_elsewhere_out():
    limit = Limit(cap=1, per="partner", across=("one",))
    made = programme(
        [partner(slug) for slug in "abcd"],
        groups={"first": Group(strategy="draw", seed=SEED), "second": Group(strategy="quota")},
        opportunities={
            "one": opportunity(group="first", slots=2),
            "two": opportunity(group="second", slots=2, constraints=(limit,)),
        },
    )
    placement = place(made, MONDAY).value
    assert set(placement.order_of("one")) | set(placement.order_of("two")) == set("abcd")


def test_event_is_one_period_whenever_it_is_asked_for():
    span = EventSpan(id="summit", from_=MONDAY, until=MONDAY + timedelta(days=2))
    group = replace(BALANCED, period="event", event=span)
    made = small(*"abcd", group=group)
    days = (MONDAY - timedelta(days=40), MONDAY, MONDAY + timedelta(days=40))
    found = {
        (place(made, d).value.groups["main"].period.label, place(made, d).value.order_of("all"))
        for d in days
    }
    assert len(found) == 1
    assert found.pop()[0] == "summit"


def test_groups_that_depend_on_each_other_do_not_go_round_for_ever():
    made = programme(
        [partner("ada"), partner("bob")],
        groups={
            "one": Group(strategy="relevance", then="two"),
            "two": Group(strategy="relevance", then="one"),
        },
        opportunities={"a": opportunity(group="one"), "b": opportunity(group="two")},
    )
    assert sorted(place(made, MONDAY).value.order_of("a")) == ["ada", "bob"]


def test_coming_periods_follow_from_each_other():
    orders = GroupOrders(with_ledger(small(*"abcd"), [MONDAY]))
    order: PeriodOrder | None = orders.period("main", MONDAY)
    firsts: list[str] = []
    while order is not None and len(firsts) < 4:
        firsts.append(order.played.shown[0])
        order = orders.coming("main", order)
    assert sorted(firsts) == ["p-a", "p-b", "p-c", "p-d"]


def test_spotlight_of_a_suspended_partner_stays_empty_until_the_next_period():
    friday = MONDAY + timedelta(days=4)
    made = small(
        *"abcd",
        group=Group(strategy="quota", seed=SEED),
        opportunities={"all": opportunity(slots=2)},
    )
    made = with_ledger(made, [MONDAY])
    seated = place(made, MONDAY).value.order_of("all")
    gone = replace(
        made,
        partners={
            **made.partners,
            seated[0]: partner(seated[0], suspended=(friday, None)),
        },
    )
    assert place(gone, friday).value.order_of("all") == seated[1:]


def test_cooldown_finds_who_sat_before_a_remembered_state():
    limit = Limit(cooldown=2)
    made = small(
        *"abcdef",
        group=Group(strategy="quota", seed=SEED),
        opportunities={"all": opportunity(slots=2, constraints=(limit,))},
    )
    made = with_ledger(made, weeks(5))
    day = weeks(6)[-1]
    memory = states_of(place(made, weeks(5)[-1]).value)
    assert place(made, day, memory).value == place(made, day).value


def test_period_of_a_group_that_was_never_recorded_is_looked_up_for_the_day():
    """Regression: whoever joined in a project's first week had no seat until the next."""
    friday = MONDAY + timedelta(days=4)
    group = Group(strategy="quota", seed=SEED)
    new = [partner(slug, joined=friday) for slug in "abc"]
    made = small(*new, group=group, opportunities={"all": opportunity(slots=2)})
    assert len(place(made, friday).value.order_of("all")) == 2
    written = with_ledger(made, [friday])
    assert place(written, friday).value.order_of("all") == place(made, friday).value.order_of("all")
