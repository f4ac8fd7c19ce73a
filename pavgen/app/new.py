"""`new`: a scaffold of a record, or of a whole project."""

from collections.abc import Mapping
from dataclasses import field, replace
from datetime import date
from pathlib import Path

from pavgen.app.importing import PROGRAM, existing_project
from pavgen.files.create import CreateResult, create_files
from pavgen.files.yamlwrite import file_text
from pavgen.kernel.diagnostics import Checked, Diagnostic, Span, has_errors, in_order
from pavgen.kernel.values import dataclass
from pavgen.model.imports.drafts import Draft, scalar_text
from pavgen.model.imports.existing import Existing
from pavgen.model.imports.terms import term_ids
from pavgen.model.layout import RecordFile, file_at
from pavgen.model.scaffolds import Ground, ScaffoldKind, scaffold


@dataclass(frozen=True, slots=True)
class NewRequest:
    """What to make: `root` is the project, or the folder that a new project is made in."""

    kind: ScaffoldKind
    name: str
    root: Path
    as_of: date


@dataclass(frozen=True, slots=True)
class NewResult:
    """Which files were made, and what to do next, each a line for the terminal."""

    files: CreateResult = field(default_factory=CreateResult)
    hints: tuple[str, ...] = ()


def new(request: NewRequest) -> Checked[NewResult]:
    """Make a scaffold; nothing that is there is ever replaced.

    Only the project's own broken files are reported beside what stands in the way, since a
    scaffold names what they declare. Raises OSError where the machine refuses.
    """
    existing = _existing(request)
    if has_errors(existing.diagnostics):
        return Checked(NewResult(), existing.diagnostics)
    ground = _ground(existing.value, request.as_of)
    made = scaffold(request.kind, request.name, ground)
    if made.value is None:
        return Checked(NewResult(), made.diagnostics)
    words = ground.words
    files = {draft.path: _bytes(draft, words) for draft in made.value.drafts}
    written = create_files(request.root, files, update=False)
    hints = made.value.hints if written.ok else ()
    conflicts = (replace(d, remedy="choose another name") for d in written.diagnostics)
    found = in_order((*existing.diagnostics, *conflicts))
    return Checked(NewResult(written.value, hints), found)


def _existing(request: NewRequest) -> Checked[Existing]:
    """Read the project; without one only a project can be made."""
    if request.kind == "project":
        return Checked(Existing())
    existing = existing_project(request.root)
    if existing.value.program is not None or has_errors(existing.diagnostics):
        return existing
    what, remedy = f"no `{PROGRAM}` here", "run `pavgen new project`, or name a project's folder"
    missing = Diagnostic(Span(PROGRAM), "project-missing", what, remedy)
    return Checked(Existing(), (*existing.diagnostics, missing))


def _bytes(draft: Draft, words: Mapping[str, tuple[str, ...]]) -> bytes:
    return file_text(draft, words).encode()


def _ground(existing: Existing, as_of: date) -> Ground:
    words: dict[str, tuple[str, ...]] = {}
    if existing.program is not None:
        words |= term_ids(existing.program)
    if existing.policy is not None:
        words["opportunities"] = tuple(name for name, _ in existing.policy.opportunities)
    slugs: dict[str, list[str]] = {}
    for path in sorted(existing.documents):
        place = file_at(path)
        if isinstance(place, RecordFile):
            slugs.setdefault(place.type, []).append(place.slug)
    standings = {slug: scalar_text(s.get("id")) for slug, s in existing.standings().items()}
    return Ground(
        as_of=as_of,
        words={**words, "partners": tuple(slugs.get("listing", ()))},
        partners=tuple(slugs.get("listing", ())),
        standings=standings,
        hubs=tuple(slugs.get("hub", ())),
        pages=tuple(slugs.get("page", ())),
        time_zone=existing.program.time_zone if existing.program is not None else "UTC",
    )
