"""Highlighted code: classes only, and colours that can be read."""

import re

import pytest

from pavgen.render.highlight import (
    CODE_BACKGROUNDS,
    CODE_COLOURS,
    highlight,
    highlight_css,
    languages,
)


def test_each_kind_of_word_has_its_class():
    assert highlight('x = "a<b"  # c\n', "python") == (
        'x <span class="hl-operator">=</span> <span class="hl-string">"a&lt;b"</span>  '
        '<span class="hl-comment"># c</span>\n'
    )


def test_language_names_ignore_case():
    assert highlight("a: 1\n", "YAML") == highlight("a: 1\n", "yaml")


def test_an_unknown_language_is_none():
    assert highlight("x", "pyhton") is None


def test_languages_are_the_names_highlight_takes():
    assert {"python", "yaml", "json", "bash", "html"} <= languages()


@pytest.mark.parametrize("code", ["", "\n", "\n\n  a\n\n", "no end", "</code><script>&amp;"])
def test_no_character_of_the_code_is_lost(code):
    shown = re.sub(r"<[^>]*>", "", highlight(code, "json") or "")

    assert shown.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") == code


def test_the_style_sheet_has_a_variable_and_a_class_for_each_kind():
    css = highlight_css()

    for kind, (light, dark) in CODE_COLOURS.items():
        assert f"--code-{kind}:{light};" in css
        assert css.count(f"--code-{kind}:{dark};") == 2
        assert f".hl-{kind}{{color:var(--code-{kind})}}" in css


@pytest.mark.parametrize("kind", CODE_COLOURS)
@pytest.mark.parametrize("side", [0, 1])
def test_each_colour_can_be_read_on_its_background(kind, side):
    lighter, darker = sorted(
        (luminance(CODE_COLOURS[kind][side]), luminance(CODE_BACKGROUNDS[side])), reverse=True
    )

    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


def luminance(colour):
    """Relative luminance as WCAG 2 defines it."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
