from datetime import date

import pytest

from pavgen.model.conditions import ALWAYS, AnyOf
from pavgen.model.records.policy import Group
from pavgen.place.eligibility import Answer, Verdict
from pavgen.place.ordering import Key, Measure
from pavgen.place.placement import Decision, Entrant, Reasons, seated
from pavgen.place.placing import place
from tests.place.drawn import recorded
from tests.place.programmes import opportunity, partner, programme

DAY = date(2026, 11, 25)
NOBODY = AnyOf(())
VERDICT = Verdict("active", Answer(ALWAYS, holds=True))


def reasons(place, points):
    return Reasons(VERDICT, place, (Key(Measure.POINTS, points, (-points, "")),))


def test_seated_numbers_from_one_and_counts_no_exposure_beyond_the_slots():
    ada, bob = (
        Entrant("p-ada", "ada", reasons(1, 5)),
        Entrant("p-bob", "bob", reasons(4, 3)),
    )
    assert seated([ada, bob], slots=1) == (
        Decision("p-ada", "ada", 1, 1000000, reasons(1, 5)),
        Decision("p-bob", "bob", 2, 0, reasons(4, 3)),
    )


def by_points(count):
    partners = [partner(f"p{n:02}", points=100 - n) for n in range(count)]
    groups = {"main": Group(strategy="points")}
    return place(
        programme(partners, groups=groups, opportunities={"all": opportunity()}), DAY
    ).value


def test_filtered_list_has_positions_of_its_own_and_keeps_places():
    first, second = by_points(3).filtered("all", ("p00", "p02"))
    assert (first.position, second.position) == (1, 2)
    assert (second.exposure, second.reasons.place) == (630930, 3)


@pytest.mark.parametrize("keep", [("p19", "p03", "p19", "nobody"), (), {"p07"}])
def test_a_few_of_a_long_list_are_those_that_going_through_it_finds(keep):
    placement = by_points(40)
    few = placement.filtered("all", keep)
    kept = [d for d in placement.opportunities["all"].decisions if d.slug in keep]
    assert few == seated(kept)


def test_a_list_finds_everybody_by_id_or_slug():
    slots = {"all": opportunity(slots=1), "none": opportunity(eligible=NOBODY)}
    made = programme([partner("ada", points=2), partner("bob")], opportunities=slots)
    lists = place(made, DAY).value.opportunities
    shown, empty = lists["all"], lists["none"]
    assert shown.decided == {d.partner: d for d in (*shown.decisions, *shown.waiting)}
    assert (len(shown.line), shown.positions) == (2, {shown.decisions[0].slug: 1})
    assert empty.left_out == {e.partner: e for e in empty.excluded}


def test_order_is_recorded_once_its_period_stands_in_the_ledger():
    made = programme([partner("ada")])
    before, after = (place(m, DAY).value.groups["main"] for m in (made, recorded(made, DAY, DAY)))
    assert (before.is_recorded, after.is_recorded) == (False, True)
