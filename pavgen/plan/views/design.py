"""The page that shows how a site is drawn, and measures itself."""

from pavgen.kernel.values import dataclass
from pavgen.plan.views.cards import PartnerCard, SurfaceView


@dataclass(frozen=True, slots=True)
class LogoRow:
    """What was measured of a logo, and the size it got.

    `ink` is the part of its visible box that is inked, in percent; `width` and `height` are
    its shown size in a slot of 160 by 64, 0 where it could not be measured. `dark` says how
    it stands on dark pages: `own` form, `plain`, or on a `plate`.
    """

    card: PartnerCard
    ink: int
    width: int
    height: int
    dark: str


@dataclass(frozen=True, slots=True)
class ColourRow:
    """A colour on light and on dark pages, and its contrast there, as in `4.5`."""

    name: str
    light: str
    dark: str
    light_ratio: str
    dark_ratio: str
    needed: str
    is_enough: bool


@dataclass(frozen=True, slots=True)
class DesignPage:
    """Letters, colours, cards, and the method of the logos with its numbers."""

    title: str
    lead: str
    surface: SurfaceView
    logos: tuple[LogoRow, ...]
    colours: tuple[ColourRow, ...] = ()
