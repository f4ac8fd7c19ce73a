"""Holes in rendered text: parts that wait for the whole site stand in the HTML as marks."""

import re

from pavgen.model.prose import Embed, Markup, Part, RecordLink, RecordTitle, SitePath
from pavgen.security.markup import staff_html

Held = RecordLink | RecordTitle | SitePath | Embed


class Slots:
    """The parts of one text that are not markup, each with a mark that stands for it.

    A mark is a number between two NULs: the parser puts U+FFFD in place of every NUL of
    its input, so no author can write one, and no escaping changes it.
    """

    def __init__(self) -> None:
        self._held: list[Held] = []

    def hold(self, part: Held) -> str:
        """Keep a part and return its mark."""
        self._held.append(part)
        return f"\0{len(self._held) - 1}\0"

    def parts(self, html: str) -> tuple[Part, ...]:
        """Cut HTML at its marks and put the parts in their places."""
        pieces = _MARK.split(html)
        out: list[Part] = []
        for index, piece in enumerate(pieces):
            if index % 2:
                out.append(self._held[int(piece)])
            elif piece:
                out.append(Markup(staff_html(piece)))
        return tuple(out)

    def plain(self, text: str) -> tuple[str | RecordTitle, ...]:
        """Cut plain text at its marks; only titles stand in it."""
        out: list[str | RecordTitle] = []
        for index, piece in enumerate(_MARK.split(text)):
            held = self._held[int(piece)] if index % 2 else piece
            if isinstance(held, RecordTitle) or (isinstance(held, str) and held):
                out.append(held)
        return tuple(out)


_MARK = re.compile("\0([0-9]+)\0")
