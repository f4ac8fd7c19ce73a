from datetime import date

from pavgen.model.conditions import ALWAYS
from pavgen.model.records.policy import Group
from pavgen.place.eligibility import Answer, Verdict
from pavgen.place.ordering import Key, Measure
from pavgen.place.placement import Decision, Entrant, Reasons, seated
from pavgen.place.placing import place
from tests.place.drawn import recorded
from tests.place.programmes import opportunity, partner, programme

DAY = date(2026, 11, 25)
VERDICT = Verdict("active", Answer(ALWAYS, holds=True))


def reasons(place, points, **neighbours):
    return Reasons(VERDICT, place, (Key(Measure.POINTS, points, (-points, "")),), **neighbours)


def test_seated_numbers_from_one_and_names_both_neighbours():
    ada, bob = (
        Entrant("p-ada", "ada", reasons(1, 5)),
        Entrant("p-bob", "bob", reasons(4, 3)),
    )
    assert seated([ada, bob], slots=1) == (
        Decision("p-ada", "ada", 1, 1000000, reasons(1, 5, below="bob")),
        Decision("p-bob", "bob", 2, 0, reasons(4, 3, above="ada")),
    )


def test_filtered_list_has_positions_and_neighbours_of_its_own_and_keeps_places():
    made = programme(
        [partner("ada", points=3), partner("bob", points=2), partner("cid", points=1)],
        groups={"main": Group(strategy="points")},
        opportunities={"all": opportunity()},
    )
    first, second = place(made, DAY).value.filtered("all", ("ada", "cid"))
    assert (first.reasons.above, first.reasons.below) == (None, "cid")
    assert (second.position, second.exposure, second.reasons.place) == (2, 630930, 3)


def test_order_is_recorded_once_its_period_stands_in_the_ledger():
    made = programme([partner("ada")])
    before, after = (place(m, DAY).value.groups["main"] for m in (made, recorded(made, DAY, DAY)))
    assert (before.is_recorded, after.is_recorded) == (False, True)
