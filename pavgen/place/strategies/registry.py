"""The strategies by id: a new one is a module beside this, and a row here."""

from collections.abc import Mapping

from pavgen.place.ordering import Strategy
from pavgen.place.strategies import alphabetical, draw, first_come, fixed, points
from pavgen.place.tickets import Purpose

_ROWS = (
    Strategy(
        "alphabetical",
        alphabetical.order,
        "not neutral: a name early in the alphabet is always first",
        neutral=False,
    ),
    Strategy(
        "points",
        points.order,
        "more points never hurt",
        uses=frozenset({"ladder"}),
        purpose=Purpose.TIE,
    ),
    Strategy(
        "first-come",
        first_come.order,
        "being earlier never hurts",
        purpose=Purpose.TIE,
    ),
    Strategy(
        "draw",
        draw.order,
        "every order is equally likely, and anyone can recompute it",
        purpose=Purpose.DRAW,
    ),
    Strategy(
        "fixed",
        fixed.order,
        "made by hand, for the reason given and until the day given",
        uses=frozenset({"fixed"}),
        purpose=Purpose.DRAW,
        neutral=False,
    ),
)

STRATEGIES: Mapping[str, Strategy] = {row.id: row for row in _ROWS}
