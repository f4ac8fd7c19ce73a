"""The words of the standard theme in every language it speaks, and pages in languages unlike English."""

import re
from collections import defaultdict
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from babel import Locale

from pavgen.files.yamldoc import parse_yaml
from pavgen.model.document import Entries, Scalar
from pavgen.render.cldr import format_date, format_number, plural_category

FOLDER = Path(__file__).resolve().parents[2] / "themes/standard/locales"
LOCALES = sorted(path.stem for path in FOLDER.glob("*.yaml"))
CATEGORIES = {"zero", "one", "two", "few", "many", "other"}


@cache
def strings(locale):
    path = f"themes/standard/locales/{locale}.yaml"
    read = parse_yaml(path, (FOLDER / f"{locale}.yaml").read_text(encoding="utf-8"))
    assert read.diagnostics == ()
    assert isinstance(read.value, Entries)
    return {key.text: value.text for key, value in read.value if isinstance(value, Scalar)}


def forms(locale):
    """Return the strings by key without its plural category: category, or nothing, to text."""
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for key, text in strings(locale).items():
        stem, dot, category = key.rpartition(".")
        counted = bool(dot) and category in CATEGORIES
        found[stem if counted else key][category if counted else ""] = text
    return dict(found)


def asked(texts):
    return {place for text in texts.values() for place in re.findall(r"\{([a-z_]+)\}", text)}


ENGLISH = forms("en")


@pytest.mark.parametrize("locale", LOCALES)
def test_every_language_has_every_string_and_no_other(locale):
    assert sorted(forms(locale)) == sorted(ENGLISH)


@pytest.mark.parametrize("locale", LOCALES)
def test_strings_ask_for_the_same_places_in_every_language(locale):
    differing = {
        key: (sorted(asked(texts)), sorted(asked(ENGLISH[key])))
        for key, texts in forms(locale).items()
        if asked(texts) != asked(ENGLISH[key])
    }

    assert differing == {}


@pytest.mark.parametrize("locale", LOCALES)
def test_counted_strings_have_each_form_the_language_has(locale):
    wanted = {*Locale.parse(locale, sep="-").plural_form.tags, "other"}
    lacking = {
        key: sorted(wanted - texts.keys())
        for key, texts in forms(locale).items()
        if "" not in texts and wanted != texts.keys()
    }

    assert lacking == {}


@pytest.mark.parametrize("locale", LOCALES)
def test_no_string_is_empty_or_left_in_english(locale):
    texts = strings(locale)
    same = [k for k, text in texts.items() if text == strings("en")[k] and len(text.split()) > 2]

    assert [key for key, text in texts.items() if not text.strip()] == []
    assert locale == "en" or same == []


def test_german_writes_days_numbers_and_plurals_its_own_way():
    day = date(2026, 11, 21)

    assert format_date(day, "de") == "21. November 2026"
    assert format_number(12345, "de") == "12.345"
    assert [plural_category(n, "de") for n in (0, 1, 2)] == ["other", "one", "other"]
