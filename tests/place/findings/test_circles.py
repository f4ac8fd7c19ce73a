from pavgen.model.conditions import ALWAYS
from pavgen.model.records.policy import Group, Limit, Score
from pavgen.place.findings.circles import circle_findings
from tests.place.programmes import opportunity, partner, programme

SCORES = (Score(when=ALWAYS, score=1, label="All"),)


def after(group):
    return Group(strategy="relevance", scores=SCORES, then=group)


def counting(group, *others):
    limit = Limit(cap=1, per="partner", across=others)
    return opportunity(group=group, slots=1, constraints=(limit,))


def circles(groups, opportunities):
    made = programme([partner("ada")], groups=groups, opportunities=opportunities)
    return [(d.field, d.what) for d in circle_findings(made.policy)]


DRAW = Group(strategy="draw")


def test_groups_in_a_row_are_no_circle():
    groups = {"a": after("b"), "b": after("c"), "c": DRAW}
    assert circles(groups, {"one": counting("c", "two"), "two": opportunity(group="x")}) == []


def test_a_group_that_decides_by_itself_is_a_circle_of_one():
    assert circles({"a": after("a")}, {"one": opportunity(group="a")}) == [
        ("groups.a.then", "group `a` waits for its own order")
    ]


def test_a_circle_is_told_once_with_its_way_round():
    groups = {"a": after("b"), "b": after("c"), "c": after("b"), "d": after("a")}
    what = "groups wait for each other's order in a circle: `b` → `c` → `b`"
    assert circles(groups, {}) == [("groups.b.then", what)]


def test_seats_that_are_counted_and_orders_that_decide_can_close_a_circle():
    groups = {"a": after("b"), "b": DRAW}
    lists = {"one": opportunity(group="a"), "two": counting("b", "three", "one")}
    lists["three"] = opportunity(group="c")
    what = "groups wait for each other's order in a circle: `a` → `b` → `a`"
    assert circles(groups, lists) == [("groups.a.then", what)]


def test_lists_that_count_each_others_seats_are_a_circle():
    lists = {"one": counting("a", "two"), "two": counting("b", "one")}
    assert circles({"a": DRAW, "b": DRAW}, lists) == [
        (
            "opportunities.one.constraints[0].across[0]",
            "groups wait for each other's order in a circle: `a` → `b` → `a`",
        )
    ]


def test_a_circle_is_told_at_the_first_key_that_closes_it():
    twice = Limit(cap=1, per="partner", across=("gone", "two", "two"))
    first = opportunity(group="a", slots=1, constraints=(Limit(cooldown=1), twice, twice))
    lists = {"zero": opportunity(group="a"), "one": first, "two": counting("b", "one")}
    (found,) = circles({"a": DRAW, "b": DRAW}, lists)
    assert found[0] == "opportunities.one.constraints[1].across[1]"
    (found,) = circles({"a": after("b"), "b": DRAW}, lists)
    assert found[0] == "groups.a.then"


def test_a_list_that_counts_its_own_seats_is_told_of_elsewhere():
    assert circles({"a": DRAW}, {"one": counting("a", "one")}) == []


def test_two_circles_are_told_apart():
    groups = {"a": after("b"), "b": after("a"), "c": after("d"), "d": after("c")}
    assert [field for field, _ in circles(groups, {})] == ["groups.a.then", "groups.c.then"]
