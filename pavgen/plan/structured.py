"""A page told to programs: schema.org in JSON-LD, made from the page's view and nothing else.

A search engine so reads what a visitor reads: the same names, in the same order.
"""

from collections.abc import Iterable, Sequence

from pavgen.kernel.canonical import Json
from pavgen.plan.structured_events import event_things
from pavgen.plan.structured_parts import (
    CONTEXT,
    Thing,
    full_address,
    item_list,
    list_item,
    named,
    partner_list,
    publisher,
    without_gaps,
)
from pavgen.plan.structured_records import told_article, told_profile, told_solution
from pavgen.plan.views import (
    ArticleCard,
    ArticleList,
    ArticleText,
    DirectoryHome,
    FairnessHome,
    FairnessOpportunity,
    FreePage,
    LinkView,
    NotFound,
    PageView,
    PartnerList,
    Profile,
    Proposition,
    Redirect,
    SolutionCard,
    SolutionList,
    SolutionStory,
    SurfaceView,
)


def structured_data(page: PageView) -> Json:
    """Return a page's JSON-LD, one graph of all it shows, or None where it shows nothing."""
    if isinstance(page.content, NotFound | Redirect):
        return None
    things = [*_site(page), *_trail(page), *_lists(page), *_records(page), *event_things(page)]
    return {"@context": CONTEXT, "@graph": things} if things else None


def _lists(page: PageView) -> Sequence[Thing]:
    match page.content:
        case DirectoryHome(spotlight=SurfaceView() as spotlight):
            return [partner_list(page, spotlight)]
        case PartnerList(surface=surface) | Proposition(surface=surface):
            return [partner_list(page, surface)]
        case SolutionList(title=title, solutions=solutions, total=total):
            return [item_list(page, title, _items(page, solutions), total)]
        case ArticleList(title=title, articles=articles):
            return [item_list(page, title, _items(page, articles), len(articles))]
        case _:
            return []


def _records(page: PageView) -> Sequence[Thing]:
    match page.content:
        case Profile() as profile:
            return [told_profile(page, profile)]
        case SolutionStory() as story:
            return [told_solution(page, story)]
        case ArticleText() as article:
            return [told_article(page, article)]
        case (
            FairnessHome(title=title, lead=summary)
            | FairnessOpportunity(title=title, objective=summary)
        ):
            return [without_gaps({**named("WebPage", page, title), "description": summary})]
        case FreePage(title=title, summary=summary):
            return [without_gaps({**named("WebPage", page, title), "description": summary})]
        case _:
            return []


def _site(page: PageView) -> Sequence[Thing]:
    """Tell of the site as a whole, on its home."""
    shell = page.shell
    if page.path != shell.home:
        return []
    site = {
        **named("WebSite", page, shell.title),
        "description": shell.summary,
        "inLanguage": shell.locale,
        "publisher": publisher(page),
    }
    return [without_gaps(site)]


def _trail(page: PageView) -> Sequence[Thing]:
    """Tell where the page stands: the crumbs, and the page itself at their end."""
    if not page.crumbs:
        return []
    steps = (*page.crumbs, LinkView(page.title, page.path))
    items: list[Json] = [
        {"@type": "ListItem", "position": n, "name": s.label, "item": full_address(page, s.href)}
        for n, s in enumerate(steps, 1)
    ]
    return [{"@type": "BreadcrumbList", "itemListElement": items}]


def _items(page: PageView, cards: Iterable[SolutionCard | ArticleCard]) -> list[Thing]:
    return [
        list_item(n, card.title, full_address(page, card.href)) for n, card in enumerate(cards, 1)
    ]
