"""`content/placement/ledger/<group>.jsonl`: closed periods, a chain of canonical lines.

The format is told in `docs/ledger.md`. What is checked here is that each line is what it
should be by itself and hangs on the one before; whether its orders follow from the rule is
another's matter.
"""

import json
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from typing import cast

from pavgen.kernel.canonical import Json, canonical_json, sha256_hex
from pavgen.kernel.diagnostics import Checked, Diagnostic, Span
from pavgen.kernel.values import dataclass
from pavgen.model import ledger_shapes as forms

VERSION = 1
FIRST = "0" * 64
FOLDER = "content/placement/ledger/"
RULES = ("genesis", "policy")
PLACEMENTS = ("placement", "late")
TYPES = (*RULES, *PLACEMENTS, "amend", "offer")

_FOLLOWING = ("amend", "offer")

Body = Mapping[str, Json]


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One line: its number from 0, what it is, and everything it says."""

    seq: int
    type: str
    period: str
    body: Body
    digest: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """A group's ledger: its entries in order, and the text they were read from."""

    group: str
    entries: tuple[LedgerEntry, ...] = ()
    text: str = field(default="", repr=False)

    @property
    def head(self) -> str:
        """The digest of the last line; 64 zeros while there is none."""
        return self.entries[-1].digest if self.entries else FIRST

    @property
    def path(self) -> str:
        """The project-relative path of the file."""
        return ledger_path(self.group)


def ledger_path(group: str) -> str:
    """Return the project-relative path of a group's ledger."""
    return f"{FOLDER}{group}.jsonl"


def parse_ledger(group: str, text: str) -> Checked[Ledger]:
    """Read a ledger; what follows the first faulty line is left out, for nothing holds it."""
    path = ledger_path(group)
    entries: list[LedgerEntry] = []
    if text and not text.endswith("\n"):
        return Checked(
            Ledger(group), (_broken(path, text.count("\n") + 1, "the last line has no end"),)
        )
    for number, line in enumerate(text.split("\n")[:-1], start=1):
        entry, fault = _entry(line, group, entries)
        if entry is None:
            return Checked(Ledger(group), (_broken(path, number, fault),))
        entries.append(entry)
    if entries and entries[-1].type in RULES:
        what = "no period follows the last rule"
        return Checked(Ledger(group), (_broken(path, len(entries), what),))
    return Checked(Ledger(group, tuple(entries), text))


def grown(ledger: Ledger, kind: str, period: str, body: Body) -> Ledger:
    """Return a ledger with one more entry, which is right by itself."""
    line = line_of(ledger.group, ledger, kind, period, body)
    said = cast("dict[str, Json]", json.loads(line))
    digest = sha256_hex(line.removesuffix("\n").encode())
    entry = LedgerEntry(len(ledger.entries), kind, period, said, digest)
    return Ledger(ledger.group, (*ledger.entries, entry), ledger.text + line)


def line_of(group: str, before: Ledger, kind: str, period: str, body: Body) -> str:
    """Return the canonical line, with its LF, that continues a ledger."""
    head: dict[str, Json] = {
        "v": VERSION,
        "seq": len(before.entries),
        "prev": before.head,
        "type": kind,
        "group": group,
        "period": period,
    }
    return canonical_json({**head, **body}) + "\n"


def _broken(path: str, line: int, what: str) -> Diagnostic:
    remedy = "restore the file from version control; a ledger is never edited"
    return Diagnostic(Span(path, line), "ledger-broken", what, remedy)


def _entry(line: str, group: str, before: Sequence[LedgerEntry]) -> tuple[LedgerEntry | None, str]:
    """Return the entry of a line, or None and what is wrong with it."""
    try:
        data = line.encode()
        body = json.loads(line)
    except (ValueError, RecursionError):
        return None, "the line is not JSON"
    if not isinstance(body, dict):
        return None, "the line is not an object"
    fault = next(_faults(body, line, group, before), "")
    if fault:
        return None, fault
    said = cast("dict[str, Json]", body)
    seq, kind, period = len(before), str(said["type"]), str(said["period"])
    return LedgerEntry(seq, kind, period, said, sha256_hex(data)), ""


def _faults(
    body: dict[str, Json], line: str, group: str, before: Sequence[LedgerEntry]
) -> Iterator[str]:
    kind = body.get("type")
    if not isinstance(kind, str) or kind not in TYPES:
        yield f"the line has no type, or an unknown one; known are {', '.join(TYPES)}"
        return
    expected: dict[str, Json] = {
        "v": VERSION,
        "seq": len(before),
        "prev": before[-1].digest if before else FIRST,
        "group": group,
    }
    for key, value in expected.items():
        if type(body.get(key)) is not type(value) or body.get(key) != value:
            yield f"`{key}` is not `{value}`, as the lines before ask for"
    shape = _shape(kind, body)
    if set(body) != {*expected, "type", "period", *shape}:
        yield f"a line of type `{kind}` has the keys {', '.join(sorted(shape))}"
        return
    for key, fits in {**shape, "period": forms.label}.items():
        if not fits(body[key]):
            yield f"`{key}` has not the form that a line of type `{kind}` gives it"
    if not _is_canonical(body, line):
        yield "the line is not canonical JSON"
    yield from _misplaced(kind, body, before)
    yield from _strangers(kind, body)


def _strangers(kind: str, body: Body) -> Iterator[str]:
    """Find an order that is not one of those on the roster, all of them and nobody else."""
    roster = body.get("roster") if kind in PLACEMENTS else None
    if not isinstance(roster, list):
        return
    named = {str(row[0]) for row in roster if isinstance(row, list) and row}
    for key in ("order", "shown"):
        line = body.get(key)
        if isinstance(line, list) and named != set(map(str, line)):
            yield f"`{key}` does not hold exactly those who are on the roster"


def _misplaced(kind: str, body: Body, before: Sequence[LedgerEntry]) -> Iterator[str]:
    if (kind == "genesis") != (not before):
        yield "a ledger begins with `genesis`, and has no other"
    if kind in _FOLLOWING and (not before or before[-1].period != body["period"]):
        yield f"`{kind}` follows the placement of its period"
    if kind == "offer" and not _follows_a_draw(before):
        yield "`offer` follows a placement in which booths or talks were picked"
    if kind in PLACEMENTS and body["period"] in {e.period for e in before if e.type in PLACEMENTS}:
        yield f"the period `{body['period']}` is recorded already"
    if before and before[-1].type in RULES and kind not in PLACEMENTS:
        yield "a rule is followed by the first period it holds for"
    if before and before[-1].type in RULES and before[-1].period != body["period"]:
        yield "a rule is followed by the first period it holds for"


def _shape(kind: str, body: Body) -> Mapping[str, forms.Fits]:
    """Return the form of a line; where something is picked its placement says what."""
    facts = body.get("facts")
    if kind in PLACEMENTS and isinstance(facts, dict) and "pick" in facts:
        return {**_PLACEMENT, "picked": _HOLDS}
    return _SHAPES[kind]


def _follows_a_draw(before: Sequence[LedgerEntry]) -> bool:
    """Say whether the last placement is a draw's."""
    last = next((entry for entry in reversed(before) if entry.type in PLACEMENTS), None)
    return last is not None and "picked" in last.body


def _is_canonical(body: Body, line: str) -> bool:
    """Say whether a line is what canonical JSON makes of it; forms have ruled out other values.

    Much faster than writing it by `canonical_json`, which looks at every value by itself.
    """
    plain = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return plain == line and unicodedata.is_normalized("NFC", line)


_COMMON = {"hard": forms.truth}
_CONSTRAINTS: tuple[forms.Fits, ...] = (
    forms.keyed({**_COMMON, "separate": forms.text, "distance": forms.positive}),
    forms.keyed({**_COMMON, "cap": forms.positive, "per": forms.text}, {"across": forms.ids}),
    forms.keyed({**_COMMON, "cooldown": forms.positive}),
    forms.keyed({**_COMMON, "at_least": forms.positive, "of": forms.text}),
)
_CLASSES = forms.listed(forms.pair(forms.text, forms.sorted_ids))
_BOUND = forms.keyed(
    {},
    {
        "pairs": forms.listed(forms.pair(forms.text, forms.text)),
        "classes": _CLASSES,
        "used": forms.by_id(forms.number),
        "members": forms.sorted_ids,
    },
)
_HOLDS = forms.listed(forms.pair(forms.ident, forms.ident))
_PICK = forms.keyed(
    {
        "items": forms.by_id(forms.number),
        "seekers": forms.seekers,
        "near": forms.couples,
        "clash": forms.couples,
        "held": forms.rising(forms.pair(forms.ident, forms.ident)),
    }
)
_FACTS = forms.keyed(
    {},
    {
        "pick": _PICK,
        "pools": _CLASSES,
        "ranks": forms.by_id(forms.listed(forms.number)),
        "constraints": forms.listed(_BOUND),
    },
)
_ANSWER = forms.one_of("accepted", "declined")
_WAIVER = {"constraint": forms.number, "partner": forms.text, "position": forms.number}
_RULE: Mapping[str, forms.Fits] = {
    "strategy": forms.text,
    "weights": forms.text,
    "horizon": forms.number,
    "slots": forms.maybe(forms.number),
    "blocks": forms.text,
    "by": forms.maybe(forms.text),
    "inside": forms.maybe(forms.text),
    "seed": forms.keyed({"source": forms.text, "value": forms.text}),
    "constraints": forms.listed(lambda value: any(fits(value) for fits in _CONSTRAINTS)),
    "policy": forms.keyed({"version": forms.number, "digest": forms.text}),
}
_PLACEMENT: Mapping[str, forms.Fits] = {
    "roster": forms.roster,
    "pins": forms.listed(forms.pair(forms.text, forms.number)),
    "facts": _FACTS,
    "order": forms.ids,
    "shown": forms.ids,
    "seats": forms.number,
    "waivers": forms.listed(forms.keyed(_WAIVER)),
    "lag_digest": forms.text,
}
_SHAPES: Mapping[str, Mapping[str, forms.Fits]] = {
    "genesis": _RULE,
    "policy": _RULE,
    "placement": _PLACEMENT,
    "late": _PLACEMENT,
    "amend": {"joined": forms.sorted_ids, "removed": forms.sorted_ids},
    "offer": {"item": forms.ident, "answers": forms.listed(forms.pair(forms.ident, _ANSWER))},
}
