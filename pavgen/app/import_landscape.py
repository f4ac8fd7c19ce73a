"""`import landscape`: a landscape's file and logos into a project."""

from collections.abc import Mapping
from dataclasses import field, replace
from datetime import date
from pathlib import Path

from pavgen.app.importing import (
    ImportResult,
    existing_project,
    read_foreign,
    stopped,
    write_drafts,
)
from pavgen.files.plainfile import read_file
from pavgen.files.yamldoc import IMPORT, STAFF, parse_yaml
from pavgen.kernel.canonical import sha256_hex
from pavgen.kernel.diagnostics import Checked, Diagnostic, Severity, has_errors, in_order
from pavgen.kernel.values import dataclass
from pavgen.model.document import Entries, Scalar
from pavgen.model.imports.drafts import Draft
from pavgen.model.imports.existing import Existing
from pavgen.model.imports.landscape import (
    ImportDrafts,
    Landscape,
    landscape_drafts,
    read_landscape,
)
from pavgen.model.imports.landscape_default import DEFAULT_MAPPING
from pavgen.model.imports.landscape_mapping import LandscapeMapping, decode_mapping
from pavgen.model.imports.landscape_partner import Member
from pavgen.model.imports.project import ProjectWords, project_drafts
from pavgen.model.schema.kinds import shown
from pavgen.render.images.logos import prepare_logos
from pavgen.security.sniff import sniff_image

_MOST_LOGO = 2 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class LandscapeRequest:
    """What to import where; `as_of` stands for dates the landscape does not give.

    `jobs` is the number of processes that may decode pictures.
    """

    file: Path
    logos: Path
    into: Path
    as_of: date
    mapping: Path | None = None
    update: bool = False
    jobs: int = 1


def import_landscape(request: LandscapeRequest) -> Checked[ImportResult]:
    """Make or update the project in `request.into` from a landscape.

    Everything that could not be used is a warning at its place in the landscape. An error
    (an unreadable file, a mapping that does not hold, a file in the way) means that nothing
    was written. Raises OSError where the machine refuses.
    """
    source = read_foreign(request.file)
    mapping = _mapping(request.mapping)
    existing = existing_project(request.into)
    early = (*source.diagnostics, *mapping.diagnostics, *existing.diagnostics)
    if stopped(early) or source.value is None or mapping.value is None:
        return Checked(ImportResult(), in_order(early))
    root = parse_yaml(request.file.as_posix(), source.value, limits=IMPORT)
    record, program = mapping.value
    read = read_landscape(request.file.as_posix(), root.value, record, existing.value)
    early = (*early, *root.diagnostics, *read.diagnostics)
    if stopped(early):
        return Checked(ImportResult(), in_order(early))
    logos = _logos(request, read.value, record.program.limits.logo_bytes)
    names = {slug: name for slug, (name, _) in logos.value.items()}
    made = landscape_drafts(read.value, existing.value, names, request.as_of)
    drafts = (*_beginnings(existing.value, record, program, source.value), *made.value.drafts)
    files = write_drafts(
        request.into,
        drafts,
        _logo_files(made.value, logos.value),
        existing.value,
        update=request.update,
    )
    notes = in_order((*early, *logos.diagnostics, *made.diagnostics, *files.diagnostics))
    return Checked(ImportResult(made.value.counts, files.value), notes)


def _mapping(file: Path | None) -> Checked[tuple[LandscapeMapping, Entries] | None]:
    """Read the mapping, ours when none is given, as a record and its `program:` as keys."""
    text: Checked[str | None] = Checked(DEFAULT_MAPPING) if file is None else read_foreign(file)
    if text.value is None:
        return Checked(None, text.diagnostics)
    path = file.as_posix() if file else ""
    root = parse_yaml(path, text.value, limits=STAFF)
    record = decode_mapping(path, root.value)
    program = root.value.get("program") if isinstance(root.value, Entries) else None
    found = in_order((*text.diagnostics, *root.diagnostics, *record.diagnostics))
    if has_errors(found) or not isinstance(program, Entries):
        return Checked(None, found)
    return Checked((record.value, program), found)


def _beginnings(
    existing: Existing, mapping: LandscapeMapping, program: Entries, text: str
) -> tuple[Draft, ...]:
    """Return the files a new project needs; one that is there has them."""
    if existing.program is not None:
        return ()
    said = ProjectWords(
        mapping.program.name,
        mapping.site.title,
        mapping.site.base_url,
        "SHA-256 of the landscape file that was imported first",
        sha256_hex(text.encode()),
    )
    return project_drafts(program, said)


def _logo_files(made: ImportDrafts, logos: Mapping[str, tuple[str, bytes]]) -> dict[str, bytes]:
    """Return the logo files of the partners that are imported."""
    folders = {draft.path.split("/")[1] for draft in made.drafts if draft.path.startswith("p")}
    return {
        f"partners/{slug}/{name}": data for slug, (name, data) in logos.items() if slug in folders
    }


@dataclass(frozen=True, slots=True)
class _Attempt:
    """A logo that may do: its name in the partner's folder and its bytes."""

    slug: str
    told: Scalar
    name: str
    data: bytes


@dataclass(slots=True)
class _Search:
    """The logos found so far, by slug, and why others were refused."""

    folder: Path
    most: int
    found: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    notes: list[Diagnostic] = field(default_factory=list)

    def attempt(self, member: Member, turn: int) -> _Attempt | None:
        """Read the member's logo of this turn, unless it has one already or no more."""
        slug, files = member.identity.slug, member.logo_files()
        if slug in self.found or turn >= len(files):
            return None
        told = files[turn]
        data = _bytes_of(self.folder, told.text.strip(), self.most)
        if isinstance(data, str):
            self.note(told, data)
            return None
        kind = sniff_image(data)
        if kind is None:
            self.note(told, "is no SVG, PNG, JPEG or WebP image")
            return None
        return _Attempt(slug, told, f"logo.{kind.extensions[0]}", data)

    def note(self, told: Scalar, reason: str) -> None:
        what = f"the logo `{shown(told.text)}` {reason} (left out)"
        remedy = "add the partner's logo by hand"
        self.notes.append(
            Diagnostic(told.span, "import-logo", what, remedy, "logo", Severity.WARNING)
        )


def _logos(
    request: LandscapeRequest, landscape: Landscape, most: int
) -> Checked[dict[str, tuple[str, bytes]]]:
    """Find for each member the first of its logos that a build would accept."""
    search = _Search(request.logos, min(most, _MOST_LOGO))
    turns = max((len(member.logo_files()) for member in landscape.members), default=0)
    for turn in range(turns):
        tried = [search.attempt(member, turn) for member in landscape.members]
        attempts = [attempt for attempt in tried if attempt is not None]
        jobs = [(f"partners/{a.slug}/{a.name}", a.data) for a in attempts]
        for attempt, answer in zip(
            attempts, prepare_logos(jobs, jobs_count=request.jobs), strict=True
        ):
            if answer.value is not None:
                search.found[attempt.slug] = (attempt.name, attempt.data)
                continue
            search.notes += [
                replace(
                    d,
                    span=attempt.told.span,
                    what=f"the logo `{shown(attempt.told.text)}` was left out: {d.what}",
                    field="logo",
                    severity=Severity.WARNING,
                )
                for d in answer.diagnostics
                if d.severity is Severity.ERROR
            ]
    return Checked(search.found, in_order(search.notes))


def _bytes_of(folder: Path, name: str, most: int) -> bytes | str:
    """Read a file of the logos' folder, or say why not; a name may lead nowhere else."""
    if not name or name.startswith(".") or "/" in name or "\\" in name or "\0" in name:
        return "is no name of a file in the folder of logos"
    data = read_file(str(folder / name), most)
    if isinstance(data, bytes):
        return data
    return f"is missing, no plain file, or larger than {most:,} bytes"
