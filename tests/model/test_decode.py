"""Documents become records by slug; the programme's limits and exceptions hold in all of them."""

import pytest

from pavgen.kernel.diagnostics import Span
from pavgen.model.decode import RECORD_TYPES, Records, decode, rules_of
from pavgen.model.document import RawDocument
from pavgen.model.records.listing import Listing
from pavgen.model.records.policy import Policy
from pavgen.model.records.program import Program, TextLimits
from pavgen.model.schema.decoding import Reference, Rules
from tests.model.linking.projects import FILES, told_line
from tests.model.schema.reading import node

LIMITS = {"tagline": 40, "about_words": 400, "note": 280, "quote": 400}
LIMITS |= {"links": 2, "logo_bytes": 2000}


def documents(files):
    return [RawDocument(path, node(text, path) if text else None) for path, text in files.items()]


def yaml_files(**more):
    files = {path: text for path, text in FILES.items() if path.endswith(".yaml")}
    return files | {path.replace("__", "/"): text for path, text in more.items()}


def told(files):
    return [told_line(d) for d in decode(documents(files)).diagnostics]


def test_records_are_kept_by_slug():
    records = decode(documents(yaml_files())).value
    assert (records.program.name, list(records.standings), list(records.listings)) == (
        "Fictional Partners",
        ["acme", "birch"],
        ["acme", "birch"],
    )
    assert (list(records.sites), len(records.policy.opportunities)) == (["partners"], 2)
    assert records.listings["acme"].source.path == "partners/acme/listing.yaml"


def test_articles_are_kept_by_hub_and_slug_and_pages_by_path():
    text = "{title: A, summary: B, author: C, status: draft}"
    files = {"content/hubs/notes/one.md": text, "content/pages/a/b.md": "{title: A}"}
    records = decode(documents(files)).value
    assert (list(records.articles), list(records.pages)) == ([("notes", "one")], ["a/b"])


def test_nothing_decodes_to_nothing():
    assert decode([]).value == Records(Program(), Policy(), rules=rules_of(Program()))
    assert decode([]).diagnostics == ()


def test_the_programmes_rules_hold_in_every_record():
    assert decode(documents(yaml_files())).value.rules == Rules(
        LIMITS, ("the leading", "#1"), (), ()
    )


def test_rules_of_a_programme_without_limits_are_the_usual_ones():
    limits = rules_of(Program(), ("acme",))
    assert limits.limits["tagline"] == TextLimits().tagline == 120
    assert limits.name_exceptions == ("acme",)


def test_rules_hold_whatever_the_order_of_documents():
    files = yaml_files()
    backwards = decode(reversed(documents(files)))
    assert backwards == decode(documents(files))


def test_references_of_all_records_are_gathered():
    references = decode(documents(yaml_files())).value.references
    assert (
        Reference("tiers", "silver", Span("content/standing/birch.yaml", 3, 7), "tier")
        in references
    )
    assert {r.vocabulary for r in references} >= {"partners", "groups", "regions", "pages"}


def test_an_excepted_name_passes():
    listing = FILES["partners/birch/listing.yaml"].replace("Birch", ".NET")
    files = yaml_files() | {"partners/birch/listing.yaml": listing}
    assert told(files) == [
        (
            "partners/birch/listing.yaml:1:7: error[name-start] name: `.NET` begins with "
            "U+002E FULL STOP; begin with a letter or a digit, "
            "or ask for an entry in `name-exceptions.yaml`"
        )
    ]
    assert told(files | {"content/name-exceptions.yaml": "birch: a product's name\n"}) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("- birch\n", ["1:1: error[value-shape] keys belong here; write `key: value` lines"]),
        ("birch: [a]\n", ["1:8: error[value-shape] birch: a list stands here; give some text"]),
        ("birch:\n", ["1:7: error[value-missing] birch: the value is empty; give some text"]),
    ],
)
def test_exceptions_are_slugs_with_a_reason(text, expected):
    path = "content/name-exceptions.yaml"
    assert told(yaml_files() | {path: text}) == [f"{path}:{line}" for line in expected]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("content/standing/Acme_2.yaml", "`Acme_2` is not a slug; use `acme-2`"),
        ("content/pages/My Page.md", "`My Page` is not a slug; use `my-page`"),
        ("content/pages/Some/page.md", "`Some` is not a slug; use `some`"),
    ],
)
def test_the_name_of_a_file_must_be_a_slug(path, expected):
    text = FILES["content/standing/birch.yaml"] if "standing" in path else "title: A\n"
    assert told({path: text}) == [f"{path}: error[slug-form] {expected}"]


def test_a_file_that_could_not_be_read_is_blank_and_not_told_again():
    path = "partners/acme/listing.yaml"
    answer = decode([RawDocument(path, None, unreadable=True)])
    assert (answer.value.listings, answer.diagnostics) == ({"acme": Listing()}, ())


def test_an_empty_file_is_told():
    assert told({"partners/acme/listing.yaml": ""}) == [
        (
            "partners/acme/listing.yaml:1: error[record-shape] there are no keys; "
            "write `key: value` lines for `name`, `tagline`, `website`, `types`"
        )
    ]


def test_files_that_hold_no_record_are_passed_over():
    others = ["partners/acme/about.md", "notes.txt", "themes/a/theme.yaml"]
    assert decode([RawDocument(path, None) for path in others]) == decode([])


def test_every_type_of_record_has_a_source():
    assert all(record().source.path == "" for record in RECORD_TYPES.values())  # type: ignore[attr-defined]  # each has one
