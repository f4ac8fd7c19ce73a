from datetime import date, datetime

from pavgen.place.ordering import Candidate, Measure, Rule, dense_ranks
from pavgen.place.strategies.pick_ladder import keys

COLLATION = ("", "", "")


def candidate(identity, **facts):
    said = {"points": 0, "joined": date(2024, 1, 1), "certifications": 0, **facts}
    return Candidate(id=identity, collation=COLLATION, **said)


def ordered(ladder, *candidates):
    ranks = dense_ranks({c.id: keys(c, Rule(ladder=ladder)) for c in candidates})
    return sorted(ranks, key=lambda i: ranks[i])


def test_rungs_are_looked_at_in_the_order_of_the_ladder():
    rich = candidate("rich", points=5, package=(1, "small"))
    large = candidate("large", points=1, package=(0, "large"))
    assert ordered(("package", "points"), rich, large) == ["large", "rich"]
    assert ordered(("points", "package"), rich, large) == ["rich", "large"]


def test_earlier_application_comes_first_and_one_without_a_moment_last():
    early = candidate("early", applied=datetime.fromisoformat("2026-09-01T07:00:00"))
    later = candidate("later", applied=datetime.fromisoformat("2026-09-01T07:00:00.5"))
    assert ordered(("applied",), candidate("never"), later, early) == ["early", "later", "never"]


def test_who_has_booked_nothing_comes_after_every_package():
    last = candidate("last", package=(12, "tiny"))
    assert ordered(("package",), candidate("none"), last) == ["last", "none"]


def test_years_and_certificates_count_where_they_are_named():
    old = candidate("old", joined=date(2020, 1, 1))
    able = candidate("able", certifications=3)
    assert ordered(("joined",), able, old) == ["old", "able"]
    assert ordered(("certifications",), old, able) == ["able", "old"]


def test_empty_ladder_looks_at_nothing():
    assert keys(candidate("a", points=5), Rule()) == ()


def test_values_are_told_by_their_names():
    told = candidate("a", package=(0, "large"), applied=datetime.fromisoformat("2026-09-01T07:00"))
    package, applied = keys(told, Rule(ladder=("package", "applied")))
    assert (package.measure, package.value) == (Measure.PACKAGE, "large")
    assert (applied.measure, applied.value) == (Measure.APPLIED, "2026-09-01T07:00:00Z")
