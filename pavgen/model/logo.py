"""A partner's logo as pages show it: its proportions and the files a browser may choose from."""

from pavgen.kernel.values import dataclass


@dataclass(frozen=True, slots=True)
class LogoVariant:
    """One file of a logo: its name from its content, its media type, its size in pixels."""

    name: str
    media_type: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class LogoMetrics:
    """What an eye sees of a logo, in thousandths, so that no float is ever kept.

    `left`, `top`, `right` and `bottom` are the edges of what is visible, as parts of the sides
    of the logo's file. `ink` is how much of that box is inked: every point counts by how far
    it stands out from the ground. `lightness` is the mean lightness of the logo's points from
    black to white; `lost_on_light` and `lost_on_dark` the part of them that can hardly be
    seen on that ground.
    """

    left: int
    top: int
    right: int
    bottom: int
    ink: int
    lightness: int
    lost_on_light: int
    lost_on_dark: int


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo without its bytes: the size to reserve, in pixels, and its variants.

    Variants stand best format first and, within a format, narrowest first; the last one
    is the widest in the format every browser reads, so it is the `src` of an `<img>`.

    Every file of a measured logo has the proportions of one slot, with the logo in its middle
    as large as its neighbours look; `shown_width` and `shown_height` tell how large, in tenths
    of a unit of that slot. A logo that could not be measured has no metrics and no shown size.
    """

    width: int
    height: int
    variants: tuple[LogoVariant, ...]
    metrics: LogoMetrics | None = None
    shown_width: int = 0
    shown_height: int = 0
    plate_on_dark: bool = True
