"""The small part of CSS that logos use: flat rules with simple selectors.

Only the shape is read here; which properties and values may pass is decided by the caller.
Whatever would need a real CSS parser (at-rules, escapes, nesting, pseudo-classes) is refused.
"""

import re

from pavgen.kernel.values import dataclass
from pavgen.security.problem import quoted


@dataclass(frozen=True, slots=True)
class Declaration:
    """One `name: value`, the name in lower case."""

    name: str
    value: str
    important: bool = False


@dataclass(frozen=True, slots=True)
class Compound:
    """A selector of one element: its tag or empty, its id or empty, its classes."""

    tag: str = ""
    id: str = ""
    classes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """Selectors, each a path of compounds from ancestor to subject, and their declarations."""

    selectors: tuple[tuple[Compound, ...], ...]
    declarations: tuple[Declaration, ...]


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why a piece of CSS was not read, as a clause for the person who wrote it."""

    what: str


def read_stylesheet(text: str) -> tuple[Rule, ...] | Unreadable:
    """Read a whole sheet, or say what in it goes beyond the subset."""
    plain = _COMMENT.sub("", text)
    if problem := _beyond_subset(plain):
        return problem
    *blocks, rest = plain.split("}")
    if rest.strip():
        return Unreadable(f"the style {quoted(rest.strip())} is not a complete rule")
    rules: list[Rule] = []
    for block in blocks:
        rule = _read_rule(block)
        if isinstance(rule, Unreadable):
            return rule
        rules.append(rule)
    return tuple(rules)


def read_declarations(text: str) -> tuple[Declaration, ...] | Unreadable:
    """Read `name: value; …`, as in a style attribute; a part without a colon means nothing."""
    plain = _COMMENT.sub("", text)
    if problem := _beyond_subset(plain):
        return problem
    if "{" in plain or "}" in plain:
        return Unreadable(f"the style {quoted(plain.strip())} holds a brace")
    return _split_declarations(plain)


_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_AT_RULE = re.compile(r"@[\w-]*")
_TAG = r"(?P<tag>[A-Za-z][A-Za-z0-9]*)?"
_COMPOUND = re.compile(_TAG + r"(?P<rest>(?:[.#][A-Za-z_\u00a0-\uffff-][\w\u00a0-\uffff-]*)*)")
_NAME = re.compile(r"[.#][^.#]+")


def _beyond_subset(text: str) -> Unreadable | None:
    if at_rule := _AT_RULE.search(text):
        return Unreadable(f"the style uses the rule {quoted(at_rule.group())}")
    if "\\" in text:
        return Unreadable("the style holds a backslash")
    if "/*" in text:
        return Unreadable("the style has a comment that does not end")
    return None


def _read_rule(block: str) -> Rule | Unreadable:
    head, brace, body = block.partition("{")
    if not brace or "{" in body:
        return Unreadable(f"the style {quoted(block.strip())} is not a plain rule")
    selectors: list[tuple[Compound, ...]] = []
    for selector in head.split(","):
        path = tuple(_read_compound(part) for part in selector.split())
        known = tuple(part for part in path if part is not None)
        if not path or len(known) < len(path):
            return Unreadable(f"the style has the selector {quoted(selector.strip())}")
        selectors.append(known)
    return Rule(tuple(selectors), _split_declarations(body))


def _read_compound(text: str) -> Compound | None:
    match = _COMPOUND.fullmatch(text)
    if not match or not text:
        return None
    names = _NAME.findall(match["rest"])
    ids = [name[1:] for name in names if name.startswith("#")]
    if len(ids) > 1:
        return None
    classes = tuple(name[1:] for name in names if name.startswith("."))
    return Compound(match["tag"] or "", "".join(ids), classes)


def _split_declarations(text: str) -> tuple[Declaration, ...]:
    parts = (part.partition(":") for part in text.split(";"))
    return tuple(_declaration(name, value) for name, colon, value in parts if colon)


def _declaration(name: str, value: str) -> Declaration:
    plain = value.strip()
    head, bang, flag = plain.rpartition("!")
    if bang and flag.strip().lower() == "important":
        return Declaration(name.strip().lower(), head.strip(), important=True)
    return Declaration(name.strip().lower(), plain)
