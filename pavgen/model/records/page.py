"""`content/pages/**/*.md`: free pages."""

from datetime import date

from pavgen.kernel.values import dataclass
from pavgen.model.schema.fields import Record, Source, defaulted, optional, required, sourced
from pavgen.model.schema.kinds import Choice, Day, Pattern, Truth
from pavgen.model.schema.texts import Text

_LOCALE = Pattern(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", "a language tag such as `en` or `pt-BR`")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Record):
    """A page that stands by itself."""

    title: str = required(Text(most=120), "the title")
    summary: str = defaulted(Text(most=280), "the page in a sentence or two", "")
    contents: bool = defaulted(Truth(), "whether to show a table of contents", default=False)
    status: str = defaulted(
        Choice(("draft", "review", "published")), "drafts are left out", "published"
    )
    locale: str | None = optional(
        _LOCALE, "the language of the text, where it is not the programme's"
    )
    published: date | None = optional(Day(), "from this day on it is shown")
    expires: date | None = optional(Day(), "the last day it is shown")
    source: Source = sourced()
