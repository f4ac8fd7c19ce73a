from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from pavgen.files.yamldoc import parse_yaml
from pavgen.files.yamlwrite import file_text, yaml_lines
from pavgen.model.document import Entries, Items, Node, Scalar
from pavgen.model.imports.drafts import Draft, ids, keyed, listed, value, words
from pavgen.model.records.listing import Listing
from pavgen.model.records.standing import Standing

TEXTS = st.text(
    st.characters(
        exclude_categories=["Cc", "Cs", "Cn"], exclude_characters="\u2028\u2029\ufffe\uffff"
    )
    | st.sampled_from("\n \t'\"#:-"),
    max_size=300,
)


def plain(node: Node | None) -> object:
    match node:
        case None:
            return None
        case Scalar():
            return node.text
        case Items():
            return [plain(item) for item in node.items]
        case Entries():
            return {key.text: plain(item) for key, item in node}


def read_back(node: Node) -> object:
    parsed = parse_yaml("x.yaml", "\n".join(yaml_lines(node)) + "\n")
    assert parsed.diagnostics == ()
    return plain(parsed.value)


@given(TEXTS)
@example("NO")
@example("- x")
@example("a: b")
@example("a #b")
@example("x" * 200)
@example("word " * 60)
@example("one\ntwo lines that are quite long " * 4)
@example("| literal")
@example("---")
@example("")
@example("null")
@example("\ufeffx")
def test_any_text_reads_back_as_it_was(text):
    node = keyed(("key", words(text)), ("list", listed([words(text), words("z")])))
    assert read_back(node) == {"key": text, "list": [text, "z"]}


NESTED = st.recursive(
    TEXTS.map(words),
    lambda inner: (
        st.lists(inner, max_size=3).map(listed)
        | st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), inner, max_size=3).map(
            lambda d: Entries(
                tuple((Scalar(k, words("").span), n) for k, n in d.items()), words("").span
            )
        )
    ),
    max_leaves=8,
)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(NESTED)
def test_any_nesting_reads_back_as_it_was(node):
    if isinstance(node, (Items, Entries)) and plain(node):
        assert read_back(node) == plain(node)


def test_words_that_yaml_takes_for_values_are_quoted():
    for text in ("NO", "012", "1.10", "2026-11-30", "true", "~", "1e3", "0x1F", "12:30", "+4930"):
        assert list(yaml_lines(keyed(("k", words(text))))) == [f'k: "{text}"']


def test_numbers_and_dates_are_written_as_they_are():
    node = keyed(("size", value("1999")), ("day", value("2026-11-30")), ("main", value("true")))
    assert list(yaml_lines(node)) == ["size: 1999", "day: 2026-11-30", "main: true"]


def test_a_record_is_written_in_declared_order_after_its_schema_line():
    root = keyed(("tier", words("gold")), ("joined", value("2024-05-01")), ("id", words("p-1")))
    assert file_text(Draft("content/standing/acme.yaml", Standing, root)) == (
        "# yaml-language-server: $schema=../../schema/standing.schema.json\n"
        "id: p-1\ntier: gold\njoined: 2024-05-01\n"
    )


def test_nested_records_are_in_declared_order_too():
    office = keyed(("country", words("NO")), ("city", words("Oslo")))
    root = keyed(("offices", listed([office])), ("name", words("Acme")))
    assert file_text(Draft("partners/acme/listing.yaml", Listing, root)).splitlines()[1:] == [
        "name: Acme",
        "offices:",
        "  - city: Oslo",
        '    country: "NO"',
    ]


def test_an_explained_record_names_every_key_and_stays_valid():
    root = keyed(("name", words("Acme")), ("types", ids(["reseller"])))
    text = file_text(
        Draft("partners/acme/listing.yaml", Listing, root, explained=True),
        {"partner_types": ("reseller", "integrator")},
    )
    assert "# types of partner; needed (reseller, integrator)\ntypes: [reseller]\n" in text
    assert "# regions: []  # where you work\n" in text
    bare = text.replace("# legal_name:", "legal_name:").replace("# regions:", "regions:")
    parsed = parse_yaml("x.yaml", bare)
    assert parsed.diagnostics == ()
    assert plain(parsed.value) == {
        "name": "Acme",
        "types": ["reseller"],
        "legal_name": "",
        "regions": [],
    }


def test_front_matter_stands_between_fences_above_the_text():
    draft = Draft("content/pages/a.md", None, keyed(("title", words("A"))), "Body.\n")
    assert file_text(draft) == "---\ntitle: A\n---\n\nBody.\n"


def test_notes_stand_above_their_keys_as_deep_as_these():
    root = keyed(("id", words("p-1")), ("suspended", keyed(("from", value("2026-01-01")))))
    long = "one two three four five six seven eight nine ten " * 3
    notes = {"suspended": "Days\nof rest.", "suspended.from": long, "suspended.until": "Unused."}
    text = file_text(Draft("content/standing/a.yaml", Standing, root, notes=notes))
    assert text.splitlines()[1:] == [
        "id: p-1",
        "# Days of rest.",
        "suspended:",
        "  # one two three four five six seven eight nine ten one two three four five six seven eight",
        "  # nine ten one two three four five six seven eight nine ten",
        "  from: 2026-01-01",
    ]


def test_notes_of_an_explained_draft_follow_the_words_of_its_record():
    root = keyed(("id", words("p-1")))
    draft = Draft(
        "content/standing/a.yaml", Standing, root, explained=True, notes={"id": "A note."}
    )
    lines = file_text(draft).splitlines()
    at = lines.index("id: p-1")
    assert lines[at - 1] == "# A note."
    assert lines[at - 2].startswith("# assigned by staff")
