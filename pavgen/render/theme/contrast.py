"""Can it be read? Contrast of a theme's colours, worked out when a site is built.

The figures are those of WCAG 2.2: level AA asks for 4.5 to 1 between text and its ground, and
for 3 to 1 between a button or a line that must be seen and what surrounds it.
"""

import re
from collections.abc import Iterator, Mapping
from math import floor

from pavgen.kernel.values import dataclass
from pavgen.render.theme.colours import (
    LIGHT_PAPER,
    Colour,
    contrast,
    read_colour,
    write_colour,
)

TEXT = 45
GRAPHIC = 30
"""Tenths: the least contrast of text, and of what must be seen without being read."""

_INKS = {
    "ink": TEXT,
    "ink-soft": TEXT,
    "link": TEXT,
    "good": TEXT,
    "warn": TEXT,
    "grave": TEXT,
    "line-strong": GRAPHIC,
}
_GROUNDS = ("paper", "plate", "sunk")


@dataclass(frozen=True, slots=True)
class Contrast:
    """A colour of the theme on light and on dark pages, and how far it stands out there.

    `light` and `dark` are written `#rrggbb`; the ratios are tenths, rounded down, and the
    worst on any ground of the theme; `needed` is the least they may be.
    """

    name: str
    light: str
    dark: str
    light_ratio: int
    dark_ratio: int
    needed: int

    @property
    def is_enough(self) -> bool:
        """Say whether the colour can be read on every ground."""
        return min(self.light_ratio, self.dark_ratio) >= self.needed


def contrasts(sheets: str, properties: Mapping[str, str]) -> tuple[Contrast, ...]:
    """Return the contrast of each ink a theme declares as `--ink: light-dark(…, …)`.

    `sheets` are the theme's style sheets joined, `properties` the custom properties made of
    the site's options. A colour that is mixed in the browser cannot be told here and is left
    out, and so is one on which a theme has nothing to say.
    """
    pairs = _pairs(sheets, properties)
    grounds = [pairs[name] for name in _GROUNDS if name in pairs]
    return tuple(
        Contrast(
            name=name,
            light=write_colour(pairs[name][0]),
            dark=write_colour(pairs[name][1]),
            light_ratio=min(ratio(pairs[name][0], ground[0]) for ground in grounds),
            dark_ratio=min(ratio(pairs[name][1], ground[1]) for ground in grounds),
            needed=needed,
        )
        for name, needed in _INKS.items()
        if name in pairs and grounds
    )


def lost_on_paper(colour: Colour) -> int:
    """Return the contrast in tenths of a colour that does not stand out on light paper, or 0."""
    found = ratio(colour, LIGHT_PAPER)
    return found if found < GRAPHIC else 0


def ratio(one: Colour, other: Colour) -> int:
    """Return a contrast in tenths, rounded down so that no figure flatters."""
    return floor(contrast(one, other) * 10)


def spoken(tenths: int) -> str:
    """Write a contrast as `4.5`."""
    return f"{tenths // 10}.{tenths % 10}"


def _pairs(sheets: str, properties: Mapping[str, str]) -> dict[str, tuple[Colour, Colour]]:
    found: dict[str, tuple[Colour, Colour]] = {}
    for name, light, dark in _declared(sheets):
        colours = [read_colour(_value(text, properties)) for text in (light, dark)]
        if colours[0] is not None and colours[1] is not None:
            found.setdefault(name, (colours[0], colours[1]))
    return found


def _declared(sheets: str) -> Iterator[tuple[str, str, str]]:
    for match in _DECLARATION.finditer(_COMMENT.sub("", sheets)):
        yield match["name"], match["light"], match["dark"]


def _value(text: str, properties: Mapping[str, str]) -> str:
    name = _VARIABLE.fullmatch(text)
    return properties.get(name[1], "") if name else text


_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_VARIABLE = re.compile(r"var\(\s*(--[a-z0-9-]+)\s*\)")
_COLOUR = r"(?:#[0-9a-fA-F]+|var\(\s*--[a-z0-9-]+\s*\))"
_DECLARATION = re.compile(
    rf"--(?P<name>[a-z0-9-]+)\s*:\s*light-dark\(\s*(?P<light>{_COLOUR})\s*,\s*(?P<dark>{_COLOUR})\s*\)"
)
