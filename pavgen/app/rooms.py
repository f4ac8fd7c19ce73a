"""The kinds of work in loading a project whose answers are remembered, and what they depend on."""

from collections.abc import Sequence
from dataclasses import astuple
from typing import TypeVar, cast

from pavgen.app.means import Room
from pavgen.files.frontmatter import parse_markdown_file, parse_record_file
from pavgen.files.nodes import read_document, write_document
from pavgen.files.yamldoc import PARTNER, STAFF
from pavgen.kernel.codec import Codec
from pavgen.kernel.diagnostics import Checked, Diagnostic, Severity, Span
from pavgen.kernel.memory import key_of
from pavgen.kernel.values import dataclass
from pavgen.model.document import Entries, Items, RawDocument, Scalar
from pavgen.model.layout import RecordFile
from pavgen.model.logo import Logo, LogoMetrics, LogoVariant
from pavgen.model.prose import (
    Embed,
    Heading,
    Image,
    Markup,
    Prose,
    ProseLimits,
    RecordLink,
    RecordTitle,
    SitePath,
)
from pavgen.render.images.logos import PreparedLogo, prepare_logos
from pavgen.render.markdown import render_partner, render_staff
from pavgen.security.markup import SafeHtml, kept_html

T = TypeVar("T")

_CODEC = Codec(
    (
        *(Checked, Diagnostic, Span, Severity),
        *(RawDocument, Entries, Items, Scalar),
        *(Prose, Markup, SafeHtml, RecordLink, RecordTitle, SitePath, Embed, Heading, Image),
        *(PreparedLogo, Logo, LogoVariant, LogoMetrics),
    ),
    {SafeHtml: kept_html},
)
_WORTH_A_PROCESS = 150
"""Files; a process takes about as long to begin as so many take to read."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file that holds a record, by path, and its text."""

    path: str
    text: str
    place: RecordFile

    @property
    def key(self) -> bytes:
        """Return what its reading depends on; how it is read follows from its path."""
        return key_of(self.path.encode(), _bytes(self.text))


@dataclass(frozen=True, slots=True)
class Writing:
    """A text to be rendered; `slug` is that of the partner who wrote it, empty for staff.

    `line` is where it begins in its file, from 1.
    """

    path: str
    body: str
    line: int
    slug: str
    limits: ProseLimits

    @property
    def key(self) -> bytes:
        """Return what its rendering depends on."""
        limits = repr(astuple(self.limits)) if self.slug else ""
        said = f"{self.path}\n{self.line}\n{self.slug}\n{limits}"
        return key_of(said.encode(), _bytes(self.body))


def logo_key(path: str, data: bytes) -> bytes:
    """Return what a logo's preparation depends on."""
    return key_of(path.encode(), data)


def logos_room(jobs: int) -> "Room[tuple[str, bytes], Checked[PreparedLogo | None]]":
    """Return the room of logos, which share their work out over processes themselves."""

    def make(
        items: Sequence[tuple[str, bytes]],
    ) -> Sequence[Checked[PreparedLogo | None] | None]:
        return prepare_logos(items, jobs_count=jobs)

    return Room("logo", make, _CODEC.write, _checked)


def _documents(sources: Sequence[Source]) -> list[Checked[RawDocument]]:
    return [_document(source) for source in sources]


def _document(source: Source) -> Checked[RawDocument]:
    path, text, place = source.path, source.text, source.place
    if place.type in {"about", "event-text"}:
        return Checked(RawDocument(path, None, text, 1))
    limits = PARTNER if place.is_partners else STAFF
    if path.endswith(".md"):
        return parse_markdown_file(path, text, limits)
    return parse_record_file(path, text, limits)


def _texts(writings: Sequence[Writing]) -> list[Checked[Prose]]:
    return [
        render_partner(w.path, w.body, slug=w.slug, limits=w.limits)
        if w.slug
        else render_staff(w.path, w.body, line=w.line)
        for w in writings
    ]


def _write_parsed(answer: Checked[RawDocument]) -> bytes:
    """Write a document alone, as nearly all are; with findings it is written with them."""
    if answer.diagnostics:
        return _CODEC.write(answer)
    return write_document(answer.value)


def _read_parsed(data: bytes) -> Checked[RawDocument]:
    return _checked(data) if data.startswith(b"{") else Checked(read_document(data))


def _checked(data: bytes) -> Checked[T]:
    return cast("Checked[T]", _CODEC.read_a(Checked, data))


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


DOCUMENTS: Room[Source, Checked[RawDocument]] = Room(
    "document", _documents, _write_parsed, _read_parsed, _WORTH_A_PROCESS
)
TEXTS: Room[Writing, Checked[Prose]] = Room(
    "text", _texts, _CODEC.write, _checked, _WORTH_A_PROCESS
)
