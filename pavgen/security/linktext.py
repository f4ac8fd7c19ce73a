"""What the text of a link may be made of, before it is taken apart."""

import re

from pavgen.security.characters import described
from pavgen.security.percent import escaped_control
from pavgen.security.problem import Problem, quoted
from pavgen.security.text import text_problems

LONGEST = 512

_NEVER = re.compile(r"[\s\\\"'`<>]")


def character_problems(text: str) -> tuple[Problem, ...]:
    """Return the characters no link may hold, bare or escaped; phone numbers may have spaces."""
    if text.isascii() and text.isprintable() and "%" not in text and not _NEVER.search(text):
        return ()
    offsets: dict[str, int] = {}
    spaced = text[:4].lower() == "tel:"
    for match in _NEVER.finditer(text):
        if not (spaced and match.group() == " "):
            offsets.setdefault(match.group(), match.start())
    found = [
        Problem("link-character", offset, f"{described(c)} may not stand in a link", _instead(c))
        for c, offset in offsets.items()
    ]
    hidden = [p for p in text_problems(text, emoji=True) if text[p.offset] not in offsets]
    hidden = [Problem("link-character", p.offset, p.what, p.remedy) for p in hidden]
    escape = escaped_control(text)
    if escape:
        what = f"{quoted(escape)} is a control character"
        found.append(Problem("link-character", text.index(escape), what, "remove it"))
    return tuple(sorted(found + hidden, key=lambda p: p.offset))


def length_problems(text: str) -> tuple[Problem, ...]:
    """Return whether a link is empty or too long."""
    if not text:
        return (Problem("link-form", 0, "the link is empty", "write one, or leave the field out"),)
    if len(text) > LONGEST:
        what = f"the link has {len(text)} characters, {len(text) - LONGEST} too many"
        return (Problem("link-length", LONGEST, what, f"use at most {LONGEST}"),)
    return ()


def _instead(character: str) -> str:
    if character in "\"'`<> ":
        return f"remove it, or write it as `%{ord(character):02X}`"
    return "use `/`" if character == "\\" else "remove it"
