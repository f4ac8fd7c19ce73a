"""Codes for logos and images."""

from pavgen.kernel.codes.code import Code

LOGO_CODES: tuple[Code, ...] = ()
