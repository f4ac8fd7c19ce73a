"""Slugs: the names of folders and of addresses."""

import re
import unicodedata

from pavgen.security.problem import Problem, quoted
from pavgen.security.reserved import is_device_name

LONGEST = 64

_SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])")
_SPELLED = str.maketrans(
    {
        "ß": "ss", "ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th",
        "ħ": "h", "ŋ": "ng", "ı": "i", "ŧ": "t", "ĸ": "k",
        "&": " and ", "+": " plus ", "'": "", "’": "",
    }
)  # fmt: skip


def slug_problems(slug: str) -> tuple[Problem, ...]:
    """Return what is wrong with a slug: at most one problem, with a slug that would do."""
    if is_device_name(slug):
        what = f"{quoted(slug)} cannot be a folder on Windows"
        longer = slugify(f"{slug[:LONGEST]} group")
        return (Problem("slug-reserved", 0, what, f"use a longer slug, such as `{longer}`"),)
    if _SLUG.fullmatch(slug) and "--" not in slug:
        return ()
    proposed = slugify(slug[: 2 * LONGEST])
    remedy = f"use `{proposed}`" if proposed else "use 2 to 64 of a-z, 0-9 and single hyphens"
    return (Problem("slug-form", _first_odd(slug), f"{quoted(slug)} is not a slug", remedy),)


def slugify(name: str) -> str:
    """Propose the slug of a name: always valid, or "" when too little can be spelled.

    Latin letters lose their marks, `&` and `+` are spelled in English, all else is a
    hyphen; a name in another script gives "", and then a person chooses.
    """
    folded = unicodedata.normalize("NFKD", name.casefold().translate(_SPELLED))
    bare = "".join(c for c in folded.casefold() if unicodedata.category(c)[0] != "M")
    slug = re.sub(r"[^a-z0-9]+", "-", bare.translate(_SPELLED)).strip("-")[:LONGEST].rstrip("-")
    usable = len(slug) > 1 and not is_device_name(slug)
    return slug if usable else ""


def _first_odd(slug: str) -> int:
    match = re.search(r"[^a-z0-9-]|--|^-|-$", slug)
    return match.start() if match else min(len(slug), LONGEST)
