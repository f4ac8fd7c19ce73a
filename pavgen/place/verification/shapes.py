"""The form of each kind of line: which keys it has, and what each may hold."""

import re
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import cast

from pavgen.place.verification.calendar import is_label
from pavgen.place.verification.reading import canonical

Fits = Callable[[object], bool]
Row = tuple[str, object]

SORTING = ("alphabetical", "points", "first-come", "draw", "fixed", "relevance", "sponsored")
STRATEGIES = ("balanced", "quota", "rotation", *SORTING)
CAPPED = ("exclusion_label", "home_region", "type", "tier")

_UNDER_PICK = ("picked",)

_IDENT = re.compile(r"[!-~]+")
_HEX = re.compile(r"[0-9a-f]{64}")


def misfit(entry: Mapping[str, object]) -> tuple[str, str, str] | None:
    """Return the first key that is not as it should be, what it holds, and what it should.

    The last is "" where it would take a sentence. Keys are looked at in the alphabet's order.
    """
    kind = entry.get("type")
    shape = _SHAPES.get(kind) if isinstance(kind, str) else None
    if shape is None:
        return "type", canonical(kind), " | ".join(_SHAPES)
    wanted = sorted(key for key in shape if key in entry or key not in _UNDER_PICK)
    if sorted(entry) != wanted:
        return "format", " ".join(sorted(entry)), " ".join(wanted)
    for key in wanted:
        if not shape[key](entry[key]):
            return key, canonical(entry[key]), ""
    return None


def _text(value: object) -> bool:
    return isinstance(value, str)


def _ident(value: object) -> bool:
    return isinstance(value, str) and _IDENT.fullmatch(value) is not None


def _period(value: object) -> bool:
    return isinstance(value, str) and _ident(value) and is_label(value)


def _digest(value: object) -> bool:
    return isinstance(value, str) and _HEX.fullmatch(value) is not None


def _natural(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _positive(value: object) -> bool:
    return _natural(value) and value != 0


def _whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _truth(value: object) -> bool:
    return isinstance(value, bool)


def _one_of(*words: str) -> Fits:
    return lambda value: isinstance(value, str) and value in words


def _maybe(fits: Fits) -> Fits:
    return lambda value: value is None or fits(value)


def _list(fits: Fits) -> Fits:
    return lambda value: isinstance(value, list) and all(map(fits, value))


def _row(*forms: Fits) -> Fits:
    return lambda value: (
        isinstance(value, list)
        and len(value) == len(forms)
        and all(fits(item) for fits, item in zip(forms, value, strict=True))
    )


def _object(needed: Mapping[str, Fits], more: Mapping[str, Fits] | None = None) -> Fits:
    known = {**needed, **(more or {})}
    return lambda value: (
        isinstance(value, dict)
        and set(needed) <= set(value) <= set(known)
        and all(known[key](item) for key, item in value.items())
    )


def _rising(fits: Fits, key: Callable[[Row], object] = lambda row: row) -> Fits:
    """Make the form of a list whose items, or what `key` takes of them, rise strictly."""
    rows = _list(fits)

    def rises(value: object) -> bool:
        if not rows(value):
            return False
        keys = [cast("str", key(row)) for row in cast("list[Row]", value)]
        return all(a < b for a, b in pairwise(keys))

    return rises


def _distinct(fits: Fits, key: Callable[[Row], object] = lambda row: row) -> Fits:
    rows = _list(fits)

    def differ(value: object) -> bool:
        if not rows(value):
            return False
        keys = [key(row) for row in cast("list[Row]", value)]
        return len(set(keys)) == len(keys)

    return differ


def _couple(value: object) -> bool:
    return _rising(_ident)(value) and len(cast("list[str]", value)) == 2  # noqa: PLR2004 - a pair


def _first(row: Row) -> object:
    return row[0]


def _last(row: Row) -> object:
    return row[1]


_IDS = _distinct(_ident)
_SORTED_IDS = _rising(_ident)
_CLASSES = _distinct(_row(_text, _SORTED_IDS), _first)
_ANY_CONSTRAINT = (
    _object({"separate": _one_of("competitors", "labels"), "distance": _natural, "hard": _truth}),
    _object({"cap": _natural, "per": _one_of(*CAPPED), "hard": _truth}),
    _object(
        {
            "cap": _natural,
            "per": _one_of("partner"),
            "across": _list(_text),
            "hard": _truth,
        }
    ),
    _object({"cooldown": _natural, "hard": _truth}),
    _object({"at_least": _natural, "of": _text, "hard": _truth}),
)


def _constraint(value: object) -> bool:
    return any(fits(value) for fits in _ANY_CONSTRAINT)


_SORTED_ROWS = _rising(_row(_ident, _ident), tuple)
_SORTED_COUPLES = _rising(_couple, tuple)
_FACTS = _object(
    {},
    {
        "pools": _CLASSES,
        "ranks": _rising(_row(_ident, _list(_whole)), _first),
        "pick": _object(
            {
                "items": _rising(_row(_ident, _natural), _first),
                "seekers": _rising(_row(_ident, _SORTED_IDS, _IDS), _first),
                "near": _SORTED_COUPLES,
                "clash": _SORTED_COUPLES,
                "held": _SORTED_ROWS,
            }
        ),
        "constraints": _list(
            _object(
                {},
                {
                    "pairs": _SORTED_COUPLES,
                    "classes": _CLASSES,
                    "used": _rising(_row(_ident, _natural), _first),
                    "members": _SORTED_IDS,
                },
            )
        ),
    },
)
_COMMON: Mapping[str, Fits] = {
    "v": lambda value: value == 1 and _natural(value),
    "seq": _natural,
    "prev": _digest,
    "type": _text,
    "group": _ident,
    "period": _period,
}
_RULE: Mapping[str, Fits] = {
    **_COMMON,
    "strategy": _one_of(*STRATEGIES, "apportion", "pick"),
    "weights": _one_of("none", "tier", "standing"),
    "horizon": _natural,
    "slots": _maybe(_natural),
    "blocks": _one_of("none", "tier"),
    "by": _maybe(_text),
    "inside": _maybe(_one_of(*STRATEGIES)),
    "seed": _object({"source": _text, "value": _text}),
    "constraints": _list(_constraint),
    "policy": _object({"version": _natural, "digest": _digest}),
}
_PLACEMENT: Mapping[str, Fits] = {
    **_COMMON,
    "roster": _rising(_row(_ident, _positive), _first),
    "pins": _rising(_row(_ident, _positive), _last),
    "facts": _FACTS,
    "order": _IDS,
    "shown": _IDS,
    "seats": _natural,
    "waivers": _list(_object({"constraint": _natural, "partner": _text, "position": _natural})),
    "lag_digest": _digest,
    "picked": _list(_row(_ident, _ident)),
}
_SHAPES: Mapping[str, Mapping[str, Fits]] = {
    "genesis": _RULE,
    "policy": _RULE,
    "placement": _PLACEMENT,
    "late": _PLACEMENT,
    "amend": {**_COMMON, "joined": _SORTED_IDS, "removed": _SORTED_IDS},
    "offer": {
        **_COMMON,
        "item": _ident,
        "answers": _distinct(_row(_ident, _one_of("accepted", "declined")), _first),
    },
}
