"""Which code points text may not hold, and which are emoji.

The classes are ours; the facts are Unicode's (UnicodeData general categories, and the
properties Default_Ignorable_Code_Point, Emoji and Emoji_Presentation of UTS 51). What is
*unassigned* depends on the Unicode version of the running Python, 14.0 at the least.
"""

import re
import unicodedata
from functools import lru_cache

BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
JOINERS = frozenset("\u200c\u200d")
_LINE_SEPARATORS = frozenset("\u2028\u2029")

_INVISIBLE = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2065\u206a-\u206f\u2800\u3164"
    "\ufeff\uffa0\ufff9-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff"
)
_VARIATION = "\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef"
_PICTURES = "\U0001f000-\U0001faff"
_SHOWN_AS_EMOJI = (
    "\u231a\u231b\u23e9-\u23ec\u23f0\u23f3\u25fd\u25fe\u2614\u2615\u2648-\u2653\u267f\u2693\u26a1"
    "\u26aa\u26ab\u26bd\u26be\u26c4\u26c5\u26ce\u26d4\u26ea\u26f2\u26f3\u26f5\u26fa\u26fd\u2705"
    "\u270a\u270b\u2728\u274c\u274e\u2753-\u2755\u2757\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c"
    "\u2b50\u2b55" + _PICTURES
)
_MAY_BE_EMOJI = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u2199\u21a9\u21aa\u2328\u23cf\u23ed-\u23f2"
    "\u23f8-\u23fa\u24c2\u25aa\u25ab\u25b6\u25c0\u25fb\u25fc\u2600-\u2604\u260e\u2611\u2618\u261d"
    "\u2620\u2622\u2623\u2626\u262a\u262e\u262f\u2638-\u263a\u2640\u2642\u265f\u2660\u2663\u2665"
    "\u2666\u2668\u267b\u267e\u2692\u2694-\u2697\u2699\u269b\u269c\u26a0\u26a7\u26b0\u26b1\u26c8"
    "\u26cf\u26d1\u26d3\u26e9\u26f0\u26f1\u26f4\u26f7-\u26f9\u2702\u2708\u2709\u270c\u270d\u270f"
    "\u2712\u2714\u2716\u271d\u2721\u2733\u2734\u2744\u2747\u2763\u2764\u27a1\u2934\u2935"
    "\u2b05-\u2b07\u3030\u303d\u3297\u3299" + _SHOWN_AS_EMOJI
)

IS_INVISIBLE = re.compile(f"[{_INVISIBLE}]")
IS_VARIATION = re.compile(f"[{_VARIATION}]")
IS_SHOWN_AS_EMOJI = re.compile(f"[{_SHOWN_AS_EMOJI}]")
IS_EMOJI = re.compile(f"[{_MAY_BE_EMOJI}]")
PRINTABLE_BUT_SUSPECT = re.compile(f"[{_INVISIBLE}{_VARIATION}{_SHOWN_AS_EMOJI}]")
"""The suspects among what `str.isprintable` lets pass."""

_PLANE_END = 0xFFFE
_IN_ARABIC_FORMS = range(0xFDD0, 0xFDF0)
_LABELS = {
    "Cc": "control character",
    "Cs": "surrogate",
    "Co": "private use character",
    "Cn": "unassigned character",
}


@lru_cache(maxsize=4096)
def forbidden_code(character: str) -> str | None:
    """Return the diagnostic code of a character no text may hold, or None.

    Joiners, variation selectors and emoji depend on their neighbours and are not judged.
    """
    if character in "\t\n":
        return None
    if character in BIDI:
        return "char-bidi"
    category = unicodedata.category(character)
    if category == "Cc" or character in _LINE_SEPARATORS:
        return "char-control"
    if IS_INVISIBLE.match(character):
        return "char-invisible"
    return "char-undefined" if category in {"Cs", "Co", "Cn"} else None


def is_blank(character: str) -> bool:
    """Say whether a character shows nothing and holds no place in an order of names."""
    return bool(
        unicodedata.category(character) in {"Cc", "Cf", "Cs", "Cn"}
        or IS_INVISIBLE.match(character)
        or IS_VARIATION.match(character)
    )


def described(character: str) -> str:
    """Name a code point for a message: `U+202E RIGHT-TO-LEFT OVERRIDE`."""
    label = _LABELS.get(unicodedata.category(character), "")
    if label == "unassigned character" and _is_noncharacter(ord(character)):
        label = "noncharacter"
    return f"U+{ord(character):04X} {unicodedata.name(character, label)}".rstrip()


def _is_noncharacter(code_point: int) -> bool:
    return code_point & _PLANE_END == _PLANE_END or code_point in _IN_ARABIC_FORMS
