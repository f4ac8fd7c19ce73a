from pavgen.kernel.diagnostics import Severity, Span
from pavgen.model.imports.admission import Setting, admit
from pavgen.model.imports.drafts import Draft, ids, keyed, listed, value, words
from pavgen.model.records.listing import Listing
from pavgen.model.schema.decoding import Rules

AT = Span("source.csv", 7, 3)
NEEDED = (
    ("name", words("Nordwind")),
    ("tagline", words("We sail.")),
    ("website", words("https://nordwind.example.com/")),
    ("types", ids(["reseller"])),
)
SETTING = Setting(
    Rules(limits={"tagline": 20}), {"partner_types": ("reseller",), "regions": ("emea",)}
)


def admitted(*pairs):
    found = {**dict(NEEDED), **dict(pairs)}
    return admit(Draft("partners/nordwind/listing.yaml", Listing, keyed(*found.items())), SETTING)


def keys(checked):
    return [key.text for key, _ in checked.value.root]


def test_a_draft_that_holds_is_kept_as_it_is():
    checked = admitted()
    assert checked.diagnostics == ()
    assert keys(checked) == ["name", "tagline", "website", "types"]


def test_an_optional_value_that_is_refused_is_left_out_and_told_in_place():
    checked = admitted(("founded", value("soon", AT)))
    assert keys(checked) == ["name", "tagline", "website", "types"]
    assert [(d.span, d.code, d.severity) for d in checked.diagnostics] == [
        (AT, "value-number", Severity.WARNING)
    ]


def test_a_list_loses_only_what_is_refused():
    checked = admitted(("regions", listed([words("emea"), words("atlantis", AT)])))
    assert checked.value.root.get("regions") == listed([words("emea")])
    assert [d.code for d in checked.diagnostics] == ["import-reference"]


def test_a_mapping_loses_only_what_is_refused():
    links = keyed(("docs", words("https://nordwind.example.com/")), ("blog", words("ftp://x")))
    checked = admitted(("links", links))
    assert [key.text for key, _ in checked.value.root.get("links")] == ["docs"]


def test_a_draft_without_what_it_needs_is_none():
    assert admitted(("tagline", words("far too long a line to be a tagline"))).value is None
    assert admitted(("types", ids(["unknown"]))).value is None
    assert admitted(("website", words("nowhere"))).value is None
