"""The rules a partner's name keeps, one function for each."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import accumulate
from operator import or_

from pavgen.security.characters import described
from pavgen.security.problem import Problem, quoted
from pavgen.security.scripts import latin_lookalike, scripts_of, written_together

SHORTEST, LONGEST = 2, 64

_MANY_MARKS = 3
_FORBIDDEN_WORDS = re.compile(r"https?|www\.|[@#<>]", re.IGNORECASE)
_EDGE_OR_DOUBLE_SPACE = re.compile(r"^ | $|  +")
_ODD_SPACE = re.compile(r"[^\S ]")
_TRADE_MARKS = re.compile("[™℠]")
_PLAIN_SYMBOLS = frozenset("©®°")


def rules_broken(name: str, *, exempt: bool, extra: frozenset[str]) -> Iterator[Problem]:
    """Yield what is wrong with a name beside its characters; `extra` holds script keys."""
    yield from _size(name, exempt=exempt)
    yield from _form(name)
    if exempt:
        yield from _edges(name)
        return
    for rule in (_spaces, _folds, _start, _marks, _symbols, _words):
        yield from rule(name)
    yield from _scripts(name, extra)


def _size(name: str, *, exempt: bool) -> Iterator[Problem]:
    length, shortest = len(name), 1 if exempt else SHORTEST
    if length < shortest:
        what = f"the name {quoted(name)} is too short" if name else "the name is empty"
        yield Problem("name-length", 0, what, f"use at least {shortest} characters")
    if length > LONGEST:
        what = f"the name has {length} characters, {length - LONGEST} too many"
        yield Problem("name-length", LONGEST, what, f"use at most {LONGEST}")


def _form(name: str) -> Iterator[Problem]:
    if not unicodedata.is_normalized("NFC", name):
        fix = unicodedata.normalize("NFC", name)
        what = f"{quoted(name)} holds letters and marks apart that have one character together"
        yield Problem("name-form", _first_change(name, fix), what, f"store it as {quoted(fix)}")


def _folds(name: str) -> Iterator[Problem]:
    composed = unicodedata.normalize("NFC", name)
    if unicodedata.normalize("NFKC", composed) == composed:
        return
    offset = _first_change(composed, unicodedata.normalize("NFKC", composed))
    fix = unicodedata.normalize("NFKC", _TRADE_MARKS.sub("", composed))
    what = f"{described(composed[offset])} is another shape of ordinary characters"
    yield Problem(
        "name-folds", min(offset, len(name) - 1), what, f"write the name as {quoted(fix)}"
    )


def _start(name: str) -> Iterator[Problem]:
    if name and not name[0].isalnum() and not name[0].isspace():
        yield Problem(
            "name-start",
            0,
            f"{quoted(name)} begins with {described(name[0])}",
            "begin with a letter or a digit, or ask for an entry in `name-exceptions.yaml`",
        )


def _edges(name: str) -> Iterator[Problem]:
    if name != name.strip() or "\n" in name:
        what = f"{quoted(name)} begins or ends with a space, or breaks the line"
        yield Problem("name-space", 0, what, f"write {quoted(' '.join(name.split()))}")


def _spaces(name: str) -> Iterator[Problem]:
    if not (_EDGE_OR_DOUBLE_SPACE.search(name) or _ODD_SPACE.search(name)):
        return
    fix = f"write {quoted(' '.join(name.split()))}"
    for match in _EDGE_OR_DOUBLE_SPACE.finditer(name):
        where = "two spaces" if len(match.group()) > 1 else "a space at its edge"
        yield Problem("name-space", match.start(), f"{quoted(name)} has {where}", fix)
    for match in _ODD_SPACE.finditer(name):
        what = f"{quoted(name)} has {described(match.group())} for a space"
        yield Problem("name-space", match.start(), what, fix)


def _marks(name: str) -> Iterator[Problem]:
    if name.isascii():
        return
    run = 0
    for offset, character in enumerate(unicodedata.normalize("NFC", name)):
        run = run + 1 if unicodedata.category(character)[0] == "M" else 0
        if run == _MANY_MARKS:
            what = f"{quoted(name)} has more than two combining marks in a row"
            yield Problem("name-marks", min(offset, len(name) - 1), what, "use at most two")


def _symbols(name: str) -> Iterator[Problem]:
    if name.isascii():
        return
    for offset, character in enumerate(name):
        is_sign = unicodedata.category(character) == "So" and character not in _PLAIN_SYMBOLS
        if is_sign and unicodedata.is_normalized("NFKC", character):
            what = f"{described(character)} is an ornament"
            yield Problem("name-symbol", offset, what, "remove it; a name is words")


def _words(name: str) -> Iterator[Problem]:
    for match in _FORBIDDEN_WORDS.finditer(name):
        what = f"{quoted(name)} holds {quoted(match.group())}"
        yield Problem("name-word", match.start(), what, "remove it; links have their own fields")


def _scripts(name: str, extra: frozenset[str]) -> Iterator[Problem]:
    if name.isascii():
        return
    scripts = scripts_of(name)
    alone = next(iter(scripts)) if len(scripts) == 1 else ""
    if not written_together(scripts) and alone not in extra:
        yield _alone(name, alone) if alone else _mixed(name)
    yield from _digits(name, extra)


def _alone(name: str, script: str) -> Problem:
    shown = script.replace("_", " ").title()
    return Problem(
        "name-script",
        0,
        f"{quoted(name)} is written in {shown}, which this programme does not list",
        f"write it in Latin letters, or list `{script.lower()}` under `name_scripts`",
    )


def _mixed(name: str) -> Problem:
    seen = accumulate((scripts_of(c) for c in name), or_)
    offset = next(i for i, s in enumerate(seen) if len(s) > 1 and not written_together(s))
    fix = "".join(_as_latin(c) for c in name)
    remedy = f"did you mean {quoted(fix)}?" if fix.isascii() else "write it in one script"
    what = f"{quoted(name)} mixes letters of several scripts, here {described(name[offset])}"
    return Problem("name-script", offset, what, remedy)


def _digits(name: str, extra: frozenset[str]) -> Iterator[Problem]:
    """Refuse foreign digits, which have no script, unless their writing is listed."""
    for offset, character in enumerate(name):
        if character.isdecimal() and not character.isascii() and not extra:
            fix = str(unicodedata.decimal(character))
            what = f"{described(character)} is a digit of another writing"
            yield Problem("name-script", offset, what, f"write `{fix}`")


def _as_latin(character: str) -> str:
    twin = "" if character.isascii() else latin_lookalike(character)
    return (twin.title() if character.isupper() else twin) or character


def _first_change(before: str, after: str) -> int:
    pairs = zip(before, after, strict=False)
    return next((i for i, (b, a) in enumerate(pairs) if b != a), min(len(before), len(after)))
