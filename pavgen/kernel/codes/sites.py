"""Codes for sites, pages and themes."""

from pavgen.kernel.codes.code import Code

SITE_CODES: tuple[Code, ...] = ()
