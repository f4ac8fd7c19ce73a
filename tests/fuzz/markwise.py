"""Markdown written to spend time or to leave its element: marks repeated, nested, mixed."""

from tests.fuzz.chance import few, place_in
from tests.fuzz.marks import MARKS
from tests.fuzz.words import BLNS, CHARACTERS, VALUES

_SIZE = 16 * 1024
_WORDS = ("heat", "meter", "a", "The", "power", "x", "grid,", "kept.")


def repeated(chance, _text):
    """One mark over and over, to the limit of the size or one past it."""
    size = chance.choice([40, 700, _SIZE // 4, _SIZE, _SIZE + 1, 4 * _SIZE])
    mark = "".join(chance.choice(MARKS) for _ in range(few(chance)))
    return (
        (mark * (size // max(1, len(mark.encode())) + 1)).encode()[:size].decode("utf-8", "ignore")
    )


def mirrored(chance, _text):
    """As many closing marks as opening ones."""
    opening, closing = chance.choice(
        [
            ("[", "](https://a.example)"),
            ("*", "*"),
            ("**", "**"),
            ("_", "_"),
            ("`", "`"),
            ("<", ">"),
            ("[", "]"),
            ("(", ")"),
            ("![", "](a)"),
            ("**a *b ", "* **"),
        ]
    )
    many = chance.choice([3, 12, 13, 100, 1_000, 2_500])
    return opening * many + chance.choice(["a", "", " ", "\n"]) + closing * many


def mixed(chance, _text):
    parts = [
        chance.choice(chance.choice([MARKS, MARKS, _WORDS, CHARACTERS, BLNS, ("\n", " ", "\n\n")]))
        for _ in range(chance.choice([5, 40, 400]))
    ]
    return "".join(parts)


def insert_mark(chance, text):
    at = place_in(chance, text)
    return text[:at] + chance.choice(MARKS) * chance.choice([1, 1, 2, 60]) + text[at:]


def insert_value(chance, text):
    at = place_in(chance, text)
    value = chance.choice([*VALUES, *BLNS])
    return (
        text[:at]
        + chance.choice(
            ["{}", "[a]({})", "[{}](https://a.example)", "`{}`", "<{}>", "# {}", "> {}"]
        ).replace("{}", value)
        + text[at:]
    )


def nested_blocks(chance, _text):
    lines = []
    for depth in range(chance.choice([6, 14, 100, 498])):
        sign = chance.choice(["> ", "- ", "1. ", "* ", "  ", "    "])
        lines.append(
            sign * min(depth + 1, chance.choice([3, 12, 30])) + chance.choice([*_WORDS, *MARKS])
        )
    return "\n".join(lines)


def many_lines(chance, _text):
    return chance.choice(
        ["a\n", "\n", "# a\n", "- a\n\n", "[a](https://a.example)\n\n", "```\n", "***\n", "a\\\n"]
    ) * chance.choice([41, 499, 500, 501, 9_000])


def wrapped(chance, text):
    sign = chance.choice(["> ", "- ", "1. ", "    ", "# ", "> > ", "* - "])
    return "\n".join(sign + line for line in text.split("\n"))


EDITS = (
    repeated,
    mirrored,
    mixed,
    mixed,
    insert_mark,
    insert_mark,
    insert_value,
    insert_value,
    nested_blocks,
    many_lines,
    wrapped,
)
