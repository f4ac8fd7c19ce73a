"""Reasons in words: the one place where a decision becomes prose, in the texts of a theme."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Protocol

from pavgen.place.exposure import UNIT
from pavgen.place.reasoning_kinds import RANKED, Reason, ReasonKind
from pavgen.place.reasoning_words import WHY_PLACES
from pavgen.place.rounds import PLACE, PublicSeed

_HEADS = frozenset(
    {ReasonKind.PLACED, ReasonKind.WAITING, ReasonKind.EXCLUDED, ReasonKind.PICK_HEAD}
)
_BRIEF = frozenset({ReasonKind.SHORT, ReasonKind.PICK_SHORT})
_LISTING = frozenset({ReasonKind.PICK_HEAD, ReasonKind.PICK_TURN, ReasonKind.PICK_HOLDS})
"""What names any number of items; all else names one, and at most one other."""
_ENUMERATED = frozenset({ReasonKind.ENTITLED, ReasonKind.OWED})
_DAYS = frozenset({"from", "until", "next", "returns", "day"})
_BOUNDS_OF_DAYS = frozenset({"since", "until", "after", "before"})
_WRITTEN = frozenset(
    {*_DAYS, "bound", "start", "ticket", "against", "reason", "owed", "share", "score"}
)
"""What is not said as it is: `_shown` writes it for readers."""
_SIGNED = frozenset({"prefix", "seats"})
_TICKET_DIGITS = 8
_MINUS = "\N{MINUS SIGN}"


class Say(Protocol):
    """Gives the text of a key, filled in with named values; a number `n` chooses the plural."""

    def __call__(self, key: str, **values: str | int) -> str:
        """Return the text of a key."""


def sentence(reason: Reason, say: Say) -> str:
    """Say a reason in one sentence: a short one for a card, or what heads a tree.

    A partner that is not shown is told everything that stands in its way.
    """
    if reason.kind is ReasonKind.EXCLUDED:
        return _closed(say("why-short-excluded", because=_because(reason, say)), say)
    if reason.kind in _HEADS:
        return say("why-sentence", text=_clause(reason, say))
    return _closed(_clause(reason, say), say)


def steps(reason: Reason, say: Say) -> tuple[str, ...]:
    """Say a tree step by step: what came of it first, then everything that led there."""
    head = say("why-sentence", text=_clause(reason, say))
    parts = (part for part in reason.parts if part.kind is not ReasonKind.PICK_ITEM)
    return (head, *(_closed(_clause(part, say), say) for part in parts))


def in_short(reason: Reason, say: Say) -> str:
    """Say one reason, or name an item, in the words of a card and without a stop."""
    return _clause(reason, say, short=True)


def seed_in_words(seed: PublicSeed, say: Say) -> str:
    """Say where the chance behind tickets comes from."""
    if seed.committed:
        return say("why-seed-committed", source=seed.source)
    return say("why-seed-bare")


def _clause(reason: Reason, say: Say, *, short: bool = False) -> str:
    """Put a reason into words without a stop, with the reasons below it inside."""
    kind = reason.kind
    if kind is ReasonKind.CONDITION or kind is ReasonKind.NEEDS:
        return _condition(reason, say)
    values = dict(reason.says)
    for name in _WRITTEN & values.keys():
        values[name] = _shown(reason, name, values[name], say)
    if kind in RANKED:
        values["measure"] = say(f"why-measure-{kind.value}")
    if reason.parts:
        values |= _items(reason, say)
        if kind not in _HEADS:
            values["because"] = _because(reason, say)
    return say(_key(kind, reason.how, short=short), **values)


def _items(reason: Reason, say: Say) -> dict[str, str]:
    """Name the booths or slots that a reason is about."""
    named = [_clause(p, say) for p in reason.parts if p.kind is ReasonKind.PICK_ITEM]
    if reason.kind in _LISTING:
        return {"item": ", ".join(named)} if named else {}
    return dict(zip(("item", "other"), named, strict=False))


def _because(reason: Reason, say: Say) -> str:
    mark = ", " if reason.kind in _ENUMERATED else "; "
    short = reason.kind in _BRIEF
    told = (part for part in reason.parts if part.kind is not ReasonKind.PICK_ITEM)
    return mark.join(_clause(part, say, short=short) for part in told)


@cache
def _key(kind: ReasonKind, how: str, *, short: bool) -> str:
    """Return the key of a reason's text; a short one where there is one."""
    name = kind.value
    if kind in RANKED and how in {"rank", "before", "after"}:
        name = "rank" if how == "rank" else f"rank-{how}"
    elif how:
        name = f"{name}-{how}"
    brief = f"why-short-{name}"
    return brief if short and brief in WHY_PLACES else f"why-{name}"


def _condition(reason: Reason, say: Say) -> str:
    """Tell a part of a rule: what the partner has, and what would be needed."""
    if reason.how == "nobody":
        return say("why-needs-nobody")
    if reason.how in {"all", "any"}:
        joint = "why-and" if reason.how == "all" else "why-either"
        return _joined((_clause(part, say) for part in reason.parts), joint, say)
    own = (part for part in reason.parts if part.kind is ReasonKind.HAS)
    wanted = (part for part in reason.parts if part.kind is ReasonKind.OTHER)
    values = {
        "field": say(f"why-field-{reason.says['field']}"),
        "has": ", ".join(_clause(part, say) for part in own),
        "wanted": _joined((_clause(part, say) for part in wanted), "why-or", say),
    }
    if "bound" in reason.says:
        values["bound"] = str(_shown(reason, "bound", reason.says["bound"], say))
    return say(_key(reason.kind, reason.how, short=False), **values)


def _joined(texts: Iterable[str], joint: str, say: Say) -> str:
    """Join alternatives, or what is needed together, with a word between each two."""
    told = ""
    for text in texts:
        told = say(joint, first=told, second=text) if told else text
    return told


def _shown(reason: Reason, name: str, value: str | int, say: Say) -> str | int:
    """Write one of the things a reason says as a reader wants it."""
    if isinstance(value, int):
        return _number(reason, name, value, say)
    if name in _DAYS or (name == "bound" and reason.how in _BOUNDS_OF_DAYS):
        return _day(value, say)
    if name == "start":
        return say("why-pick-moment", day=_day(value[:10], say), time=value[11:16])
    if name in {"ticket", "against"}:
        return value[: _telling(str(reason.says.get("against", "")), str(reason.says["ticket"]))]
    return value.rstrip(".") if name == "reason" else value


def _number(reason: Reason, name: str, value: int, say: Say) -> str | int:
    match name:
        case "owed":
            return _decimal(value, PLACE, say, signed=reason.how in _SIGNED)
        case "share":
            return _decimal(value, PLACE, say)
        case "score":
            return _decimal(value, UNIT, say)
        case _:
            return value


def _decimal(value: int, unit: int, say: Say, *, signed: bool = False) -> str:
    """Write an amount of places, rounded to hundredths.

    What rounds to none is told as less than one; in an account, where signs count, as 0.00.
    """
    hundredths = (200 * abs(value) + unit) // (2 * unit)
    sign = (_MINUS if value < 0 else "+") if signed and hundredths else ""
    mark = say("why-decimal")
    if value and not hundredths and not signed:
        return say("why-under", amount=f"0{mark}01")
    whole, rest = divmod(hundredths, 100)
    return f"{sign}{whole}{mark}{rest:02d}"


def _day(iso: str, say: Say) -> str:
    day = date.fromisoformat(iso)
    month = say(f"why-month-{day.month}")
    return say("why-day", day=str(day.day), month=month, year=str(day.year))


def _telling(against: str, ticket: str) -> int:
    """Return how many digits tell two tickets apart, eight at least."""
    same = next((n for n, (a, b) in enumerate(zip(against, ticket, strict=False)) if a != b), 0)
    return max(_TICKET_DIGITS, same + 1)


def _closed(text: str, say: Say) -> str:
    """Make a sentence of a clause."""
    return say("why-sentence", text=text[:1].upper() + text[1:])
