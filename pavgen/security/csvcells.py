"""Cells of CSV files that spreadsheets must read as text."""

import re

_FORMULA = re.compile(r"""[ "'\u00a0\u3000\ufeff]*[=+\-@\t\r\n\0＝＋－＠]""")


def csv_cell(text: str, *, raw: bool = False) -> str:
    """Return `text` so that no spreadsheet runs it: a `'` before what could be a formula.

    A formula begins with `= + - @`, their full-width forms, or a control character, after
    any spaces or quotation marks (CWE-1236). So phone numbers stay text, too. `raw` keeps
    the text as it is, for files that only machines read. Quoting is the writer's work.
    """
    return f"'{text}" if not raw and _FORMULA.match(text) else text
