"""`content/hubs/<slug>/`: a hub (index.md) and its articles."""

from datetime import date

from pavgen.kernel.values import dataclass
from pavgen.model.schema.fields import Record, Source, defaulted, many, optional, required, sourced
from pavgen.model.schema.kinds import Choice, Day, Pattern, Ref
from pavgen.model.schema.records import Table
from pavgen.model.schema.texts import Slug, Text

_IMAGE = Pattern(r"[A-Za-z0-9][A-Za-z0-9._/-]{0,200}", "an image file below content/media/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic(Record):
    """A topic of a hub."""

    id: str = required(Slug(), "the identifier used in articles")
    label: str = required(Text(most=60), "the words visitors see")
    summary: str = defaulted(Text(most=200), "what it is about", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Series(Record):
    """Articles meant to be read one after another, in order of publication."""

    id: str = required(Slug(), "the identifier used in articles")
    label: str = required(Text(most=80), "the series' title")
    summary: str = defaulted(Text(most=200), "what it is about", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hub(Record):
    """A collection of curated articles."""

    title: str = required(Text(most=80), "the hub's title")
    summary: str = required(Text(most=280), "what it is for")
    topics: tuple[Topic, ...] = many(Table(lambda: Topic), "topics", 40)
    series: tuple[Series, ...] = many(Table(lambda: Series), "series", 40)
    source: Source = sourced()


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Record):
    """A curated article, written by staff or contributed by a partner."""

    title: str = required(Text(most=120), "the title")
    summary: str = required(Text(most=280), "the article in a sentence or two")
    author: str = required(Text(most=80), "who wrote it")
    contributed_by: str | None = optional(Ref("partners"), "the partner that contributed it")
    partners: tuple[str, ...] = many(Ref("partners"), "partners it names", 20)
    topics: tuple[str, ...] = many(Ref("topics"), "topics of its hub", 12)
    series: str | None = optional(Ref("series"), "the series it belongs to")
    image: str | None = optional(_IMAGE, "an image below content/media/")
    status: str = required(Choice(("draft", "review", "published")), "where it stands")
    published: date | None = optional(Day(), "from this day on it is shown")
    expires: date | None = optional(Day(), "the last day it is shown")
    reviewed: date | None = optional(Day(), "the day it was last checked")
    aliases: tuple[str, ...] = many(Slug(), "former slugs, which redirect", 20)
    source: Source = sourced()
