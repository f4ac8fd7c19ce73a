"""How large a name may be written, in any script: told apart into a few sizes."""

from unicodedata import combining, east_asian_width

_SIZES = ((11, 9), (20, 11), (34, 15), (52, 20), (80, 27))
"""For each size but the last: the most a name, and the most its longest word, may measure."""

LAST = len(_SIZES) + 1


def fit(name: str) -> int:
    """Return how small a name has to be written, from 1 (large) to 6.

    Letters of the East measure two, marks above and below others nothing. A line may break
    after any letter that measures two, and at spaces and hyphens.
    """
    whole = sum(_width(letter) for letter in name)
    longest = max((_width_of(word) for word in name.replace("-", " ").split()), default=0)
    for size, (most, most_word) in enumerate(_SIZES, 1):
        if whole <= most and longest <= most_word:
            return size
    return LAST


def _width_of(word: str) -> int:
    return sum(1 for letter in word if _width(letter) == 1)


def _width(letter: str) -> int:
    if combining(letter):
        return 0
    return 2 if east_asian_width(letter) in {"W", "F"} else 1
