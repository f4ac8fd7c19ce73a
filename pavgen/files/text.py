"""Bytes of a file into text: UTF-8 only, one kind of line break, no hidden characters."""

import codecs
import re
from collections.abc import Iterator

from pavgen.kernel.diagnostics import Checked, Diagnostic, Span

_MOST_SHOWN = 20
_SHORTEST_GUESS = 4

# Every character YAML or a terminal treats otherwise than an editor does: C0 and C1 controls
# but tab and line feed, the Unicode line breaks, halves of surrogate pairs, non-characters.
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")

_NAMES = {
    "\x00": "NUL",
    "\x0b": "vertical tab",
    "\x0c": "form feed",
    "\r": "carriage return",
    "\x1b": "escape",
    "\x7f": "delete",
    "\x85": "next line",
    "\u2028": "line separator",
    "\u2029": "paragraph separator",
}

_WIDE = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


def decode_text(path: str, data: bytes) -> Checked[str | None]:
    """Decode a text file: strict UTF-8, one leading byte order mark dropped, CRLF made LF.

    The value is None when the bytes are no UTF-8. Characters of `CONTROL` are findings with
    their line and column; the text is then given all the same, for other checks to read.
    """
    wide = _wide_encoding(data)
    if wide:
        what = f"the file is {wide}, not UTF-8"
        remedy = "save it as UTF-8 in your editor"
        return Checked(None, (Diagnostic(Span(path, 1), "text-encoding", what, remedy),))
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return Checked(None, (_bad_byte(path, data, error.start),))
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    return Checked(text, control_findings(path, text))


def control_findings(path: str, text: str, line_offset: int = 0) -> tuple[Diagnostic, ...]:
    """Report each character of `CONTROL` in the text, the first twenty with their places.

    Lines are counted from 1 by line feeds, as an editor does, after `line_offset` lines.
    """
    # All that is printable is none of them, and to ask that is much quicker than to search.
    if text.replace("\n", "").isprintable() or CONTROL.search(text) is None:
        return ()
    return tuple(_control_findings(path, text, line_offset))


def character_name(character: str) -> str:
    """Show an unprintable character as `U+2028` with its name where it has a common one."""
    code = f"`U+{ord(character):04X}`"
    name = _NAMES.get(character)
    return f"{code} ({name})" if name else code


def shown(text: str, most: int = 40) -> str:
    """Cut the user's text for a message: one line, nothing unprintable, no backquotes."""
    kept = "".join(c if c.isprintable() and c != "`" else "?" for c in text[:most])
    return kept if len(text) <= most else kept + "…"


def _control_findings(path: str, text: str, line_offset: int) -> Iterator[Diagnostic]:
    count = line = line_start = rest = 0
    for match in CONTROL.finditer(text):
        count += 1
        if count > _MOST_SHOWN:
            rest = rest or match.start()
            continue
        line += text.count("\n", line_start, match.start())
        line_start = text.rfind("\n", 0, match.start()) + 1
        span = Span(path, line + 1 + line_offset, match.start() - line_start + 1)
        what = f"the character {character_name(match.group())} may not stand in a text file"
        yield Diagnostic(span, "text-character", what, _character_remedy(match.group()))
    if count > _MOST_SHOWN:
        what = f"{count - _MOST_SHOWN} more such characters in this file"
        span = Span(path, text.count("\n", 0, rest) + 1 + line_offset)
        yield Diagnostic(span, "text-character", what, "delete them")


def _character_remedy(character: str) -> str:
    if character == "\r":
        return "save the file with Unix (LF) or Windows (CRLF) line ends"
    if character in "\x85\u2028\u2029\x0b\x0c":
        return "delete it, or begin a new line in its place"
    return "delete it"


def _wide_encoding(data: bytes) -> str:
    for mark, name in _WIDE:
        if data.startswith(mark):
            return name
    head = data[:64]
    for zeros, others in ((head[1::2], head[::2]), (head[::2], head[1::2])):
        if len(head) >= _SHORTEST_GUESS and not any(zeros) and all(others):
            return "UTF-16"
    return ""


def _bad_byte(path: str, data: bytes, at: int) -> Diagnostic:
    line_start = data.rfind(b"\n", 0, at) + 1
    line = data.count(b"\n", 0, at) + 1
    column = len(data[line_start:at].decode("utf-8")) + 1
    guess = data[at : at + 1].decode("cp1252", errors="ignore")
    meant = f" (`{guess}` in Windows-1252)" if guess.isprintable() and guess else ""
    what = f"the byte `0x{data[at]:02X}`{meant} is not UTF-8"
    remedy = "save the file as UTF-8 in your editor"
    return Diagnostic(Span(path, line, column), "text-encoding", what, remedy)
