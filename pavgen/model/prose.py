"""Markdown after rendering: safe markup, with holes where only the whole site can answer."""

import re
from collections.abc import Callable
from operator import itemgetter

from pavgen.kernel.diagnostics import Span
from pavgen.kernel.values import dataclass
from pavgen.security.markup import SafeHtml

ANCHOR_PREFIX = "s-"
"""What every heading anchor of staff prose begins with, so that no id of a theme is taken."""


@dataclass(frozen=True, slots=True)
class ProseLimits:
    """What a partner's text may spend; counts, and `size` and `html` in bytes of UTF-8.

    `nesting` counts open elements, the paragraph included. Over a limit is an error, never a cut.
    """

    words: int
    size: int = 16 * 1024
    lines: int = 500
    nesting: int = 12
    links: int = 20
    headings: int = 40
    html: int = 256 * 1024


@dataclass(frozen=True, slots=True)
class Markup:
    """A run of finished HTML; it may begin or end inside an element or an `href` value."""

    html: SafeHtml


@dataclass(frozen=True, slots=True)
class RecordLink:
    """A link to a record by name; it stands inside the quotes of an `href` attribute.

    `kind` is one of `RECORD_KINDS`, `target` its slug (`hub/slug` for an article, a path for a
    page), `anchor` what followed `#`, or empty. Whoever fills it in escapes the address.
    """

    kind: str
    target: str
    anchor: str
    span: Span


@dataclass(frozen=True, slots=True)
class RecordTitle:
    """The title of a record, where the author left a link's text empty; it stands as text."""

    kind: str
    target: str
    span: Span


@dataclass(frozen=True, slots=True)
class Embed:
    """A `::: kind argument key=value` line; it stands between blocks.

    `options` are in the author's order, each key once and known for the kind; values that
    name vocabularies or records are not yet looked up.
    """

    kind: str
    argument: str
    options: tuple[tuple[str, str], ...]
    span: Span


@dataclass(frozen=True, slots=True)
class SitePath:
    """A path from the site's own root, without the leading slash; it stands inside an attribute."""

    path: str


Part = Markup | RecordLink | RecordTitle | SitePath | Embed

RECORD_KINDS = ("article", "event", "opportunity", "page", "partner", "solution")
"""The kinds of record that prose may link to, `kind:target`."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: `level` is that of its element, `anchor` the id a table of contents links to."""

    level: int
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Image:
    """A local image that prose shows: its `src` as written (`media/…` or `/assets/…`)."""

    src: str
    span: Span


@dataclass(frozen=True, slots=True)
class Prose:
    """One rendered text.

    `references` are all records it names, by link or by embed, in the order of the text;
    `links` the other addresses it leads to; `plain` its words without markup, with holes
    where a record's title will stand.
    """

    parts: tuple[Part, ...] = ()
    headings: tuple[Heading, ...] = ()
    words: int = 0
    references: tuple[RecordLink, ...] = ()
    links: tuple[str, ...] = ()
    images: tuple[Image, ...] = ()
    plain: tuple[str | RecordTitle, ...] = ()


def plain_text(prose: Prose, title_of: Callable[[RecordTitle], str] | None = None) -> str:
    """Return the text without markup, one line for each block: for descriptions and search.

    `title_of` fills in the titles of records whose links have no text; without it the target
    stands there.
    """
    return "".join(
        part if isinstance(part, str) else title_of(part) if title_of else part.target
        for part in prose.plain
    )


def count_words(text: str) -> int:
    """Count words: runs between spaces that hold a letter or digit.

    Chinese and Japanese have no spaces, so two Han or kana characters count as one word.
    """
    dense = 0 if text.isascii() else len(_DENSE.findall(text))
    spaced = (_DENSE.sub(" ", text) if dense else text).split()
    # Nearly every run begins with a letter; only the others are read through.
    words = sum(map(str.isalnum, map(_FIRST, spaced)))
    if words < len(spaced):
        words = sum(run[0].isalnum() or any(map(str.isalnum, run)) for run in spaced)
    return words + (dense + 1) // 2


_FIRST = itemgetter(0)


_DENSE = re.compile(
    "[\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
