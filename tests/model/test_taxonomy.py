"""Vocabularies as trees."""

import pytest

from pavgen.kernel.diagnostics import DefectError
from pavgen.model.taxonomy import Entry, Taxonomy

EMEA = Entry("emea", "Europe", "", None, ("dach", "no"))
DACH = Entry("dach", "DACH", "", "emea", ("de",))
DE = Entry("de", "Germany", "", "dach", ())
NO = Entry("no", "Norway", "", "emea", ())
AMER = Entry("amer", "Americas", "", None, ())
REGIONS = Taxonomy([EMEA, DACH, DE, NO, AMER])


def test_terms_stand_in_declared_order():
    assert REGIONS.ids() == ("emea", "dach", "de", "no", "amer")
    assert (list(REGIONS), len(REGIONS)) == ([EMEA, DACH, DE, NO, AMER], 5)
    assert [REGIONS.rank(term) for term in ("emea", "amer")] == [0, 4]


def test_a_term_is_found_by_its_id():
    assert (REGIONS["de"], "de" in REGIONS, "fr" in REGIONS) == (DE, True, False)


def test_an_unknown_term_is_a_defect():
    with pytest.raises(DefectError, match="no term `fr`"):
        REGIONS["fr"]


def test_roots_have_no_parent():
    assert REGIONS.roots() == (EMEA, AMER)


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        ((), ()),
        (("de",), ("emea", "dach", "de")),
        (("no", "de"), ("emea", "dach", "de", "no")),
        (("amer", "emea"), ("emea", "amer")),
    ],
)
def test_a_term_brings_those_above_it(terms, expected):
    assert REGIONS.with_parents(terms) == expected


def test_a_trail_begins_at_the_root():
    assert REGIONS.trail("de") == (EMEA, DACH, DE)
    assert REGIONS.trail("amer") == (AMER,)
