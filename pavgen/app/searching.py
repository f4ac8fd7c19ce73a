"""A site's search index: made with the site, or put off until its pages are shown."""

from collections.abc import Mapping, Sequence
from dataclasses import field

from pavgen.app.means import Means, Room
from pavgen.kernel.codec import Codec
from pavgen.kernel.diagnostics import Checked, Diagnostic, Span
from pavgen.kernel.fingerprint import Fingerprints
from pavgen.kernel.values import dataclass
from pavgen.plan.pages import SearchRecord
from pavgen.render.search import search_index

ROOM = "search"
_FILES = Codec(())


@dataclass(frozen=True, slots=True)
class Search:
    """What the index of a site is made of; `asked_at` is where the site asks for it."""

    site: str
    records: tuple[SearchRecord, ...]
    locale: str
    asked_at: Span = field(compare=False)

    def key(self) -> bytes:
        """Return what the index depends on."""
        return Fingerprints().of((self.locale, self.records))

    def index(self) -> Checked[Mapping[str, bytes]]:
        """Make the index: files by their path in the site."""
        return search_index(self.records, self.locale, self.asked_at)


def search_files(
    search: Search, means: Means
) -> tuple[Checked[Mapping[str, bytes]], Search | None]:
    """Return the files of a site's index, and what is put off, if anything is.

    Where means put off what they do not remember, the files are those of the site's last index:
    never a part of one, and never parts of two.
    """
    if not search.records:
        return Checked({}), None
    key = search.key()
    if means.recent is not None and means.put_off and means.recalled(_room([]), key) is None:
        return Checked(_latest(search, means)), search
    findings: list[Diagnostic] = []
    found = means.answers(_room(findings), {key: search})[key]
    if found is not None:
        take_index(search, found, means)
    return Checked(found or {}, tuple(findings)), None


def take_index(search: Search, files: Mapping[str, bytes], means: Means) -> None:
    """Remember an index for the next builds of this process, and as the latest of its site."""
    if means.recent is not None:
        means.recent.keep(ROOM, search.key(), files)
        means.recent.latest[search.site] = files


def _latest(search: Search, means: Means) -> Mapping[str, bytes]:
    return means.recent.latest.get(search.site, {}) if means.recent is not None else {}


def _room(findings: list[Diagnostic]) -> Room[Search, Mapping[str, bytes]]:
    def make(asked: Sequence[Search]) -> list[Mapping[str, bytes] | None]:
        answers = [search.index() for search in asked]
        findings.extend(found for answer in answers for found in answer.diagnostics)
        return [None if answer.diagnostics else answer.value for answer in answers]

    return Room(ROOM, make, _FILES.write, lambda data: _FILES.read_a(dict, data))
