"""Conflicts: a smallest set of rules, pins and partners that cannot go together, and a count."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from pavgen.kernel.values import dataclass
from pavgen.place.constraints.guard import Shortage
from pavgen.place.constraints.problem import Problem
from pavgen.place.constraints.search import Failure, search
from pavgen.place.constraints.trials import Trials
from pavgen.place.rounds import AtLeast

FEW = 40
"""Up to how many partners are left out one by one, to name as few as possible."""

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Conflict:
    """Which hard constraints cannot be kept together.

    Without any one of `constraints` (by index) or `pins` the list could be filled; likewise
    if any one of `partners` were let off all constraints but `at_least`, where there are few
    enough to try. `counting` is a sentence that shows why, "" where counting does not.
    `exhausted` says that the search gave up, so that the conflict is likely and not proved.
    """

    constraints: tuple[int, ...]
    pins: tuple[tuple[str, int], ...]
    partners: tuple[str, ...]
    counting: str
    exhausted: bool


def conflict(problem: Problem) -> Conflict:
    """Return a smallest conflict of a problem whose hard constraints cannot be kept.

    A deletion filter (Chinneck and Dravnieks 1991): what can be left out while the rest still
    conflicts is left out, constraints first, then pins, then partners. What the search gives
    up on counts as a conflict only if it gives up on the whole problem.
    """
    constraints = problem.rule.constraints
    kept = [i for i, constraint in enumerate(constraints) if constraint.hard]
    conflicts = _Judge(given_up=False)
    exhausted = not conflicts(problem, kept)
    if exhausted:
        conflicts = _Judge(given_up=True)
    problem, kept = _rules(_likely_first(problem, kept), kept, conflicts)
    shortage = _shortage(problem, kept)
    partners = _partners(problem, kept, shortage, conflicts)
    pins = tuple(sorted(problem.pins, key=lambda pin: problem.order.index(pin[0])))
    return Conflict(tuple(kept), pins, partners, shortage.counting, exhausted)


@dataclass(frozen=True, slots=True)
class _Judge:
    """Whether constraints conflict; `given_up` says what holds where the search gave up."""

    given_up: bool

    def __call__(self, problem: Problem, active: Sequence[int]) -> bool:
        setting = problem.setting(active)
        gave_up = False
        for k in problem.lengths():
            found = search(problem.board(k), setting)
            if not isinstance(found, Failure):
                return False
            gave_up = gave_up or found.exhausted
        return self.given_up or not gave_up

    def with_pins(
        self, problem: Problem, active: Sequence[int], pins: Sequence[tuple[str, int]]
    ) -> bool:
        """Say whether constraints conflict when there are only these pins."""
        return self(problem.with_pins(pins), active)


def _likely_first(problem: Problem, kept: Sequence[int]) -> Problem:
    """Put those pins first, to be left out last, that counting finds in the way."""
    crowd = {problem.order[who] for who in _shortage(problem, kept).crowd}
    return problem.with_pins(sorted(problem.pins, key=lambda pin: pin[0] not in crowd))


def _rules(problem: Problem, kept: list[int], conflicts: _Judge) -> tuple[Problem, list[int]]:
    """Leave out constraints, then pins, until none can be left out.

    A pin can also help, as no cap refuses it; so leaving one out may free a constraint.
    """
    size = -1
    while size != len(kept) + len(problem.pins):
        size = len(kept) + len(problem.pins)
        kept = _needed(kept, partial(conflicts, problem))
        pins = _needed(list(problem.pins), partial(conflicts.with_pins, problem, kept))
        problem = problem.with_pins(pins)
    return problem, kept


def _needed(items: list[Item], conflicts: Callable[[list[Item]], bool]) -> list[Item]:
    """Leave out, the last first, what a conflict does not need."""
    for item in reversed(items):
        fewer = [one for one in items if one != item]
        if conflicts(fewer):
            items = fewer
    return items


def _shortage(problem: Problem, kept: Sequence[int]) -> Shortage:
    """Count; where seats may stay open, that they cannot all be filled is no reason."""
    board = problem.board(problem.seats)
    guards = problem.setting(kept).guards(board, kept).values()
    trials = Trials(board, tuple(guards), ())
    reasons = (
        one for one in trials.shortages() if not (one.filling and problem.rule.slots is not None)
    )
    return next(reasons, Shortage(""))


def _partners(
    problem: Problem, kept: Sequence[int], shortage: Shortage, conflicts: _Judge
) -> tuple[str, ...]:
    """Name those whom the constraints concern, and of few only those who are needed."""
    board = problem.board(problem.seats)
    guards, of = problem.setting(kept).guards(board, kept), problem.rule.constraints
    concerned = {who for i in kept if not isinstance(of[i], AtLeast) for who in guards[i].kinds()}
    crowd = [problem.order[who] for who in shortage.crowd]
    others = sorted({problem.order[who] for who in concerned}.difference(crowd))
    if crowd and conflicts(problem.letting_off(frozenset(others)), kept):
        problem, others = problem.letting_off(frozenset(others)), []
    named = [*sorted(crowd), *others]
    if len(named) <= FEW and not conflicts.given_up:
        everybody = frozenset(named)
        named = _needed(
            named, lambda those: conflicts(problem.letting_off(everybody.difference(those)), kept)
        )
    return tuple(sorted(named))
