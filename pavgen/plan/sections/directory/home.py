"""The front page of a directory."""

from pavgen.plan.articles import article_card, shown_articles
from pavgen.plan.frame import Head
from pavgen.plan.pages import Page
from pavgen.plan.prose import introduction
from pavgen.plan.sections.directory.scope import Scope
from pavgen.plan.solutions import solution_card
from pavgen.plan.surfaces import rows, surface
from pavgen.plan.views import DirectoryHome, LinkView, SurfaceView

_SOLUTIONS = 3
_ARTICLES = 3


def home_page(scope: Scope) -> Page:
    """Plan the front page: an introduction, a spotlight row, and ways in."""
    frame = scope.frame
    section = scope.section
    is_root = scope.home == frame.shell.home
    title = frame.shell.title if is_root else section.title
    content = DirectoryHome(
        title=title,
        intro=introduction(frame, section.intro, section.list),
        spotlight=_spotlight(scope),
        facets=scope.facets(),
        partner_count=len(scope.table.everyone),
        country_count=len({o.country for p in scope.partners for o in p.listing.offices}),
        browse=LinkView(
            frame.words.say("plan-browse-all", n=len(scope.table.everyone)), scope.browse
        ),
        propositions=_propositions(scope),
        solutions=tuple(
            solution_card(frame, slug, section.list)
            for slug in frame.shelf.solutions[:_SOLUTIONS]
            if frame.find("solution", slug)
        ),
        articles=tuple(
            article_card(frame, article)
            for article in shown_articles(frame)
            if frame.here.find("article", f"{article.hub}/{article.slug}")
        )[:_ARTICLES],
        rows=rows(frame, section.rows, _held(scope)),
    )
    head = Head(scope.home, title, scope.source, frame.site.summary)
    return frame.page(head, "directory/home.html", content)


def _spotlight(scope: Scope) -> SurfaceView | None:
    if scope.section.spotlight is None:
        return None
    found = surface(scope.frame, scope.section.spotlight, _held(scope))
    return found if found.cards else None


def _held(scope: Scope) -> frozenset[str]:
    return frozenset(partner.slug for partner in scope.partners)


def _propositions(scope: Scope) -> tuple[LinkView, ...]:
    return tuple(
        LinkView(kind.label, path)
        for kind in scope.frame.programme.program.partner_types
        if (path := scope.proposition(kind))
    )
