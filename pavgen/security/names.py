"""What a name may be, what it looks like, and where it sorts.

Names are the one text every visitor compares, so the rules stop names that imitate
another, that push themselves to the front of a list, or that carry an address.

A programme with partners in other scripts lists them in `program.yaml`:

    name_scripts: [cyrillic, arabic, devanagari]

and the caller passes that list as `extra_scripts`. A name is then written in Latin (also
with Japanese, Korean or Chinese letters, as those languages do) or wholly in one of the
listed scripts; a mixture of Latin and a listed script stays refused, because that is how
one name imitates another. A name that breaks a rule for good reason (`.NET`) stands under
its slug in `content/name-exceptions.yaml`, and the caller passes `exempt=True`.
"""

import unicodedata
from collections.abc import Collection

from pavgen.security.characters import is_blank
from pavgen.security.namerules import rules_broken
from pavgen.security.problem import Problem
from pavgen.security.scripts import latin_lookalike, script_key
from pavgen.security.text import text_problems

ENGLISH_ARTICLES = ("the", "a", "an")

_CONFUSED = str.maketrans({"l": "1", "i": "1", "o": "0"})


def name_problems(
    name: str, *, exempt: bool = False, extra_scripts: Collection[str] = ()
) -> tuple[Problem, ...]:
    """Return everything that is wrong with a partner's name, in order of place.

    `extra_scripts` are scripts a name may be written in beside Latin, Chinese, Japanese
    and Korean, as Unicode names them, in any case. `exempt` is the vendor's leave for an
    unusual name: characters, spaces at the edges, composed form and greatest length are
    still judged, the rest is not.
    """
    extra = frozenset(script_key(script) for script in extra_scripts)
    found = (*text_problems(name, emoji=False), *rules_broken(name, exempt=exempt, extra=extra))
    return tuple(sorted(found, key=lambda p: (p.offset, p.code)))


def skeleton(name: str) -> str:
    """Return what is left of a name when all that a hurried eye overlooks is taken away.

    Two names with one skeleton pass for each other: case, marks, spaces, punctuation and
    letters of other scripts that look Latin make no difference, nor do 1/l/i, 0/o, rn/m
    and vv/w. After UTS 39, section 4, with a coarser fold, since names are few and a
    collision only asks for a person's look.
    """
    folded = _stripped(unicodedata.normalize("NFKC", name).casefold())
    is_ascii = folded.isascii()
    mapped = folded.replace("|", "l") if is_ascii else "".join(map(_looks_like, folded))
    letters = "".join(c for c in mapped if c.isalnum())
    narrow = letters.translate(_CONFUSED).replace("rn", "m").replace("vv", "w")
    return narrow or "".join(c for c in folded if not c.isspace())


def sort_key(
    name: str, slug: str, *, articles: Collection[str] = ENGLISH_ARTICLES
) -> tuple[str, str, str]:
    """Return the key that orders names: folded name, then the name itself, then the slug.

    Nothing put before a name moves it forward: signs, blanks and leading articles do not
    count, and neither do case, marks and width. `articles` are those of the site's
    language. A name of which nothing remains is ordered by its slug. No locale takes
    part, so the order is the same on every machine.
    """
    folded = _stripped("".join(c for c in unicodedata.normalize("NFKC", name) if not is_blank(c)))
    folded = _from_first_letter(_stripped(folded.casefold()))
    for article in articles:
        rest = folded.removeprefix(f"{article} ").lstrip()
        if rest != folded and rest[:1] not in ("&", "+", "-", "/") and _from_first_letter(rest):
            folded = _from_first_letter(rest)
            break
    return (folded or slug, name, slug)


def _looks_like(character: str) -> str:
    if character.isascii():
        return "l" if character == "|" else character
    return latin_lookalike(character) or character


def _stripped(text: str) -> str:
    """Take marks away and put the rest together again, so that Hangul stays syllables."""
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFD", text)
    bare = "".join(c for c in parts if unicodedata.category(c)[0] != "M")
    return unicodedata.normalize("NFC", bare)


def _from_first_letter(text: str) -> str:
    start = next((i for i, c in enumerate(text) if c.isalnum()), len(text))
    return text[start:]
