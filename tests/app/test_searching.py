"""A site's index is whole whenever it is shown: today's, or the last one until that is made."""

from dataclasses import replace

from pavgen.app.means import Means, Recent
from pavgen.app.searching import Search, search_files, take_index
from pavgen.kernel.diagnostics import Checked, Span
from pavgen.plan.pages import SearchRecord

RECORD = SearchRecord("ada/", "Ada", "Pumps", "Partner", "Pumps for all", (), 0)
SEARCH = Search("main", (RECORD,), "en", Span("content/sites/main.yaml"))
OTHER = replace(SEARCH, records=(replace(RECORD, title="Bob"),))


def test_a_site_without_records_has_no_index_and_puts_nothing_off():
    nothing = replace(SEARCH, records=())
    assert search_files(nothing, Means(recent=Recent(), put_off=True)) == (Checked({}), None)


def test_an_index_is_made_with_the_site_where_nothing_is_put_off():
    found, later = search_files(SEARCH, Means())
    assert (later, "pagefind/pagefind-entry.json" in found.value) == (None, True)


def test_an_index_that_is_not_remembered_is_put_off_and_the_last_one_stands():
    recent = Recent()
    means = Means(recent=recent, put_off=True)
    last = {"pagefind/pagefind-entry.json": b"{}"}
    assert search_files(SEARCH, means) == (Checked({}), SEARCH)
    take_index(SEARCH, last, means)
    recent.begin()
    assert search_files(SEARCH, means) == (Checked(last), None)
    assert search_files(OTHER, means) == (Checked(last), OTHER)
    assert search_files(replace(OTHER, site="second"), means)[0] == Checked({})


def test_the_key_of_an_index_follows_from_its_records_and_language():
    keys = {SEARCH.key(), OTHER.key(), replace(SEARCH, locale="de").key()}
    assert len(keys) == 3
    assert replace(SEARCH, site="second").key() == SEARCH.key()
