"""`event release`: what the agenda says today becomes a release, with what has changed."""

from collections.abc import Iterator, Mapping
from contextlib import nullcontext
from dataclasses import field
from datetime import date
from pathlib import Path

from pavgen.app.load import load_project
from pavgen.app.placed import placed
from pavgen.files.lock import build_lock
from pavgen.files.releases import add_release
from pavgen.kernel.diagnostics import Checked, Diagnostic, Span, has_errors, in_order
from pavgen.kernel.suggest import did_you_mean
from pavgen.kernel.values import dataclass
from pavgen.model.agenda.changes import Change, as_release, changes
from pavgen.model.programme import LinkedEvent, Programme
from pavgen.model.records.agenda import Agenda
from pavgen.model.releases import Release, note_fault, release_line, releases_path

EVENTS = "content/events"


@dataclass(frozen=True, slots=True)
class ReleaseRequest:
    """Which event's agenda to release, on which day, with which words; or only to say it."""

    project: Path
    event: str
    note: str
    as_of: date
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class Released:
    """The new release and what changed; None and nothing where there was nothing to release.

    `last` is the number of the release before, 0 where there was none; `rooms` are the words
    for rooms by id; `texts` the sources by path, for quoting.
    """

    path: str = ""
    last: int = 0
    release: Release | None = None
    changes: tuple[Change, ...] = ()
    rooms: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)


def event_release(request: ReleaseRequest) -> Checked[Released]:
    """Append a release to those of an event; with an error in anything, nothing is written.

    A slot that the policy gave counts as one given by hand. Raises LockHeldError while a build
    writes, OSError where the machine refuses; the file is then as it was.
    """
    with nullcontext() if request.dry_run else build_lock(request.project):
        loaded = load_project(request.project)
        programme, texts = loaded.value.programme, loaded.value.texts
        findings = [d for d in loaded.diagnostics if d.code != "agenda-unreleased"]
        findings += _refusals(programme, request)
        if has_errors(findings):
            return Checked(Released(texts=texts), in_order(findings))
        answer = placed(programme, request.as_of)
        findings += answer.diagnostics
        if has_errors(findings):
            return Checked(Released(texts=texts), in_order(findings))
        event = programme.events[request.event]
        made = _made(event, answer.value.events[event.slug].sessions, request, texts)
        if made.release is not None and not request.dry_run:
            line = release_line(made.release)
            before = texts.get(made.path, "")
            findings += add_release(request.project, event.slug, before, line).diagnostics
    return Checked(made, in_order(findings))


def _refusals(programme: Programme, request: ReleaseRequest) -> Iterator[Diagnostic]:
    event = programme.events.get(request.event)
    if event is None:
        what = f"there is no event `{request.event}`"
        remedy = did_you_mean(request.event, programme.events) or "run `pavgen new event` first"
        yield Diagnostic(Span(EVENTS), "event-unknown", what, remedy)
        return
    if event.agenda is None:
        what, remedy = f"event `{event.slug}` has no agenda to release", "add this file"
        yield Diagnostic(Span(f"{EVENTS}/{event.slug}/agenda.yaml"), "file-missing", what, remedy)
    fault = note_fault(request.note)
    if fault:
        remedy = "say in a line what visitors should know, such as `Two talks exchanged`"
        yield Diagnostic(Span(releases_path(event.slug)), "release-note", fault, remedy)
    if event.releases and request.as_of < event.releases[-1].on:
        last = event.releases[-1]
        what = f"release {last.version} is of {last.on}, which is after {request.as_of}"
        remedy = "give `--as-of` a later day"
        yield Diagnostic(Span(releases_path(event.slug)), "release-date", what, remedy)


def _made(
    event: LinkedEvent,
    slots: Mapping[str, str],
    request: ReleaseRequest,
    texts: Mapping[str, str],
) -> Released:
    agenda = event.agenda or Agenda()
    last = event.releases[-1] if event.releases else None
    version = last.version if last else 0
    release = as_release(agenda, slots, version + 1, request.as_of, request.note)
    found = changes(last, release)
    rooms = {room.id: room.label for room in agenda.rooms}
    made = release if found else None
    return Released(releases_path(event.slug), version, made, found, rooms, texts)
