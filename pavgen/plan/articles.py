"""Articles as cards, and which are shown together."""

from pavgen.model.programme import LinkedArticle
from pavgen.plan.frame import Frame
from pavgen.plan.views import ArticleCard

WORDS_A_MINUTE = 220


def shown_articles(frame: Frame, hub: str = "") -> tuple[LinkedArticle, ...]:
    """Return the articles that are shown, of one hub or of all, newest first."""
    return tuple(article for article in frame.shelf.articles if hub in {"", article.hub})


def article_card(frame: Frame, article: LinkedArticle) -> ArticleCard:
    """Make an article's card; a contribution is labelled with its partner."""
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
    own = frozenset(article.record.topics)
    others = [
        (len(own & frozenset(other.record.topics)), other)
        for other in shown_articles(frame, article.hub)
        if other.slug != article.slug
    ]
    best = sorted((pair for pair in others if pair[0]), key=lambda pair: -pair[0])
    return tuple(other for _, other in best[:most])
