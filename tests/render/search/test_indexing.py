"""Records into the files of a search: the same bytes each time, and no more than is used."""

import pytest

from pavgen.kernel.diagnostics import Span
from pavgen.render.search import indexing
from tests.render.search.records import record, records
from tests.work import no_hang

AT = Span("content/sites/main.yaml", 3)


def test_the_same_records_give_the_same_bytes():
    asked = records(120)
    found = [indexing.search_index(asked, "en", AT).value for _ in range(4)]

    assert found[0]
    assert [other == found[0] for other in found[1:]] == [True, True, True]


def test_no_user_interface_and_no_worker_but_ours_is_published():
    names = {name.partition("_")[0] for name in indexing.search_index(records(3), "en", AT).value}

    assert names == {
        "pagefind/filter/en",
        "pagefind/fragment/en",
        "pagefind/index/en",
        "pagefind/pagefind-entry.json",
        "pagefind/pagefind.en",
        "pagefind/pagefind.js",
        "pagefind/wasm.en.pagefind",
    }


@pytest.mark.parametrize("locale", ["en", "pt-BR", "ar", "ja", "zh-Hant", "tlh"])
def test_every_language_has_an_index(locale):
    found = indexing.search_index(records(3), locale, AT)

    assert found.ok
    assert "pagefind/pagefind-entry.json" in found.value


def test_nothing_to_find_makes_nothing():
    assert indexing.search_index([], "en", AT).value == {}


def test_a_failing_program_is_a_finding(tmp_path):
    found = indexing.search_index([record()], "en", AT, tmp_path / "none")

    assert [(d.code, d.span) for d in found.diagnostics] == [("search-index", AT)]
    assert found.value == {}


def test_five_hundred_records_are_indexed():
    with no_hang():
        found = indexing.search_index(records(500), "en", AT)

    assert found.diagnostics == ()
    assert found.value
