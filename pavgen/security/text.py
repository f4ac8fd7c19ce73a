"""The table of characters that no text of a record may hold."""

import re
import unicodedata

from pavgen.security.characters import (
    IS_EMOJI,
    IS_SHOWN_AS_EMOJI,
    IS_VARIATION,
    JOINERS,
    PRINTABLE_BUT_SUSPECT,
    described,
    forbidden_code,
)
from pavgen.security.problem import Problem

MOST_PROBLEMS = 20

_REASONS = {
    "char-control": ("is a control character", "remove it"),
    "char-bidi": ("reorders what a reader sees", "remove it"),
    "char-invisible": ("is invisible", "remove it"),
    "char-undefined": ("means nothing to a reader", "replace it by an ordinary character"),
    "char-joiner": (
        "stands where nothing is joined",
        "remove it; it belongs only inside Arabic or Indic words or an emoji",
    ),
    "char-variation": ("does not follow an emoji", "remove it"),
    "char-emoji": ("is an emoji in a field of plain words", "remove it"),
}
_JOINED_WRITING = (
    re.compile("[\u0620-\u06ff\u0750-\u077f\u0870-\u08ff]"),
    re.compile("[\u0900-\u0dff]"),
)
_ODD = re.compile(r"[^\n\t -~]")


def text_problems(text: str, *, emoji: bool) -> tuple[Problem, ...]:
    """Return what is wrong with the characters of `text`, in order of first appearance.

    `emoji` says whether emoji and their sequences are welcome: in descriptions they are,
    in names, taglines and other fields of plain words they are not. Each character is
    reported once, with how often it occurs, and at most `MOST_PROBLEMS` of them: more
    would not help to mend the text.
    """
    if _is_plain(text):
        return ()
    first: dict[tuple[str, str], int] = {}
    times: dict[tuple[str, str], int] = {}
    for match in _ODD.finditer(text):
        offset, character = match.start(), match.group()
        code = forbidden_code(character) or _misplaced_code(text, offset, emoji=emoji)
        if code:
            first.setdefault((code, character), offset)
            times[code, character] = times.get((code, character), 0) + 1
    return tuple(
        _problem(code, character, offset, times[code, character])
        for (code, character), offset in list(first.items())[:MOST_PROBLEMS]
    )


def _is_plain(text: str) -> bool:
    """Settle nearly all texts in two passes of C; NBSP and such are left to the slow way."""
    if not text.isprintable() and not text.replace("\n", "").replace("\t", "").isprintable():
        return False
    return text.isascii() or not PRINTABLE_BUT_SUSPECT.search("".join(set(text)))


def _misplaced_code(text: str, offset: int, *, emoji: bool) -> str | None:
    character = text[offset]
    if character in JOINERS:
        fits = _joins_letters(text, offset) or (emoji and _joins_emoji(text, offset))
        return None if fits else "char-joiner"
    if IS_VARIATION.match(character):
        return None if emoji and _varies_emoji(text, offset) else "char-variation"
    return "char-emoji" if not emoji and IS_SHOWN_AS_EMOJI.match(character) else None


def _joins_letters(text: str, offset: int) -> bool:
    before, after = text[offset - 1 : offset], text[offset + 1 : offset + 2]
    return any(
        writing.match(before) and writing.match(after) and _is_letter(before) and _is_letter(after)
        for writing in _JOINED_WRITING
    )


def _is_letter(character: str) -> bool:
    """Count vowel signs and viramas as letters: joiners stand beside them."""
    return unicodedata.category(character)[0] in "LM"


def _joins_emoji(text: str, offset: int) -> bool:
    before = text[max(offset - 2, 0) : offset].removesuffix("\ufe0f")[-1:]
    after = text[offset + 1 : offset + 2]
    is_zwj = text[offset] == "\u200d"
    return is_zwj and bool(IS_EMOJI.match(before) and IS_EMOJI.match(after))


def _varies_emoji(text: str, offset: int) -> bool:
    before, after = text[offset - 1 : offset], text[offset + 1 : offset + 2]
    if text[offset] not in "\ufe0e\ufe0f" or not before:
        return False
    is_keycap = before in "0123456789#*" and after == "\u20e3"
    return is_keycap or bool(IS_EMOJI.match(before))


def _problem(code: str, character: str, offset: int, times: int) -> Problem:
    reason, remedy = _REASONS[code]
    often = f" ({times} times)" if times > 1 else ""
    return Problem(code, offset, f"{described(character)}{often} {reason}", remedy)
