"""Themes and views for the tests of themes and templates."""

from collections.abc import Mapping
from datetime import date

from pavgen.files.yamldoc import parse_yaml
from pavgen.kernel.diagnostics import Checked, Span
from pavgen.model.document import Node
from pavgen.plan.views import FreePage, PageView, ProseView, ShellView
from pavgen.render.theme import Theme, load_theme

ASKED = Span("content/sites/main.yaml", 3, 8)


def parse(path: str, data: bytes) -> Checked[Node | None]:
    """Read YAML as the application does."""
    return parse_yaml(path, data.decode())


def load(name: str, files: Mapping[str, str]) -> Checked[Theme | None]:
    """Load a theme from texts by their path below `themes/`."""
    sources = {f"themes/{path}": text.encode() for path, text in files.items()}
    return load_theme(name, sources, parse, ASKED)


def theme(name: str, files: Mapping[str, str]) -> Theme:
    """Load a theme that must have no findings."""
    loaded = load(name, files)
    assert loaded.diagnostics == ()
    assert loaded.value is not None
    return loaded.value


SHELL = ShellView(
    site="main",
    title="Aurora Partners",
    summary="Independent companies.",
    locale="en",
    home="/",
    programme="Aurora Partner Programme",
    vendor="Aurora Systems",
    vendor_url="https://aurora.example/",
    main_menu=(),
    footer_menu=(),
    options=(),
)


def page(content: object, title: str = "A page") -> PageView:
    """Put content in a plain frame."""
    return PageView(
        SHELL, title, "What it is.", "https://p.example/a/", "/a/", (), content, index=True
    )


PLAIN = page(FreePage("A page", "", ProseView(), contents=False))
DAY = date(2026, 11, 21)
