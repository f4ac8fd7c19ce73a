"""A theme's files gathered from the chain of themes it builds on."""

from pavgen.kernel.diagnostics import Diagnostic, Span
from pavgen.render.theme import load_theme, strings_for
from tests.render.themes import ASKED, load, parse, theme

BASE = {
    "base/theme.yaml": "name: Base\nstyles: [a.css]\n",
    "base/templates/page.html": "base",
    "base/templates/list.html": "base list",
    "base/assets/a.css": "a{}",
    "base/locales/en.yaml": "more: More\nless: Less\n",
}


def test_a_theme_holds_its_templates_assets_and_strings():
    loaded = theme("base", BASE)

    assert loaded.templates["page.html"] == "base"
    assert loaded.assets == {"a.css": b"a{}"}
    assert loaded.strings == {"en": {"more": "More", "less": "Less"}}
    assert loaded.paths["templates/page.html"] == "themes/base/templates/page.html"


def test_a_theme_replaces_single_files_and_strings_of_the_one_it_extends():
    ours = {
        "ours/theme.yaml": "name: Ours\nextends: base\n",
        "ours/templates/page.html": "ours",
        "ours/locales/en.yaml": "more: Further\n",
    }

    loaded = theme("ours", BASE | ours)

    assert loaded.templates["page.html"] == "ours"
    assert loaded.templates["base:page.html"] == "base"
    assert loaded.templates["list.html"] == "base list"
    assert loaded.strings == {"en": {"more": "Further", "less": "Less"}}
    assert loaded.styles == ("a.css",)


def test_an_unknown_theme_is_an_error_where_the_site_names_it():
    loaded = load("bas", BASE)

    assert loaded.value is None
    assert loaded.diagnostics == (
        Diagnostic(ASKED, "theme-unknown", "there is no theme `bas`", "did you mean `base`?"),
    )


def test_a_theme_that_extends_an_unknown_one_is_an_error_in_its_manifest():
    loaded = load("ours", {"ours/theme.yaml": "name: Ours\nextends: gone\n"})

    assert [(d.code, d.span) for d in loaded.diagnostics] == [
        ("theme-unknown", Span("themes/ours/theme.yaml", 2, 10))
    ]


def test_themes_that_extend_each_other_are_an_error():
    circle = {"a/theme.yaml": "name: A\nextends: b\n", "b/theme.yaml": "name: B\nextends: a\n"}

    assert [d.code for d in load("a", circle).diagnostics] == ["theme-circle"]


def test_every_mistake_of_a_manifest_is_reported():
    text = "nmae: X\noptions:\n  accent: {kind: color, default: red, doc: d}\n"
    found = load("x", {"x/theme.yaml": text})

    codes = sorted(d.code for d in found.diagnostics)
    assert codes == ["key-unknown", "value-choice"]


def test_a_style_that_is_not_there_is_an_error():
    found = load("x", {"x/theme.yaml": "name: X\nstyles: [site.css]\n"})

    assert found.diagnostics == (
        Diagnostic(
            Span("themes/x/theme.yaml", 2, 10),
            "theme-style",
            "there is no style sheet `site.css`",
            "add it as `assets/site.css`",
        ),
    )


def test_a_string_that_is_a_list_is_an_error_with_its_place():
    found = load("x", {"x/theme.yaml": "name: X\n", "x/locales/en.yaml": "a: A\nb: [B]\n"})

    assert [(d.code, d.span.line) for d in found.diagnostics] == [("theme-string", 2)]


def test_a_template_that_is_not_utf8_is_an_error():
    sources = {"themes/x/theme.yaml": b"name: X\n", "themes/x/templates/p.html": b"\xff"}

    found = load_theme("x", sources, parse, ASKED)

    assert [(d.code, d.span.path) for d in found.diagnostics] == [
        ("theme-encoding", "themes/x/templates/p.html")
    ]


def test_a_language_takes_what_it_lacks_from_the_wider_one_and_from_english():
    files = {
        "x/theme.yaml": "name: X\n",
        "x/locales/en.yaml": "a: A\nb: B\nc: C\n",
        "x/locales/pt.yaml": "b: Bê\nc: Cê\n",
        "x/locales/pt-BR.yaml": "c: Cê do Brasil\n",
    }

    found = strings_for(theme("x", files), "pt-BR")

    assert found == {"a": "A", "b": "Bê", "c": "Cê do Brasil"}


def test_further_sheets_grow_by_those_of_the_theme_that_extends():
    base = "base/theme.yaml", "name: Base\nsheets: {fair: [a.css, b.css], hall: [b.css]}\n"
    ours = "ours/theme.yaml", "name: Ours\nextends: base\nsheets: {fair: [c.css], own: [c.css]}\n"
    assets = {f"base/assets/{name}.css": "" for name in "ab"} | {"ours/assets/c.css": ""}

    assert theme("ours", dict([base, ours]) | assets).sheets == {
        "fair": ("a.css", "b.css", "c.css"),
        "hall": ("b.css",),
        "own": ("c.css",),
    }


def test_a_part_of_a_further_sheet_that_is_not_there_is_an_error():
    files = {"x/theme.yaml": "name: X\nsheets:\n  fair: [a.css, b.css]\n", "x/assets/a.css": ""}
    found = load("x", files)

    assert found.diagnostics == (
        Diagnostic(
            Span("themes/x/theme.yaml", 3, 17),
            "theme-style",
            "there is no style sheet `b.css`",
            "did you mean `a.css`?",
        ),
    )
    assert found.value is not None
    assert found.value.sheets == {"fair": ("a.css",)}


def test_a_further_sheet_named_like_another_sheet_is_an_error():
    text = "name: X\nsheets: {style: [a.css], a: [b.css], b: [b.css, a.css]}\n"
    files = {"x/theme.yaml": text, "x/assets/a.css": "", "x/assets/b.css": ""}

    assert [d.message for d in load("x", files).diagnostics] == [
        "another style sheet is named `style.css`; choose another name",
        "another style sheet is named `a.css`; choose another name",
    ]
