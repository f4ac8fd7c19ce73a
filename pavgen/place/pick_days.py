"""A draw on a day: what was drawn, then who left and came, and every offer, in order.

What the ledger has is followed as it stands, whatever the event's files say now. What they say
besides comes on top, and is what the next record would append.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date

from pavgen.kernel.values import dataclass
from pavgen.model.programme import LinkedEvent, Programme
from pavgen.place.applications import has_withdrawn, picked_event
from pavgen.place.engine import Played
from pavgen.place.history import Amendment, Recorded, RecordedOffer
from pavgen.place.picking_booths import booth_items, items_named
from pavgen.place.strategies.pick_rules import PickRules
from pavgen.place.strategies.pick_vacancy import (
    ACCEPTED,
    Hands,
    Held,
    OfferProblem,
    offered,
)

Able = Callable[[date], Collection[str]]
"""Who has applied and may take part, on a day."""


@dataclass(frozen=True, slots=True)
class FileOffer:
    """An offer as the event's file has it, with its place there, partners by their ids."""

    index: int
    on: date
    offer: RecordedOffer


@dataclass(frozen=True, slots=True)
class PickDay:
    """What is held on a day, with the rules by which more may be given out.

    `recorded` counts the offers that the ledger has; `todo` is what it lacks; `refused` are
    offers of the file that cannot stand, and `unlike` those that say other than the ledger.
    """

    rules: PickRules
    hands: Hands
    todo: tuple[Amendment | RecordedOffer, ...] = ()
    recorded: int = 0
    refused: tuple[tuple[int, OfferProblem], ...] = ()
    unlike: tuple[int, ...] = ()


def pick_day(
    programme: Programme,
    group: str,
    rules: PickRules,
    played: Played,
    recorded: Recorded | None,
    day: date,
    able: Able,
) -> PickDay:
    """Follow a draw up to a day.

    Offers of a later day are left out, and one that withdrew later still holds what it had.
    Offers of a draw that is not recorded have no standing: they are for the findings to tell.
    """
    made = offers_of(programme, group)
    hands = Hands(
        tuple(Held(i, x, turn=turn) for turn, (i, x) in enumerate(played.picked, start=1))
    )
    story = recorded.story if recorded is not None else ()
    past = _followed(programme, group, rules, hands, story, made, day)
    is_open = recorded is not None and not past.is_cut
    due = [one for one in made[past.offers :] if one.on <= day] if is_open else []
    found = _continued(rules, past.hands, due, day, able)
    return replace(
        found, todo=found.todo if is_open else (), recorded=past.offers, unlike=past.unlike
    )


def offers_of(programme: Programme, group: str) -> tuple[FileOffer, ...]:
    """Return the offers of an event's file that are of what a group gives, in order."""
    record = programme.policy.group(group)
    event = picked_event(programme, record)
    if event is None:
        return ()
    booths = {booth.id for booth in event.plan.booths} if event.plan else frozenset()
    return tuple(
        FileOffer(
            n,
            made.on,
            RecordedOffer(
                _item(event, made.item),
                tuple((_id(programme, a.partner), a.answer) for a in made.answers),
            ),
        )
        for n, made in enumerate(event.record.offers)
        if (made.item.partition("@")[0] in booths) == (record.gives == "booths")
    )


def _item(event: LinkedEvent, named: str) -> str:
    every = booth_items(event, event.plan) if event.plan else {}
    found = items_named(every, named)
    return found[0] if len(found) == 1 else named


def _id(programme: Programme, slug: str) -> str:
    partner = programme.partner(slug)
    return partner.id if partner is not None else slug


@dataclass(frozen=True, slots=True)
class _Past:
    """What the ledger leads to by a day; `is_cut` when it tells of later days too."""

    hands: Hands
    offers: int
    unlike: tuple[int, ...]
    is_cut: bool


def _followed(
    programme: Programme,
    group: str,
    rules: PickRules,
    hands: Hands,
    story: Sequence[Amendment | RecordedOffer],
    made: Sequence[FileOffer],
    day: date,
) -> _Past:
    """Follow the ledger, whose lines have no days: the file tells which came later than a day."""
    staying = frozenset(_still_there(programme, group, day))
    recorded = [entry for entry in story if isinstance(entry, RecordedOffer)]
    told = list(zip(recorded, made, strict=False))
    later = [entry for entry, one in told if one.offer == entry and one.on > day]
    before = story[: story.index(later[0])] if later else story
    is_cut = bool(later)
    for entry in before:
        match entry:
            case Amendment(joined, removed):
                is_cut = is_cut or not staying.isdisjoint(removed)
                hands = hands.amended(joined, [i for i in removed if i not in staying])
            case RecordedOffer(item, answers):
                after = offered(rules, hands, item, answers)
                hands = after if isinstance(after, Hands) else _trusted(hands, entry)
    unlike = tuple(one.index for entry, one in told if one.offer != entry)
    return _Past(hands, len(recorded), unlike, is_cut)


def _still_there(programme: Programme, group: str, day: date) -> Iterator[str]:
    """Yield who withdrew, but on a later day."""
    event = picked_event(programme, programme.policy.group(group))
    for exhibitor in event.record.exhibitors if event else ():
        if exhibitor.withdrew is not None and not has_withdrawn(exhibitor, day):
            yield _id(programme, exhibitor.partner)


def _trusted(hands: Hands, entry: RecordedOffer) -> Hands:
    """Give a recorded item to who accepted it, though the rule would not have asked it."""
    taker = next((i for i, answer in entry.answers if answer == ACCEPTED), None)
    kept = tuple(one for one in hands.held if one.item != entry.item)
    return Hands(
        (*kept, Held(taker, entry.item, "offer")) if taker else hands.held,
        hands.gone,
        hands.joined,
    )


def _continued(
    rules: PickRules,
    hands: Hands,
    due: Sequence[FileOffer],
    day: date,
    able: Able,
) -> PickDay:
    """Follow what is not recorded: who left or came by the day of each offer, then the offer."""
    todo: list[Amendment | RecordedOffer] = []
    refused: list[tuple[int, OfferProblem]] = []
    now = frozenset(able(day))
    for one in due:
        then = frozenset(able(one.on))
        hands = _amended(rules, hands, then & now, then | now, todo)
        after = offered(rules, hands, one.offer.item, one.offer.answers)
        if isinstance(after, OfferProblem):
            refused.append((one.index, after))
            continue
        todo.append(one.offer)
        hands = after
    hands = _amended(rules, hands, now, now, todo)
    return PickDay(rules, hands, tuple(todo), refused=tuple(refused))


def _amended(
    rules: PickRules,
    hands: Hands,
    coming: frozenset[str],
    staying: frozenset[str],
    todo: list[Amendment | RecordedOffer],
) -> Hands:
    present = hands.present(rules.order)
    change = Amendment(tuple(sorted(coming - present)), tuple(sorted(present - staying)))
    if not (change.joined or change.removed):
        return hands
    todo.append(change)
    return hands.amended(change.joined, change.removed)
