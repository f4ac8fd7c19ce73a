"""Names, dates and plurals in the site's language."""

from datetime import date

import pytest

from pavgen.render import cldr


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "November 21, 2026"),
        ("en-GB", "21 November 2026"),
        ("de", "21. November 2026"),
        ("pt-BR", "21 de novembro de 2026"),
        ("ja", "2026年11月21日"),
    ],
)
def test_a_day_is_written_as_the_language_does(locale: str, text: str):
    assert cldr.format_date(date(2026, 11, 21), locale) == text


def test_a_number_is_grouped_as_the_language_does():
    assert [cldr.format_number(12000, tag) for tag in ("en", "de", "es")] == [
        "12,000",
        "12.000",
        "12.000",
    ]


def test_a_country_is_named_by_its_code():
    assert [cldr.country_name("NO", tag) for tag in ("en", "de")] == ["Norway", "Norwegen"]


def test_an_unknown_country_stands_for_itself():
    assert cldr.country_name("QQ1", "en") == "QQ1"


def test_plural_categories_follow_the_language():
    assert [cldr.plural_category(n, "pl") for n in (1, 2, 5)] == ["one", "few", "many"]


def test_the_direction_of_writing_follows_the_script():
    assert [cldr.direction(tag) for tag in ("en", "ar", "he", "ja")] == ["ltr", "rtl", "rtl", "ltr"]


def test_an_unknown_language_reads_as_english():
    assert cldr.format_date(date(2026, 1, 2), "xx-YY") == "January 2, 2026"


def test_a_region_without_data_falls_back_to_its_language():
    assert cldr.country_name("NO", "de-XX") == "Norwegen"
