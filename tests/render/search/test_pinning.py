"""An index as the program writes it differs from run to run; put in order it does not."""

import gzip
import json

import pytest

from pavgen.render.search.cbor import encode_cbor
from pavgen.render.search.pinning import MARK, pinned


def packed(value):
    return gzip.compress(MARK + encode_cbor(value))


def written(filters, values):
    """Return an index whose lists of filters and of values stand in these orders."""
    main = ["1.5.2", [["en_1", 3]], [], [[name, f"en_{name}"] for name in filters], [], []]
    entry = {
        "version": "1.5.2",
        "languages": {"en": {"hash": "en_0", "wasm": "en", "page_count": 1}},
    }
    return {
        "pagefind-entry.json": json.dumps(entry).encode(),
        "pagefind.en_0.pf_meta": packed(main),
        "wasm.en.pagefind": b"en",
        "wasm.unknown.pagefind": b"unknown",
        **{f"filter/en_{name}.pf_filter": packed([name, values]) for name in filters},
    }


def test_the_order_in_which_filters_and_values_came_leaves_no_trace():
    one = pinned(written(["kind", "type"], [["a", [0, 2]], ["b", [1]]]))
    other = pinned(written(["type", "kind"], [["b", [1]], ["a", [0, 2]]]))

    assert one == other
    assert sorted(name.partition("_")[0] for name in one) == [
        "filter/en",
        "filter/en",
        "pagefind-entry.json",
        "pagefind.en",
        "wasm.en.pagefind",
    ]


def test_names_follow_the_content_and_the_entry_follows_the_names():
    files = pinned(written(["kind"], [["a", [0]]]))
    other = pinned(written(["kind"], [["a", [1]]]))
    entry = json.loads(files["pagefind-entry.json"])

    assert f"pagefind.{entry['languages']['en']['hash']}.pf_meta" in files
    assert {name for name in files if "_" in name}.isdisjoint(other)


@pytest.mark.parametrize("broken", ["pagefind.en_0.pf_meta", "filter/en_kind.pf_filter"])
def test_files_of_another_form_are_refused(broken):
    files = written(["kind"], [["a", [0]]])
    with pytest.raises(ValueError, match="not of the form"):
        pinned(files | {broken: packed("no list")})
    with pytest.raises(ValueError, match="not of the form"):
        pinned({name: data for name, data in files.items() if name != broken})
    with pytest.raises(ValueError, match="not of the form"):
        pinned(files | {broken: b"plain"})
