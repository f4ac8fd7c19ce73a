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


@pytest.mark.parametrize(
    ("number", "digits", "locale", "text"),
    [
        (1_250_000, 2, "en", "1.25"),
        (1_250_000, 2, "de", "1,25"),
        (12_345_678_900_000, 1, "en", "12,345,678.9"),
        (20_000_000, 0, "en", "20"),
        (-414_999, 2, "en", "−0.41"),
        (-4_999, 2, "en", "0.00"),
        (125_000, 2, "en", "0.12"),
        (135_000, 2, "en", "0.14"),
    ],
)
def test_millionths_are_written_with_the_language_s_point(
    number: int, digits: int, locale: str, text: str
):
    assert cldr.format_millionths(number, digits, locale) == text


def test_a_signed_number_has_a_plus_and_one_that_rounds_to_zero_no_sign():
    signed = [cldr.format_millionths(n, 1, "en", signed=True) for n in (90_000, 40_000, -90_000)]

    assert signed == ["+0.1", "0.0", "−0.1"]


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
