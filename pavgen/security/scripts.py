"""Scripts of letters, and which letters pass for Latin ones (UTS 39).

The tables are Unicode's Scripts.txt and confusables.txt as the confusable_homoglyphs
package carries them. They weigh nearly a megabyte, so they are read only when a letter
occurs that is not plainly Latin; most runs never read them.
"""

import unicodedata
from collections.abc import Collection
from functools import cache, lru_cache

_PLAINLY_LATIN = ((0x00C0, 0x024F), (0x1E00, 0x1EFF))
_WRITTEN_TOGETHER = (
    frozenset({"LATIN", "HAN", "HIRAGANA", "KATAKANA"}),
    frozenset({"LATIN", "HAN", "HANGUL"}),
    frozenset({"LATIN", "HAN", "BOPOMOFO"}),
)
_SHARED = frozenset({"COMMON", "INHERITED"})


def scripts_of(text: str) -> frozenset[str]:
    """Return the scripts of the letters of `text`, in Unicode's capitals: `LATIN`, `HAN`.

    Letters that many scripts share (`COMMON`, `INHERITED`) do not count.
    """
    return frozenset(script_of(c) for c in set(text) if c.isalpha()) - _SHARED


def written_together(scripts: Collection[str]) -> bool:
    """Say whether one word may mix these scripts: UTS 39, highly restrictive."""
    return any(together.issuperset(scripts) for together in _WRITTEN_TOGETHER)


@lru_cache(maxsize=4096)
def script_of(character: str) -> str:
    """Return the script of a character, such as `CYRILLIC`; `UNKNOWN` if it has none."""
    if character.isascii():
        return "LATIN" if character.isalpha() else "COMMON"
    if character.isalpha() and any(a <= ord(character) <= b for a, b in _PLAINLY_LATIN):
        return "LATIN"
    from confusable_homoglyphs import categories  # noqa: PLC0415 - the table is large, see above

    return str(categories.alias(character)).upper()


@lru_cache(maxsize=4096)
def latin_lookalike(character: str) -> str:
    """Return the ASCII letters or digits, in lower case, that `character` passes for, or "".

    A letter whose small form passes for none is judged by its capital: `м` by `М`.
    """
    return _ascii_twin(character) or _ascii_twin(character.upper())


def is_script(name: str) -> bool:
    """Say whether `name`, in any case, with `-`, `_` or space, is a script of Unicode."""
    return script_key(name) in _all_scripts()


def script_key(name: str) -> str:
    """Bring a script's name into the form of `script_of`: `Old Italic` → `OLD_ITALIC`."""
    return name.strip().upper().replace("-", "_").replace(" ", "_")


def _ascii_twin(character: str) -> str:
    from confusable_homoglyphs import confusables  # noqa: PLC0415 - the table is large, see above

    found: list[dict[str, str]] = confusables.confusables_data.get(character, [])
    twins = {_without_marks(entry["c"]).lower() for entry in found}
    usable = [twin for twin in twins if twin.isascii() and twin.isalnum()]
    return min(usable, key=lambda twin: (len(twin), twin), default="")


def _without_marks(text: str) -> str:
    parts = unicodedata.normalize("NFD", text)
    return "".join(c for c in parts if unicodedata.category(c)[0] != "M")


@cache
def _all_scripts() -> frozenset[str]:
    from confusable_homoglyphs import categories  # noqa: PLC0415 - the table is large, see above

    names: list[str] = categories.categories_data["iso_15924_aliases"]
    return frozenset(name.upper() for name in names) - _SHARED
