"""`placement record`: periods that have opened go into the ledgers, all groups or none."""

from collections.abc import Iterator, Mapping
from contextlib import nullcontext
from dataclasses import field, replace
from datetime import date
from pathlib import Path

from pavgen.app.load import load_project
from pavgen.files.ledgers import Growth, grow_ledgers
from pavgen.files.lock import build_lock
from pavgen.kernel.diagnostics import Checked, DefectError, Diagnostic, Span, has_errors, in_order
from pavgen.kernel.suggest import did_you_mean
from pavgen.kernel.values import dataclass
from pavgen.model.ledger import Ledger, ledger_path
from pavgen.model.programme import Programme
from pavgen.place.inputs import group_period
from pavgen.place.periods import Period, period_named, period_of
from pavgen.place.placing import place
from pavgen.place.recording import Appended, record
from pavgen.place.verification.verifying import verify_ledger

POLICY = "content/placement/policy.yaml"
CONFLICT = "placement-conflict"


@dataclass(frozen=True, slots=True)
class RecordRequest:
    """What to record: one group or all, up to a period or the open one, or only in words."""

    project: Path
    as_of: date
    group: str = ""
    period: str = ""
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class GroupRecord:
    """What a group's ledger gained, as types and periods, and what it is now."""

    group: str
    path: str
    added: tuple[tuple[str, str], ...]
    entries: int
    head: str


@dataclass(frozen=True, slots=True)
class Recording:
    """Every group that was asked for; `texts` are the sources by path, for quoting."""

    groups: tuple[GroupRecord, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)


def placement_record(request: RecordRequest) -> Checked[Recording]:
    """Append to every ledger asked for; with an error in anything, nothing is appended.

    Raises LockHeldError while a build or another recording writes, OSError where the machine
    refuses; every ledger is then as it was.
    """
    with nullcontext() if request.dry_run else build_lock(request.project):
        loaded = load_project(request.project)
        texts, programme = loaded.value.texts, loaded.value.programme
        findings = list(loaded.diagnostics)
        if not has_errors(findings):
            findings += place(programme, request.as_of).diagnostics
        if not has_errors(findings):
            findings += _refusals(programme, request)
        if has_errors(findings):
            return Checked(Recording(texts=texts), in_order(findings))
        appended = dict(_appended(programme, request))
        findings += _conflicts(programme, appended)
        if not has_errors(findings) and not request.dry_run:
            findings += _write(request.project, programme, appended)
    if has_errors(findings):
        return Checked(Recording(texts=texts), in_order(findings))
    rows = tuple(_row(name, made) for name, made in appended.items())
    return Checked(Recording(rows, texts), in_order(findings))


def _refusals(programme: Programme, request: RecordRequest) -> Iterator[Diagnostic]:
    names = [name for name, _ in programme.policy.groups]
    if request.group and request.group not in names:
        what = f"there is no group `{request.group}`"
        remedy = did_you_mean(request.group, names)
        yield Diagnostic(Span(POLICY), "group-unknown", what, remedy)
    elif request.period:
        found = _unrecordable(programme, request)
        if found is not None:
            yield found


def _unrecordable(programme: Programme, request: RecordRequest) -> Diagnostic | None:
    """Return why the period asked for cannot be recorded in any of the groups."""
    asked = {
        name: _asked_period(programme, name, request.period) for name in _names(programme, request)
    }
    having = {name: period for name, period in asked.items() if period is not None}
    whose = f"group `{request.group}`" if request.group else "any group"
    if not having:
        what = f"`{request.period}` is no period of {whose}"
        remedy = "name one such as `2026-W48`, `2026-11` or `2026-Q4`, as the group's `period` asks"
        return Diagnostic(Span(POLICY), "record-period", what, remedy)
    begun = {name: period for name, period in having.items() if period.first <= request.as_of}
    if not begun:
        first = min(period.first for period in having.values())
        what = f"the period `{request.period}` has not begun"
        return Diagnostic(Span(POLICY), "record-period", what, f"it opens on {first}; try then")
    recordable = [n for n, period in begun.items() if not _has(programme.ledgers.get(n), period)]
    if recordable:
        return None
    what = f"the period `{request.period}` is recorded already, or lies before the ledger's first"
    span = Span(ledger_path(next(iter(begun))))
    return Diagnostic(
        span, "record-period", what, "a recorded period never changes; name a later one"
    )


def _has(ledger: Ledger | None, period: Period) -> bool:
    """Say whether a ledger holds a period or one behind it, so that it cannot be appended."""
    entries = ledger.entries if ledger is not None else ()
    recorded = (period_named(entry.period) for entry in entries)
    is_passed = any(other is not None and other.first > period.first for other in recorded)
    return is_passed or any(entry.period == period.label for entry in entries)


def _asked_period(programme: Programme, group: str, label: str) -> Period | None:
    """Return the period of a group that has a label, or None."""
    kind = programme.policy.group(group)
    if kind.period == "event":
        known = group_period(kind, kind.event.from_) if kind.event else None
        return known if known and known.label == label else None
    named = period_named(label)
    return named if named and period_of(kind.period, named.first) == named else None


def _names(programme: Programme, request: RecordRequest) -> tuple[str, ...]:
    return tuple(n for n, _ in programme.policy.groups if request.group in {"", n})


def _appended(programme: Programme, request: RecordRequest) -> Iterator[tuple[str, Appended]]:
    """Yield what each group gains; later groups see what earlier ones have gained."""
    for name in _names(programme, request):
        until = _asked_period(programme, name, request.period) if request.period else None
        if request.period and (until is None or _has(programme.ledgers.get(name), until)):
            yield name, Appended(programme.ledgers.get(name, Ledger(name)), ())
            continue
        made = record(programme, name, request.as_of, until)
        programme = replace(programme, ledgers={**programme.ledgers, name: made.ledger})
        yield name, made


def _conflicts(programme: Programme, appended: Mapping[str, Appended]) -> Iterator[Diagnostic]:
    """Tell the conflict of a period as a build on its first day would."""
    for name, made in appended.items():
        period = _asked_period(programme, name, made.conflict[0]) if made.conflict else None
        if period is not None:
            then = replace(programme, ledgers={**programme.ledgers, name: made.ledger})
            found = place(then, period.first).diagnostics
            yield from (d for d in found if d.code == CONFLICT)


def _write(
    root: Path, programme: Programme, appended: Mapping[str, Appended]
) -> tuple[Diagnostic, ...]:
    before = {name: programme.ledgers.get(name, Ledger(name)) for name in appended}
    for name, made in appended.items():
        _prove(before[name], made.ledger)
    grown = {
        ledger_path(name): Growth(before[name].text.encode(), made.ledger.text.encode())
        for name, made in appended.items()
        if made.added
    }
    return grow_ledgers(root, grown).diagnostics


def _prove(before: Ledger, after: Ledger) -> None:
    """Have the independent check accept what is about to be written, if it did before.

    What is appended stays for good, so a line that outsiders would refuse is never written.
    Raises DefectError.
    """
    was_well = (
        not before.entries or verify_ledger(before.text, group=before.group).difference is None
    )
    found = verify_ledger(after.text, group=after.group).difference if after.entries else None
    if was_well and found is not None:
        raise DefectError(f"the ledger of `{after.group}` would not verify: {found.sentence}")


def _row(name: str, made: Appended) -> GroupRecord:
    ledger = made.ledger
    return GroupRecord(name, ledger_path(name), made.added, len(ledger.entries), ledger.head)
