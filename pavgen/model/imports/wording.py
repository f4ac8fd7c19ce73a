"""Foreign words made fit for records: names without decoration, summaries, escaped prose."""

import re
import unicodedata
from collections.abc import Collection

from pavgen.security.characters import forbidden_code
from pavgen.security.text import text_problems

_DECORATION = re.compile(r"\s*\(([^()]*)\)\s*$")
_SENTENCE_END = re.compile(r"[.!?](?=\s)|[。！？]")
_ANYWHERE = re.compile(r"([\\`*_\[\]<>&~|^{}$])")
_AT_START = re.compile(r"^([#+=:-]|\d{1,9}[.)])")
_ADDRESS = re.compile(r"(?i)\b(https?)://")
_LONGEST = 5_000
_SHORTEST_CUT = 20


def plain_name(name: str, decorations: Collection[str]) -> str:
    """Take the decorations off a name: `Acme (member)` is `Acme`; other brackets stay.

    `decorations` are the words in brackets, in small letters.
    """
    bare = " ".join(unicodedata.normalize("NFC", name).split())
    while (found := _DECORATION.search(bare)) and found[1].strip().casefold() in decorations:
        bare = bare[: found.start()]
    return bare


def clean_text(text: str, *, emoji: bool) -> str:
    """Take away what no text may hold and fold white space, line breaks in descriptions apart."""
    bare = "".join(c for c in text[:_LONGEST] if c == "\u00a0" or not forbidden_code(c))
    while problems := text_problems(bare, emoji=emoji):
        bad = {bare[problem.offset] for problem in problems}
        bare = "".join(c for c in bare if c not in bad)
    lines = (" ".join(line.split()) for line in bare.split("\n"))
    return "\n".join(line for line in lines if line)


def first_sentences(text: str, most: int) -> str:
    """Return as many whole sentences as fit into `most` characters, or a cut first one."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    ends = [m.end() for m in _SENTENCE_END.finditer(line) if _SHORTEST_CUT <= m.end() <= most]
    if ends:
        return line[: ends[-1]]
    head = line[: most - 1]
    cut = head.rpartition(" ")[0].rstrip(" ,;:-–—(") or head
    return f"{cut}…"


def first_sentence(text: str, most: int) -> str:
    """Return the first sentence, cut between words where it is longer than `most`."""
    line = " ".join(text.split())
    end = next((m.end() for m in _SENTENCE_END.finditer(line) if m.end() >= _SHORTEST_CUT), None)
    return first_sentences(line if end is None else line[:end], most)


def as_markdown(text: str) -> str:
    """Escape text so that markdown shows it as it is; each line becomes a paragraph."""
    return "".join(f"{_paragraph(line)}\n\n" for line in text.split("\n") if line).rstrip() + "\n"


def _paragraph(line: str) -> str:
    escaped = _ADDRESS.sub(r"\1\\://", _ANYWHERE.sub(r"\\\1", line))
    start = _AT_START.match(escaped)
    if start is None:
        return escaped
    mark = start[1]
    return f"{mark[:-1]}\\{mark[-1]}{escaped[start.end() :]}"
