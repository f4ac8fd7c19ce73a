"""A hub: curated articles, by topic, by series and by the partner that contributed them."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from pavgen.kernel.canonical import sha256_hex
from pavgen.kernel.indexing import once
from pavgen.kernel.values import dataclass
from pavgen.model.programme import LinkedArticle, LinkedHub, Programme
from pavgen.model.records.site import HubSection
from pavgen.model.showing import Showing
from pavgen.plan.addresses import section_path
from pavgen.plan.articles import article_card, related_articles, shown_articles
from pavgen.plan.frame import Frame, Head
from pavgen.plan.pages import Page
from pavgen.plan.paging import slices
from pavgen.plan.prose import prose_view
from pavgen.plan.surfaces import card, named, rows
from pavgen.plan.views import (
    ArticleList,
    ArticleText,
    LinkView,
    PartnerCard,
    ProseView,
    SurfaceView,
)
from pavgen.security.slugs import slugify


def addresses(
    programme: Programme, section: HubSection, home: str, showing: Showing
) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield the address of each article that is shown."""
    for article in programme.hubs[section.hub].articles:
        record = article.record
        if showing.shows(record.status, record.published, record.expires):
            yield ("article", f"{section.hub}/{article.slug}"), f"{home}{article.slug}/"


def plan(section: HubSection, frame: Frame) -> Iterator[Page]:
    """Yield every page of the section."""
    scope = _Scope.of(section, frame)
    record = scope.hub.record
    front = _List(scope.home, record.title, record.summary, scope.articles, intro=True)
    yield from _list_pages(scope, front)
    for topic in scope.topics():
        found = tuple(a for a in scope.articles if topic[0] in a.record.topics)
        root = f"{scope.home}topics/{topic[0]}/"
        yield from _list_pages(scope, _List(root, topic[1], topic[2], found))
    for series in scope.series():
        root = f"{scope.home}series/{series[0]}/"
        found = _in_series(scope)[series[0]]
        wanted = _List(root, series[1], series[2], found, numbered=True)
        yield from _list_pages(scope, wanted)
    for author in scope.authors():
        title = frame.words.say("plan-author", name=author.label)
        yield from _list_pages(scope, _List(author.href, title, "", scope.written[author.href]))
    yield from _contributions(scope)
    for article in scope.articles:
        if scope.address(article) == f"{scope.home}{article.slug}/":
            yield _article(scope, article)


@dataclass(frozen=True, slots=True)
class _Scope:
    """One hub being planned; `written` are its articles by the address of their author's list."""

    section: HubSection
    frame: Frame
    home: str
    articles: tuple[LinkedArticle, ...]
    written: Mapping[str, tuple[LinkedArticle, ...]]

    @staticmethod
    def of(section: HubSection, frame: Frame) -> "_Scope":
        """Gather what the pages of a hub share."""
        home = section_path(frame.here.base, section)
        articles = shown_articles(frame, section.hub)
        written: dict[str, list[LinkedArticle]] = {}
        for article in articles:
            written.setdefault(_author_href(home, article), []).append(article)
        by_author = {href: tuple(own) for href, own in written.items()}
        return _Scope(section, frame, home, articles, by_author)

    @property
    def hub(self) -> LinkedHub:
        return self.frame.programme.hubs[self.section.hub]

    def crumb(self) -> LinkView:
        return LinkView(self.hub.record.title, self.home)

    def address(self, article: LinkedArticle) -> str:
        """Return where an article stands: in the first section of the site that has its hub."""
        return self.frame.find("article", f"{article.hub}/{article.slug}")

    def topics(self) -> tuple[tuple[str, str, str], ...]:
        """Id, label and summary of each topic that has articles."""
        used = {topic for article in self.articles for topic in article.record.topics}
        declared = self.hub.record.topics
        return tuple((t.id, t.label, t.summary) for t in declared if t.id in used)

    def series(self) -> tuple[tuple[str, str, str], ...]:
        """Id, label and summary of each series that has articles."""
        used = {article.record.series for article in self.articles}
        declared = self.hub.record.series
        return tuple((s.id, s.label, s.summary) for s in declared if s.id in used)

    def authors(self, current: str = "") -> tuple[LinkView, ...]:
        """Links to everyone who wrote an article, with their numbers, most articles first.

        Spellings that give one address are one author, called as in the newest article.
        """
        most = sorted(self.written, key=lambda href: -len(self.written[href]))
        return tuple(
            LinkView(
                self.written[href][0].record.author,
                href,
                href == current,
                len(self.written[href]),
            )
            for href in most
        )

    def topic_links(self, current: str = "") -> tuple[LinkView, ...]:
        """Links to the topics that have articles, with their numbers."""
        return tuple(replace(link, current=link.href == current) for link in _topic_links(self))

    def series_links(self, current: str = "") -> tuple[LinkView, ...]:
        """Links to the series that have articles, with their numbers."""
        return tuple(replace(link, current=link.href == current) for link in _series_links(self))


@once(most=2)
def _authors(scope: _Scope) -> dict[str, LinkView]:
    return {link.href: link for link in scope.authors()}


@once(most=2)
def _topic_links(scope: _Scope) -> tuple[LinkView, ...]:
    counts = Counter(topic for a in scope.articles for topic in set(a.record.topics))
    return tuple(
        LinkView(label, f"{scope.home}topics/{topic}/", count=counts[topic])
        for topic, label, _ in scope.topics()
    )


@once(most=2)
def _series_links(scope: _Scope) -> tuple[LinkView, ...]:
    return tuple(
        LinkView(label, f"{scope.home}series/{series}/", count=len(_in_series(scope)[series]))
        for series, label, _ in scope.series()
    )


@once(most=2)
def _in_series(scope: _Scope) -> dict[str, tuple[LinkedArticle, ...]]:
    """Return the articles of each series in reading order."""
    found: dict[str, list[LinkedArticle]] = {}
    for article in reversed(scope.articles):
        if article.record.series is not None:
            found.setdefault(article.record.series, []).append(article)
    return {series: tuple(own) for series, own in found.items()}


@dataclass(frozen=True, slots=True)
class _List:
    root: str
    title: str
    lead: str
    articles: tuple[LinkedArticle, ...]
    intro: bool = False
    numbered: bool = False


def _list_pages(scope: _Scope, wanted: _List) -> Iterator[Page]:
    frame = scope.frame
    introduction = scope.hub.introduction
    intro = prose_view(frame, introduction, scope.section.list) if wanted.intro else ProseView()
    topics, series = scope.topic_links(wanted.root), scope.series_links(wanted.root)
    authors = scope.authors(wanted.root)
    for part in slices(wanted.root, len(wanted.articles), scope.section.per_page):
        content = ArticleList(
            title=wanted.title,
            lead=wanted.lead,
            intro=intro if part.number == 1 else ProseView(),
            articles=tuple(
                article_card(frame, article)
                for article in wanted.articles[part.first - 1 : part.last]
            ),
            pager=part.pager,
            topics=topics,
            series=series,
            authors=authors,
            numbered=wanted.numbered,
            rows=_rows(scope) if wanted.intro and part.number == 1 else (),
        )
        title = wanted.title
        if part.number > 1:
            title = frame.words.say("plan-page-title", title=title, number=part.number)
        source = scope.hub.record.source.path
        head = Head(part.path, title, source, wanted.lead, (scope.crumb(),))
        yield frame.page(head, "hub/list.html", content)


def _rows(scope: _Scope) -> tuple[SurfaceView, ...]:
    """Show the lists of partners that the hub's home asks for, of all who are shown."""
    return rows(scope.frame, scope.section.rows, scope.frame.programme.partners)


def _contributions(scope: _Scope) -> Iterator[Page]:
    """Yield a list for each partner that contributed articles."""
    by_partner: dict[str, list[LinkedArticle]] = {}
    for article in scope.articles:
        slug = article.record.contributed_by
        partner = scope.frame.programme.partner(slug) if slug else None
        if partner is not None and scope.frame.is_shown(partner.slug):
            by_partner.setdefault(partner.slug, []).append(article)
    for slug, articles in sorted(by_partner.items()):
        name = scope.frame.programme.partners[slug].name
        title = scope.frame.words.say("plan-contributions", name=name)
        wanted = _List(f"{scope.home}by/{slug}/", title, "", tuple(articles))
        yield from _list_pages(scope, wanted)


def _article(scope: _Scope, article: LinkedArticle) -> Page:
    frame = scope.frame
    record = article.record
    content = ArticleText(
        card=article_card(frame, article),
        text=prose_view(frame, article.text, scope.section.list),
        image=f"{frame.media_base}{record.image}" if record.image else "",
        author=_authors(scope)[_author_href(scope.home, article)],
        contributor=_contributor(scope, article),
        partners=_partners(scope, article),
        topics=tuple(link for link in _topic_links(scope) if _last(link.href) in record.topics),
        series=next(
            (link for link in _series_links(scope) if _last(link.href) == record.series), None
        ),
        parts=_parts(scope, article),
        related=tuple(article_card(frame, other) for other in related_articles(frame, article)),
        reviewed=record.reviewed,
        status=record.status,
        contributions=_contributions_link(scope, article),
    )
    path = f"{scope.home}{article.slug}/"
    source = record.source.path
    index = record.status == "published"
    head = Head(path, record.title, source, record.summary, (scope.crumb(),), index)
    return frame.page(head, "hub/article.html", content)


def _contributor(scope: _Scope, article: LinkedArticle) -> PartnerCard | None:
    slug = article.record.contributed_by
    partner = scope.frame.programme.partner(slug) if slug else None
    if partner is None or not scope.frame.is_shown(partner.slug):
        return None
    return card(scope.frame, partner.slug, 1)


def _contributions_link(scope: _Scope, article: LinkedArticle) -> LinkView | None:
    """Link to everything in the hub that the article's contributor gave."""
    partner = _contributor(scope, article)
    if partner is None:
        return None
    title = scope.frame.words.say("plan-contributions", name=partner.name)
    return LinkView(title, f"{scope.home}by/{partner.slug}/")


def _partners(scope: _Scope, article: LinkedArticle) -> SurfaceView | None:
    title = scope.frame.words.say("plan-article-partners")
    found = named(scope.frame, scope.section.list, article.record.partners, title)
    return found if found.cards else None


def _parts(scope: _Scope, article: LinkedArticle) -> tuple[LinkView, ...]:
    """Link the articles of the same series in reading order."""
    if article.record.series is None:
        return ()
    same = _in_series(scope)[article.record.series]
    return tuple(LinkView(a.record.title, scope.address(a), a.slug == article.slug) for a in same)


def _author_href(home: str, article: LinkedArticle) -> str:
    """Return the address of the list of an article's author.

    A name in another script, which cannot be spelled in an address, gives a digest of itself.
    """
    name = article.record.author
    return f"{home}authors/{slugify(name) or sha256_hex(name.encode())[:12]}/"


def _last(href: str) -> str:
    return href.rstrip("/").rpartition("/")[2]
