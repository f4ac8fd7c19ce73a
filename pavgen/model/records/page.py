"""`content/pages/**/*.md`: free pages."""

from dataclasses import dataclass
from datetime import date

from pavgen.model.schema.fields import Record, Source, defaulted, optional, required, sourced
from pavgen.model.schema.kinds import Choice, Day, Truth
from pavgen.model.schema.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Record):
    """A page that stands by itself."""

    title: str = required(Text(most=120), "the title")
    summary: str = defaulted(Text(most=280), "the page in a sentence or two", "")
    contents: bool = defaulted(Truth(), "whether to show a table of contents", default=False)
    status: str = defaulted(
        Choice(("draft", "review", "published")), "drafts are left out", "published"
    )
    published: date | None = optional(Day(), "from this day on it is shown")
    expires: date | None = optional(Day(), "the last day it is shown")
    source: Source = sourced()
