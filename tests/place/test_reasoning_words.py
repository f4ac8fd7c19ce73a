import re

import pytest

from pavgen.app.themes import standard_words
from pavgen.files.builtin import builtin_themes
from pavgen.files.yamldoc import parse_yaml
from pavgen.model.document import Entries
from pavgen.place.reasoning_words import WHY_PLACES

LOCALES = ("en", "de")


def own_keys(locale):
    """Return the keys of a locale's file, with each plural form under its key."""
    path = f"themes/standard/locales/{locale}.yaml"
    node = parse_yaml(path, builtin_themes()[path].decode()).value
    assert isinstance(node, Entries)
    return {re.sub(r"\.(one|other)$", "", key.text) for key, _ in node}


@pytest.mark.parametrize("locale", LOCALES)
def test_both_languages_have_every_text_and_no_other(locale):
    assert {key for key in own_keys(locale) if key.startswith("why-")} == set(WHY_PLACES)


@pytest.mark.parametrize("locale", LOCALES)
def test_texts_ask_for_nothing_that_is_not_given(locale):
    words = standard_words(locale)
    asks = words.asks()
    asked = {key: asks.get(key, frozenset()) - set(places) for key, places in WHY_PLACES.items()}
    assert {key: names for key, names in asked.items() if names} == {}


@pytest.mark.parametrize("locale", LOCALES)
def test_texts_have_no_stop_of_their_own(locale):
    words = standard_words(locale)
    ended = [
        key
        for start in WHY_PLACES
        for key, text in words.beginning(start).items()
        if text.endswith(".") and key not in {"why-sentence", "why-decimal"}
    ]
    assert ended == []
