"""A ledger held against its versions in git: each must be the beginning of what it is now."""

from collections.abc import Sequence
from pathlib import Path

from pavgen.files.ledger_history import (
    Past,
    Version,
    content_of,
    is_beginning,
    is_tracked,
    past_of,
    version_at,
)
from pavgen.kernel.values import dataclass
from pavgen.place.verification.verifying import verify_growth

_SHORT = 12


@dataclass(frozen=True, slots=True)
class PastAnswer:
    """What git says of a ledger: a sentence on what was compared, or the first fault.

    `checked` counts the versions compared; 0 means that nothing could be.
    """

    checked: int
    sentence: str
    fault: str = ""


def past_answer(folder: Path, name: str, text: str, against: str = "") -> PastAnswer:
    """Hold a ledger against one revision, or against every version that git has of it."""
    data = text.encode("utf-8", "surrogateescape")
    if not is_tracked(folder):
        return PastAnswer(0, "not checked: there is no git repository here that could be read")
    if against:
        return _against(folder, name, data, against)
    past = past_of(folder, name)
    if past is None:
        return PastAnswer(0, "not checked: git did not answer")
    if not past.versions:
        return PastAnswer(0, "not checked: git has no version of it yet")
    fault = _first_fault(folder, past.versions, data)
    return PastAnswer(len(past.versions), _sentence(past, data), fault)


def _against(folder: Path, name: str, data: bytes, revision: str) -> PastAnswer:
    version = version_at(folder, name, revision)
    if version is None:
        fault = f"there is no revision `{revision}` here"
        return PastAnswer(0, f"not checked: {fault}", fault)
    if version.size < 0:
        return PastAnswer(0, f"revision `{revision}` has no such ledger, so all of it is new")
    fault = _first_fault(folder, [version], data)
    return PastAnswer(1, f"it continues what it was in revision `{revision}`", fault)


def _first_fault(folder: Path, versions: Sequence[Version], data: bytes) -> str:
    """Say by which lines the file parts from the oldest version it does not continue."""
    odd = next((v for v in reversed(versions) if not is_beginning(v, data)), None)
    if odd is None:
        return ""
    when = f" of {odd.day}" if odd.day else ""
    where = f"it does not continue what it was in commit {odd.commit[:_SHORT]}{when}"
    content = content_of(folder, odd)
    if content is None:
        return where
    older, newer = (part.decode("utf-8", "surrogateescape") for part in (content, data))
    difference = verify_growth(older, newer)
    return f"{where}: line {difference.line} is another, or gone" if difference else where


def _sentence(past: Past, data: bytes) -> str:
    count = len(past.versions)
    span = f"{past.versions[-1].day} to {past.versions[0].day}"
    told = f"it continues each of its {count} versions in git, {span}"
    if count == 1:
        told = f"it continues its one version in git, of {past.versions[0].day}"
    odd = sum(1 for version in past.aside if not is_beginning(version, data))
    notes = [
        (past.is_shallow, "the repository is shallow, so older versions are not here"),
        (past.is_cut, "there are more versions than were looked at"),
        (bool(odd), f"merged branches held {odd} other versions that never stood in the main line"),
    ]
    return "; ".join([told, *(note for holds, note in notes if holds)])
