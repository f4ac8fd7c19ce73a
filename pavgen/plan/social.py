"""What the picture of a shared page says: a title, a line, and whose logo."""

from pavgen.kernel.values import dataclass
from pavgen.plan.views import (
    ArticleList,
    ArticleText,
    DesignPage,
    DirectoryHome,
    FacetIndex,
    FreePage,
    LogoView,
    PageView,
    PartnerList,
    Profile,
    Proposition,
    SolutionList,
    SolutionStory,
)


@dataclass(frozen=True, slots=True)
class SocialCard:
    """The words of a card, and the file of the logo on it, by its address, or empty."""

    title: str
    subtitle: str
    site: str
    logo_src: str = ""


def social_card(page: PageView) -> SocialCard | None:
    """Say what the card of a page shows; None for a page nobody shares.

    Lists that cross two facets have the site's own card: there are hundreds of them.
    """
    if not page.index:
        return None
    words = _words(page)
    return SocialCard(*words[:2], page.shell.title, words[2]) if words else None


_Words = tuple[str, str, str]
"""Title, line, and the address of a logo's file or nothing."""


def _words(page: PageView) -> _Words | None:
    match page.content:
        case DirectoryHome():
            return _common(page)
        case PartnerList() as view:
            return _common(page) if _is_crossing(view) else (view.title, view.lead, "")
        case ArticleList() | SolutionList() as view:
            return view.title, view.lead, ""
        case DesignPage() | FacetIndex() | FreePage() | Proposition() as view:
            return view.title, page.description, ""
        case content:
            return _one_record(content)


def _one_record(content: object) -> _Words | None:
    match content:
        case Profile(card=card):
            return card.name, card.tagline, _src(card.logo)
        case SolutionStory(card=card):
            outcome = card.outcome
            line = f"{outcome.value} {outcome.measure}" if outcome else card.summary
            return card.title, line, ""
        case ArticleText(card=card, contributor=contributor):
            return card.title, card.author, _src(contributor.logo if contributor else None)
        case _:
            return None


def _common(page: PageView) -> _Words:
    return page.shell.title, page.shell.summary, ""


def _is_crossing(view: PartnerList) -> bool:
    return any(value.current for facet in view.narrower for value in facet.values)


def _src(logo: LogoView | None) -> str:
    return logo.src if logo else ""
