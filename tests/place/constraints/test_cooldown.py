from pavgen.place.constraints.arranging import Arranged, arrange
from pavgen.place.rounds import Bound, Cooldown, GroupRule, Waiver

FIVE = tuple("abcde")


def seated(rule, recent, pins=()):
    found = arrange(FIVE, rule, (Bound(),), pins, recent)
    assert isinstance(found, Arranged)
    return found


def test_who_sat_in_one_of_the_last_periods_is_passed_over():
    rule = GroupRule("draw", slots=2, constraints=(Cooldown(2),))
    found = seated(rule, [{"a"}, {"c"}, {"b"}])
    assert (found.shown, found.seats) == (("b", "d", "a", "c", "e"), 2)


def test_seat_stays_open_when_all_the_others_sat_lately():
    rule = GroupRule("draw", slots=2, constraints=(Cooldown(1),))
    assert seated(rule, [set("abcd")]).seats == 1


def test_soft_cooldown_is_waived_from_the_seat_on_where_it_cannot_be_kept():
    rule = GroupRule("draw", slots=2, constraints=(Cooldown(1, hard=False),))
    found = seated(rule, [set("abcd")])
    assert (found.shown[:2], found.waivers) == (("e", "a"), (Waiver(0, "a", 2),))


def test_pinned_partner_is_not_asked_to_rest():
    rule = GroupRule("draw", slots=1, constraints=(Cooldown(1),))
    found = seated(rule, [{"a"}], pins=(("a", 1),))
    assert (found.shown[0], found.seats) == ("a", 1)
