"""Styles of a drawing: from the CSS subset to checked declarations and rules."""

import re
from collections.abc import Iterable

from pavgen.security.css import Declaration, Rule, Unreadable, read_declarations, read_stylesheet
from pavgen.security.problem import Problem, quoted
from pavgen.security.svg.node import Style, StyleRule
from pavgen.security.svg.refusal import refusal
from pavgen.security.svg.values import read_value
from pavgen.security.svg.vocabulary import (
    ELEMENTS,
    PLACING_PROPERTIES,
    STYLE_LIMIT,
    STYLE_PROPERTIES,
)

_LEADS_OUT = re.compile(r"""url\((?!\s*["']?#)|image(?:-set)?\(|src\(""", re.IGNORECASE)


def check_sheet(text: str, offset: int) -> tuple[tuple[StyleRule, ...], tuple[Problem, ...]]:
    """Read the text of a style element; rules that can match nothing here are left out."""
    if problem := _too_long(text, offset):
        return (), (problem,)
    rules = read_stylesheet(text)
    if isinstance(rules, Unreadable):
        return (), (_problem(offset, rules.what),)
    checked = [_check_rule(rule, offset) for rule in rules]
    kept = (rule for rule, _ in checked if rule.selectors and rule.styles)
    return tuple(kept), tuple(p for _, problems in checked for p in problems)


def check_attribute(text: str, offset: int) -> tuple[tuple[Style, ...], tuple[Problem, ...]]:
    """Read the text of a style attribute."""
    if problem := _too_long(text, offset):
        return (), (problem,)
    declarations = read_declarations(text)
    if isinstance(declarations, Unreadable):
        return (), (_problem(offset, declarations.what),)
    return _check_all(declarations, offset)


def _check_rule(rule: Rule, offset: int) -> tuple[StyleRule, tuple[Problem, ...]]:
    selectors = tuple(
        path for path in rule.selectors if all(not c.tag or c.tag in ELEMENTS for c in path)
    )
    styles, problems = _check_all(rule.declarations, offset)
    return StyleRule(selectors, styles), problems


def _check_all(
    declarations: Iterable[Declaration], offset: int
) -> tuple[tuple[Style, ...], tuple[Problem, ...]]:
    checked = [_check_one(declaration, offset) for declaration in declarations]
    styles = tuple(found for found in checked if isinstance(found, Style))
    return styles, tuple(found for found in checked if isinstance(found, Problem))


def _check_one(declaration: Declaration, offset: int) -> Style | Problem | None:
    name, raw = declaration.name, declaration.value
    if not raw:
        return None
    grammar = STYLE_PROPERTIES.get(name)
    value = read_value(grammar, raw) if grammar else None
    if value is not None:
        return Style(name, value, declaration.important)
    if grammar or name in PLACING_PROPERTIES or _LEADS_OUT.search(raw):
        return _problem(offset, f"the style has {quoted(f'{name}: {raw}')}")
    return None


def _too_long(text: str, offset: int) -> Problem | None:
    if len(text) <= STYLE_LIMIT:
        return None
    what = f"a style is longer than {STYLE_LIMIT} characters"
    return refusal("svg-limit", offset, what)


def _problem(offset: int, what: str) -> Problem:
    return refusal("svg-style", offset, f"{what}, which a logo cannot use")
