from fractions import Fraction

from pavgen.kernel.canonical import canonical_json, sha256_hex
from pavgen.place.constraints.conflict import Conflict
from pavgen.place.engine import GroupState, lag_digest, play, pools_of, settle
from pavgen.place.rounds import AtLeast, Bound, Cap, Cooldown, GroupRule, PublicSeed, Separate
from tests.place.rounds import equal, played, round_of, weekly

BLOCKS = (("gold", ("a", "b")), ("silver", ("c", "d", "e")))
FIVE = dict.fromkeys("abcde", 1)


def test_draw_gives_an_order_by_ticket_that_another_seed_changes():
    one, other = (
        weekly(GroupRule("draw", seed=PublicSeed("", seed)), equal(20), 1)[0] for seed in "xy"
    )
    assert sorted(one) == sorted(other) == sorted(equal(20))
    assert one != other


def test_ranks_decide_before_tickets():
    ranks = {"a": (1, 0), "b": (0, 2), "c": (0, 1)}
    made = round_of("w", dict.fromkeys("abc", 1), ranks=ranks)
    assert played(GroupRule("points"), [made])[0][0].order == ("c", "b", "a")


def test_blocks_stand_one_after_the_other_each_balanced_by_itself():
    rule = GroupRule("balanced", blocks="tier")
    rounds = [round_of(f"w{n}", FIVE, pools=BLOCKS) for n in range(6)]
    results = played(rule, rounds)
    assert {one.shown[:2] for one, _ in results} == {("a", "b"), ("b", "a")}
    firsts = [one.shown[2] for one, _ in results]
    assert {i: firsts.count(i) for i in "cde"} == {"c": 2, "d": 2, "e": 2}


def test_pinned_partner_holds_its_position_across_blocks_and_leaves_its_own():
    rule = GroupRule("balanced", blocks="tier")
    [(one, state)] = played(rule, [round_of("w", FIVE, pools=BLOCKS, pins=(("e", 1),))])
    assert (one.shown[0], sorted(one.shown[1:3]), sorted(one.shown[3:])) == (
        "e",
        ["a", "b"],
        ["c", "d"],
    )
    assert state.accounts["silver"].members == ("c", "d")


def test_pools_know_the_pins_among_their_own_positions():
    made = round_of("w", FIVE, pools=BLOCKS, pins=(("e", 1), ("a", 4)))
    pools = pools_of(GroupRule("balanced", blocks="tier"), made)
    assert [(pool.ids(), pool.pinned) for pool in pools] == [(("b",), (1,)), (("c", "d"), (2,))]


def test_pin_beyond_the_end_stands_last():
    [(one, _)] = played(GroupRule("draw"), [round_of("w", FIVE, pins=(("c", 40),))])
    assert one.shown[-1] == "c"


def test_list_moved_by_a_constraint_is_charged_as_shown():
    rule = GroupRule("balanced", constraints=(Separate("competitors", 2),))
    bound = Bound(pairs=(("p000", "p001"),))
    free = played(GroupRule("balanced"), [round_of("w", equal(3))])[0][0].order
    [(one, state)] = played(rule, [round_of("w", equal(3), bounds=(bound,))])
    middle = one.shown[1]
    assert (one.order, middle) == (free, "p002")
    assert state.accounts[""].lags[middle][0] == 10**9 // 3
    assert state.accounts[""].lags[middle][1] == 2 * 10**9 // 3 - 10**9


def test_quota_seats_as_many_as_the_slots_and_rests_who_sat():
    rule = GroupRule("quota", slots=2, constraints=(Cooldown(2),))
    results = played(rule, [round_of(f"w{n}", equal(7), bounds=(Bound(),)) for n in range(14)])
    sat = [set(one.shown[: one.seats]) for one, _ in results]
    assert {len(seats) for seats in sat} == {2}
    assert all(not (sat[n] & (sat[n - 1] | sat[n - 2])) for n in range(2, 14))
    assert {i: sum(i in seats for seats in sat) for i in equal(7)} == dict.fromkeys(equal(7), 4)


def test_quota_owes_nobody_a_whole_turn_with_the_same_partners():
    weights = {"a": 3, "b": 2, "c": 1, "d": 1}
    results = played(GroupRule("quota", slots=2), [round_of(f"w{n}", weights) for n in range(50)])
    lags = [lag for _, state in results for lag in state.accounts[""].lags.values()]
    assert all(abs(lag) < 1 for lag in lags)
    assert any(lag != Fraction(0) for lag in lags)


def test_slot_that_nobody_may_fill_stays_open():
    rule = GroupRule("quota", slots=3, constraints=(Cap(1, "exclusion_label"),))
    bound = Bound(classes=(("crm", ("a", "b", "c")),))
    made = round_of("w", dict.fromkeys("abcd", 1), bounds=(bound,))
    one = play(rule, made, GroupState())
    assert not isinstance(one, Conflict)
    assert (one.seats, "d" in one.shown[:2]) == (2, True)


def test_apportioned_seats_follow_the_weight_of_classes():
    rule = GroupRule("apportion", by="type", inside="draw")
    ids = {f"i{n}": 1 for n in range(6)} | {f"r{n}": 1 for n in range(3)}
    pools = (
        ("integrator", tuple(sorted(i for i in ids if i[0] == "i"))),
        ("reseller", tuple(sorted(i for i in ids if i[0] == "r"))),
    )
    order = weekly(rule, ids, 1, pools=pools)[0]
    assert "".join(i[0] for i in order) == "iriirii" + "ri"


def test_hard_constraints_that_cannot_be_kept_are_a_conflict_with_a_counting_sentence():
    rule = GroupRule("draw", constraints=(Separate("labels", 2),))
    bound = Bound(classes=(("crm", ("a", "b", "c", "d")),))
    found = play(rule, round_of("w", FIVE, bounds=(bound,)), GroupState())
    assert isinstance(found, Conflict)
    assert found.counting == "4 of 5 carry `crm`; distance 2 allows 3"


def test_least_number_of_a_kind_is_seated():
    rule = GroupRule("draw", slots=2, constraints=(AtLeast(1, "tier is registered"),))
    for n in range(10):
        made = round_of(f"w{n}", FIVE, bounds=(Bound(members=("e",)),))
        one = play(rule, made, GroupState())
        assert not isinstance(one, Conflict)
        assert "e" in one.shown[:2]


def test_state_after_a_recorded_list_is_that_of_the_decision():
    rule = GroupRule("balanced")
    made = round_of("w", equal(5))
    one = play(rule, made, GroupState())
    assert not isinstance(one, Conflict)
    quick = settle(rule, made, GroupState(), one.shown, one.seats, one.turns)
    assert settle(rule, made, GroupState(), one.shown, one.seats) == quick


def test_another_strategy_begins_new_accounts_and_another_weight_does_not():
    state = played(GroupRule("balanced"), [round_of("w0", equal(4))])[0][1]
    heavier = dict.fromkeys(equal(4), 2)
    kept = played(GroupRule("balanced", weights="tier"), [round_of("w1", heavier)], state)[0][1]
    anew = played(GroupRule("rotation"), [round_of("w1", equal(4))], state)[0][1]
    assert set(kept.accounts) == set(anew.accounts) == {""}
    assert type(kept.accounts[""]) is type(state.accounts[""])
    assert type(anew.accounts[""]) is not type(state.accounts[""])


def test_pool_that_was_empty_for_a_period_is_new_when_it_returns():
    rule = GroupRule("balanced", blocks="tier")
    full = [round_of("w0", FIVE, pools=BLOCKS)]
    gone = [round_of("w1", dict.fromkeys("ab", 1), pools=BLOCKS[:1])]
    state = played(rule, full + gone)[-1][1]
    assert (state.accounts["silver"].members, set(state.accounts["silver"].lags)) == (
        (),
        set("cde"),
    )


def test_digest_is_that_of_canonical_json_of_the_accounts():
    rule, made = GroupRule("balanced"), round_of("w", equal(3))
    state = played(rule, [made])[0][1]
    lags = {i: list(row) for i, row in state.accounts[""].lags.items()}
    assert lag_digest(rule, made, state) == sha256_hex(canonical_json(lags).encode())


def test_digest_of_a_strategy_without_accounts_is_that_of_nothing():
    rule, made = GroupRule("draw"), round_of("w", equal(3))
    assert lag_digest(rule, made, GroupState()) == sha256_hex(b"{}")


def test_longest_cooldown_finds_who_sat_before_it_was_asked_for():
    """Regression: seats were forgotten after eight periods."""
    rounds = [round_of(f"w{n}", equal(12)) for n in range(10)]
    results = played(GroupRule("quota", slots=1), rounds)
    sat = [one.shown[0] for one, _ in results]
    rule = GroupRule("quota", slots=1, constraints=(Cooldown(10),))
    one = play(rule, round_of("w10", equal(12), bounds=(Bound(),)), results[-1][1])
    assert not isinstance(one, Conflict)
    assert one.shown[0] not in sat


def test_pins_are_taken_from_a_cap_also_where_all_are_shown():
    made = round_of(
        "w", equal(4), pins=(("p000", 2),), bounds=(Bound(classes=(("crm", ("p000", "p001")),)),)
    )
    rule = GroupRule("quota", constraints=(Cap(1, "exclusion_label"),))
    assert pools_of(rule, made)[0].ceilings.classes == ((0, ("p001",)),)
