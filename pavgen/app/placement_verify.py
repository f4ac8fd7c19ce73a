"""`placement verify`: ledgers recomputed from themselves, and held against what is kept of them."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import field
from pathlib import Path
from typing import cast

from pavgen.app.placement_past import PastAnswer, past_answer
from pavgen.files.create import create_files
from pavgen.files.ledger_history import names_in_past
from pavgen.files.ledgers import read_ledger
from pavgen.files.plainfile import read_file
from pavgen.kernel.canonical import Json, readable_json
from pavgen.kernel.diagnostics import Diagnostic
from pavgen.kernel.values import dataclass
from pavgen.model.ledger import FOLDER
from pavgen.place.verification.differing import Difference
from pavgen.place.verification.receipts import check_receipt, receipt_of
from pavgen.place.verification.verifying import Verified, verify_ledger

HEADS = "head.json"
ENDING = ".jsonl"
_MOST = 1024 * 1024


@dataclass(frozen=True, slots=True)
class VerifyRequest:
    """What to verify: a folder of ledgers or one of them, and what is known of them from before.

    `heads` are digests by group; `receipts` are what `--write-receipt` wrote once; `against` is
    a git revision.
    """

    ledger: Path
    heads: Mapping[str, str] = field(default_factory=dict)
    receipts: tuple[Mapping[str, Json], ...] = ()
    against: str = ""


@dataclass(frozen=True, slots=True)
class LedgerCheck:
    """What a check of one ledger came to; `faults` are sentences, none when all is well.

    `head_from` says where the head it was held against came from: `option`, `file` or "".
    `receipted` says that a receipt fits it.
    """

    group: str
    file: str
    verified: Verified
    faults: tuple[str, ...]
    head_from: str = ""
    past: PastAnswer | None = None
    receipted: bool = False
    text: str = field(default="", repr=False)


def placement_verify(request: VerifyRequest) -> tuple[LedgerCheck, ...]:
    """Verify every ledger of a folder, or the one file; no check where there is none.

    Raises OSError where the machine refuses to read.
    """
    files = ledger_files(request.ledger)
    heads = {
        **_published_heads(request.ledger),
        **{g: (h, "option") for g, h in request.heads.items()},
    }
    checks = [_check(file, request, heads.get(file.stem, ("", ""))) for file in files]
    whole = request.ledger.is_dir()
    known = {file.stem for file in files}
    missing = dict.fromkeys(heads if whole else request.heads, "a head is known of it")
    missing |= dict.fromkeys(
        (str(r.get("group", "")) for r in request.receipts), "a receipt names it"
    )
    if whole:
        past = (name for name in names_in_past(request.ledger) if name.endswith(ENDING))
        missing |= dict.fromkeys((n.removesuffix(ENDING) for n in past), "git has had it")
    gone = ((group, why) for group, why in sorted(missing.items()) if group not in known)
    return (*checks, *(_gone(request.ledger, group, why) for group, why in gone))


def ledger_files(ledger: Path) -> tuple[Path, ...]:
    """Return the ledgers of a folder, sorted by name, or the one file."""
    if not ledger.is_dir():
        return (ledger,) if ledger.exists() else ()
    return tuple(sorted(path for path in ledger.iterdir() if path.name.endswith(ENDING)))


def project_ledgers(root: Path) -> Path:
    """Return the folder of a project's ledgers."""
    return root / FOLDER


def read_receipts(file: Path) -> tuple[Mapping[str, Json], ...] | None:
    """Read a file of receipts, or of one; None where it is none."""
    value = _json(file)
    if isinstance(value, dict):
        value = value.get("receipts", [value])
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        return None
    return tuple(cast("list[Mapping[str, Json]]", value)) or None


def write_receipts(file: Path, checks: tuple[LedgerCheck, ...], day: str) -> tuple[Diagnostic, ...]:
    """Write a receipt of each ledger, to be held against it later; an older file is replaced."""
    receipts = [{**receipt_of(check.text, day)} for check in checks]
    data = readable_json({"format": 1, "receipts": receipts}).encode()
    return create_files(file.parent, {file.name: data}, update=True).diagnostics


def _check(file: Path, request: VerifyRequest, known: tuple[str, str]) -> LedgerCheck:
    group = file.stem
    text = read_ledger(file)
    if text is None:
        return _gone(request.ledger, group, "it cannot be read as a plain file")
    head, head_from = known
    verified = verify_ledger(text, group=group, head=head)
    own = [receipt for receipt in request.receipts if receipt.get("group") == group]
    differing = [check_receipt(dict(receipt), text) for receipt in own]
    past = past_answer(file.parent, file.name, text, request.against)
    faults = [
        *([_sentence(verified.difference)] if verified.difference else []),
        *(f"receipt: {_sentence(found)}" for found in differing if found is not None),
        *([f"git: {past.fault}"] if past.fault else []),
    ]
    told = tuple(dict.fromkeys(faults))
    return LedgerCheck(group, file.name, verified, told, head_from, past, bool(own), text)


def _sentence(found: Difference) -> str:
    """Tell a difference; one of the head in words of its own, since no line is at fault."""
    if found.part != "head":
        return found.sentence
    return (
        f"no line has the digest {found.computed}, so the ledger is not what it was when that was"
        f" its head; its head is now {found.recorded}"
    )


def _gone(folder: Path, group: str, why: str) -> LedgerCheck:
    fault = f"there is no ledger of group `{group}` in `{folder}`, but {why}"
    return LedgerCheck(group, f"{group}{ENDING}", verify_ledger("", group=group), (fault,))


def _published_heads(ledger: Path) -> dict[str, tuple[str, str]]:
    """Return the heads that a site published beside its ledgers, as far as there are any."""
    folder = ledger if ledger.is_dir() else ledger.parent
    value = _json(folder.absolute().parent / HEADS)
    found = dict(_heads_in(value)) if isinstance(value, dict) else {}
    return {
        group: (head, "file")
        for group, head in found.items()
        if ledger.is_dir() or group == ledger.stem
    }


def _heads_in(value: Mapping[str, Json]) -> Iterator[tuple[str, str]]:
    """Yield heads by group, whether they stand as digests or in objects with more about them."""
    for group, told in value.items():
        head = told.get("head") if isinstance(told, dict) else told
        if isinstance(head, str):
            yield group, head


def _json(file: Path) -> Json:
    data = read_file(str(file), _MOST)
    if not isinstance(data, bytes):
        return None
    try:
        return cast("Json", json.loads(data))
    except (ValueError, RecursionError):
        return None
