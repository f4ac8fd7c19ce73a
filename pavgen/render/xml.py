"""XML from values: every text escaped, every character one that XML 1.0 can hold."""

import re
from collections.abc import Iterator

from pavgen.kernel.diagnostics import DefectError
from pavgen.kernel.values import dataclass
from pavgen.security.problem import quoted


@dataclass(frozen=True, slots=True)
class Element:
    """An element; attributes in the order they are written, children elements or text."""

    name: str
    children: tuple["Element | str", ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()


def write_xml(root: Element) -> bytes:
    """Return a whole document in UTF-8, one element on a line unless it holds text.

    Raises DefectError for a name that is none, and for a character that XML 1.0 cannot hold in
    any form: control characters, halves of surrogate pairs, U+FFFE and U+FFFF. Records are
    checked for them when they are read.
    """
    lines = "\n".join(_lines(root, ""))
    return f'<?xml version="1.0" encoding="utf-8"?>\n{lines}\n'.encode()


def _lines(element: Element, indent: str) -> Iterator[str]:
    if not element.children:
        yield f"{indent}<{_opened(element)}/>"
    elif any(isinstance(child, str) for child in element.children):
        yield f"{indent}{_inline(element)}"
    else:
        yield f"{indent}<{_opened(element)}>"
        for child in element.children:
            if isinstance(child, Element):
                yield from _lines(child, indent + "  ")
        yield f"{indent}</{element.name}>"


def _inline(element: Element) -> str:
    inner = "".join(
        _escaped(child) if isinstance(child, str) else _inline(child) for child in element.children
    )
    return f"<{_opened(element)}>{inner}</{element.name}>"


def _opened(element: Element) -> str:
    for name in (element.name, *(name for name, _ in element.attributes)):
        if not _NAME.fullmatch(name):
            raise DefectError(f"{quoted(name)} is no name in XML")
    return element.name + "".join(f' {name}="{_escaped(v)}"' for name, v in element.attributes)


def _escaped(text: str) -> str:
    barred = _BARRED.search(text)
    if barred:
        raise DefectError(f"XML cannot hold the character in {quoted(barred[0])}")
    return text.translate(_ESCAPES)


_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*(:[A-Za-z_][A-Za-z0-9_.-]*)?")
_BARRED = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPES = {ord(c): f"&#{ord(c)};" for c in "\t\n\r\x85\u2028\"'"} | {
    ord("&"): "&amp;",
    ord("<"): "&lt;",
    ord(">"): "&gt;",
}
