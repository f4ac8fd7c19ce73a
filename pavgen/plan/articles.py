"""Articles as cards, and which are shown together."""

from collections.abc import Hashable

from pavgen.kernel.indexing import once
from pavgen.model.programme import LinkedArticle
from pavgen.plan.frame import Frame
from pavgen.plan.related import Shared, shared_by
from pavgen.plan.views import ArticleCard

WORDS_A_MINUTE = 220


def shown_articles(frame: Frame, hub: str = "") -> tuple[LinkedArticle, ...]:
    """Return the articles that are shown, of one hub or of all, newest first."""
    articles = frame.shelf.articles
    return _by_hub(articles).get(hub, ()) if hub else articles


def article_card(frame: Frame, article: LinkedArticle) -> ArticleCard:
    """Return an article's card; a contribution is labelled with its partner."""
    made = _cards(frame)
    key = (article.hub, article.slug)
    if key not in made:
        made[key] = _made(frame, article)
    return made[key]


@once(most=1)
def _cards(frame: Frame) -> dict[tuple[str, str], ArticleCard]:
    """Return where a site's cards are kept: one object for all lists that show it."""
    del frame
    return {}


def _made(frame: Frame, article: LinkedArticle) -> ArticleCard:
    record = article.record
    partner = frame.programme.partner(record.contributed_by) if record.contributed_by else None
    topics = {topic.id: topic.label for topic in frame.programme.hubs[article.hub].record.topics}
    return ArticleCard(
        title=record.title,
        href=frame.find("article", f"{article.hub}/{article.slug}"),
        summary=record.summary,
        author=record.author,
        contributor=partner.name if partner else "",
        published=record.published,
        minutes=minutes(article.text.words),
        topics=tuple(topics[topic] for topic in record.topics if topic in topics),
    )


def minutes(words: int) -> int:
    """Return the reading time of so many words, at least one minute."""
    return max(1, (words + WORDS_A_MINUTE // 2) // WORDS_A_MINUTE)


def articles_naming(frame: Frame, partner: str) -> tuple[LinkedArticle, ...]:
    """Return the articles that a partner contributed or that name it, newest first."""
    return frame.shelf.articles_of.get(partner, ())


def related_articles(
    frame: Frame, article: LinkedArticle, most: int = 3
) -> tuple[LinkedArticle, ...]:
    """Return the articles of the hub that share most topics with one; newest first."""
    articles = shown_articles(frame, article.hub)
    shared, places = _shared(articles)
    return tuple(articles[n] for n in shared.closest(places[article.slug], most))


@once(most=4)
def _shared(articles: tuple[LinkedArticle, ...]) -> tuple[Shared, dict[str, int]]:
    topics = [frozenset[Hashable](article.record.topics) for article in articles]
    return shared_by(topics), {article.slug: place for place, article in enumerate(articles)}


@once(most=2)
def _by_hub(articles: tuple[LinkedArticle, ...]) -> dict[str, tuple[LinkedArticle, ...]]:
    found: dict[str, list[LinkedArticle]] = {}
    for article in articles:
        found.setdefault(article.hub, []).append(article)
    return {hub: tuple(own) for hub, own in found.items()}
