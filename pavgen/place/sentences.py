"""Reasons in words: the one place where a decision becomes prose."""

from collections.abc import Mapping
from datetime import date
from typing import assert_never

from pavgen.model.conditions import AllOf, Among, AnyOf, AtLeast, AtMost, Not
from pavgen.place.eligibility import Actual, Answer
from pavgen.place.ordering import Key, Measure, Value
from pavgen.place.placement import (
    Comparison,
    Decision,
    Exclusion,
    GroupOrder,
)
from pavgen.place.strategies.registry import STRATEGIES

_FIELDS = {
    "certifications": "certification",
    "types": "type",
    "regions": "region",
    "segments": "segment",
    "industries": "industry",
    "solution_areas": "solution area",
    "languages": "language",
    "countries": "country",
    "joined": "day of joining",
    "founded": "year of foundation",
    "reviewed": "day of last review",
}
_MEASURES = {
    Measure.TIER: "tier {}",
    Measure.POINTS: "{} points",
    Measure.JOINED: "joining on {}",
    Measure.CERTIFICATIONS: "{} certifications",
    Measure.LISTED: "place {} of the fixed order",
    Measure.NAME: "the name “{}”",
    Measure.SPELLING: "the spelling “{}”",
    Measure.SLUG: "the slug `{}`",
    Measure.TICKET: "ticket {}",
}
_ONE = {Measure.POINTS: "1 point", Measure.CERTIFICATIONS: "1 certification"}
_TICKET_DIGITS = 8


def why_here(decision: Decision, names: Mapping[str, str]) -> str:
    """Say in a sentence without a stop why a partner stands where it does.

    `names` gives the public name of each slug, for the neighbours that are told.
    """
    reasons = decision.reasons
    main = _main(reasons.keys)
    block = "".join(f"in tier {k.value}, " for k in reasons.keys if k.measure is Measure.TIER)
    place = "first" if decision.position == 1 else f"at position {decision.position}"
    parts = [f"{place} {block}by {_measured(main.measure, main.value)}"]
    if reasons.below is not None:
        parts.append(f"ahead of {_parted(reasons.below, main, 'before', names)}")
    if reasons.above is not None:
        parts.append(f"behind {_parted(reasons.above, main, 'after', names)}")
    if not decision.exposure:
        parts.append("waiting for a slot")
    return "; ".join(parts)


def why_not(exclusion: Exclusion) -> str:
    """Say in a sentence without a stop why a partner is not shown, and what would change it."""
    verdict = exclusion.verdict
    parts = []
    if verdict.status == "former":
        parts.append("the partner has left the programme")
    elif verdict.status == "joining":
        parts.append(f"the partner joins on {verdict.returns}")
    elif verdict.status != "active":
        back = f"; shown again from {verdict.returns}" if verdict.returns else ""
        parts.append(f"the partner is suspended{back}")
    if verdict.opted_out:
        parts.append("its listing opts out; needs the opportunity taken from `opt_out`")
    parts += _failing(verdict.answer, told=() if verdict.status == "active" else ("status",))
    return "not shown: " + "; and ".join(parts)


def unmet(answer: Answer, *, wanted: bool = True) -> str:
    """Say which parts of a condition came out otherwise than wanted, and what each needs."""
    match answer.condition:
        case AllOf() | AnyOf():
            failing = [part for part in answer.parts if part.holds != wanted]
            each_counts = isinstance(answer.condition, AllOf) == wanted
            told = (", and " if each_counts else ", or ").join(
                unmet(part, wanted=wanted) for part in failing
            )
            return told or "nobody can be eligible by this rule"
        case Not():
            return unmet(answer.parts[0], wanted=not wanted)
        case Among(field, words):
            verb = "needs" if wanted else "must not be"
            return f"{_field(field)} is {_actual(answer.actual)}; {verb} {' or '.join(words)}"
        case AtLeast(field, value):
            return f"{_field(field)} is {_actual(answer.actual)}; {_least(value, wanted=wanted)}"
        case AtMost(field, value):
            return f"{_field(field)} is {_actual(answer.actual)}; {_most(value, wanted=wanted)}"
        case _:
            assert_never(answer.condition)


def order_in_words(group: GroupOrder) -> tuple[str, ...]:
    """Say how a group's order is made: what it promises, and what is known of its tickets."""
    strategy = STRATEGIES[group.strategy]
    told = [strategy.promise]
    if strategy.purpose is not None:
        seed = group.seed
        told.append(
            f"tickets come from `{seed.source}`"
            if seed.committed
            else "the seed of the tickets was not publicly committed"
        )
    return tuple(told)


def _failing(answer: Answer, told: tuple[str, ...]) -> list[str]:
    """Tell what fails of a condition, leaving out fields that the sentence has told of."""
    parts = answer.parts if isinstance(answer.condition, AllOf) else (answer,)
    failing = [
        unmet(part)
        for part in parts
        if not (part.holds or (isinstance(part.condition, Among) and part.condition.field in told))
    ]
    return [", and ".join(failing)] if failing else []


def _main(keys: tuple[Key, ...]) -> Key:
    """Return the key that a place is told by: the strategy's first that says something."""
    telling = [key for key in keys if key.measure is not Measure.TIER and key.value is not None]
    return telling[0]


def _parted(other: Comparison, main: Key, direction: str, names: Mapping[str, str]) -> str:
    name = names.get(other.slug, other.slug)
    if other.measure in {main.measure, Measure.TIER, Measure.LISTED}:
        return f"{name} ({_measured(other.measure, other.theirs)})"
    own, theirs = _measured(other.measure, other.own), _bare(other.measure, other.theirs)
    return f"{name}, tie broken by {own} {direction} {theirs}"


def _measured(measure: Measure, value: Value) -> str:
    if measure is Measure.LISTED and value is None:
        return "not listed"
    wording = _ONE.get(measure) if value == 1 else None
    return (wording or _MEASURES[measure]).format(_bare(measure, value))


def _bare(measure: Measure, value: Value) -> str:
    return f"{str(value)[:_TICKET_DIGITS]}…" if measure is Measure.TICKET else str(value)


def _field(field: str) -> str:
    return _FIELDS.get(field, field)


def _actual(actual: Actual) -> str:
    if isinstance(actual, tuple):
        return ", ".join(actual) or "not given"
    return "not given" if actual is None else str(actual)


def _least(value: int | date, *, wanted: bool) -> str:
    if wanted:
        return f"needs {value} or {'later' if isinstance(value, date) else 'more'}"
    return f"needs {'before' if isinstance(value, date) else 'less than'} {value}"


def _most(value: int | date, *, wanted: bool) -> str:
    if wanted:
        return f"needs {value} or {'earlier' if isinstance(value, date) else 'less'}"
    return f"needs {'after' if isinstance(value, date) else 'more than'} {value}"
