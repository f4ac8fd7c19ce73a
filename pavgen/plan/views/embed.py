"""Lists for other web sites: the bare list, and the page that gives the line to copy."""

from pavgen.kernel.values import dataclass
from pavgen.plan.views.cards import SurfaceView
from pavgen.plan.views.page import LinkView, PagerView


@dataclass(frozen=True, slots=True)
class EmbedList:
    """A list that stands alone in a frame; `more` leads to where it stands in the site."""

    title: str
    surface: SurfaceView
    pager: PagerView
    more: LinkView


@dataclass(frozen=True, slots=True)
class EmbedChoice:
    """A list that may be shown elsewhere; `src` is its full address, `height` in CSS pixels."""

    label: str
    href: str
    count: int
    src: str
    title: str
    height: int


@dataclass(frozen=True, slots=True)
class EmbedGroup:
    """Lists to choose from, of one facet or of whole opportunities."""

    label: str
    choices: tuple[EmbedChoice, ...]


@dataclass(frozen=True, slots=True)
class EmbedMaker:
    """The page that shows which lists there are, and the line of HTML for each."""

    title: str
    groups: tuple[EmbedGroup, ...]
