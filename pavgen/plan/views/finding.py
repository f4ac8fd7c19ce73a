"""The pages for finding: search and comparison. Both need scripts, and lead on without them."""

from pavgen.kernel.values import dataclass
from pavgen.plan.views.page import FacetView, LinkView


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The search; `kinds` are what it finds, `facets` narrow it, `ways` do without a script."""

    title: str
    kinds: FacetView
    facets: tuple[FacetView, ...]
    ways: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class ComparePage:
    """Partners side by side; `data` is the address of the list they are chosen from."""

    title: str
    browse: LinkView
    data: str
