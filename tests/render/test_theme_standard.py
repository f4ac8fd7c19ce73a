"""The standard theme: every page of it whole, valid and free of what the policy forbids."""

import re
from collections import Counter
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

from pavgen.model.schema.fields import Source
from pavgen.plan.views import PageView
from pavgen.plan.words import Words
from pavgen.render import cldr
from pavgen.render.templates import Renderer
from pavgen.render.theme import SiteTheme, Theme, fit_theme, load_theme, strings_for
from tests.render.standard_views import VIEWS, surface
from tests.render.themes import ASKED, page, parse

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDER = ROOT / "themes" / "standard"
TEMPLATES = sorted((FOLDER / "templates").rglob("*.html"))


@cache
def _theme() -> Theme:
    files = sorted(path for path in (ROOT / "themes").rglob("*") if path.is_file())
    sources = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in files}
    loaded = load_theme("standard", sources, parse, ASKED)
    assert loaded.diagnostics == ()
    assert loaded.value is not None
    return loaded.value


def _fitted(*options: tuple[str, str]) -> SiteTheme:
    fitted = fit_theme(_theme(), options, Source("content/sites/main.yaml"))
    assert fitted.diagnostics == ()
    return fitted.value


@cache
def _renderer(*options: tuple[str, str]) -> Renderer:
    words = Words(
        "en", strings_for(_theme(), "en"), lambda n: cldr.plural_category(n, "en"), "{:,}".format
    )
    return Renderer(_fitted(*options), "/", words)


@cache
def _html(name: str) -> str:
    template, view = VIEWS[name]
    answer = _renderer().render(template, page(view))
    assert answer.diagnostics == ()
    return answer.value.decode()


@cache
def _tree(name: str) -> Element:
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree: Element = parser.parse(_html(name))
    return tree


def test_every_template_of_the_theme_can_be_read():
    renderer = _renderer()
    names = [name for name in _theme().templates if ":" not in name]

    assert [renderer.study(name).diagnostics for name in names] == [()] * len(names)


@pytest.mark.parametrize("name", VIEWS)
def test_a_page_is_valid_html_with_one_h1_and_unique_ids(name: str):
    tree = _tree(name)
    ids = Counter(element.get("id") for element in tree.iter() if element.get("id"))

    assert [len(list(tree.iter(tag))) for tag in ("h1", "main", "title")] == [1, 1, 1]
    # The prose of these views stands on some pages twice; the headings are its own.
    assert {id_ for id_, times in ids.items() if times > 1 and str(id_)[:2] != "s-"} == set()


@pytest.mark.parametrize("name", VIEWS)
def test_a_page_has_no_inline_script_style_or_foreign_source(name: str):
    tree = _tree(name)
    sources = [e.get(key) or "" for e in tree.iter() for key in ("src", "srcset", "poster")]

    scripts = [(e.get("type"), e.text) for e in tree.iter("script") if e.get("src")]

    assert [e.tag for e in tree.iter("script") if not e.get("src")] == []
    assert set(scripts) == {("module", None)}
    assert [e.tag for e in tree.iter() if e.tag in {"style", "iframe"}] == []
    assert [
        e.tag for e in tree.iter() if any(k == "style" or k[:2] == "on" for k in e.attrib)
    ] == []
    assert [source for source in sources if source and not source.startswith("/assets/")] == []


@pytest.mark.parametrize("name", VIEWS)
def test_partners_stand_in_document_order_with_their_positions(name: str):
    for element in _tree(name).iter():
        if element.get("data-surface"):
            positions = [int(e.get("data-position") or 0) for e in element.iter("li")]
            slugs = [e.get("data-partner") for e in element.iter("li")]
            assert positions == list(range(1, len(positions) + 1))
            assert slugs == [f"partner-{index}" for index in range(len(slugs))]


def test_a_list_says_what_its_order_rests_on():
    audit = next(e for e in _tree("list").iter("p") if e.get("class") == "audit")
    words = " ".join("".join(audit.itertext()).split())

    assert (
        words
        == "Placement 1–24 of 41 in this order by name period 2026-Q4, until December 31, 2026"
        " provisional, not recorded yet Data Why this order"
    )
    assert [a.get("href") for a in audit.iter("a")] == ["/d.json", "/fair/directory-list/"]


@pytest.mark.parametrize("name", VIEWS)
def test_no_surface_lacks_its_audit_line(name: str):
    tree = _tree(name)
    wrapped = [e for e in tree.iter() if (e.get("class") or "").split(" ")[0] == "surface"]
    lines = [[e for e in _under(s) if (e.get("class") or "").startswith("audit")] for s in wrapped]

    assert len([e for e in tree.iter() if e.get("data-surface")]) == len(wrapped)
    for surface_, found in zip(wrapped, lines, strict=True):
        said = "".join(text for line in found for text in line.itertext())
        assert [a.get("href") for line in found for a in line.iter("a")][-1] == (
            "/fair/directory-list/"
        )
        assert "2026-Q4" in said
        assert "December 31, 2026" in said
        assert ("of 41" in said) == any(e.get("data-partner") for e in surface_.iter())


def _under(surface: Element) -> list[Element]:
    """Return the children of a surface: its audit line is one of them."""
    return list(surface)


def test_what_was_bought_or_given_by_hand_is_said_in_words_on_every_form_of_item():
    forms = {name: "".join(_tree(name).itertext()) for name in ("list", "article", "solutions")}

    for said in forms.values():
        assert "Sponsored" in said
    assert "Pinned" in forms["list"]


def test_why_here_is_folded_and_needs_no_script():
    why = next(e for e in _tree("list").iter("details") if e.get("class") == "card-why")

    assert [child.tag for child in why] == ["summary", "p"]
    assert " ".join("".join(why.itertext()).split()).startswith("Why here?Next in turn.")
    assert [a.get("href") for a in why.iter("a")] == ["/fair/partners/a/"]


@pytest.mark.parametrize("name", ["opportunity", "account"])
def test_every_drawing_says_in_words_what_it_shows_and_has_a_table(name: str):
    tree = _tree(name)
    ids = {e.get("id"): "".join(e.itertext()) for e in tree.iter() if e.get("id")}
    drawings = [e for e in tree.iter() if e.get("role") == "img"]
    tables = [e for e in tree.iter("table") if list(e.iter("thead"))]

    assert drawings
    for drawing in drawings:
        assert all(len(ids[i]) > 3 for i in (drawing.get("aria-labelledby") or "").split())
    assert len(tables) >= len(drawings)
    assert all(th.get("scope") in {"row", "col"} for table in tables for th in table.iter("th"))


def test_a_box_to_verify_gives_the_script_its_words_and_stands_without_one():
    box = next(e for e in _tree("opportunity").iter("section") if e.get("data-ledger"))
    script = (FOLDER / "assets" / "verify.js").read_text(encoding="utf-8")
    texts = script.partition("const TEXTS = {")[2].partition("};")[0]
    parts = re.split(r"^  (\w+): ", texts, flags=re.MULTILINE)[1:]
    words = dict(zip(parts[::2], parts[1::2], strict=True))
    button = next(e for e in box.iter("button"))

    assert {key for key in box.attrib if key.startswith("data-text-")} == {
        f"data-text-{key}" for key in words
    }
    for key, text in words.items():
        asked = set(re.findall(r"\{(\w+)\}", box.get(f"data-text-{key}") or ""))
        assert asked <= set(re.findall(r"\{(\w+)\}", text)), key
    assert (box.get("data-order"), button.get("hidden") is not None) == ("p-1 p-2", True)


def test_a_name_made_of_markup_is_shown_as_text():
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in _html("list")


def test_parts_of_prose_join_without_white_space():
    assert '<p><a href="/a/?b=1&amp;c=2">here</a></p>' in _html("page")


def test_an_empty_list_is_still_a_surface():
    shown = [e.tag for e in _tree("list-of-none").iter() if e.get("data-surface")]

    assert shown == ["div"]
    assert "No partner here yet" in _html("list-of-none")


def test_links_of_a_partner_bear_its_rel():
    outward = [
        e for e in _tree("profile").iter("a") if (e.get("href") or "").startswith("https://k")
    ]

    assert {e.get("rel") for e in outward} == {"nofollow ugc noopener"}


def test_a_logo_has_its_size_and_a_dark_form_where_there_is_one():
    pictures = [p for shown in _tree("list").iter("ol") for p in shown.iter("picture")]
    dark = [e for p in pictures for e in p.iter("source") if e.get("media")]

    images = [image for p in pictures for image in p.iter("img")]
    assert {(image.get("width"), image.get("height")) for image in images} == {("240", "80")}
    assert len(pictures) == 12
    assert len(dark) == 2 * 6


def test_a_scheme_that_is_set_shows_in_the_root():
    answer = _renderer(("scheme", "dark"), ("letters", "sans")).render(*_plain())

    assert b'data-letters="sans" data-theme="dark"' in answer.value


def _plain() -> tuple[str, PageView]:
    template, view = VIEWS["list"]
    return template, page(view)


def test_long_pagers_show_both_ends_and_what_is_near():
    nav = next(e for e in _tree("list").iter("nav") if e.get("class") == "pager")
    shown = [("".join(e.itertext())).replace("Page ", "").strip() for e in nav.iter("li")]

    assert shown == ["1", "…", "3", "4", "5", "6", "7", "…", "14"]


_INLINE = r"<script(?! type=\"module\" src=\"\{\{ asset\()"


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_template_speaks_only_by_strings_and_trusts_no_data(path: Path):
    text = path.read_text()
    bare = re.sub(r"\{% block og_type %\}[a-z]+", "", text)
    bare = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", bare, flags=re.DOTALL)
    # A macro may write nothing but the attributes of a tag that stands elsewhere.
    words = re.sub(r"<[^>]*>|\bdata-[a-z-]+(=\"[^\"]*\")?|404|[^A-Za-z]", "", bare)

    assert words == ""
    assert not re.search(rf"\|\s*safe|autoescape|style=|{_INLINE}", text)


def test_every_string_that_templates_ask_for_is_written_and_no_other():
    text = "".join(path.read_text() for path in TEMPLATES)
    asked = set(re.findall(r"\bt\(\"([a-z-]+)\"(?!\s*~)", text))
    scripts = "".join(path.read_text() for path in (FOLDER / "assets").glob("*.js"))
    asked |= set(re.findall(r"[\"`]((?:[a-z]+-)?js-[a-z-]+)[\"`]", scripts))
    # A key whose end is chosen, `t("x-" ~ y)` or `x-js-${y}`, asks for all that begin like it.
    families = tuple(re.findall(r"\bt\(\"([a-z-]+-)\"\s*~", text))
    families += tuple(re.findall(r"`((?:[a-z]+-)?js-[a-z-]+-)\$\{", scripts))
    quoted = set(re.findall(r"\"([a-z]+(?:-[a-z]+)+)\"", text))
    written = {
        key.partition(".")[0]
        for key in _theme().strings["en"]
        if not key.startswith(("plan-", "why-"))
    }

    assert asked - written == set()
    assert {key for key in written - asked - quoted if not key.startswith(families)} == set()


def test_a_surface_of_three_hundred_is_shown_whole():
    shown = [e for e in _tree("list-of-many").iter("li") if e.get("data-partner")]

    assert len(shown) == len(surface(300).cards)
