"""Verdicts are worked out once for a list and a day, and are those of one partner alone."""

from datetime import date, timedelta

from pavgen.model.conditions import AllOf, Among, AnyOf, AtLeast, Not
from pavgen.place.eligibility import judged
from pavgen.place.judging import verdicts_of
from tests.place.programmes import opportunity, partner, programme

DAY = date(2026, 11, 25)
RULE = AllOf(
    (
        Among("status", ("active",)),
        AnyOf((AtLeast("points", 3), Not(Among("tier", ("gold",))), Among("partner", ("dee",)))),
    )
)


def made():
    partners = [
        partner("ada", points=3, tier="gold"),
        partner("bob", points=2, tier="gold"),
        partner("cid", points=2, tier="silver", opt_out=("all",)),
        partner("dee", points=2, tier="gold", joined=DAY + timedelta(days=2)),
        partner("eve", points=3, tier="gold"),
    ]
    return programme(partners, opportunities={"all": opportunity(eligible=RULE)})


def test_verdicts_are_those_of_each_partner_alone():
    programme_ = made()
    for day in (DAY, DAY + timedelta(days=2)):
        found = verdicts_of(programme_).on("all", day)
        assert found == {
            p.id: judged(p, "all", RULE, programme_.words, day)
            for p in programme_.partners.values()
        }


def test_equal_verdicts_are_one_value():
    partners = [partner(slug, points=len(slug)) for slug in ("ada", "bob", "anna")]
    lists = {"all": opportunity(eligible=AtLeast("points", 3))}
    found = verdicts_of(programme(partners, opportunities=lists)).on("all", DAY)
    assert found["p-ada"] is found["p-bob"]
    assert found["p-ada"] != found["p-anna"]


def test_a_list_of_a_day_is_judged_once_for_whoever_asks():
    programme_ = made()
    assert verdicts_of(programme_).on("all", DAY) is verdicts_of(programme_).on("all", DAY)


def test_verdicts_of_many_days_are_right_though_few_are_kept():
    verdicts = verdicts_of(made())
    days = [DAY + timedelta(days=n) for n in range(50)]
    first = [verdicts.on("all", day)["p-dee"].eligible for day in days]
    assert first == [day >= DAY + timedelta(days=2) for day in days]
    assert first == [verdicts.on("all", day)["p-dee"].eligible for day in days]
