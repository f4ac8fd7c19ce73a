"""Charts as SVG elements with whole numbers for coordinates: the same bytes on every machine."""

from collections.abc import Sequence

from pavgen.place.exposure import UNIT
from pavgen.render.reports.amounts import first_places
from pavgen.render.reports.page import tag
from pavgen.render.xml import Element

_WIDTH, _HEIGHT = 640, 200
_LEFT, _RIGHT, _TOP, _BOTTOM = 56, 12, 12, 26


def balance_chart(
    curves: Sequence[Sequence[int]], labels: Sequence[str], told: str, limit: int = 0
) -> Element:
    """Draw sums of what was received beyond entitlement, in millionths, period by period.

    One first place above and below is shaded. `limit` makes charts beside each other alike;
    without one the highest value sets the height. `told` is for who cannot see it.
    """
    limit = max(limit, reach_of(curves))
    single = len(curves) == 1
    step = _step(limit)
    heights = [
        value for value in range(-limit // step * step, limit + 1, step) if abs(value) <= limit
    ]
    parts = [_band(limit)]
    for value in heights:
        y = _y(value, limit)
        line = tag("line", x1=str(_LEFT), x2=str(_WIDTH - _RIGHT), y1=str(y), y2=str(y))
        parts.append(_classed(line, "grid" if value else "axis"))
        text = first_places(value, 0 if step >= UNIT else 1, signed=True)
        parts.append(tag("text", text, x=str(_LEFT - 6), y=str(y + 4), **{"text-anchor": "end"}))
    parts += [
        tag("polyline", points=_points(curve, limit), class_="curve" if single else "thin")
        for curve in curves
    ]
    for place, anchor in ((0, "start"), (len(labels) - 1, "end")) if labels else ():
        x = str(_x(place, len(labels)))
        anchored = {"text-anchor": anchor}
        parts.append(tag("text", labels[place], x=x, y=str(_HEIGHT - 6), **anchored))
    return tag("svg", *parts, view_box=f"0 0 {_WIDTH} {_HEIGHT}", role="img", aria_label=told)


def reach_of(curves: Sequence[Sequence[int]]) -> int:
    """Return how far from 0 a chart has to reach, at least a little over one first place."""
    return max(UNIT * 3 // 2, *(abs(value) for curve in curves for value in curve), 0)


def _band(limit: int) -> Element:
    top, low = _y(UNIT, limit), _y(-UNIT, limit)
    band = tag("rect", x=str(_LEFT), y=str(top), height=str(low - top))
    return _classed(
        Element("rect", (), (*band.attributes, ("width", str(_WIDTH - _LEFT - _RIGHT)))), "band"
    )


def _classed(element: Element, name: str) -> Element:
    return Element(element.name, element.children, (*element.attributes, ("class", name)))


def _step(limit: int) -> int:
    """Return a round distance between lines that leaves at most five on each side."""
    step = UNIT // 2
    factors = (2, 5, 2)
    turn = 0
    while limit > 5 * step:
        step = step * factors[turn % 3] if turn % 3 != 1 else step // 2 * 5
        turn += 1
    return step


def _y(value: int, limit: int) -> int:
    half = (_HEIGHT - _TOP - _BOTTOM) // 2
    return _TOP + half - value * half // limit


def _x(place: int, count: int) -> int:
    return _LEFT + place * (_WIDTH - _LEFT - _RIGHT) // max(1, count - 1)


def _points(curve: Sequence[int], limit: int) -> str:
    return " ".join(f"{_x(n, len(curve))},{_y(v, limit)}" for n, v in enumerate(curve))
