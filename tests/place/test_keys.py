from dataclasses import replace

from pavgen.model.records.policy import Group
from pavgen.place.exposure import exposure
from pavgen.place.groups import GroupOrders
from pavgen.place.keys import account_keys, ticket_key
from pavgen.place.ordering import Key, Measure
from tests.place.ledgers import BALANCED, MONDAY, small
from tests.place.programmes import opportunity


def keys(group, **more):
    order = GroupOrders(small("ada", "bob", "cyd", group=group, **more)).period("main", MONDAY)
    return order.played.shown, account_keys(order)


def test_balanced_order_looked_at_what_each_was_owed_from_its_position_on():
    (first, second, third), found = keys(BALANCED)
    steps = [exposure(1) - exposure(2), exposure(2) - exposure(3)]
    all_owed = (steps[0] * (10**9 // 3) + steps[1] * (2 * 10**9 // 3)) // 10**9
    from_second = steps[1] * (2 * 10**9 // 3) // 10**9
    values = [found[i][0].value for i in (first, second, third)]
    assert values == [all_owed, from_second, 0]


def test_quota_looked_at_who_was_due_and_by_when():
    group = replace(BALANCED, strategy="quota")
    shown, found = keys(group, opportunities={"all": opportunity(slots=1)})
    assert {found[i] for i in shown} == {
        (Key(Measure.DUE, 1, (0, "")), Key(Measure.DEADLINE, 2, (2, "")))
    }


def test_rotation_looked_at_the_row_of_its_design():
    shown, found = keys(replace(BALANCED, strategy="rotation"))
    assert [found[i][0].value for i in shown] == [1, 2, 3]


def test_sorting_strategy_kept_no_account():
    assert keys(Group(strategy="draw"))[1] == {}


def test_ticket_is_told_in_hexadecimal():
    assert ticket_key(b"\x01\xff") == Key(Measure.TICKET, "01ff", (0, "01ff"))
