"""The strategies by id: a new one is a module beside this, and a row here."""

from collections.abc import Mapping

from pavgen.place.ordering import Strategy
from pavgen.place.strategies import (
    alphabetical,
    draw,
    first_come,
    fixed,
    pick_ladder,
    points,
    relevance,
    sponsored,
)

_ROWS = (
    Strategy(
        "balanced",
        "within about one first place of what each is entitled to at any time, whoever joins or"
        " leaves (measured, not proved)",
        uses=frozenset({"horizon", "weights"}),
        source="prefix balance; discounts of Järvelin and Kekäläinen 2002",
    ),
    Strategy(
        "rotation",
        "with the same partners, everyone stands in every position once in a cycle, and any two"
        " successive periods even out each other in every filtered list",
        source="mirrored Williams design; Williams 1949",
    ),
    Strategy(
        "quota",
        "each is shown as often as it is entitled to, rounded up or down, at any time (while"
        " partners and weights stay the same)",
        uses=frozenset({"weights"}),
        source="Pfair scheduling; Baruah, Cohen, Plaxton, Varvel 1996; Anderson, Srinivasan 2000",
    ),
    Strategy(
        "points",
        "more points never hurt",
        points.keys,
        uses=frozenset({"ladder"}),
    ),
    Strategy("first-come", "being earlier never hurts", first_come.keys),
    Strategy("draw", "every order is equally likely, and anyone can recompute it", draw.keys),
    Strategy(
        "relevance",
        "who matches the audience better by the declared scores comes first, equals by turns",
        relevance.keys,
        uses=frozenset({"scores", "then"}),
    ),
    Strategy(
        "sponsored",
        "paid for: dearer packages come first, equals by turns; every item is labelled",
        sponsored.keys,
        uses=frozenset({"packages", "sponsors", "then"}),
        neutral=False,
    ),
    Strategy(
        "pick",
        "in turn, each gets the best of its own wishes that is left and leaves room for the rest",
        pick_ladder.keys,
        uses=frozenset({"gives", "ladder"}),
        source="serial dictatorship; Satterthwaite and Sonnenschein 1981",
    ),
    Strategy(
        "apportion",
        "seats in proportion to each class's weight, and no more of them by losing support",
        uses=frozenset({"by", "inside", "weights", "horizon", "ladder"}),
        source="Webster; Sainte-Laguë 1910; Balinski and Young 1982",
    ),
    Strategy(
        "alphabetical",
        "not neutral: a name early in the alphabet is always first",
        alphabetical.keys,
        neutral=False,
    ),
    Strategy(
        "fixed",
        "made by hand, for the reason given and until the day given",
        fixed.keys,
        uses=frozenset({"fixed"}),
        neutral=False,
    ),
)

STRATEGIES: Mapping[str, Strategy] = {row.id: row for row in _ROWS}
