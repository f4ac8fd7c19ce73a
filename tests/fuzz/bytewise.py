"""Edits that know nothing of the format: what a bad disk, editor or transfer does to a file."""

from tests.fuzz.chance import place_in
from tests.fuzz.words import BYTES, CHARACTERS


def flip(chance, data):
    at = place_in(chance, data[:-1])
    return (
        data[:at] + bytes([(data[at] if data else 0) ^ 1 << chance.randrange(8)]) + data[at + 1 :]
    )


def change(chance, data):
    at = place_in(chance, data)
    return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]


def insert(chance, data):
    at = place_in(chance, data)
    many = chance.choice([1, 1, 1, 2, 50])
    return data[:at] + chance.choice(BYTES) * many + data[at:]


def insert_character(chance, data):
    at = place_in(chance, data)
    many = chance.choice([1, 1, 1, 2, 500])
    return data[:at] + (chance.choice(CHARACTERS) * many).encode() + data[at:]


def delete(chance, data):
    at = place_in(chance, data)
    return data[:at] + data[at + chance.choice([1, 1, 2, 10, 200]) :]


def cut(chance, data):
    return data[: place_in(chance, data)]


def behead(chance, data):
    return data[place_in(chance, data) :]


def repeat_line(chance, data):
    lines = data.split(b"\n")
    at = chance.randrange(len(lines))
    return b"\n".join(
        [*lines[:at], *lines[at : at + 1] * chance.choice([2, 2, 3, 400]), *lines[at + 1 :]]
    )


def drop_line(chance, data):
    lines = data.split(b"\n")
    del lines[chance.randrange(len(lines))]
    return b"\n".join(lines)


def swap_lines(chance, data):
    lines = data.split(b"\n")
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def shift_line(chance, data):
    lines = data.split(b"\n")
    at = chance.randrange(len(lines))
    lines[at] = chance.choice([b" ", b"  ", b"\t", b"        ", b"> ", b"- "]) + lines[at]
    return b"\n".join(lines)


def copy_piece(chance, data):
    start, at = place_in(chance, data), place_in(chance, data)
    return (
        data[:at]
        + data[start : start + chance.choice([3, 30, 3_000])] * chance.choice([1, 2, 30])
        + data[at:]
    )


def other_line_ends(chance, data):
    return data.replace(
        b"\n", chance.choice([b"\r\n", b"\r", b"\n\n", b"\xe2\x80\xa8", b"\xc2\x85", b"\x0c", b""])
    )


def other_encoding(chance, data):
    text = data.decode("utf-8", "replace")
    encoding = chance.choice(
        ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig", "latin-1", "cp1252", "utf-7"]
    )
    return text.encode(encoding, "replace")


EDITS = (
    *(flip, change, insert, insert_character, insert_character, delete, cut, behead, repeat_line),
    *(drop_line, swap_lines, shift_line, copy_piece, other_line_ends, other_encoding),
)
