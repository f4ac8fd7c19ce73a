"""`pavgen placement verify`: ledgers recomputed from themselves."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

import click

from pavgen.app.placement_verify import (
    HEADS,
    LedgerCheck,
    VerifyRequest,
    ledger_files,
    placement_verify,
    project_ledgers,
    read_receipts,
    write_receipts,
)
from pavgen.cli.clock import today_in
from pavgen.cli.exits import Exit
from pavgen.cli.findings import tell
from pavgen.cli.options import form_option
from pavgen.cli.project import possible_root, project_root
from pavgen.cli.streams import give, say, shown_path
from pavgen.kernel.canonical import Json, readable_json
from pavgen.place.verification.verifying import Verified
from pavgen.render.reports.counting import counted
from pavgen.render.reports.machine import FORMAT
from pavgen.render.reports.quoting import plain

_EXAMPLES = """\b
Examples:
  pavgen placement verify
  pavgen placement verify --ledger saved/fairness/ledger
  pavgen placement verify --head main=9e5b…66a4
  pavgen placement verify --write-receipt receipt-2026.json
  pavgen placement verify --receipt receipt-2026.json
  pavgen placement verify --against v2026.1
"""
_HEAD = re.compile(r"(?P<group>[^=]+)=(?P<head>[0-9a-f]{64})")
_ON_TRUST = (
    "What went into a period (who took part, weights, pins, facts) is what the programme\n"
    "recorded; no computation can tell whether it is true. That it was not changed later is\n"
    "what the chain says, up to the head: keep the head you were given, and compare.\n"
)


@click.command(epilog=_EXAMPLES)
@click.option(
    "--ledger",
    type=click.Path(path_type=Path, exists=True),
    metavar="DIR|FILE",
    help="The ledgers, or one; default: those of the project. No project is needed.",
)
@click.option(
    "--head",
    "heads",
    multiple=True,
    metavar="GROUP=HEX",
    help="A head you were given: the ledger must be what it was then, or have grown from it.",
)
@click.option(
    "--receipt",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="Receipts kept from an earlier time: the ledgers must continue what they name.",
)
@click.option(
    "--write-receipt",
    "kept",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Keep a receipt of each ledger in this file, if all is well.",
)
@click.option(
    "--against",
    default="",
    metavar="REV",
    help="Compare with this git revision alone; default: with every version git has.",
)
@form_option("Sentences for people, or one JSON object.")
@click.pass_context
def command(
    context: click.Context,
    *,
    ledger: Path | None,
    heads: tuple[str, ...],
    receipt: Path | None,
    kept: Path | None,
    against: str,
    form: Literal["text", "json"],
) -> int:
    """Recompute every recorded order from the ledger alone, and name the first difference.

    Works on a project, or on a folder `fairness/ledger` saved from a site; its `head.json`
    beside that folder is used when it is there. In a git work tree the ledgers must also
    continue every version that git has of them. Exit status 1 means a difference.
    """
    given = _heads(heads)
    receipts = read_receipts(receipt) if receipt else ()
    if receipts is None:
        raise click.UsageError(f"`{receipt}` holds no receipt; give a file of `--write-receipt`")
    where = ledger or project_ledgers(project_root(context))
    if not ledger_files(where) and not (given or receipts or where.is_dir()):
        if form == "json":
            give(readable_json({"format": FORMAT, "ledgers": [], "ok": True}))
        say("nothing is recorded yet, so there is nothing to verify\n")
        return Exit.DONE
    checks = placement_verify(VerifyRequest(where, given, receipts, against))
    if not checks:
        raise click.UsageError(f"no ledger in `{where}`: ledgers are files named `<group>.jsonl`")
    is_well = not any(check.faults for check in checks)
    give(_json(checks) if form == "json" else _text(checks))
    if kept is not None and is_well:
        root = possible_root(context)
        found = write_receipts(kept, checks, today_in(root or Path.cwd()).isoformat())
        if found:
            tell(found, {}, "text")
            return Exit.CONTENT
        say(f"receipt kept in {shown_path(kept)}\n")
    return Exit.DONE if is_well else Exit.CONTENT


def _heads(given: Sequence[str]) -> Mapping[str, str]:
    found = {}
    for text in given:
        parts = _HEAD.fullmatch(text.strip())
        if parts is None:
            raise click.BadParameter(
                f"`{plain(text)}` is no head; give GROUP=HEX with 64 small hex digits",
                param_hint="--head",
            )
        found[parts["group"]] = parts["head"]
    return found


def _text(checks: Sequence[LedgerCheck]) -> str:
    blocks = ["\n".join(_lines(check)) for check in checks]
    return "\n\n".join([*blocks, _ON_TRUST])


def _lines(check: LedgerCheck) -> list[str]:
    found = check.verified
    if check.faults:
        return [f"{check.group}: DIFFERS", *(f"  {plain(fault)}" for fault in check.faults)]
    choices = f"; {counted(found.choices, 'choice')}" if found.choices else ""
    periods = f"{counted(found.periods, 'period')}, {found.first_period} to {found.last_period}"
    return [
        f"{check.group}: every order follows from what is recorded{_but(found)}",
        f"  {periods}; {counted(found.partners, 'partner')}; {counted(found.entries, 'line')}",
        f"  head      {found.head}",
        f"  recomputed: the chain, every order, every list as shown, waivers and accounts{choices}",
        f"  on trust: {_trust(check)}",
        *(f"  not settled: {plain(choice.sentence)}" for choice in found.unsettled),
        *([f"  receipt: {_RECEIPT}"] if check.receipted else []),
        *([f"  git: {plain(check.past.sentence)}"] if check.past else []),
    ]


def _but(found: Verified) -> str:
    open_ = len(found.unsettled)
    return f", as far as a search could settle it: {counted(open_, 'choice')} left" if open_ else ""


_RECEIPT = "the ledger continues what the receipt was given for"


def _trust(check: LedgerCheck) -> str:
    found = check.verified
    source = HEADS if check.head_from == "file" else "the head you gave"
    keys = ", ".join(found.trusted)
    if not check.head_from:
        return f"what went into the last line ({keys}): no head from elsewhere guards it"
    if not found.grown_since:
        return f"nothing since the last line: its digest is the one in {source}"
    grown = counted(found.grown_since, "line")
    return f"what went into the last line ({keys}): it has grown by {grown} since {source}"


def _json(checks: Sequence[LedgerCheck]) -> str:
    rows = [_row(check) for check in checks]
    is_well = not any(check.faults for check in checks)
    return readable_json({"format": FORMAT, "ok": is_well, "ledgers": rows})


def _row(check: LedgerCheck) -> Json:
    found = check.verified
    first = found.difference
    return {
        "group": check.group,
        "file": check.file,
        "ok": not check.faults,
        "faults": list(check.faults),
        "difference": None
        if first is None
        else {
            "line": first.line,
            "seq": first.seq,
            "period": first.period,
            "part": first.part,
            "recorded": first.recorded,
            "computed": first.computed,
            "reason": first.reason or None,
            "partner": first.partner or None,
        },
        "entries": found.entries,
        "periods": found.periods,
        "first_period": found.first_period,
        "last_period": found.last_period,
        "partners": found.partners,
        "head": found.head,
        "head_from": check.head_from or None,
        "grown_since": found.grown_since,
        "trusted": list(found.trusted),
        "choices": found.choices,
        "unsettled": [
            {
                "line": choice.line,
                "period": choice.period,
                "turn": choice.turn,
                "partner": choice.partner,
                "item": choice.item,
            }
            for choice in found.unsettled
        ],
        "receipt": check.receipted,
        "git": None
        if check.past is None
        else {"checked": check.past.checked, "told": check.past.sentence},
    }
