"""A slow, obvious arranging, written from `docs/ledger.md`: no look-ahead, no counting."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pavgen.place.rounds import AtLeast, Bound, Cap, Constraint, Cooldown, Separate, Waiver
from tests.place.constraints.cases import Case


@dataclass(frozen=True)
class Answer:
    shown: tuple[str, ...]
    seats: int
    waivers: tuple[Waiver, ...]
    relaxed: tuple[int, ...]


def arranged(case: Case) -> Answer | None:
    constraints = case.constraints
    every = list(range(len(constraints)))
    soft = [i for i in every if not constraints[i].hard]
    first = filling(case, case.seats, every, [])
    if first is not None:
        return answer(case, first, [])
    for k in lengths(case):
        if filling(case, k, [i for i in every if i not in soft], []) is None:
            continue
        for count in range(len(soft) + 1):
            relaxed = soft[len(soft) - count :]
            found = filling(case, k, [i for i in every if i not in relaxed], relaxed)
            if found is not None:
                return answer(case, found, relaxed)
    return None


def lengths(case: Case) -> list[int]:
    if case.slots is None:
        return [case.seats]
    return list(range(case.seats, len(held(case)) - 1, -1))


def held(case: Case) -> list[str]:
    pinned = {one for one, _ in case.pins}
    return [one for one in case.order[: case.seats] if one in pinned]


def pinned_at(case: Case, k: int) -> dict[int, str]:
    ones = held(case)
    return {
        min(case.order.index(one) + 1, k - len(ones) + rank): one
        for rank, one in enumerate(ones, start=1)
    }


def filling(case: Case, k: int, active: list[int], relaxed: list[int]) -> list[str] | None:
    pins = pinned_at(case, k)
    for i in active:
        constraint = case.constraints[i]
        if isinstance(constraint, Separate):
            for position, one in pins.items():
                if too_near(case, i, one, position, pins):
                    return None
    places: dict[int, str] = dict(pins)
    free = [p for p in range(1, k + 1) if p not in pins]
    pinned = {one for one, _ in case.pins}
    loose = [one for one in case.order if one not in pinned]
    return next(_fillings(case, places, pins, free, loose, active, relaxed), None)


def _fillings(case, places, pins, free, loose, active, relaxed) -> Iterator[list[str]]:
    if not free:
        done = [places[p] for p in sorted(places)]
        if all(enough(case, i, done) for i in active):
            yield done
        return
    position = free[0]
    able = [one for one in loose if not any(breaks(case, i, one, position, places) for i in active)]
    bad = [one for one in able if any(breaks(case, i, one, position, places) for i in relaxed)]
    for one in [x for x in able if x not in bad] + bad:
        rest = [x for x in loose if x != one]
        yield from _fillings(case, places | {position: one}, pins, free[1:], rest, active, relaxed)


def enough(case: Case, i: int, done: Sequence[str]) -> bool:
    constraint = case.constraints[i]
    if not isinstance(constraint, AtLeast):
        return True
    return len(set(done) & set(case.bounds[i].members)) >= constraint.least


def compete(bound: Bound, a: str, b: str) -> bool:
    pair = (min(a, b), max(a, b))
    return pair in bound.pairs or any(a in ids and b in ids for _, ids in bound.classes)


def too_near(case: Case, i: int, one: str, position: int, places: dict[int, str]) -> bool:
    constraint = case.constraints[i]
    assert isinstance(constraint, Separate)
    return any(
        other != one
        and abs(p - position) < constraint.distance
        and compete(case.bounds[i], one, other)
        for p, other in places.items()
    )


def breaks(case, i: int, one: str, position: int, places: dict[int, str]) -> bool:
    constraint: Constraint = case.constraints[i]
    bound: Bound = case.bounds[i]
    if isinstance(constraint, Separate):
        return too_near(case, i, one, position, places)
    if isinstance(constraint, Cooldown):
        return any(one in sat for sat in case.recent[: constraint.periods])
    if isinstance(constraint, Cap) and constraint.per == "partner":
        return dict(bound.used).get(one, 0) >= constraint.most
    if isinstance(constraint, Cap):
        return any(
            one in ids and sum(1 for x in places.values() if x in ids) >= constraint.most
            for _, ids in bound.classes
        )
    return False


def answer(case: Case, done: list[str], relaxed: Sequence[int]) -> Answer:
    pins = pinned_at(case, len(done))
    waivers: list[Waiver] = []
    for i in sorted(relaxed):
        constraint = case.constraints[i]
        if isinstance(constraint, AtLeast) and not enough(case, i, done):
            waivers.append(Waiver(i, "", 0))
        for position, one in enumerate(done, start=1):
            before = {p: x for p, x in enumerate(done, start=1) if p < position}
            if isinstance(constraint, Separate):
                if too_near(case, i, one, position, before):
                    waivers.append(Waiver(i, one, position))
            elif position not in pins and breaks(case, i, one, position, before | pins):
                waivers.append(Waiver(i, one, position))
    rest = [one for one in case.order if one not in done]
    return Answer((*done, *rest), len(done), tuple(waivers), tuple(sorted(relaxed)))
