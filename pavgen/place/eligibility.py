"""Who may be shown: a condition held against a partner, with every part's answer as data."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import assert_never

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


def judged(
    partner: Partner, opportunity: str, condition: Condition, words: Vocabularies, as_of: date
) -> Verdict:
    """Judge a partner for an opportunity on a day."""
    return Verdict(
        status=status_on(partner, as_of),
        answer=evaluate(condition, partner, words, as_of),
        opted_out=opportunity in partner.listing.opt_out,
        returns=_returns(partner, as_of),
    )


def evaluate(condition: Condition, partner: Partner, words: Vocabularies, as_of: date) -> Answer:
    """Hold a condition against a partner.

    Words of a vocabulary are found under those above them: a partner in `de` is in `emea`.
    A comparison with a field that has no value does not hold.
    """
    match condition:
        case AllOf(parts):
            answers = _each(parts, partner, words, as_of)
            return Answer(condition, all(a.holds for a in answers), parts=answers)
        case AnyOf(parts):
            answers = _each(parts, partner, words, as_of)
            return Answer(condition, any(a.holds for a in answers), parts=answers)
        case Not(part):
            answer = evaluate(part, partner, words, as_of)
            return Answer(condition, not answer.holds, parts=(answer,))
        case Among(field, wanted):
            own = words_of(partner, field, as_of)
            reached = _reached(partner, field, own, words)
            return Answer(condition, not set(wanted).isdisjoint(reached), own)
        case AtLeast(field, value):
            actual = amount_of(partner, field)
            return Answer(condition, _reaches(actual, value), actual)
        case AtMost(field, value):
            actual = amount_of(partner, field)
            return Answer(condition, actual is not None and _reaches(value, actual), actual)
        case _:
            assert_never(condition)


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
    listing = partner.listing
    words = {
        "status": (status_on(partner, as_of),),
        "tier": (partner.standing.tier,),
        "partner": (partner.slug,),
        "certifications": certifications_on(partner, as_of),
        "types": listing.types,
        "regions": listing.regions,
        "segments": listing.segments,
        "industries": listing.industries,
        "solution_areas": listing.solution_areas,
        "languages": listing.languages,
        "countries": tuple(dict.fromkeys(office.country for office in listing.offices)),
    }
    return words[field]


def amount_of(partner: Partner, field: str) -> int | date | None:
    """Return the number or date a partner has in a field that conditions compare."""
    amounts: dict[str, int | date | None] = {
        "points": partner.standing.points,
        "joined": partner.standing.joined,
        "founded": partner.listing.founded,
        "reviewed": partner.listing.reviewed,
    }
    return amounts[field]


def _each(
    parts: Iterable[Condition], partner: Partner, words: Vocabularies, as_of: date
) -> tuple[Answer, ...]:
    return tuple(evaluate(part, partner, words, as_of) for part in parts)


def _reached(
    partner: Partner, field: str, own: tuple[str, ...], words: Vocabularies
) -> tuple[str, ...]:
    """Return the words a partner is found under: its own, those above, its former slugs."""
    if field == "partner":
        return (*own, *partner.standing.aliases)
    trees: dict[str, Taxonomy] = {
        "regions": words.regions,
        "solution_areas": words.solution_areas,
        "industries": words.industries,
        "segments": words.segments,
        "languages": words.languages,
    }
    tree = trees.get(field)
    return own if tree is None else tree.with_parents(own)


def _reaches(actual: int | date | None, value: int | date) -> bool:
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
