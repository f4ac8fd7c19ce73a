"""Codes for floor plans."""

from pavgen.kernel.codes.code import Code

FLOOR_CODES: tuple[Code, ...] = ()
