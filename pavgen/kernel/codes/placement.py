"""Codes for policy and placement."""

from pavgen.kernel.codes.code import Code

PLACEMENT_CODES: tuple[Code, ...] = ()
