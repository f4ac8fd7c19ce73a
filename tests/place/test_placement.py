from datetime import date

from pavgen.model.conditions import ALWAYS
from pavgen.model.records.policy import Group
from pavgen.place.eligibility import Answer, Verdict
from pavgen.place.ordering import Key, Measure
from pavgen.place.placement import Comparison, Decision, Entrant, Reasons, seated
from pavgen.place.placing import place
from tests.place.programmes import opportunity, partner, programme

VERDICT = Verdict("active", Answer(ALWAYS, holds=True))


def entrant(slug, points):
    return Entrant(f"p-{slug}", slug, VERDICT, (Key(Measure.POINTS, points, (-points, "")),))


def test_seated_numbers_from_one_and_compares_with_both_neighbours():
    ada, bob = entrant("ada", 5), entrant("bob", 3)
    assert seated([ada, bob], slots=1) == (
        Decision(
            "p-ada",
            "ada",
            1,
            1000000,
            Reasons(VERDICT, ada.keys, None, Comparison("bob", Measure.POINTS, 5, 3)),
        ),
        Decision(
            "p-bob",
            "bob",
            2,
            0,
            Reasons(VERDICT, bob.keys, Comparison("ada", Measure.POINTS, 3, 5), None),
        ),
    )


def test_filtered_list_compares_with_its_own_neighbours():
    made = programme(
        [partner("ada", points=3), partner("bob", points=2), partner("cid", points=1)],
        groups={"main": Group(strategy="points")},
        opportunities={"all": opportunity()},
    )
    placement = place(made, date(2026, 11, 25)).value
    first, second = placement.filtered("all", ("ada", "cid"))
    assert first.reasons.below == Comparison("cid", Measure.POINTS, 3, 1)
    assert (second.position, second.exposure) == (2, 630930)
