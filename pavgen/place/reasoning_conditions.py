"""Why a partner may be shown, or may not: conditions held against it, as reasons."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import assert_never

from pavgen.model.conditions import ALWAYS, AllOf, Among, AnyOf, AtLeast, AtMost, Not
from pavgen.model.programme import Programme
from pavgen.model.taxonomy import Taxonomy
from pavgen.place.eligibility import Actual, Answer, Verdict
from pavgen.place.reasoning_kinds import Reason, ReasonKind

PRIVATE = frozenset({"points"})
"""Fields whose values are told to staff only."""


def eligible(answer: Answer, programme: Programme, *, staff: bool) -> Reason:
    """Say by which parts of a rule a partner may be shown."""
    if answer.condition == ALWAYS:
        return Reason(ReasonKind.ELIGIBLE, {"how": "anyone"})
    parts = tuple(_meeting(answer, programme, staff=staff, wanted=True))
    how = "rule" if parts else "anyone"
    return Reason(ReasonKind.ELIGIBLE, {"how": how}, parts)


def obstacles(verdict: Verdict, programme: Programme, *, staff: bool) -> tuple[Reason, ...]:
    """Return everything that keeps a partner out of a list, with what would change it."""
    found = []
    if verdict.status != "active":
        found.append(_status(verdict))
    if verdict.opted_out:
        found.append(Reason(ReasonKind.OPTED_OUT))
    if verdict.unpaid:
        found.append(Reason(ReasonKind.UNPAID))
    told = () if verdict.status == "active" else ("status",)
    answer = verdict.answer
    parts = answer.parts if isinstance(answer.condition, AllOf) else (answer,)
    found += [
        unmet(part, programme, staff=staff)
        for part in parts
        if not (part.holds or (isinstance(part.condition, Among) and part.condition.field in told))
    ]
    return tuple(found)


def unmet(answer: Answer, programme: Programme, *, staff: bool, wanted: bool = True) -> Reason:
    """Say which parts of a condition came out otherwise than wanted, and what each needs."""
    match answer.condition:
        case AllOf() | AnyOf():
            failing = tuple(
                unmet(part, programme, staff=staff, wanted=wanted)
                for part in answer.parts
                if part.holds != wanted
            )
            all_count = isinstance(answer.condition, AllOf) == wanted
            how = "nobody" if not failing else "all" if all_count else "any"
            return Reason(ReasonKind.NEEDS, {"how": how}, failing)
        case Not():
            return unmet(answer.parts[0], programme, staff=staff, wanted=not wanted)
        case Among(field, terms):
            parts = (
                *_values(field, answer.actual, programme, staff=staff),
                *(_word(ReasonKind.OTHER, field, term, programme) for term in terms),
            )
            how = "words" if wanted else "not-words"
            return Reason(ReasonKind.NEEDS, {"how": how, "field": field}, parts)
        case AtLeast(field, bound) | AtMost(field, bound):
            how = _bound_form(answer.condition, wanted=wanted)
            says = {"how": how, "field": field, "bound": _plain(bound)}
            return Reason(
                ReasonKind.NEEDS, says, _values(field, answer.actual, programme, staff=staff)
            )
        case _:
            assert_never(answer.condition)


def _status(verdict: Verdict) -> Reason:
    how = verdict.status
    says: dict[str, str | int] = {"how": how}
    if verdict.returns is not None:
        says["returns"] = verdict.returns.isoformat()
        says["how"] = "joining" if how == "joining" else f"{how}-until"
    return Reason(ReasonKind.STATUS, says)


def _meeting(
    answer: Answer, programme: Programme, *, staff: bool, wanted: bool
) -> Iterator[Reason]:
    """Yield the leaves that a condition came out by, leaving out that the partner is active."""
    match answer.condition:
        case Not():
            yield from _meeting(answer.parts[0], programme, staff=staff, wanted=not wanted)
        case AllOf() | AnyOf():
            for part in answer.parts:
                if part.holds == wanted:
                    yield from _meeting(part, programme, staff=staff, wanted=wanted)
        case Among("status") if wanted:
            return
        case Among(field, terms):
            meeting = _matching(field, answer.actual, terms, programme)
            own = _values(field, meeting, programme, staff=staff)
            yield Reason(ReasonKind.CONDITION, {"field": field}, own)
        case AtLeast(field) | AtMost(field):
            own = _values(field, answer.actual, programme, staff=staff)
            yield Reason(ReasonKind.CONDITION, {"field": field}, own)
        case _:
            assert_never(answer.condition)


def _values(field: str, actual: Actual, programme: Programme, *, staff: bool) -> tuple[Reason, ...]:
    """Return what a partner has in a field, one reason for each value."""
    if field in PRIVATE and not staff:
        return (Reason(ReasonKind.HAS, {"how": "private"}),)
    if actual is None or actual == ():
        return (Reason(ReasonKind.HAS, {"how": "none"}),)
    if isinstance(actual, tuple):
        return tuple(_word(ReasonKind.HAS, field, term, programme) for term in actual)
    how = "day" if isinstance(actual, date) else "amount"
    return (Reason(ReasonKind.HAS, {"how": how, how: _plain(actual)}),)


def _matching(field: str, own: Actual, wanted: Sequence[str], programme: Programme) -> Actual:
    """Return those of a partner's words that a condition asks for, or that stand below one."""
    if not isinstance(own, tuple):
        return own
    tree = _trees(programme).get(field)
    above = {term: (term,) if tree is None else tree.with_parents((term,)) for term in own}
    found = tuple(term for term in own if not set(wanted).isdisjoint(above[term]))
    return found or own


def _word(kind: ReasonKind, field: str, term: str, programme: Programme) -> Reason:
    trees = _trees(programme)
    partner = programme.partner(term) if field == "partner" else None
    if partner is not None:
        return Reason(kind, {"word": term, "name": partner.name})
    known = field in trees and term in trees[field]
    return Reason(kind, {"word": term, "name": trees[field][term].label if known else term})


def _trees(programme: Programme) -> Mapping[str, Taxonomy]:
    words = programme.words
    return {
        "tier": words.tiers,
        "certifications": words.certifications,
        "types": words.partner_types,
        "regions": words.regions,
        "segments": words.segments,
        "industries": words.industries,
        "solution_areas": words.solution_areas,
        "languages": words.languages,
    }


def _bound_form(condition: AtLeast | AtMost, *, wanted: bool) -> str:
    is_day = isinstance(condition.value, date)
    if isinstance(condition, AtLeast) == wanted:
        return ("since" if is_day else "least") if wanted else ("after" if is_day else "more")
    return ("until" if is_day else "most") if wanted else ("before" if is_day else "less")


def _plain(value: int | date) -> str | int:
    return value.isoformat() if isinstance(value, date) else value
