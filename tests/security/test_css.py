"""The CSS subset: what is read, and what is said of the rest."""

import pytest

from pavgen.security.css import (
    Compound,
    Declaration,
    Rule,
    Unreadable,
    read_declarations,
    read_stylesheet,
)


def test_sheet_is_read_into_rules():
    text = ".a, #b.c { FILL : red; ; junk; stroke:none !important } g rect{}"
    assert read_stylesheet(f"/* made by hand */{text}") == (
        Rule(
            ((Compound(classes=("a",)),), (Compound(id="b", classes=("c",)),)),
            (Declaration("fill", "red"), Declaration("stroke", "none", important=True)),
        ),
        Rule(((Compound(tag="g"), Compound(tag="rect")),), ()),
    )


def test_empty_sheet_has_no_rules():
    assert read_stylesheet(" /* nothing */ ") == ()


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("@media print{.a{x:y}}", "the style uses the rule `@media`"),
        (".a{x:\\79}", "the style holds a backslash"),
        (".a{x:y} /* on", "the style has a comment that does not end"),
        (".a{x:y} .b", "the style `.b` is not a complete rule"),
        (".a{.b{x:y}}", "the style `.a{.b{x:y` is not a plain rule"),
        ("}", "the style `` is not a plain rule"),
        (".a > .b{x:y}", "the style has the selector `.a > .b`"),
        (".a,{x:y}", "the style has the selector ``"),
        ("#a#b{x:y}", "the style has the selector `#a#b`"),
        ("[href]{x:y}", "the style has the selector `[href]`"),
    ],
)
def test_sheet_beyond_the_subset_is_not_read(text, what):
    assert read_stylesheet(text) == Unreadable(what)


def test_declarations_are_read_in_their_order():
    assert read_declarations("fill:red;fill:blue") == (
        Declaration("fill", "red"),
        Declaration("fill", "blue"),
    )


def test_brace_in_declarations_is_not_read():
    assert read_declarations("fill:red}") == Unreadable("the style `fill:red}` holds a brace")
