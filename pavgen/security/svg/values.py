"""What the value of an SVG attribute or property may be: closed grammars, nothing else.

A reference is split off from its text, so that no `url(` of the source is ever copied.
"""

import re
from collections.abc import Mapping

from pavgen.kernel.values import dataclass


@dataclass(frozen=True, slots=True)
class Value:
    """A checked value: plain text, or a reference to an element of the same drawing.

    With `target` set, `text` is the fallback after a `url()`, or empty. `is_link` tells
    `href="#id"` from `url(#id)`.
    """

    text: str
    target: str = ""
    is_link: bool = False


def read_value(grammar: str, raw: str) -> Value | None:
    """Read one value by the name of its grammar; None when it does not fit.

    White space is folded first, so that no grammar needs a repeated gap, the usual seat of
    quadratic matching.
    """
    text = _SPACE.sub(" ", raw).strip(" ")
    if grammar in _REFERENCES:
        return _read_reference(grammar, text)
    return Value(text) if _GRAMMARS[grammar].fullmatch(text) else None


def read_link(raw: str) -> Value | None:
    """Read an `href`: a `#id` of the same drawing, or None."""
    match = _LINK.fullmatch(raw.strip(" \t\r\n"))
    return Value("", match["id"], is_link=True) if match else None


def numbers(text: str) -> tuple[float, ...]:
    """Give the numbers in a value, units left out; only for comparing with a limit."""
    return tuple(float(n) for n in _NUMBER_IN.findall(text))


def _read_reference(grammar: str, text: str) -> Value | None:
    match = _URL.fullmatch(text)
    if not match:
        return Value(text) if _REFERENCES[grammar].fullmatch(text) else None
    fallback = match["fallback"] or ""
    if fallback and not (grammar == "paint" and _GRAMMARS["color"].fullmatch(fallback)):
        return None
    return Value(fallback, match["id"])


_SPACE = re.compile(r"[ \t\r\n\f]+")
_ID = r"(?P<id>[^\s\"'()<>\\]+)"
_LINK = re.compile("#" + _ID)
_URL = re.compile(
    rf"url\( ?(?P<quote>[\"']?)#{_ID}(?P=quote) ?\)(?: ?(?P<fallback>[^ ].*))?",
    re.IGNORECASE,
)
_NUMBER = r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?"
_NUMBER_IN = re.compile(_NUMBER)
_UNIT = r"(?:px|pt|pc|mm|cm|in|em|ex|rem|ch|vw|vh|q|%)?"
_LENGTH = rf"{_NUMBER}{_UNIT}"
_LIST_GAP = r"(?: ?, ?| )"
_WORD = r"[A-Za-z][A-Za-z-]{0,39}"
_FAMILY = r"(?:\"[\w .,+&-]*\"|'[\w .,+&-]*'|[\w .+-]+)"
_ANGLE = rf"{_NUMBER}(?:deg|rad|grad|turn|%)?"
_CHANNELS = rf" ?{_ANGLE}(?:(?: ?[,/] ?| ){_ANGLE}){{2,3}} ?"
_COLOR = (
    r"#[0-9A-Fa-f]{3,8}"
    rf"|(?:rgba?|hsla?)\({_CHANNELS}\)"
    rf"|color\( ?[a-z0-9-]+ {_CHANNELS}\)"
    rf"|{_WORD}"
)
_FUNCTION = r"(?:matrix|translate|scale|rotate|skewX|skewY) ?\([0-9eE+., -]*\)"

_GRAMMARS: Mapping[str, re.Pattern[str]] = {
    "alignment": re.compile(rf"{_WORD}(?: {_WORD}){{0,2}}"),
    "color": re.compile(_COLOR),
    "dashes": re.compile(rf"{_LENGTH}(?:{_LIST_GAP}{_LENGTH}){{0,31}}|{_WORD}"),
    "families": re.compile(rf"{_FAMILY}(?: ?, ?{_FAMILY}){{0,19}}"),
    "font": re.compile(rf"(?:(?:{_WORD}|\d{{3}}) )*{_LENGTH}(?: ?/ ?{_LENGTH})? {_FAMILY}"),
    "keyword": re.compile(_WORD),
    "keywords": re.compile(rf"{_WORD}(?: {_WORD}){{0,5}}"),
    "length": re.compile(rf"{_LENGTH}|{_WORD}"),
    "lengths": re.compile(rf"{_LENGTH}(?:{_LIST_GAP}{_LENGTH})*|{_WORD}"),
    "languages": re.compile(r"[A-Za-z0-9, -]{1,200}"),
    "name": re.compile(r"[\w.\- ]{1,120}"),
    "nothing": re.compile(""),
    "number": re.compile(rf"{_NUMBER}%?|{_WORD}"),
    "numbers": re.compile(r"[0-9eE+., -]*"),
    "path": re.compile(r"none|[MmZzLlHhVvCcSsQqTtAa0-9eE+., -]*"),
    "points": re.compile(r"[0-9eE+., -]*"),
    "transform": re.compile(rf"none|(?:{_FUNCTION}[ ,]*)*"),
    "weight": re.compile(rf"\d{{1,4}}|{_WORD}"),
}

_REFERENCES: Mapping[str, re.Pattern[str]] = {
    "paint": _GRAMMARS["color"],
    "reference": re.compile(r"none|inherit|initial|unset"),
}
