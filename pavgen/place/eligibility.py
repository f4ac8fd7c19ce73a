"""Who may be shown: a condition held against a partner, with every part's answer as data."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import date, timedelta
from operator import attrgetter
from typing import assert_never

from pavgen.kernel.values import dataclass
from pavgen.model.conditions import AllOf, Among, AnyOf, AtLeast, AtMost, Condition, Not
from pavgen.model.programme import Partner, Vocabularies
from pavgen.model.taxonomy import Taxonomy

Actual = tuple[str, ...] | int | date | None


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer of a condition, or of a part of one: whether it holds, and of what value.

    `actual` is what the partner has in the field; parts of `all`, `any` and `not` have
    answers of their own below. All parts are answered, also where one would settle it,
    because a reader wants to know everything that stands in the way.
    """

    condition: Condition
    holds: bool
    actual: Actual = None
    parts: "tuple[Answer, ...]" = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a partner may be shown somewhere on a day, and everything that says so.

    `status` is that of the day. `returns` is the day a suspension with an end is over;
    `unpaid` says that the list is sold, and that the partner has not bought a place in it.
    """

    status: str
    answer: Answer
    opted_out: bool = False
    returns: date | None = None
    unpaid: bool = False

    @property
    def eligible(self) -> bool:
        """Whether nothing stands in the way; a condition narrows and can never widen."""
        able = self.status == "active" and not self.opted_out and not self.unpaid
        return able and self.answer.holds


_Known = dict[Hashable, Answer]


def judged(
    partner: Partner, opportunity: str, condition: Condition, words: Vocabularies, as_of: date
) -> Verdict:
    """Judge a partner for an opportunity on a day."""
    return judge_all((partner,), opportunity, condition, words, as_of)[partner.id]


def judge_all(
    partners: Iterable[Partner],
    opportunity: str,
    condition: Condition,
    words: Vocabularies,
    as_of: date,
) -> dict[str, Verdict]:
    """Judge partners for an opportunity on a day, by id.

    Equal verdicts are one and the same value: of ten thousand partners there are few kinds.
    """
    answers: _Known = {}
    kinds: dict[Hashable, Verdict] = {}
    found = {}
    for partner in partners:
        answer = _answer(condition, partner, words, as_of, answers)
        status, out = status_on(partner, as_of), opportunity in partner.listing.opt_out
        returns = None if status == "active" else _returns(partner, as_of)
        kind = (status, id(answer), out, returns)
        verdict = kinds.get(kind)
        if verdict is None:
            verdict = kinds[kind] = Verdict(status, answer, opted_out=out, returns=returns)
        found[partner.id] = verdict
    return found


def evaluate(condition: Condition, partner: Partner, words: Vocabularies, as_of: date) -> Answer:
    """Hold a condition against a partner.

    Words of a vocabulary are found under those above them: a partner in `de` is in `emea`.
    A comparison with a field that has no value does not hold.
    """
    return _answer(condition, partner, words, as_of, {})


def status_on(partner: Partner, as_of: date) -> str:
    """Return the status of a day: `active` only when the partner is shown on it.

    An active partner whose day of joining is still to come is `joining`.
    """
    standing = partner.standing
    if standing.status == "active" and as_of < standing.joined:
        return "joining"
    if standing.status == "active" and not standing.shown_on(as_of):
        return "suspended"
    return standing.status


def certifications_on(partner: Partner, as_of: date) -> tuple[str, ...]:
    """Return the certificates a partner holds that are valid on a day, each once."""
    held = partner.standing.certifications
    return tuple(dict.fromkeys(c.id for c in held if c.until is None or as_of <= c.until))


def words_of(partner: Partner, field: str, as_of: date) -> tuple[str, ...]:
    """Return the words a partner has in a field that conditions match; KeyError for others."""
    return _WORDS[field](partner, as_of)


def amount_of(partner: Partner, field: str) -> int | date | None:
    """Return the number or date a partner has in a field that conditions compare."""
    return _AMOUNTS[field](partner)


def _answer(
    condition: Condition, partner: Partner, words: Vocabularies, as_of: date, known: _Known
) -> Answer:
    """Hold a condition against a partner; equal answers are one and the same value.

    An answer follows from the condition, what the partner has in its field, and the answers of
    its parts; of these the known ones stand for themselves.
    """
    parts = tuple([_answer(part, partner, words, as_of, known) for part in _parts(condition)])
    actual = _actual(condition, partner, as_of)
    key = (id(condition), actual, *map(id, parts))
    found = known.get(key)
    if found is None:
        holds = _holds(condition, partner, words, actual, parts)
        found = known[key] = Answer(condition, holds, actual, parts)
    return found


def _parts(condition: Condition) -> tuple[Condition, ...]:
    match condition:
        case AllOf(parts) | AnyOf(parts):
            return parts
        case Not(part):
            return (part,)
        case _:
            return ()


def _actual(condition: Condition, partner: Partner, as_of: date) -> Actual:
    match condition:
        case Among(field):
            return words_of(partner, field, as_of)
        case AtLeast(field) | AtMost(field):
            return amount_of(partner, field)
        case _:
            return None


def _holds(
    condition: Condition,
    partner: Partner,
    words: Vocabularies,
    actual: Actual,
    parts: tuple[Answer, ...],
) -> bool:
    match condition:
        case AllOf():
            return all(part.holds for part in parts)
        case AnyOf():
            return any(part.holds for part in parts)
        case Not():
            return not parts[0].holds
        case Among(field, wanted):
            own = actual if isinstance(actual, tuple) else ()
            return not set(wanted).isdisjoint(_reached(partner, field, own, words))
        case AtLeast(value=value):
            return _reaches(actual, value)
        case AtMost(value=value):
            return actual is not None and _reaches(value, actual)
        case _:
            assert_never(condition)


def _reached(
    partner: Partner, field: str, own: tuple[str, ...], words: Vocabularies
) -> tuple[str, ...]:
    """Return the words a partner is found under: its own, those above, its former slugs."""
    if field == "partner":
        return (*own, *partner.standing.aliases)
    tree = _TREES.get(field)
    return own if tree is None else tree(words).with_parents(own)


def _reaches(actual: Actual, value: Actual) -> bool:
    if isinstance(actual, date) and isinstance(value, date):
        return actual >= value
    return isinstance(actual, int) and isinstance(value, int) and actual >= value


def _returns(partner: Partner, as_of: date) -> date | None:
    pause = partner.standing.suspended
    if status_on(partner, as_of) == "joining":
        return partner.standing.joined
    if partner.standing.status != "active" or partner.standing.shown_on(as_of) or pause is None:
        return None
    return pause.until + timedelta(days=1) if pause.until and pause.until < date.max else None


_WORDS: Mapping[str, Callable[[Partner, date], tuple[str, ...]]] = {
    "status": lambda partner, as_of: (status_on(partner, as_of),),
    "tier": lambda partner, _: (partner.standing.tier,),
    "partner": lambda partner, _: (partner.slug,),
    "certifications": certifications_on,
    "types": lambda partner, _: partner.listing.types,
    "regions": lambda partner, _: partner.listing.regions,
    "segments": lambda partner, _: partner.listing.segments,
    "industries": lambda partner, _: partner.listing.industries,
    "solution_areas": lambda partner, _: partner.listing.solution_areas,
    "languages": lambda partner, _: partner.listing.languages,
    "countries": lambda partner, _: tuple(
        dict.fromkeys(office.country for office in partner.listing.offices)
    ),
}

_AMOUNTS: Mapping[str, Callable[[Partner], int | date | None]] = {
    "points": lambda partner: partner.standing.points,
    "joined": lambda partner: partner.standing.joined,
    "founded": lambda partner: partner.listing.founded,
    "reviewed": lambda partner: partner.listing.reviewed,
}

_TREES: Mapping[str, Callable[[Vocabularies], Taxonomy]] = {
    "regions": attrgetter("regions"),
    "solution_areas": attrgetter("solution_areas"),
    "industries": attrgetter("industries"),
    "segments": attrgetter("segments"),
    "languages": attrgetter("languages"),
}
"""Fields whose words stand below others: who asks for one asks for all below it."""
