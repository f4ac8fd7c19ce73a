"""Files to a linked programme: read, parse, decode, render texts, prepare logos, link."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from datetime import date
from pathlib import Path
from typing import TypeVar

from pavgen.app.means import Means
from pavgen.app.rooms import DOCUMENTS, TEXTS, Source, Writing, logo_key, logos_room
from pavgen.files.builtin import builtin_themes
from pavgen.files.reader import read_project
from pavgen.files.text import decode_text
from pavgen.files.zones import is_zone, zone_around
from pavgen.kernel.diagnostics import Checked, DefectError, Diagnostic, in_order
from pavgen.kernel.values import dataclass
from pavgen.model.decode import Records, decode
from pavgen.model.document import RawDocument
from pavgen.model.layout import OtherFile, RecordFile, file_at
from pavgen.model.ledger import Ledger, parse_ledger
from pavgen.model.linking.link import Material, link
from pavgen.model.logo import Logo
from pavgen.model.programme import Programme
from pavgen.model.prose import Prose, ProseLimits
from pavgen.model.releases import Release, parse_releases
from pavgen.model.tree import SourceTree
from pavgen.model.zone import Zone

T = TypeVar("T")
_LONGEST = 2
Progress = Callable[[str], None]
_MEDIA = "content/media/"


@dataclass(frozen=True, slots=True)
class Project:
    """A project as it was read: the programme, and the bytes its sites are made of.

    `texts` are the sources by path, for quoting; `logos` the files of all logos by name;
    `themes` the files of every theme, the built-in ones included.
    """

    programme: Programme
    texts: Mapping[str, str]
    logos: Mapping[str, bytes]
    media: Mapping[str, bytes]
    themes: Mapping[str, bytes]


def load_project(
    root: Path,
    progress: Progress = lambda _: None,
    preview: date | None = None,
    means: Means | None = None,
) -> Checked[Project]:
    """Load a project's folder; the value may be used only when no finding is an error.

    With a day of `preview`, pending partners are shown as if admitted on it.
    """
    progress("reading")
    return load_tree(read_project(root), progress, preview, means)


def load_tree(
    tree: Checked[SourceTree],
    progress: Progress = lambda _: None,
    preview: date | None = None,
    means: Means | None = None,
) -> Checked[Project]:
    """Load a project from its files, wherever they were read."""
    reading = _Reading(tree.value, list(tree.diagnostics), means or Means())
    progress("parsing")
    reading.parse()
    progress("decoding")
    decoded = decode(reading.documents.values())
    reading.findings += decoded.diagnostics
    reading.findings += _time_zone(decoded.value)
    progress("texts")
    reading.render(decoded.value)
    progress("logos")
    reading.prepare()
    progress("linking")
    sizes = {
        path: len(data) for path, data in tree.value.files.items() if not path.startswith("themes/")
    }
    media = {path.removeprefix(_MEDIA): path for path in sizes if path.startswith(_MEDIA)}
    material = Material(
        reading.prose,
        reading.logos,
        sizes,
        media,
        reading.ledgers(),
        releases=reading.releases(),
        zones=_zones(decoded.value),
        sources=reading.texts,
    )
    programme = link(decoded.value, material, preview)
    project = Project(
        programme=programme.value,
        texts=reading.texts,
        logos=reading.files,
        media={name: tree.value.files[path] for name, path in media.items()},
        themes=builtin_themes() | dict(tree.value.under("themes")),
    )
    return Checked(project, in_order([*reading.findings, *programme.diagnostics]))


@dataclass(slots=True)
class _Reading:
    """The loading under way: what has been made of the files so far."""

    tree: SourceTree
    findings: list[Diagnostic]
    means: Means
    texts: dict[str, str] = field(default_factory=dict)
    documents: dict[str, RawDocument] = field(default_factory=dict)
    prose: dict[str, Prose] = field(default_factory=dict)
    logos: dict[str, Logo] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)

    def parse(self) -> None:
        """Decode and parse every file that holds a record."""
        sources: list[Source] = []
        for path, data in self.tree.files.items():
            place = file_at(path)
            if isinstance(place, RecordFile):
                text = self._keep(decode_text(path, data))
                if text is not None:
                    self.texts[path] = text
                    sources.append(Source(path, text, place))
        keys = [source.key for source in sources]
        found = self.means.answers(DOCUMENTS, dict(zip(keys, sources, strict=True)))
        for source, key in zip(sources, keys, strict=True):
            self.documents[source.path] = self._answer(found[key])

    def render(self, records: Records) -> None:
        """Render every text: partners' in the narrow form, staff's in the full one."""
        limits = ProseLimits(words=records.rules.limits.get("about_words", 400))
        writings: dict[bytes, Writing] = {}
        for path, document in self.documents.items():
            place = file_at(path)
            if isinstance(place, RecordFile) and path.endswith(".md"):
                slug = place.slug if place.is_partners else ""
                writing = Writing(path, document.body, document.body_line, slug, limits)
                writings[writing.key] = writing
        found = self.means.answers(TEXTS, writings)
        for key, writing in writings.items():
            self.prose[writing.path] = self._answer(found[key])

    def prepare(self) -> None:
        """Check and clean every logo."""
        files = {logo_key(path, data): (path, data) for path, data in _logo_files(self.tree)}
        found = self.means.answers(logos_room(self.means.jobs), files)
        for key, (path, _) in files.items():
            prepared = self._answer(found[key])
            if prepared is not None:
                self.logos[path] = prepared.logo
                self.files |= prepared.files

    def ledgers(self) -> dict[str, Ledger]:
        """Read the ledger of every group that has one."""
        found = {}
        for path, data in self.tree.under("content/placement/ledger"):
            place = file_at(path)
            text = self._keep(decode_text(path, data))
            if isinstance(place, OtherFile) and text is not None:
                self.texts[path] = text
                found[place.slug] = self._keep(parse_ledger(place.slug, text))
        return found

    def releases(self) -> dict[str, tuple[Release, ...]]:
        """Read the releases of every event's agenda that has some."""
        found = {}
        for path, data in self.tree.under("content/events"):
            place = file_at(path)
            if isinstance(place, OtherFile) and place.type == "releases":
                text = self._keep(decode_text(path, data))
                if text is not None:
                    self.texts[path] = text
                    found[place.slug] = self._keep(parse_releases(place.slug, text))
        return found

    def _answer(self, checked: Checked[T] | None) -> T:
        if checked is None:
            raise DefectError("a stage of the loading gave no answer")
        return self._keep(checked)

    def _keep(self, checked: Checked[T]) -> T:
        self.findings += checked.diagnostics
        return checked.value


def _logo_files(tree: SourceTree) -> Iterator[tuple[str, bytes]]:
    for path, data in tree.under("partners"):
        place = file_at(path)
        if isinstance(place, OtherFile) and place.type == "logo":
            yield path, data


def _time_zone(records: Records) -> Iterator[Diagnostic]:
    """Find zones that do not exist, or that mean something else on another machine."""
    named = [(records.program.time_zone, records.program.source)]
    named += [(event.time_zone, event.source) for event in records.events.values()]
    for zone, source in named:
        if source.path and zone and not is_zone(zone):
            what = f"there is no time zone `{zone}`"
            remedy = "give an IANA name such as `Europe/Berlin`"
            yield Diagnostic(source.at("time_zone"), "time-zone-unknown", what, remedy, "time_zone")


def _zones(records: Records) -> dict[str, Zone]:
    """Return the zone of each event, from the year before it to the year after."""
    return {
        slug: zone_around(
            event.time_zone, max(1, event.starts.year - 1), min(9998, event.ends.year + 1)
        )
        for slug, event in records.events.items()
        if is_zone(event.time_zone) and event.ends.year - event.starts.year <= _LONGEST
    }
