"""Codes for records imported from elsewhere."""

from pavgen.kernel.codes.code import Code

IMPORT_CODES: tuple[Code, ...] = ()
