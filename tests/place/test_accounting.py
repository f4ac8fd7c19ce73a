from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from pavgen.model.ledger import Ledger
from pavgen.place.accounting import entitlements, ledger_accounts, order_account, value
from pavgen.place.accounts import Line
from pavgen.place.exposure import exposure
from pavgen.place.groups import GroupOrders
from pavgen.place.rounds import GroupRule
from tests.place.ledgers import BALANCED, small, weeks, with_ledger
from tests.place.programmes import opportunity, partner
from tests.place.rounds import equal, played, round_of

RULE = GroupRule("balanced")


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.sampled_from((1, 2, 3, 9)), min_size=1))
@settings(deadline=None)
def test_entitlements_share_out_what_the_positions_are_worth(weights):
    order = sorted(weights)
    found = entitlements(RULE, round_of("w", weights), order)
    worth = sum(exposure(place) for place in range(1, len(weights) + 1))
    assert worth - 2 * len(weights) <= sum(found.values()) <= worth


def test_weights_of_three_two_one_are_much_nearer_in_total_exposure_than_in_first_places():
    """The reference for two, four and six of twelve is about 1.25 : 1.08 : 0.87."""
    weights = {f"p{n:02d}": 3 if n < 2 else 2 if n < 6 else 1 for n in range(12)}
    found = entitlements(RULE, round_of("w", weights), sorted(weights))
    mean = sum(found.values()) / 12
    ratios = [round(found[i] / mean, 2) for i in ("p00", "p02", "p06")]
    assert ratios == [1.25, 1.08, 0.87]


def test_value_of_a_position_is_level_beyond_the_horizon_and_nothing_beyond_the_slots():
    rule = GroupRule("balanced", horizon=2, slots=4)
    assert [value(rule, n) for n in range(1, 6)] == [10**6, 630930, 500000, 500000, 0]


def test_quota_entitles_to_a_share_of_the_seats_at_their_mean_value():
    made = round_of("w", dict.fromkeys("abcd", 1))
    found = entitlements(GroupRule("quota", slots=2), made, "abcd")
    assert found == dict.fromkeys("abcd", (exposure(1) + exposure(2)) // 4)


def test_account_of_a_period_has_a_line_for_each_in_the_order_shown():
    made = small("ada", "bob", group=BALANCED)
    order = GroupOrders(made).period("main", weeks(1)[0])
    first, second = order.played.shown
    lines = order_account(order).lines
    half = 10**9 // 2
    entitled = (10**6 + exposure(2)) // 2
    assert lines == (
        Line(first, 1, 1, entitled, 10**6, owed=(half - 10**9, None, None)),
        Line(second, 2, 1, entitled, exposure(2), owed=(half, None, None)),
    )


def test_pinned_partner_has_a_position_and_no_account():
    made = round_of("w", equal(3), pins=(("p000", 1),))
    [(one, _)] = played(RULE, [made])
    assert one.shown[0] == "p000"
    assert "p000" not in entitlements(RULE, made, one.order)


def test_who_waits_beyond_the_slots_has_position_nought_and_receives_nothing():
    made = small(
        *"abc",
        group=replace(BALANCED, strategy="quota"),
        opportunities={"all": opportunity(slots=2)},
    )
    account = order_account(GroupOrders(made).period("main", weeks(1)[0]))
    assert [(line.position, line.received > 0) for line in account.lines] == [
        (1, True),
        (2, True),
        (0, False),
    ]


def test_accounts_of_a_ledger_are_those_of_its_periods():
    made = with_ledger(small(partner("ada"), "bob", "cyd"), weeks(5))
    told = ledger_accounts(made.ledgers["main"])
    decided = tuple(order_account(GroupOrders(made).period("main", day)) for day in weeks(5))
    assert told == decided


def test_ledger_without_entries_has_no_accounts():
    assert ledger_accounts(Ledger("main")) == ()
