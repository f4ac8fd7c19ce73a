"""Colours of theme options: shades of them that can be read, whatever a site chooses.

A colour is three channels from 0 to 255. Contrast is that of WCAG 2.2, from 1 to 21.
"""

import re
from colorsys import hls_to_rgb, rgb_to_hls

Colour = tuple[int, int, int]

LIGHT_PAPER: Colour = (250, 250, 248)
DARK_PAPER: Colour = (34, 41, 46)
"""The lightest ground of the dark scheme: what is readable on it is so on every other."""

BLACK: Colour = (0, 0, 0)
WHITE: Colour = (255, 255, 255)

_STEPS = 40
_SOFTENED = 0.7
_ENOUGH = 5.5  # 4.5 is the standard's; the rest is for grounds that are tinted with the colour


def read_colour(text: str) -> Colour | None:
    """Read `#rgb` or `#rrggbb`; None for anything else."""
    found = re.fullmatch(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})", text)
    if not found:
        return None
    digits = found[1]
    wide = digits if len(digits) == 6 else "".join(c * 2 for c in digits)  # noqa: PLR2004 - #rrggbb
    return (int(wide[0:2], 16), int(wide[2:4], 16), int(wide[4:6], 16))


def write_colour(colour: Colour) -> str:
    """Write `#rrggbb`."""
    return "#" + "".join(f"{channel:02x}" for channel in colour)


def colour_properties(name: str, colour: Colour) -> dict[str, str]:
    """Return the custom properties of one colour option.

    `--<name>` is the colour as given, a ground; `--<name>-text` is black or white, whichever
    reads better on it; `--<name>-on-light` and `--<name>-on-dark` are the nearest shades that
    can be read as text on light and on dark paper.
    """
    return {
        f"--{name}": write_colour(colour),
        f"--{name}-text": write_colour(more_readable(colour)),
        f"--{name}-on-light": write_colour(_readable_on(LIGHT_PAPER, colour, BLACK)),
        f"--{name}-on-dark": write_colour(_readable_on(DARK_PAPER, colour, WHITE)),
    }


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast ratio of two colours."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def more_readable(ground: Colour) -> Colour:
    """Return black or white, whichever reads better on a ground."""
    return WHITE if contrast(WHITE, ground) >= contrast(BLACK, ground) else BLACK


def _readable_on(ground: Colour, colour: Colour, end: Colour) -> Colour:
    """Walk in lightness towards black or white; the hue stays, and some of the glare goes."""
    if contrast(colour, ground) >= _ENOUGH:
        return colour
    hue, lightness, saturation = rgb_to_hls(*(channel / 255 for channel in colour))
    goal = end[0] / 255
    for step in range(1, _STEPS):
        nearer = lightness + (goal - lightness) * step / _STEPS
        red, green, blue = hls_to_rgb(hue, nearer, saturation * _SOFTENED)
        shade = (round(red * 255), round(green * 255), round(blue * 255))
        if contrast(shade, ground) >= _ENOUGH:
            return shade
    return end


def _luminance(colour: Colour) -> float:
    red, green, blue = (_linear(channel / 255) for channel in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)  # noqa: PLR2004 - sRGB
