import pytest

from pavgen.model.conditions import Among
from pavgen.model.records.policy import Group, Limit
from pavgen.place.findings.limits import kinds_of, limit_findings
from tests.place.findings.cases import listing
from tests.place.programmes import opportunity

GOLD = Among("tier", ("gold",))
AT = "opportunities.all.constraints[0]"


def found(*limits, slots=3):
    record = opportunity(slots=slots, constraints=limits)
    policy = listing(Group(strategy="draw")).policy
    return [(d.code, d.field) for d in limit_findings(policy, "all", record)]


SOUND = (
    Limit(separate="competitors"),
    Limit(separate="labels", distance=3),
    Limit(cap=1, per="home_region"),
    Limit(cap=1, per="partner", across=("other",)),
    Limit(cooldown=2),
    Limit(at_least=1, of=GOLD),
)


def test_a_sound_constraint_of_each_kind_has_no_findings():
    assert found(*SOUND) == []


@pytest.mark.parametrize(
    ("limit", "kinds"),
    [
        (Limit(), ()),
        (Limit(distance=3), ()),
        (Limit(per="tier"), ()),
        (Limit(cap=1, cooldown=1), ("cap", "cooldown")),
        (
            Limit(separate="labels", cap=1, per="tier", cooldown=1, at_least=1),
            ("separate", "cap", "cooldown", "at_least"),
        ),
    ],
)
def test_a_constraint_is_of_exactly_one_kind(limit, kinds):
    assert (kinds_of(limit), found(limit)) == (kinds, [("placement-limit-kind", AT)])


@pytest.mark.parametrize(
    ("limit", "key"),
    [
        (Limit(cooldown=1, distance=3), "distance"),
        (Limit(cooldown=1, per="tier"), "per"),
        (Limit(separate="labels", of=GOLD), "of"),
        (Limit(at_least=1, of=GOLD, across=("other",)), "across"),
    ],
)
def test_a_key_of_another_kind_is_in_vain(limit, key):
    assert found(limit) == [("placement-limit-key", f"{AT}.{key}")]


@pytest.mark.parametrize(
    "limit",
    [Limit(cap=1), Limit(cap=1, per="partner"), Limit(at_least=1)],
    ids=["cap without per", "cap without across", "at_least without of"],
)
def test_a_constraint_asks_for_what_it_needs(limit):
    assert found(limit) == [("placement-limit-needs", AT)]


def test_across_counts_the_seats_of_partners_only():
    limit = Limit(cap=1, per="tier", across=("other",))
    assert found(limit) == [("placement-limit-across", f"{AT}.across")]


def test_across_names_other_lists_only():
    limit = Limit(cap=1, per="partner", across=("other", "all"))
    assert found(limit) == [("placement-limit-across", f"{AT}.across[1]")]


def test_a_list_that_shows_everybody_can_separate_and_nothing_else():
    kinds = [("separate", 0), ("cap", 2), ("cooldown", 4), ("at_least", 5)]
    assert [found(SOUND[index], slots=None) for _, index in kinds] == [
        [],
        *([("placement-limit-slots", f"{AT}.{kind}")] for kind, _ in kinds[1:]),
    ]


def test_each_constraint_is_told_of_at_its_own_place():
    assert found(SOUND[0], Limit(), SOUND[1], Limit()) == [
        ("placement-limit-kind", "opportunities.all.constraints[1]"),
        ("placement-limit-kind", "opportunities.all.constraints[3]"),
    ]
