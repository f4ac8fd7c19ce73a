"""What a review says in sentences."""

from pavgen.model.review.rulings import Ruling, Verdict
from pavgen.place.effect import Effect, Move
from pavgen.plan.review import Changes, PageChanges
from pavgen.render.reports.review_words import effect_sentences, page_sentences, summary
from tests.render.reports.reviews import plain_review

TITLES = {"all": "All partners"}


def effect(shown=(), others=(), **more):
    return plain_review(changes=Changes(effect=Effect(shown, others), titles=TITLES), **more)


def test_an_empty_pull_request_changes_nothing():
    review = plain_review(paths=(), slugs=(), changes=Changes(effect=Effect()))
    assert summary(review)[2:] == ("What: nothing is changed", "Why: it changes nothing")
    assert list(effect_sentences(review)) == ["Nobody's position changes."]


def test_the_gravest_rule_is_the_reason_and_the_rest_are_counted():
    rulings = (
        Ruling("path-code", Verdict.REFUSED, "this is code", "README.md"),
        Ruling("path-code", Verdict.REFUSED, "this is code", "a.py"),
        Ruling("partner-new", Verdict.VENDOR, "`x` is new", "partners/x/"),
    )
    review = plain_review(Verdict.REFUSED, rulings=rulings)
    assert summary(review)[3] == "Why: `README.md`: this is code (and 1 more)"


def test_what_is_not_known_is_said_so():
    review = plain_review(Verdict.UNDECIDED, commits=("", "", ""), paths=(), slugs=())
    assert summary(review)[2] == "What: not known"


def test_at_most_five_partners_are_named():
    review = plain_review(slugs=tuple("abcdefg"))
    assert summary(review)[2] == "What: 1 path in `a`, `b`, `c`, `d`, `e` and 2 more"


def test_who_comes_goes_and_moves_and_why():
    review = effect(
        (Move("acme", "all", None, 1, 4), Move("acme", "few", 2, None, 4), Move("acme", "x", 3, 1, 4)),
        (
            Move("bravo", "all", 1, 2, 4, "comes", ("acme",)),
            Move("bravo", "few", 3, 2, 4, "goes", ("acme",)),
            Move("bravo", "x", 1, 2, 4, "moves", ("acme",)),
            Move("bravo", "y", 1, 2, 4, "order"),
        ),
    )  # fmt: skip
    assert list(effect_sentences(review)) == [
        "Your listing would appear in 2 lists.",
        "`All partners`: position 1 of 4, newly shown",
        "`few`: no longer shown, before at position 2",
        "`x`: position 1 of 4, before 3",
        "4 positions of others would change:",
        "`bravo` in `All partners`: position 2 of 4, before 1, because of `acme`, newly shown before it",
        "`bravo` in `few`: position 2 of 4, before 3, because of `acme`, no longer shown before it",
        "`bravo` in `x`: position 2 of 4, before 1, because of `acme`, now on the other side of it",
        "`bravo` in `y`: position 2 of 4, before 1, because the rule orders the rest anew",
    ]


def test_the_pages_of_each_site_are_counted():
    changes = Changes(pages=(PageChanges("a", ("x",), ("y", "z"), ("w",)), PageChanges("b")))
    assert list(page_sentences(plain_review(changes=changes))) == [
        "site `a`: 1 page new, 2 pages changed, 1 page gone",
        "site `b`: no page changes",
    ]
