"""What differs between two versions of a partner's folder."""

import pytest

from pavgen.files.yamldoc import parse_yaml
from pavgen.model.prose import Prose
from pavgen.model.records.listing import Listing
from pavgen.model.review.contents import (
    FieldChange,
    Hidden,
    Neighbour,
    TextChange,
    field_changes,
    foreign,
    hidden_in,
    hosts_of,
    neighbours,
    text_change,
)
from tests.model.schema.reading import decoded

PATH = "partners/acme/listing.yaml"


def root(text):
    return parse_yaml(PATH, text).value if text is not None else None


def changes(old, new, path=PATH):
    return [(c.key, c.before, c.after, c.kind) for c in field_changes(path, root(old), root(new))]


def test_values_are_compared_key_by_key_in_the_newer_order():
    assert changes("a: 1\nb: 2\nc: 3\n", "d: 4\nb: 5\na: 1\n") == [
        ("d", None, "4", "partner"), ("b", "2", "5", "partner"), ("c", "3", None, "partner"),
    ]  # fmt: skip


def test_deep_values_have_the_keys_that_lead_to_them():
    assert changes("a: {b: [{c: 1}]}\n", "a: {b: [{c: 2}, x]}\n") == [
        ("a.b[0].c", "1", "2", "partner"), ("a.b[1]", None, "x", "partner"),
    ]  # fmt: skip


def test_a_list_of_words_is_one_value():
    assert changes("a: [x, y]\n", "a: [y, x]\n") == [("a", "x, y", "y, x", "partner")]


def test_two_lists_that_read_alike_are_not_taken_for_one():
    assert changes('a: ["x, y"]\n', "a: [x, y]\n") != []


def test_a_whole_file_that_is_new_or_gone():
    assert changes(None, "a: 1\n") == [("a", None, "1", "partner")]
    assert changes("a: 1\n", None) == [("a", "1", None, "partner")]
    assert changes(None, None) == []


@pytest.mark.parametrize("key", ["tier", "Tier", '"tier "', "TIER", "points", "domains", "status"])
def test_a_key_of_the_programme_is_told_as_governed(key):
    assert [kind for *_, kind in changes(None, f"{key}: x\n")] == ["governed"]


def test_every_key_of_a_file_that_is_no_partners_is_governed():
    assert field_changes("content/standing/acme.yaml", None, root("a: 1\n")) == (
        FieldChange("content/standing/acme.yaml", "a", None, "1", "governed"),
    )


def test_lines_of_a_text_that_are_not_in_both():
    assert text_change("a.md", "one\ntwo\nthree", "one\n2\nthree\nfour") == TextChange(
        "a.md", (("-", "two"), ("+", "2"), ("+", "four"))
    )


def test_hosts_of_links_and_addresses_in_listing_and_text():
    listing = decoded(
        Listing,
        "name: Acme\ntagline: x\nwebsite: https://acme.example/\ntypes: [a]\n"
        "links: {docs: https://docs.acme.example/x}\n",
    )
    links = ("https://else.example/a?b#c", "mailto:us@mail.example", "tel:+49")
    assert hosts_of(listing, Prose(links=links)) == {
        "acme.example", "docs.acme.example", "else.example", "mail.example",
    }  # fmt: skip
    assert hosts_of(None, Prose()) == frozenset()


def test_hosts_below_a_domain_are_its_own_and_no_others():
    hosts = ["acme.example", "docs.acme.example", "notacme.example", "acme.example.evil.example"]
    assert foreign(hosts, ["acme.example"]) == ("acme.example.evil.example", "notacme.example")


@pytest.mark.parametrize(
    ("name", "other", "same"),
    [
        ("Brav0", "Bravo", True), ("BRAVO!", "Bravo", True), ("Modem", "Modern", True),
        ("Northwind", "Northwinds", False), ("Northwind", "Nortwind", False),
        ("Northwind", "Northwend", False),
    ],
)  # fmt: skip
def test_names_that_look_alike(name, other, same):
    assert neighbours({"a": name, "b": other}, ["a"]) == (Neighbour("a", name, "b", other, same),)


@pytest.mark.parametrize(("name", "other"), [("Acme", "Acne"), ("Northwind", "Southwind")])
def test_names_that_do_not(name, other):
    assert neighbours({"a": name, "b": other}, ["a"]) == ()


def test_only_a_changed_name_is_compared():
    assert neighbours({"a": "Bravo", "b": "Brav0"}, []) == ()


def test_hidden_characters_by_line_named_and_counted():
    text = "plain\na\u200bb\u200b\u202e\n\ttab\r\nf\u00fcr\n"
    assert hidden_in("x.md", text) == (
        Hidden("x.md", 2, "U+200B ZERO WIDTH SPACE", 2),
        Hidden("x.md", 2, "U+202E RIGHT-TO-LEFT OVERRIDE", 1),
    )


def test_of_very_many_hidden_characters_the_first_are_told():
    assert len(hidden_in("x.md", "\u200b\n" * 5000)) == 200
