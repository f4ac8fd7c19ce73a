"""Edits of YAML text at the seams of its tokens, and documents built to spend what a parser has."""

import re

from tests.fuzz.chance import place_in
from tests.fuzz.words import CHARACTERS, KEYS, VALUES, YAML_SIGNS

_SEAM = re.compile(r"(?<=[:\-\[{,\n ])|(?=[\]},\n:])")
_VALUE = re.compile(r"(?<=: )[^\n]+")
_KEY = re.compile(r"^ *[a-z_]+(?=:)", re.MULTILINE)


def insert_sign(chance, text):
    seams = [found.start() for found in _SEAM.finditer(text)] or [0]
    at = chance.choice(seams)
    return text[:at] + chance.choice(YAML_SIGNS) + text[at:]


def insert_anywhere(chance, text):
    at = place_in(chance, text)
    return text[:at] + chance.choice(YAML_SIGNS) * chance.choice([1, 1, 2, 40]) + text[at:]


def other_value(chance, text):
    return _replaced(chance, _VALUE, text, chance.choice(VALUES))


def quoted_value(chance, text):
    value = chance.choice(VALUES) + chance.choice(("", *CHARACTERS))
    mark = chance.choice("'\"")
    return _replaced(chance, _VALUE, text, f"{mark}{value}{mark}")


def block_value(chance, text):
    head = chance.choice(["|", ">", "|-", ">+", "|2", ">9", "|0", "|-1", "|\t"])
    lines = "\n".join(
        " " * chance.randrange(6) + chance.choice(VALUES) for _ in range(chance.randrange(6))
    )
    return _replaced(chance, _VALUE, text, f"{head}\n{lines}")


def other_key(chance, text):
    return _replaced(chance, _KEY, text, chance.choice(KEYS))


def marked_value(chance, text):
    sign = chance.choice(
        ["&a ", "*a ", "!!str ", "! ", "!!binary ", "&a !!map ", "? ", "- ", "| ", "%"]
    )
    return _replaced(chance, _VALUE, text, sign + chance.choice(["", "x", "[*a]", "{<<: *a}"]))


def nested(chance, text):
    opening, closing = chance.choice(
        [
            ("[", "]"),
            ("{a: ", "}"),
            ("- ", ""),
            ("? ", ""),
            ("{? ", "}"),
            ("[{a: [", "]}]"),
            ("!!x [", "]"),
            ("&a [", "]"),
        ]
    )
    many = chance.choice([8, 16, 17, 300, 3_000, 12_000])
    return _replaced(chance, _VALUE, text, opening * many + closing * chance.choice([0, many]))


def long_scalar(chance, text):
    piece = chance.choice(
        [
            "a",
            "é",
            "0",
            " ",
            "\\",
            "a ",
            "#",
            ":",
            "a: ",
            '"',
            "'",
            "\U0001f44d",
            "\t",
            "%",
            "\n  x",
        ]
    )
    return _replaced(chance, _VALUE, text, piece * chance.choice([65, 2_001, 20_000, 65_000]))


def many_entries(chance, text):
    many = chance.choice([51, 700, 2_001, 6_000])
    row = chance.choice(
        [
            "x{0}: 1\n",
            "- {0}\n",
            "x: 1\n",
            "? {0}\n",
            "x{0}: [a, b]\n",
            "{0}: &a{0} x\n",
            "x{0}: *a\n",
            "# {0}\n",
        ]
    )
    return text + "".join(row.format(number) for number in range(many))


def merge_bomb(chance, text):
    levels = chance.choice([3, 25, 60])
    lines = ["a0: &a0 {x: 1}"] + [
        f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}" for n in range(1, levels)
    ]
    return text + "\n".join(lines)


def alias_bomb(chance, text):
    levels = chance.choice([3, 25, 60])
    lines = ["a0: &a0 [x, x]"] + [
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, levels)
    ]
    return "\n".join(lines) + "\n" + text


def second_document(chance, text):
    return chance.choice(
        [
            f"{text}\n---\n{text}",
            f"---\n{text}",
            f"{text}\n...\n",
            f"%YAML 1.2\n---\n{text}",
            f"{text}...\n{text}",
        ]
    )


def _replaced(chance, pattern, text, value):
    found = list(pattern.finditer(text))
    if not found:
        return text + value
    match = chance.choice(found)
    return text[: match.start()] + value + text[match.end() :]


EDITS = (
    *(
        insert_sign,
        insert_sign,
        insert_anywhere,
        other_value,
        other_value,
        quoted_value,
        quoted_value,
    ),
    *(
        block_value,
        other_key,
        marked_value,
        nested,
        long_scalar,
        many_entries,
        merge_bomb,
        alias_bomb,
    ),
    second_document,
)
