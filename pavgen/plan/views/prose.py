"""Texts, with what they embed."""

from typing import Literal

from pavgen.kernel.values import dataclass
from pavgen.plan.views.cards import ArticleCard, SolutionCard, SurfaceView
from pavgen.security.markup import SafeHtml


@dataclass(frozen=True, slots=True)
class HtmlPart:
    """A run of markup; may end inside an attribute that the next part fills."""

    html: SafeHtml
    kind: Literal["html"] = "html"


@dataclass(frozen=True, slots=True)
class TextPart:
    """Plain text, or an address inside an attribute: printed escaped, without white space."""

    text: str
    kind: Literal["text"] = "text"


@dataclass(frozen=True, slots=True)
class PartnersPart:
    """An embedded list of partners, or a single card."""

    title: str
    surface: SurfaceView
    kind: Literal["partners"] = "partners"


@dataclass(frozen=True, slots=True)
class SolutionsPart:
    """Embedded solutions, one or several."""

    title: str
    solutions: tuple[SolutionCard, ...]
    kind: Literal["solutions"] = "solutions"


@dataclass(frozen=True, slots=True)
class ArticlesPart:
    """Embedded articles, one or several."""

    title: str
    articles: tuple[ArticleCard, ...]
    kind: Literal["articles"] = "articles"


@dataclass(frozen=True, slots=True)
class ActionPart:
    """A call to action."""

    label: str
    href: str
    text: str
    kind: Literal["action"] = "action"


ProsePart = HtmlPart | TextPart | PartnersPart | SolutionsPart | ArticlesPart | ActionPart


@dataclass(frozen=True, slots=True)
class HeadingView:
    """An entry of a table of contents."""

    level: int
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class ProseView:
    """A rendered text; empty when it has no parts.

    `language` is a tag where the text's is not the site's, else empty.
    """

    parts: tuple[ProsePart, ...] = ()
    headings: tuple[HeadingView, ...] = ()
    minutes: int = 0
    language: str = ""
