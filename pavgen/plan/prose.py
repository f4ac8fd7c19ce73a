"""Texts with their holes filled: links get addresses, embeds get cards."""

from collections.abc import Callable, Iterable, Iterator

from pavgen.kernel.diagnostics import DefectError
from pavgen.model.prose import (
    RECORD_KINDS,
    Embed,
    Markup,
    Part,
    Prose,
    RecordLink,
    RecordTitle,
    SitePath,
)
from pavgen.plan.addresses import page_shown
from pavgen.plan.articles import article_card, articles_naming, minutes, shown_articles
from pavgen.plan.facets import partners_with
from pavgen.plan.frame import Frame
from pavgen.plan.solutions import shown_with, solution_card
from pavgen.plan.surfaces import named, surface
from pavgen.plan.views import (
    ActionPart,
    ArticleCard,
    ArticlesPart,
    HeadingView,
    HtmlPart,
    PartnersPart,
    ProsePart,
    ProseView,
    SolutionsPart,
    TextPart,
)

_EMBEDDED = 6

Options = dict[str, str]


def prose_view(
    frame: Frame, prose: Prose, opportunity: str, locale: str | None = None
) -> ProseView:
    """Fill a text in for one site; its lists of partners take the order of `opportunity`.

    `locale` is the text's language where it is not the programme's.
    """
    language = locale or frame.programme.program.locale
    return ProseView(
        parts=tuple(_part(frame, part, opportunity) for part in prose.parts),
        headings=tuple(HeadingView(h.level, h.text, h.anchor) for h in prose.headings),
        minutes=minutes(prose.words),
        language="" if language == frame.site.locale else language,
    )


def introduction(frame: Frame, page: str | None, opportunity: str) -> ProseView:
    """Fill in the text that introduces a section; empty without one, or while it is not shown."""
    if page is None or not page_shown(frame.programme, page, frame.showing):
        return ProseView()
    found = frame.programme.pages[page]
    return prose_view(frame, found.text, opportunity, found.record.locale)


def record_title(frame: Frame, kind: str, target: str) -> str:
    """Return the title of a record that a link names without words of its own."""
    programme = frame.programme
    match kind:
        case "partner":
            partner = programme.partner(target)
            return partner.name if partner else target
        case "solution":
            return programme.solutions[target].record.title
        case "page":
            return programme.pages[target].record.title
        case "opportunity":
            return programme.policy.opportunity(target).title
        case "article":
            hub, _, slug = target.partition("/")
            found = (a.record.title for a in programme.hubs[hub].articles if a.slug == slug)
            return next(found, target)
        case _:
            raise DefectError(f"no record of kind `{kind}`")


def record_address(frame: Frame, kind: str, target: str) -> str:
    """Return a record's address; one that has no page now leads to the site's home."""
    return frame.find(kind, target) or frame.shell.home


def _part(frame: Frame, part: Part, opportunity: str) -> ProsePart:
    match part:
        case Markup():
            return HtmlPart(part.html)
        case RecordLink():
            anchor = f"#{part.anchor}" if part.anchor else ""
            return TextPart(record_address(frame, part.kind, part.target) + anchor)
        case RecordTitle():
            return TextPart(record_title(frame, part.kind, part.target))
        case SitePath():
            return TextPart(frame.here.base + part.path)
        case Embed():
            return _embed(frame, part, _present(frame, part), opportunity)


def _present(frame: Frame, embed: Embed) -> dict[str, str]:
    """Return the options of an embed, with a partner's former slug put right."""
    options = dict(embed.options)
    if "partner" in options:
        options |= {"partner": frame.programme.aliases.get(options["partner"], options["partner"])}
    return options


def _embed(frame: Frame, embed: Embed, options: Options, opportunity: str) -> ProsePart:
    if embed.kind not in _EMBEDS:
        raise DefectError(f"no block of kind `{embed.kind}`")
    return _EMBEDS[embed.kind](frame, embed, options, opportunity)


def _partner(frame: Frame, embed: Embed, options: Options, opportunity: str) -> ProsePart:
    return PartnersPart(options.get("title", ""), named(frame, opportunity, (embed.argument,)))


def _partners(frame: Frame, embed: Embed, options: Options, opportunity: str) -> ProsePart:
    del embed
    kept = partners_with(frame, options)
    found = surface(frame, opportunity, kept, most=_limit(options))
    return PartnersPart(options.get("title", ""), found)


def _opportunity(frame: Frame, embed: Embed, options: Options, opportunity: str) -> ProsePart:
    del opportunity
    everyone = frozenset(frame.programme.partners)
    title = options.get("title", "")
    found = surface(frame, embed.argument, everyone, title=title, most=_limit(options))
    return PartnersPart(found.title, found)


def _solution(frame: Frame, embed: Embed, options: Options, opportunity: str) -> ProsePart:
    return _solution_cards(frame, (embed.argument,), options, opportunity)


def _solutions(frame: Frame, embed: Embed, options: Options, opportunity: str) -> ProsePart:
    del embed
    return _solution_cards(frame, shown_with(frame, options), options, opportunity)


def _solution_cards(
    frame: Frame, slugs: Iterable[str], options: Options, opportunity: str
) -> ProsePart:
    """Show those that have a page today; of none, nothing is left, not even a heading."""
    there = [slug for slug in slugs if frame.find("solution", slug)][: _limit(options)]
    cards = tuple(solution_card(frame, slug, opportunity) for slug in there)
    return SolutionsPart(options.get("title", ""), cards) if cards else TextPart("")


def _article_list(frame: Frame, embed: Embed, options: Options, opportunity: str) -> ProsePart:
    del opportunity
    cards = tuple(_articles(frame, embed, options))[: _limit(options)]
    return ArticlesPart(options.get("title", ""), cards) if cards else TextPart("")


def _action(frame: Frame, embed: Embed, options: Options, opportunity: str) -> ProsePart:
    del embed, opportunity
    return ActionPart(
        options["label"], link_target(frame, options["href"]), options.get("note", "")
    )


def _event(frame: Frame, embed: Embed, options: Options, opportunity: str) -> ProsePart:
    del options, opportunity
    event = frame.programme.events[embed.argument].record
    return ActionPart(event.title, link_target(frame, f"event:{embed.argument}"), event.summary)


_EMBEDS: dict[str, Callable[[Frame, Embed, Options, str], ProsePart]] = {
    "article": _article_list,
    "articles": _article_list,
    "cta": _action,
    "event": _event,
    "opportunity": _opportunity,
    "partner": _partner,
    "partners": _partners,
    "solution": _solution,
    "solutions": _solutions,
}


def _limit(options: Options) -> int:
    return int(options.get("limit", _EMBEDDED))


def _articles(frame: Frame, embed: Embed, options: Options) -> Iterator[ArticleCard]:
    shown = shown_articles(frame, options.get("hub", ""))
    naming = articles_naming(frame, options["partner"]) if "partner" in options else shown
    for article in shown:
        record = article.record
        wanted = (
            embed.kind == "articles" or f"{article.hub}/{article.slug}" == embed.argument,
            options.get("topic") in {None, *record.topics},
            options.get("series") in {None, record.series},
            article in naming,
            frame.find("article", f"{article.hub}/{article.slug}") != "",
        )
        if all(wanted):
            yield article_card(frame, article)


def link_target(frame: Frame, href: str) -> str:
    """Return the address of a link as staff write it: a record, a section, or an address."""
    kind, colon, rest = href.partition(":")
    if colon and kind in {*RECORD_KINDS, "section"}:
        target, mark, anchor = rest.partition("#")
        return record_address(frame, kind, target) + mark + anchor
    return frame.here.base + href.removeprefix("/") if href.startswith("/") else href
