"""Texts that people write: limits, claims, names, links."""

import pytest

from pavgen.kernel.diagnostics import Span
from pavgen.model.schema.decoding import Decoding, Reference, Rules
from pavgen.model.schema.texts import (
    Country,
    Email,
    Link,
    Name,
    Phone,
    SiteUrl,
    Slug,
    StaffLink,
    Text,
    claims_in,
)
from tests.model.schema.reading import PATH, node, read


def test_white_space_is_folded():
    assert read(Text(), '"  Meters \\n for\\theat "') == ("Meters for heat", [])


def test_lines_are_kept_where_the_field_has_lines():
    assert read(Text(lines=True), '" one\\ntwo "') == ("one\ntwo", [])


@pytest.mark.parametrize("text", ["012", "1.10", "NO", "2026-01-01", "true", "1e3"])
def test_what_other_readers_take_for_numbers_or_dates_stays_text(text):
    assert read(Text(), text) == (text, [])


def test_text_at_its_limit_passes_and_over_it_is_told_by_how_much():
    rules = Rules(limits={"tagline": 5})
    assert read(Text(limit="tagline"), "12345", rules) == ("12345", [])
    assert read(Text(limit="tagline"), "1234567", rules)[1] == [
        (
            "1:6: text-too-long key: 7 characters are 2 over the limit of 5; "
            "shorten it; the limit is the same for everyone"
        )
    ]


def test_folded_space_does_not_count_against_the_limit():
    assert read(Text(most=3), '"a   b"') == ("a b", [])


def test_hidden_characters_are_told_and_emoji_only_where_welcome():
    assert read(Text(), '"a\\u202eb"')[1] == [
        "1:6: char-bidi key: U+202E RIGHT-TO-LEFT OVERRIDE reorders what a reader sees; remove it"
    ]
    assert read(Text(emoji=True), "Hello 🎉") == ("Hello 🎉", [])


@pytest.mark.parametrize(
    "text",
    [
        "We are the leading firm",
        "THE LEADING firm",
        "the   leading firm",
        "the\u00a0leading firm",
        "the-leading firm",
        "ｔｈｅ ｌｅａｄｉｎｇ firm",
        "(the leading)",
        "the\nleading",
    ],
)
def test_a_claim_is_found_whatever_its_case_and_spacing(text):
    assert claims_in(text, ("best", "the leading")) == ("the leading",)


@pytest.mark.parametrize(
    "text", ["bathe leading", "the leadings", "the very leading", "leading the"]
)
def test_a_claim_is_found_as_whole_words_only(text):
    assert claims_in(text, ("the leading",)) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [("We are #1.", ("#1",)), ("We are #11", ()), ("No#1", ()), ("room 1", ())],
)
def test_a_claim_may_begin_with_a_sign(text, expected):
    assert claims_in(text, ("#1",)) == expected


def test_apostrophes_of_either_form_are_one():
    assert claims_in("the world’s best", ("world's best",)) == ("world's best",)


@pytest.mark.parametrize("phrase", ["", " ", "-"])
def test_an_empty_phrase_is_in_no_text(phrase):
    assert claims_in("any - text", (phrase,)) == ()


def test_each_claim_of_a_text_is_told():
    rules = Rules(unproven_claims=("best", "#1"))
    assert read(Text(claims=True), '"The best, the #1"', rules)[1] == [
        f"1:6: unproven-claim key: `{phrase}` is a claim nobody can check; "
        "say what you do instead; no listing may use it"
        for phrase in ("best", "#1")
    ]


@pytest.mark.parametrize("name", ["Acme", "Nordlicht-Überwachung", "北極星", "3M", "A & B"])
def test_ordinary_names_pass(name):
    assert read(Name(), name) == (name, [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('" Acme"', "name-space key: ` Acme` has a space at its edge; write `Acme`"),
        ("A", "name-length key: the name `A` is too short; use at least 2 characters"),
        (
            "Асmе",
            (
                "name-script key: `Асmе` mixes letters of several scripts, "
                "here U+006D LATIN SMALL LETTER M; did you mean `Acme`?"
            ),
        ),
        ('"Ac\\u200bme"', "char-invisible key: U+200B ZERO WIDTH SPACE is invisible; remove it"),
    ],
)
def test_a_name_that_pretends_is_told_once(text, expected):
    assert read(Name(), text)[1] == [f"1:6: {expected}"]


def test_an_excepted_name_passes_in_its_own_folder_only():
    rules = Rules(name_exceptions=("dotted",))
    assert read(Name(), ".NET", rules, "partners/dotted/listing.yaml") == (".NET", [])
    assert len(read(Name(), ".NET", rules, "partners/acme/listing.yaml")[1]) == 1
    assert len(read(Name(), ".NET", rules, "content/solutions/dotted.md")[1]) == 1


def test_a_script_of_the_programme_is_welcome_in_names():
    assert len(read(Name(), "Полюс")[1]) == 1
    assert read(Name(), "Полюс", Rules(name_scripts=("Cyrillic",))) == ("Полюс", [])


@pytest.mark.parametrize("text", ["north-sea", "012", "1", "no"])
def test_slugs_stay_text(text):
    assert read(Slug(), text)[0] == text


def test_a_slug_in_another_form_is_told_with_one_that_would_do():
    assert read(Slug(), "North Sea")[1] == [
        "1:6: slug-form key: `North Sea` is not a slug; use `north-sea`"
    ]


@pytest.mark.parametrize(
    ("kind", "text", "href"),
    [
        (Link(), "HTTPS://Acme.example", "https://acme.example/"),
        (Email(), "hello@acme.example", "mailto:hello@acme.example"),
        (Phone(), "+49 30 901820", "tel:+4930901820"),
    ],
)
def test_addresses_are_kept_as_written_anew(kind, text, href):
    value, told = read(kind, text)
    assert (value.href, told) == (href, [])


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (
            Link(),
            "http://acme.example",
            (
                "link-http key: `http://acme.example` is not encrypted; "
                "write it as `https://acme.example/`"
            ),
        ),
        (
            Link(),
            "javascript:alert(1)",
            "link-scheme key: the scheme `javascript:` is not allowed here; use one of https:",
        ),
        (
            Email(),
            "mailto:hello@acme.example",
            (
                "link-mail key: `mailto:hello@acme.example` cannot be read; "
                "give one e-mail address and nothing else, such as hello@example.org"
            ),
        ),
        (
            Email(),
            "Ann <ann@acme.example>",
            (
                "link-mail key: `Ann <ann@acme.example>` cannot be read; "
                "give one e-mail address and nothing else, such as hello@example.org"
            ),
        ),
        (
            Email(),
            "hello@acme",
            (
                "link-host key: the host `acme` has no dot; "
                "write the full name, such as `acme.example`"
            ),
        ),
        (
            Phone(),
            "030 901820",
            (
                "link-phone key: `030 901820` cannot be read; "
                "give a number with its country code, such as +49 30 901820"
            ),
        ),
    ],
)
def test_an_address_that_cannot_be_used_is_told_once_and_harmless(kind, text, expected):
    value, told = read(kind, text)
    assert (value.href, told) == ("https://example.org/", [f"1:6: {expected}"])


def test_a_site_address_ends_in_a_slash():
    assert read(SiteUrl(), "https://acme.example") == ("https://acme.example/", [])
    assert read(SiteUrl(), "https://acme.example/a")[1] == [
        (
            "1:6: site-url key: `https://acme.example/a` is not the address of a site; "
            "end it with a slash: `https://acme.example/a/`"
        )
    ]


@pytest.mark.parametrize(
    ("text", "references"),
    [
        ("page:about", [Reference("pages", "about", Span(PATH, 1, 4), "k")]),
        ("article:notes/rules", [Reference("articles", "notes/rules", Span(PATH, 1, 4), "k")]),
        ("partner:acme", [Reference("partners", "acme", Span(PATH, 1, 4), "k")]),
        ("section:/partners/", []),
        ("/partners/", []),
        ("https://acme.example/", []),
    ],
)
def test_a_staff_link_is_kept_and_a_record_it_names_noted(text, references):
    into = Decoding(PATH, Rules())
    assert StaffLink().decode(node(f"k: {text}").get("k"), "k", into) == text
    assert (into.references, into.diagnostics) == (references, [])


def test_a_staff_link_runs_nothing():
    assert read(StaffLink(), "javascript:alert(1)") == (
        "#",
        [
            (
                "1:6: link-scheme key: the scheme `javascript:` is not allowed here; "
                "use one of http:, https:, mailto:, tel:"
            )
        ],
    )


@pytest.mark.parametrize("text", ["NO", '"NO"', "DE", "XK"])
def test_country_codes_pass(text):
    assert read(Country(), text) == (text.strip('"'), [])


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("no", "did you mean `NO`?"),
        ("UK", "did you mean `GB`?"),
        ("Norway", "give two letters such as `DE` (ISO 3166-1)"),
        ("false", "give two letters such as `DE` (ISO 3166-1)"),
    ],
)
def test_other_words_are_no_country(text, remedy):
    assert read(Country(), text) == (
        "",
        [f"1:6: value-country key: `{text}` is not a country code; {remedy}"],
    )


@pytest.mark.parametrize("kind", [Text(), Name(), Slug(), Link(), Email(), Phone(), SiteUrl()])
def test_empty_quotes_are_an_empty_value(kind):
    assert read(kind, '""') == (
        kind.blank(),
        [f"1:6: value-missing key: the value is empty; give {kind.noun()}"],
    )
