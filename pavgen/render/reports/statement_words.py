"""A statement in sentences: what the numbers of an account say, and no more than they say."""

from collections.abc import Iterator

from pavgen.place.exposure import UNIT
from pavgen.place.periods import Period
from pavgen.place.statements import (
    ABSENT,
    JOINED,
    PINNED,
    SHOWN,
    WAITING,
    GroupStatement,
    PlaceNow,
    Statement,
    StatementRow,
)
from pavgen.render.reports.amounts import UNKNOWN, decimal, first_places, places_owed
from pavgen.render.reports.counting import counted

RESTS_ON = (
    "Coming turns rest on today's partners and policy; they change when anyone joins or leaves, "
    "when a weight or the policy changes, and when a pin is set."
)
_PRESENCES = {
    SHOWN: "shown",
    WAITING: "waited",
    PINNED: "pinned",
    JOINED: "joined in it",
    ABSENT: "took no part",
}
_PREFIXES = ("the first place", "the first 3", "the first 10")


def presence_words(row: StatementRow) -> str:
    """Say how a partner was in a period."""
    told = _PRESENCES[row.presence]
    return (
        told
        + (", left before its end" if row.left else "")
        + (", recorded late" if row.late else "")
    )


def position_words(row: StatementRow) -> str:
    """Write a position; a dash for none."""
    return str(row.position) if row.position else UNKNOWN


def title_words(account: GroupStatement) -> str:
    """Name a group by the lists that follow its order."""
    return " · ".join(account.titles) or account.group


def account_sentences(account: GroupStatement) -> tuple[str, ...]:
    """Say what an account comes to."""
    if not account.rows:
        return ("No recorded period touches these days.",)
    return tuple(_sentences(account))


def now_sentences(place: PlaceNow) -> tuple[str, ...]:
    """Say where a partner stands in a list today, and when it comes next."""
    return (_standing(place), *_coming(place))


def coming_sentences(place: PlaceNow) -> tuple[str, ...]:
    """Say when a partner comes next in a list."""
    return tuple(_coming(place))


def takes_part(place: PlaceNow) -> bool:
    """Say whether a partner stands in a list now, or will as far as the forecast reaches."""
    coming = place.coming
    return bool(coming.position) or (coming.first, coming.top, coming.shown) != (None,) * 3


def absence_sentence(statement: Statement) -> str:
    """Name the lists that a partner takes no part in; nothing where there is none."""
    titles = [place.title for place in statement.places if not takes_part(place)]
    if not titles:
        return ""
    reach = counted(len(statement.places[0].periods) - 1, "period")
    return f"Not in front of these within the next {reach}: {', '.join(titles)}."


def verify_sentences(account: GroupStatement) -> tuple[str, ...]:
    """Say how to check an account against the published ledger."""
    name, head = account.group, account.head
    how = f"pavgen placement verify --ledger {name}.jsonl --head {name}={head}"
    return (
        f"Ledger `{name}`, {counted(account.entries, 'line')}, head {head}.",
        f"Save `fairness/ledger/{name}.jsonl` from the site, then run `{how}`.",
    )


def span_words(statement: Statement) -> str:
    """Say which days a statement looks at."""
    first = f"from {statement.first}" if statement.first else "from the first record"
    return f"{first} to {statement.last or 'the last record'}"


def _sentences(account: GroupStatement) -> Iterator[str]:
    rows = account.rows
    took = sum(account.count(presence) for presence in (SHOWN, WAITING, PINNED))
    span = rows[0].period if len(rows) == 1 else f"{rows[0].period} to {rows[-1].period}"
    others = ", ".join(
        f"{word} in {account.count(presence)}"
        for presence, word in _PRESENCES.items()
        if presence != SHOWN and account.count(presence)
    )
    yield f"{counted(len(rows), 'recorded period')}, {span}; it took part in {took}" + (
        f" ({others})." if others else "."
    )
    yield _turn_sentence(account)
    if account.slots is None:
        times = account.within(3)
        yield f"It {'stood' if times else 'was never'} among the first three{_after(times)}."
    yield _exposure_sentence(account)
    if account.owed[0] is not None:
        told = (
            f"{places_owed(lag)} in {prefix}"
            for lag, prefix in zip(account.owed, _PREFIXES, strict=True)
            if lag is not None
        )
        yield f"Owed at the end, in places (less than 0: had in advance): {', '.join(told)}."
    if account.count(PINNED):
        yield "Periods in which it was pinned count for neither side; pins are told apart."
    if account.count(ABSENT):
        yield "The ledger does not say why somebody took no part; nothing is owed for such periods."


def _turn_sentence(account: GroupStatement) -> str:
    turns, due = account.turns, account.due
    seats = account.slots is not None
    had = ("had a seat" if seats else "was first") + f" {_times(turns)}"
    never = "never had a seat" if seats else "was never first"
    gap = turns - due
    if abs(gap) < 1:
        verdict = "as often as entitled, rounded up or down"
    else:
        verdict = f"{decimal(abs(gap), 2)} {'more' if gap > 0 else 'fewer'} than entitled"
    return f"It {had if turns else never} and was entitled to {decimal(due, 2)}: {verdict}."


def _exposure_sentence(account: GroupStatement) -> str:
    gap = account.received - account.entitled
    side = "more" if gap > 0 else "less"
    within = ", which is within one first place" if abs(gap) < UNIT else ""
    verdict = f"{first_places(abs(gap))} {side} than its due{within}"
    return (
        f"It received exposure worth {first_places(account.received)} first places and was"
        f" entitled to {first_places(account.entitled)}: {verdict if gap else 'exactly its due'}."
    )


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count:,} times")


def _after(count: int) -> str:
    return f" {_times(count)}" if count else ""


def _standing(place: PlaceNow) -> str:
    told = "recorded" if place.is_recorded else "provisional: not recorded yet"
    period = place.periods[0].label
    if place.coming.position:
        return f"Now, in {period}, it stands at {place.coming.position} of {place.of} ({told})."
    if place.slots is None:
        return f"Now, in {period}, it is not in this list ({told})."
    return f"Now, in {period}, it has none of the {place.of} seats ({told})."


def _coming(place: PlaceNow) -> Iterator[str]:
    asked = [("first", place.coming.first)]
    if place.slots is None:
        asked.append(("among the first three", place.coming.top))
    elif place.slots > 1:
        asked.insert(0, ("shown", place.coming.shown))
    for what, when in asked:
        yield f"Expected {what}: {when_words(when, place.periods)}."


def when_words(when: int | None, periods: tuple[Period, ...]) -> str:
    """Say when a turn comes, given its number after the open period."""
    if when is None:
        return f"not within the next {counted(len(periods) - 1, 'period')}"
    period = periods[when]
    if not when:
        return f"now, until {period.last}"
    return f"{period.label}, from {period.first}, in {counted(when, 'period')}"
