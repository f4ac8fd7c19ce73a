"""What is held after a draw, and who is asked when a booth or slot falls vacant."""

from collections.abc import Collection, Sequence
from dataclasses import field, replace
from enum import StrEnum
from typing import Literal

from pavgen.kernel.values import dataclass
from pavgen.place.strategies.pick_rules import Barred, Hold, PickRules

ACCEPTED = "accepted"
DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Held:
    """An item that a partner holds: from the draw, with its turn from 1, or by an offer."""

    partner: str
    item: str
    how: Literal["draw", "offer"] = "draw"
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Hands:
    """What is held but by hand, who of the roster has left since the draw, and who has come.

    Who has left stands in no queue again and holds nothing, not by hand either; one that comes
    back counts as one that came.
    """

    held: tuple[Held, ...] = ()
    gone: frozenset[str] = field(default_factory=frozenset)
    joined: frozenset[str] = field(default_factory=frozenset)

    def holds(self) -> tuple[Hold, ...]:
        """Return who holds what."""
        return tuple((one.partner, one.item) for one in self.held)

    def of(self, partner: str) -> tuple[str, ...]:
        """Return the items of a partner."""
        return tuple(one.item for one in self.held if one.partner == partner)

    def amended(self, joined: Collection[str], removed: Collection[str]) -> "Hands":
        """Return the state after some have come and others have left with what they held."""
        return Hands(
            tuple(one for one in self.held if one.partner not in removed),
            self.gone.union(removed),
            self.joined.difference(removed).union(joined),
        )

    def present(self, order: Sequence[str]) -> frozenset[str]:
        """Return who takes part: those of the roster that have not left, and who came."""
        return frozenset(order).difference(self.gone).union(self.joined)


class Answer(StrEnum):
    """Why a vacant item is offered to a partner, or why not."""

    HOLDS_FEWER = "holds fewer than it is entitled to"
    PREFERS_IT = "prefers it to what it holds"
    PREFERS_OWN = "prefers what it holds"
    NOT_OPEN = "not open to it"


OFFERED = frozenset({Answer.HOLDS_FEWER, Answer.PREFERS_IT})
"""The answers with which an item is offered."""


@dataclass(frozen=True, slots=True)
class Ask:
    """What a vacant item means to a partner, what it would give up for it, and what bars it."""

    partner: str
    gives_up: str
    answer: Answer
    barred: Barred | None = None

    @property
    def offered(self) -> bool:
        """Whether the partner is asked; of those who are, the first to accept gets the item."""
        return self.answer in OFFERED


class Problem(StrEnum):
    """Why an offer cannot stand."""

    NOT_GIVEN = "not among what the draw gave out"
    HELD = "held"
    TURN = "another's turn"
    NOT_ASKED = "in no queue"
    AFTER_ACCEPTED = "asked after another accepted"
    TWICE = "asked twice"


@dataclass(frozen=True, slots=True)
class OfferProblem:
    """Why an offer cannot stand, at which of its answers (-1: the item), and whom it concerns."""

    why: Problem
    answer: int = -1
    partner: str = ""


def asked(rules: PickRules, hands: Hands, item: str) -> tuple[Ask, ...]:
    """Return what a vacant item means to each of the roster that has not left, in turn order.

    It is offered to those who hold fewer items than they are entitled to, and to those who put
    it before the one they like least of their own; an item that is not on a list comes after
    all that are. Who accepts vacates its own, which is offered likewise: each acceptance betters
    somebody by its own list, so offers come to an end. Nobody is moved that does not want to
    be, so no look-ahead is needed.
    """
    now = _standing(rules, hands)
    return tuple(_ask(now, hands, item, i) for i in now.order if i not in hands.gone)


def queue_of(rules: PickRules, hands: Hands, item: str) -> tuple[Ask, ...]:
    """Return who is asked for a vacant item, one after the other."""
    return tuple(ask for ask in asked(rules, hands, item) if ask.offered)


def offered(
    rules: PickRules, hands: Hands, item: str, answers: Sequence[tuple[str, str]]
) -> Hands | OfferProblem:
    """Return the state after an offer, or why its item or its answers cannot be."""
    by_hand = _standing(rules, hands).by_hand
    holder = next((i for i, x in (*by_hand, *hands.holds()) if x == item), "")
    if holder:
        return OfferProblem(Problem.HELD, partner=holder)
    if item not in rules.weights:
        return OfferProblem(Problem.NOT_GIVEN)
    queue = queue_of(rules, hands, item)
    ids = [ask.partner for ask in queue]
    problem = _out_of_turn(ids, hands, answers)
    if problem is not None:
        return problem
    taker = next((i for i, answer in answers if answer == ACCEPTED), "")
    if not taker:
        return hands
    given_up = {ask.partner: ask.gives_up for ask in queue}.get(taker, "")
    kept = tuple(one for one in hands.held if (one.partner, one.item) != (taker, given_up))
    return replace(hands, held=(*kept, Held(taker, item, "offer")))


def _standing(rules: PickRules, hands: Hands) -> PickRules:
    """Return the rules without what those held by hand who have left since."""
    by_hand = tuple(hold for hold in rules.by_hand if hold[0] not in hands.gone)
    return replace(rules, by_hand=by_hand)


def _out_of_turn(
    queue: Sequence[str], hands: Hands, answers: Sequence[tuple[str, str]]
) -> OfferProblem | None:
    """Hold answers against the queue; when it is at its end those who came may answer."""
    for n, (partner, _) in enumerate(answers):
        if n and answers[n - 1][1] == ACCEPTED:
            return OfferProblem(Problem.AFTER_ACCEPTED, n, partner)
        if partner in {i for i, _ in answers[:n]}:
            return OfferProblem(Problem.TWICE, n, partner)
        if n < len(queue) and partner != queue[n]:
            return OfferProblem(Problem.TURN, n, queue[n])
        if n >= len(queue) and partner not in hands.joined:
            return OfferProblem(Problem.NOT_ASKED, n, partner)
    return None


def _ask(rules: PickRules, hands: Hands, item: str, partner: str) -> Ask:
    own = hands.of(partner)
    gives_up = ""
    if len(own) >= rules.entitled[partner]:
        gives_up = max(own, key=lambda x: (_place(rules, partner, x), rules.ranked.index(x)))
        if _place(rules, partner, item) >= _place(rules, partner, gives_up):
            return Ask(partner, gives_up, Answer.PREFERS_OWN)
    others = [hold for hold in hands.holds() if hold != (partner, gives_up)]
    barred = rules.barred(partner, item, others)
    if barred is not None:
        return Ask(partner, gives_up, Answer.NOT_OPEN, barred)
    return Ask(partner, gives_up, Answer.PREFERS_IT if gives_up else Answer.HOLDS_FEWER)


def _place(rules: PickRules, partner: str, item: str) -> int:
    likes = rules.likes.get(partner, ())
    return likes.index(item) if item in likes else len(likes)
