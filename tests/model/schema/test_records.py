"""Whole records: every key known, every needed key there, all findings at once."""

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pavgen.kernel.codes import CODES
from pavgen.kernel.diagnostics import Span
from pavgen.model.decode import RECORD_TYPES
from pavgen.model.document import Entries, Items, Scalar
from pavgen.model.records.listing import Listing
from pavgen.model.records.standing import Standing
from pavgen.model.schema.decoding import Decoding, Rules
from pavgen.model.schema.fields import Record, Source, defaulted, fields_of, many, required, sourced
from pavgen.model.schema.kinds import Integer
from pavgen.model.schema.lists import MapOf
from pavgen.model.schema.records import GOVERNED, OF_STANDING, Table, decode_record
from pavgen.model.schema.texts import Text
from tests.model.schema.reading import PATH, findings, node


@dataclass(frozen=True, slots=True, kw_only=True)
class Window(Record):
    title: str = required(Text(), "the title; more words")
    from_: int = defaulted(Integer(0, 9), "the first", 3)


@dataclass(frozen=True, slots=True, kw_only=True)
class House(Record):
    name: str = required(Text(), "the name")
    windows: tuple[Window, ...] = many(Table(lambda: Window), "windows", needed=True)
    rooms: tuple[tuple[str, int], ...] = required(MapOf(Integer()), "rooms by name")
    floors: int = defaulted(Integer(1, 9), "storeys", 2)
    source: Source = sourced()  # noqa: RUF009 - fields are declared by calls


def decoded(text, path="content/house.yaml", record=House):
    into = Decoding(path, Rules())
    return decode_record(record, node(text, path), into), findings(into)


WHOLE = """\
name: Mill
windows:
  - title: Front
    from: 1
  - title: Back
rooms: {hall: 1}
"""


def test_a_whole_record_is_decoded():
    assert decoded(WHOLE) == (
        House(
            name="Mill",
            windows=(Window(title="Front", from_=1), Window(title="Back", from_=3)),
            rooms=(("hall", 1),),
            floors=2,
        ),
        [],
    )


def test_every_key_and_item_keeps_its_place():
    source = decoded(WHOLE)[0].source
    assert (source.path, source.spans) == (
        "content/house.yaml",
        {
            "name": Span("content/house.yaml", 1, 7),
            "windows": Span("content/house.yaml", 3, 3),
            "windows[0]": Span("content/house.yaml", 3, 5),
            "windows[0].title": Span("content/house.yaml", 3, 12),
            "windows[0].from": Span("content/house.yaml", 4, 11),
            "windows[1]": Span("content/house.yaml", 5, 5),
            "windows[1].title": Span("content/house.yaml", 5, 12),
            "rooms": Span("content/house.yaml", 6, 8),
            "rooms.hall": Span("content/house.yaml", 6, 9),
        },
    )


def test_all_mistakes_are_told_at_once():
    assert decoded("nmae: Mill\nwindows: [{from: x}, 3]\nfloors: 12\n")[1] == [
        "1:1: key-unknown nmae: unknown key `nmae`; did you mean `name`?",
        (
            "2:18: value-number windows[0].from: `x` is not a whole number; "
            "give a whole number from 0 to 9"
        ),
        "2:11: key-missing windows[0].title: `title` is missing; add `title:` (the title)",
        "2:22: value-shape windows[1]: keys belong here; write `key: value` lines for `title`",
        "3:9: value-range floors: `12` is out of range; give a whole number from 1 to 9",
        "1:1: key-missing rooms: `rooms` is missing; add `rooms:` (rooms by name)",
    ]


@pytest.mark.parametrize("text", ["", "~", '""', "[]", "{}"])
@pytest.mark.parametrize(("key", "doc"), [("windows", "windows"), ("rooms", "rooms by name")])
def test_a_needed_key_may_not_be_empty(text, key, doc):
    rest = {"name": "Mill", "windows": "[{title: A}]", "rooms": "{hall: 1}"} | {key: text}
    told = decoded("".join(f"{k}: {v}\n" for k, v in rest.items()))[1]
    assert [line.partition(": ")[2] for line in told] == [
        f"value-missing {key}: `{key}` is empty; fill it in ({doc})"
    ]


@pytest.mark.parametrize("text", ["", "~", "null", '""', '" "'])
def test_an_optional_key_that_is_empty_has_its_default(text):
    record, told = decoded(f"{WHOLE}floors: {text}\n")
    assert (record.floors, told) == (2, [])


def test_an_optional_value_that_is_refused_has_its_default():
    record, told = decoded(f"{WHOLE}floors: 99\n")
    assert (record.floors, len(told)) == (2, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- name\n", "1:1: record-shape : keys belong here; write `key: value` lines for "),
        ("Mill\n", "1:1: record-shape : keys belong here; write `key: value` lines for "),
        ("~\n", "1:1: record-shape : there are no keys; write `key: value` lines for "),
    ],
)
def test_a_file_without_keys_names_those_it_needs(text, expected):
    assert decoded(text) == (House(), [expected + "`name`, `windows`, `rooms`"])


def test_an_empty_file_is_told_at_its_first_line():
    into = Decoding("a.yaml", Rules())
    assert decode_record(House, None, into) == House()
    assert findings(into) == [
        (
            "1:0: record-shape : there are no keys; "
            "write `key: value` lines for `name`, `windows`, `rooms`"
        )
    ]


def test_an_unknown_key_of_few_lists_them():
    assert decoded(WHOLE + "colour: red\n")[1] == [
        (
            "7:1: key-unknown colour: unknown key `colour`; "
            "use one of `name`, `windows`, `rooms`, `floors`"
        )
    ]


def test_a_misspelled_key_is_not_told_to_be_missing_as_well():
    assert decoded(WHOLE.replace("rooms", "roms"))[1] == [
        "6:1: key-unknown roms: unknown key `roms`; did you mean `rooms`?"
    ]


LISTING = """\
name: Acme
tagline: Meters
website: https://acme.example/
types: [reseller]
"""


@pytest.mark.parametrize("key", sorted(GOVERNED))
def test_a_listing_may_not_govern_itself(key):
    remedy = (
        "staff keep it in content/standing/"
        if key in OF_STANDING
        else "the rules in content/placement/policy.yaml decide"
    )
    assert decoded(f"{LISTING}{key}: x\n", PATH, Listing)[1] == [
        (
            f"5:1: key-governed {key}: `{key}` is set by the programme, not by the partner; "
            f"remove it; {remedy}"
        )
    ]


@pytest.mark.parametrize("key", ["Tier", "TIER", "tier ", " tier"])
def test_a_governed_key_is_known_in_any_dress(key):
    told = decoded(f'{LISTING}"{key}": gold\n', PATH, Listing)[1]
    assert [line.split(" ")[1] for line in told] == ["key-governed"]


def test_a_governed_word_is_an_unknown_key_below_another():
    told = decoded(f"{LISTING}offices: [{{city: Oslo, country: NO, tier: gold}}]\n", PATH, Listing)
    assert told[1] == [
        (
            "5:37: key-unknown offices[0].tier: unknown key `tier`; "
            "use one of `city`, `country`, `main`"
        )
    ]


def test_every_key_of_a_standing_is_governed_or_the_partners_own():
    own = {field.name for field in fields_of(Listing)}
    assert {field.name for field in fields_of(Standing)} - own == OF_STANDING


def test_a_governed_key_does_not_pass_for_one_that_is_missing():
    told = decoded(LISTING.replace("types: [reseller]", "notes: x"), PATH, Listing)[1]
    assert [line.split(" ")[1:3] for line in told] == [
        ["key-governed", "notes:"],
        ["key-missing", "types:"],
    ]


LINES = 40
spans = st.builds(Span, st.just(PATH), st.integers(1, LINES), st.integers(1, 80))
keys = st.sampled_from(
    [
        *sorted({f.name for record in RECORD_TYPES.values() for f in fields_of(record)}),
        *["kind", "id", "label", "strategy", "eligible", "all", "any", "not", "children"],
    ]
)
words = st.one_of(
    keys,
    st.sampled_from(["", "~", "012", "2026-02-30", "directory", "draw", "page:x", "https://a.b/"]),
    st.text(max_size=20),
)
scalars = st.builds(Scalar, words, spans, st.booleans())
nodes = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.builds(Items, st.lists(inner, max_size=4).map(tuple), spans),
        st.builds(
            Entries,
            st.lists(
                st.tuples(st.builds(Scalar, st.one_of(keys, st.text(max_size=9)), spans), inner),
                max_size=6,
                unique_by=lambda entry: entry[0].text,
            ).map(tuple),
            spans,
        ),
    ),
    max_leaves=25,
)
rules = st.builds(
    Rules,
    st.dictionaries(st.sampled_from(["tagline", "note"]), st.integers(0, 30)),
    st.lists(st.text(max_size=5), max_size=3).map(tuple),
)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(RECORD_TYPES)), nodes, rules)
def test_any_tree_becomes_a_record_with_findings_in_the_document(name, tree, limits):
    into = Decoding(PATH, limits)
    record = decode_record(RECORD_TYPES[name], tree, into)
    assert isinstance(record, RECORD_TYPES[name])
    assert {d.code for d in into.diagnostics} <= CODES.keys()
    places = [d.span for d in into.diagnostics] + [r.span for r in into.references]
    assert all(span.path == PATH and 1 <= span.line <= LINES for span in places)
    messages = [d.message for d in into.diagnostics]
    assert all(message == message.strip() and message.isprintable() for message in messages)
