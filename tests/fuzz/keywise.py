"""Listings made of values: valid YAML whose keys and values are not what the schema expects."""

import json

from tests.fuzz.chance import few
from tests.fuzz.words import BLNS, CHARACTERS, KEYS, VALUES

LISTING = {
    "name": "Acme",
    "tagline": "Meters for heat and power",
    "website": "https://acme.example/",
    "types": ["reseller"],
    "legal_name": "Acme AS",
    "print_name": "Acme",
    "regions": ["no"],
    "offices": [{"city": "Oslo", "country": "NO", "main": True}],
    "segments": ["small"],
    "industries": ["energy"],
    "solution_areas": ["metering"],
    "languages": ["english"],
    "size": "11-50",
    "founded": 1994,
    "logo": "logo.svg",
    "contacts": [
        {"purpose": "sales", "label": "Desk", "email": "a@acme.example", "phone": "+47 22 33 44 55"}
    ],
    "links": {"docs": "https://acme.example/docs"},
    "seeks": [
        {"types": ["integrator"], "solution_areas": ["metering"], "regions": ["de"], "note": "Heat"}
    ],
    "offers": ["A loan pool"],
    "competes_with": ["birch"],
    "opt_out": ["spotlight"],
    "gives_reference": [{"to": "birch", "quote": "Good people", "project": "A dock"}],
    "accepts_reference_from": ["birch"],
    "reviewed": "2026-01-31",
}


def listing(chance):
    """Return the text of a listing of which a few keys or values, at any depth, are others."""
    made = json.loads(json.dumps(LISTING))
    for _ in range(few(chance, 6)):
        holder = chance.choice([place for place in _holders(made) if len(place)] or [made])
        chance.choice(_EDITS)(chance, holder)
    rows = list(made.items())
    if chance.random() < 0.2:
        rows += chance.sample(rows, min(len(rows), few(chance)))
    if chance.random() < 0.3:
        chance.shuffle(rows)
    return "".join(_row(chance, key, value) for key, value in rows)


def _row(chance, key, value):
    plain = key if key.replace("_", "").isalnum() else json.dumps(key)
    return f"{plain}: {json.dumps(value, ensure_ascii=chance.random() < 0.5)}\n"


def _holders(value):
    """Return every list and mapping within a value, itself included."""
    if isinstance(value, dict | list):
        yield value
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _holders(inner)


def _place(chance, holder):
    return (
        chance.choice(list(holder)) if isinstance(holder, dict) else chance.randrange(len(holder))
    )


def _drop(chance, holder):
    if holder:
        del holder[_place(chance, holder)]


def _rename(chance, holder):
    if holder and isinstance(holder, dict):
        holder[chance.choice(KEYS)] = holder.pop(_place(chance, holder))


def _retype(chance, holder):
    if holder:
        at = _place(chance, holder)
        old = holder[at]
        holder[at] = chance.choice(
            [
                [old],
                [[old]],
                {"a": old},
                str(old),
                [],
                {},
                None,
                True,
                0,
                -1,
                10**400,
                1.5,
                [old] * 60,
                {str(n): old for n in range(9)},
            ]
        )


def _revalue(chance, holder):
    if holder:
        holder[_place(chance, holder)] = chance.choice(
            [*VALUES, *BLNS, *CHARACTERS, "\ud800", "a\ud83d"]
        )


def _disturb(chance, holder):
    if holder:
        at = _place(chance, holder)
        if isinstance(holder[at], str):
            middle = chance.randint(0, len(holder[at]))
            holder[at] = holder[at][:middle] + chance.choice(CHARACTERS) + holder[at][middle:]


def _add(chance, holder):
    value = chance.choice([*VALUES, *BLNS])
    if isinstance(holder, dict):
        holder[chance.choice(KEYS)] = value
    else:
        holder.append(value)


def _exchange(chance, holder):
    if holder:
        one, other = _place(chance, holder), _place(chance, holder)
        holder[one], holder[other] = holder[other], holder[one]


_EDITS = (
    _drop,
    _rename,
    _retype,
    _revalue,
    _revalue,
    _revalue,
    _disturb,
    _disturb,
    _add,
    _exchange,
)
