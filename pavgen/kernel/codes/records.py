"""Codes for fields, vocabularies and references."""

from pavgen.kernel.codes.code import Code

RECORD_CODES: tuple[Code, ...] = ()
