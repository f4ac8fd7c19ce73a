"""Codes for booths and slots that are picked."""

from pavgen.kernel.codes.code import Code

PICK_CODES: tuple[Code, ...] = ()
