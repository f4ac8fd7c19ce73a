"""Conditions of a policy told in the site's language, with the labels visitors know."""

from datetime import date
from typing import assert_never

from pavgen.model.conditions import AllOf, Among, AnyOf, AtLeast, AtMost, Condition, Not
from pavgen.model.taxonomy import Taxonomy
from pavgen.plan.frame import Frame


def requirements(frame: Frame, condition: Condition) -> tuple[str, ...]:
    """Tell each part of a condition that must hold, one sentence without a stop for each."""
    parts = condition.parts if isinstance(condition, AllOf) and condition.parts else (condition,)
    return tuple(in_words(frame, part) for part in parts)


def in_words(frame: Frame, condition: Condition) -> str:
    """Tell a condition."""
    say = frame.words.say
    match condition:
        case AllOf(parts) | AnyOf(parts):
            joined = say("plan-fair-and" if isinstance(condition, AllOf) else "plan-fair-or")
            told = joined.join(in_words(frame, part) for part in parts)
        case Not(part):
            told = say("plan-fair-not", what=in_words(frame, part))
        case Among(field, wanted):
            told = _among(frame, field, wanted)
        case AtLeast(field, value):
            told = _bound(frame, field, value, "least")
        case AtMost(field, value):
            told = _bound(frame, field, value, "most")
        case _:
            assert_never(condition)
    return told or say("plan-fair-anybody")


def fields_read(condition: Condition) -> frozenset[str]:
    """Return every field that a condition looks at."""
    match condition:
        case AllOf(parts) | AnyOf(parts):
            return frozenset(field for part in parts for field in fields_read(part))
        case Not(part):
            return fields_read(part)
        case leaf:
            return frozenset({leaf.field})


def field_name(frame: Frame, field: str) -> str:
    """Return what a field is called in the site's language."""
    return frame.words.say(f"plan-fair-field-{field.replace('_', '-')}")


def label(frame: Frame, field: str, word: str) -> str:
    """Return the label of a word of a field."""
    programme = frame.programme
    words = programme.words
    vocabularies: dict[str, Taxonomy] = {
        "tier": words.tiers,
        "types": words.partner_types,
        "regions": words.regions,
        "segments": words.segments,
        "industries": words.industries,
        "solution_areas": words.solution_areas,
        "certifications": words.certifications,
        "languages": words.languages,
    }
    if field == "countries":
        return frame.words.country(word)
    if field == "status":
        return frame.words.say(f"plan-fair-status-{word}")
    if field == "partner":
        partner = programme.partner(word)
        return partner.name if partner else word
    return vocabularies[field][word].label


def _among(frame: Frame, field: str, wanted: tuple[str, ...]) -> str:
    say = frame.words.say
    if (field, wanted) == ("status", ("active",)):
        return say("plan-fair-active")
    listed = say("plan-fair-or-one").join(label(frame, field, word) for word in wanted)
    return say("plan-fair-has", field=field_name(frame, field), words=listed)


def _bound(frame: Frame, field: str, value: int | date, side: str) -> str:
    """Tell a bound; days are written as the language does."""
    kind = "day" if isinstance(value, date) else "number"
    told = frame.words.day(value) if isinstance(value, date) else frame.words.number(value)
    name = field_name(frame, field)
    return frame.words.say(f"plan-fair-{side}-{kind}", field=name, value=told)
