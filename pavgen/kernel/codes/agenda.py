"""Codes for agendas."""

from pavgen.kernel.codes.code import Code

AGENDA_CODES: tuple[Code, ...] = ()
