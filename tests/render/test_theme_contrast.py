"""Contrast of a theme's colours: the figures, and what is said of a colour that is too pale."""

from functools import cache
from pathlib import Path

import pytest

from pavgen.kernel.diagnostics import Diagnostic, Severity, Span
from pavgen.model.schema.fields import Source
from pavgen.render.theme import fit_theme, load_theme
from pavgen.render.theme.contrast import Contrast, contrasts, lost_on_paper, ratio, spoken
from tests.render.themes import ASKED, parse

ROOT = Path(__file__).resolve().parents[2]
SHEET = """
/* --ink: light-dark(#fff, #000); */
:root { --paper: light-dark(#ffffff, #000000); --sunk: light-dark(#eee, #111);
  --ink: light-dark(#000000, #ffffff); --link: light-dark( var(--a-on-light) ,#888888 );
  --band: light-dark(color-mix(in oklab, red, blue), #000); --unknown: light-dark(#123, #123) }
@media (prefers-contrast: more) { :root { --ink: light-dark(#777, #777) } }
"""


@cache
def theme():
    files = sorted(path for path in (ROOT / "themes").rglob("*") if path.is_file())
    sources = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in files}
    loaded = load_theme("standard", sources, parse, ASKED)
    assert loaded.value
    return loaded.value


def test_each_ink_has_its_worst_contrast_on_any_ground():
    assert contrasts(SHEET, {"--a-on-light": "#0000ff"}) == (
        Contrast("ink", "#000000", "#ffffff", 180, 188, 45),
        Contrast("link", "#0000ff", "#888888", 74, 53, 45),
    )


def test_a_colour_that_is_not_known_is_left_out():
    assert [found.name for found in contrasts(SHEET, {})] == ["ink"]
    assert contrasts("", {}) == ()
    assert contrasts("--ink: light-dark(#000, #fff)", {}) == ()


@pytest.mark.parametrize(
    ("one", "other", "tenths"),
    [
        ((0, 0, 0), (255, 255, 255), 210),
        ((119, 119, 119), (255, 255, 255), 44),
        ((118, 118, 118), (255, 255, 255), 45),
        ((9, 9, 9), (9, 9, 9), 10),
    ],
)
def test_a_figure_is_rounded_down(one, other, tenths):
    assert ratio(one, other) == tenths


def test_figures_are_written_with_one_decimal():
    assert [spoken(n) for n in (210, 45, 9)] == ["21.0", "4.5", "0.9"]


def test_every_colour_of_the_standard_theme_can_be_read():
    found = fit_theme(theme(), (), Source("content/sites/main.yaml")).value.contrasts

    assert [colour.name for colour in found] == [
        "ink", "ink-soft", "link", "good", "warn", "grave", "line-strong",
    ]  # fmt: skip
    assert [colour.name for colour in found if not colour.is_enough] == []


def test_a_pale_colour_is_told_with_its_figure():
    source = Source("content/sites/main.yaml")
    fitted = fit_theme(theme(), (("accent", "#ffe600"),), source)

    at = "theme_options.accent"
    assert fitted.diagnostics == (
        Diagnostic(
            Span("content/sites/main.yaml"),
            "theme-contrast",
            "`#ffe600` has a contrast of 1.2 to 1 with light pages",
            "buttons and bands need 3.0: choose a darker shade",
            at,
            Severity.WARNING,
        ),
    )
    assert all(colour.is_enough for colour in fitted.value.contrasts)


def test_a_colour_that_stands_out_is_not_told():
    assert lost_on_paper((11, 92, 80)) == 0
    assert fit_theme(theme(), (("accent", "#0b5c50"),), Source("a")).diagnostics == ()
