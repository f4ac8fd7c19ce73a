"""A review for a terminal and for a build's log."""

import pytest

from pavgen.model.review.rulings import Ruling, Verdict
from pavgen.render.reports.review_text import review_as_text
from tests.render.reports.reviews import OWN, naughty, plain_review, with_everywhere


def unsafe_lines(told):
    """Return lines that a log or a terminal would obey, or that do not show what they hold."""
    return [
        line
        for line in told.split("\n")
        if line.lstrip().startswith("::") or "##[" in line or not line.isprintable()
    ]


@pytest.mark.parametrize("word", OWN)
def test_no_line_is_a_command_or_steers_a_terminal(word):
    assert unsafe_lines(review_as_text(with_everywhere(word))) == []


def test_no_naughty_string_makes_a_command(shared_data):
    told = (review_as_text(with_everywhere(word)) for word in naughty(shared_data))
    assert [line for text in told for line in unsafe_lines(text)] == []


def test_a_whole_report_of_an_edit():
    assert review_as_text(plain_review()) == (
        "Verdict: pass. Nothing in it needs the vendor's leave.\n"
        "Who: account `101`\n"
        "What: 1 path in `acme`\n"
        "Why: every rule is kept\n"
        "Next: A partner manager merges it; the site shows it with its next build.\n"
        "\n"
        "Placement:\n"
        "  Your listing would appear in 1 list.\n"
        "  `All partners`: position 1 of 4, as before\n"
        "  Nobody else's position changes.\n"
        "\n"
        "Paths:\n"
        "  M partners/acme/about.md (5 bytes)\n"
        "\n"
        "Text:\n"
        "  partners/acme/about.md - We sail.\n"
        "  partners/acme/about.md + We row.\n"
    )


def test_of_a_long_list_the_first_are_told_and_how_many_more():
    rulings = tuple(Ruling("path-code", Verdict.REFUSED, "x", f"p{n}") for n in range(502))
    told = review_as_text(plain_review(Verdict.REFUSED, rulings=rulings)).splitlines()
    rules = told[told.index("Rules:") :]
    assert rules[500:502] == ["  refused[path-code] p499: x", "  and 2 more"]
