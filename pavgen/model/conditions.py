"""Conditions over what is known of a partner: written in a policy or a site, told in words.

A condition is a mapping. Its keys are fields of the standing or the listing, or `all`,
`any` and `not`. Several keys must all hold, but below `any` one of them. A value is one word,
a list of words (any of them), or a comparison: `includes`, `in`, `at_least`, `at_most`,
`on_or_before`, `on_or_after`.
"""

from datetime import date
from typing import assert_never

from pavgen.kernel.canonical import Json
from pavgen.kernel.suggest import did_you_mean
from pavgen.kernel.values import dataclass
from pavgen.model.document import Entries, Items, Node, Scalar
from pavgen.model.schema.decoding import Decoding
from pavgen.model.schema.kinds import Choice, Day, Integer, Kind, Ref, Vocabularies, below, shown
from pavgen.model.schema.lists import ListOf
from pavgen.model.schema.texts import Country


@dataclass(frozen=True, slots=True)
class AllOf:
    """Holds when each part holds; with no parts, always."""

    parts: "tuple[Condition, ...]"


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Holds when one part holds."""

    parts: "tuple[Condition, ...]"


@dataclass(frozen=True, slots=True)
class Not:
    """Holds when its part does not."""

    part: "Condition"


@dataclass(frozen=True, slots=True)
class Among:
    """Holds when the field has, or includes, one of the words."""

    field: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AtLeast:
    """Holds when the field is this number or date, or a later or greater one."""

    field: str
    value: int | date


@dataclass(frozen=True, slots=True)
class AtMost:
    """Holds when the field is this number or date, or an earlier or smaller one."""

    field: str
    value: int | date


Condition = AllOf | AnyOf | Not | Among | AtLeast | AtMost
ALWAYS = AllOf(())

WORD_FIELDS: dict[str, Kind[str]] = {
    "status": Choice(("active", "suspended", "former")),
    "tier": Ref("tiers"),
    "partner": Ref("partners"),
    "certifications": Ref("certifications"),
    "types": Ref("partner_types"),
    "regions": Ref("regions"),
    "segments": Ref("segments"),
    "industries": Ref("industries"),
    "solution_areas": Ref("solution_areas"),
    "languages": Ref("languages"),
    "countries": Country(),
}
NUMBER_FIELDS: dict[str, Kind[int]] = {"points": Integer(), "founded": Integer()}
DATE_FIELDS: dict[str, Kind[date]] = {"joined": Day(), "reviewed": Day()}
FIELDS = (*WORD_FIELDS, *NUMBER_FIELDS, *DATE_FIELDS)


@dataclass(frozen=True, slots=True)
class ConditionKind(Kind[Condition]):
    """The kind of a field that holds a condition."""

    def decode(self, node: Node, at: str, into: Decoding) -> Condition:
        """Decode each key; several keys must all hold."""
        if not isinstance(node, Entries):
            into.error(
                "condition-shape",
                node.span,
                at,
                "a condition belongs here",
                "write `field: value`, or `all:`, `any:` or `not:` with conditions below",
            )
            return ALWAYS
        parts = _each(node, at, into)
        return parts[0] if len(parts) == 1 else AllOf(parts)

    def blank(self) -> Condition:
        """Return the condition that always holds."""
        return ALWAYS

    def json_schema(self, words: Vocabularies) -> dict[str, Json]:
        """Describe the mapping loosely: its keys are closed, its values are checked on reading."""
        del words
        keys = ("all", "any", "not", *FIELDS)
        return {"type": "object", "propertyNames": {"enum": list(keys)}}


def _each(node: Entries, at: str, into: Decoding) -> tuple[Condition, ...]:
    return tuple(_one(key, value, below(at, key), into) for key, value in node)


def _one(key: Scalar, value: Node, at: str, into: Decoding) -> Condition:
    match key.text:
        case "all" | "any":
            parts = _parts(value, at, into)
            return AllOf(parts) if key.text == "all" else AnyOf(parts)
        case "not":
            return Not(ConditionKind().decode(value, at, into))
        case name if name in WORD_FIELDS:
            return _words(name, value, at, into)
        case name if name in NUMBER_FIELDS:
            return _bounds(name, value, NUMBER_FIELDS[name], ("at_least", "at_most"), at, into)
        case name if name in DATE_FIELDS:
            bounds = ("on_or_after", "on_or_before")
            return _bounds(name, value, DATE_FIELDS[name], bounds, at, into)
        case name:
            what = f"unknown field `{shown(name)}` in a condition"
            known = ("all", "any", "not", *FIELDS)
            into.error("condition-field", key.span, at, what, did_you_mean(name, known, 20))
            return ALWAYS


def _parts(value: Node, at: str, into: Decoding) -> tuple[Condition, ...]:
    """Decode a list of conditions, or keys that are a condition each."""
    match value:
        case Items(items=nodes) if nodes:
            return tuple(
                ConditionKind().decode(node, f"{at}[{index}]", into)
                for index, node in enumerate(nodes)
            )
        case Entries(entries=entries) if entries:
            return _each(value, at, into)
        case _:
            what, remedy = "conditions belong here", "write each as a line `- field: value`"
            into.error("condition-shape", value.span, at, what, remedy)
            return ()


def _words(name: str, value: Node, at: str, into: Decoding) -> Condition:
    if isinstance(value, Entries):
        keys = [key.text for key, _ in value]
        if keys not in (["in"], ["includes"]):
            into.error(
                "condition-shape",
                value.span,
                at,
                f"`{name}` takes a word, a list of words, `in` or `includes`",
                f"write `{name}: word` or `{name}: [word, word]`",
            )
            return ALWAYS
        value = value.entries[0][1]
    kind = WORD_FIELDS[name]
    if not isinstance(value, Items):
        return Among(name, (kind.decode(value, at, into),))
    if not value.items:
        what, remedy = "the list is empty, so no partner fits", "give a word, or remove the key"
        into.error("condition-shape", value.span, at, what, remedy)
    return Among(name, ListOf(kind).decode(value, at, into))


def _bounds(
    name: str,
    value: Node,
    kind: Kind[int] | Kind[date],
    bounds: tuple[str, str],
    at: str,
    into: Decoding,
) -> Condition:
    if not isinstance(value, Entries) or not value.entries:
        into.error(
            "condition-shape",
            value.span,
            at,
            f"`{name}` is compared with a bound",
            f"write `{name}: {{{bounds[0]}: …}}` or `{name}: {{{bounds[1]}: …}}`",
        )
        return ALWAYS
    parts: list[Condition] = []
    for key, bound in value:
        if key.text == bounds[0]:
            parts.append(AtLeast(name, kind.decode(bound, below(at, key), into)))
        elif key.text == bounds[1]:
            parts.append(AtMost(name, kind.decode(bound, below(at, key), into)))
        else:
            remedy = did_you_mean(key.text, bounds)
            what = f"unknown comparison `{shown(key.text)}`"
            into.error("condition-shape", key.span, below(at, key), what, remedy)
    return parts[0] if len(parts) == 1 else AllOf(tuple(parts))


def in_words(condition: Condition) -> str:
    """Tell a condition in words: `tier is gold or silver, and points is 10 or more`."""
    match condition:
        case AllOf((part,)) | AnyOf((part,)):
            return in_words(part)
        case AllOf(parts):
            return ", and ".join(_part_in_words(part) for part in parts) or "any partner"
        case AnyOf(parts):
            alternatives = ", or ".join(_part_in_words(part) for part in parts)
            return f"either {alternatives}" if parts else "no partner"
        case Not(part):
            return f"not ({in_words(part)})"
        case Among(field, words):
            return f"{_spoken(field)} is {' or '.join(words)}"
        case AtLeast(field, value) | AtMost(field, value):
            return f"{_spoken(field)} is {value} or {_direction(condition)}"
        case _:
            assert_never(condition)


def _part_in_words(part: Condition) -> str:
    """Put a part that has parts of its own in brackets: `and` and `or` bind alike in prose."""
    has_parts = isinstance(part, AllOf | AnyOf) and len(part.parts) > 1
    return f"({in_words(part)})" if has_parts else in_words(part)


_SINGULAR = {
    "countries": "country",
    "industries": "industry",
    "points": "number of points",
    "status": "status",
}


def _spoken(field: str) -> str:
    return _SINGULAR.get(field) or field.replace("_", " ").removesuffix("s")


def _direction(bound: AtLeast | AtMost) -> str:
    more, less = ("later", "earlier") if isinstance(bound.value, date) else ("more", "less")
    return more if isinstance(bound, AtLeast) else less
