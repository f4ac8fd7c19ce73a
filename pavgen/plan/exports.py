"""The programme's public facts for other systems, in the order every page shows them in.

All three documents are JSON objects with `schema`, `programme` and `as_of`. `partners` has
`opportunity` and a list `partners`: each with `slug`, `position` (from 1), `exposure`, the
public keys of its standing and listing as their files have them, and `about` as plain text.
`solutions` has a list `solutions`, newest first as in a showcase: each with `slug`,
`position`, its front matter and `story`; the partners of one stand in the placement's order.
`placement` has `opportunities` by id, each as a site publishes it.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from pavgen.kernel.canonical import Json
from pavgen.model.programme import LinkedSolution, Partner, Programme
from pavgen.model.prose import plain_text
from pavgen.model.records.listing import Listing
from pavgen.model.records.solution import Solution
from pavgen.model.records.standing import Standing
from pavgen.model.schema.fields import fields_of
from pavgen.model.schema.lists import ListOf
from pavgen.model.schema.texts import Text
from pavgen.model.showing import Showing
from pavgen.place.placement import Placement
from pavgen.place.published import published_order
from pavgen.plan.facts import facts_of
from pavgen.plan.shelf import full_order, shown_solutions
from pavgen.security.csvcells import csv_cell

Export = Literal["partners", "solutions", "placement"]
EXPORTS: tuple[Export, ...] = ("partners", "solutions", "placement")
LIST = "directory-list"
STANDING_FACTS = (
    "id",
    "status",
    "tier",
    "joined",
    "certifications",
    "points",
    "domains",
    "aliases",
    "weights",
)
"""The keys of a standing that are told; suspensions, known competitors and notes are not."""

_Row = dict[str, Json]


def export_json(
    programme: Programme, placement: Placement, what: Export, opportunity: str = LIST
) -> dict[str, Json]:
    """Return one export as a JSON object; `opportunity` is the list whose order holds."""
    head: dict[str, Json] = {
        "schema": f"pavgen/{what}/v1",
        "programme": programme.program.name,
        "as_of": placement.as_of.isoformat(),
    }
    match what:
        case "partners":
            rows = _partner_rows(programme, placement, opportunity)
            return {**head, "opportunity": opportunity, "partners": rows}
        case "solutions":
            rows = _solution_rows(programme, placement, opportunity)
            return {**head, "opportunity": opportunity, "solutions": rows}
        case "placement":
            orders = {
                name: published_order(programme, placement, name)
                for name, _ in programme.policy.opportunities
            }
            return {**head, "opportunities": orders}


def export_csv(
    programme: Programme,
    placement: Placement,
    what: Export,
    opportunity: str = LIST,
    *,
    raw: bool = False,
) -> str:
    """Return one export as CSV: all cells quoted, lines ended by CRLF, a row of headings first.

    Lists of words are parted by `; `, other lists and keys are JSON. A cell that a
    spreadsheet could run gets a `'` before it unless `raw`.
    """
    if what == "partners":
        rows = _partner_rows(programme, placement, opportunity)
    elif what == "solutions":
        rows = _solution_rows(programme, placement, opportunity)
    else:
        rows = _placement_rows(programme, placement)
    headings = _HEADINGS[what]
    lines = [headings, *(tuple(_cell(name, row[name]) for name in headings) for row in rows)]
    return "".join(f"{_line(line, raw=raw)}\r\n" for line in lines)


_HEADINGS: Mapping[Export, tuple[str, ...]] = {
    "partners": (
        *("slug", "position", "exposure", *STANDING_FACTS),
        *(field.name for field in fields_of(Listing)),
        "about",
    ),
    "solutions": ("slug", "position", *(field.name for field in fields_of(Solution)), "story"),
    "placement": ("opportunity", "period", "position", "exposure", "partner", "id", "tier"),
}


def _partner_rows(programme: Programme, placement: Placement, opportunity: str) -> list[_Row]:
    return [
        {
            "slug": decision.slug,
            "position": decision.position,
            "exposure": decision.exposure,
            **partner_facts(programme.partners[decision.slug]),
        }
        for decision in placement.opportunities[opportunity].decisions
    ]


def partner_facts(partner: Partner) -> dict[str, Json]:
    """Return what the programme tells of a partner: the public keys of both its records."""
    standing = facts_of(partner.standing)
    listing = facts_of(partner.listing)
    return {
        **{name: standing[name] for name in STANDING_FACTS},
        **listing,
        "about": plain_text(partner.about).strip(),
    }


def _solution_rows(programme: Programme, placement: Placement, opportunity: str) -> list[_Row]:
    rank = {slug: n for n, slug in enumerate(full_order(programme, placement, opportunity))}
    slugs = shown_solutions(programme, Showing(placement.as_of))
    return [
        {
            "slug": slug,
            "position": position,
            **solution_facts(programme, programme.solutions[slug], rank),
        }
        for position, slug in enumerate(slugs, 1)
    ]


def solution_facts(
    programme: Programme, solution: LinkedSolution, rank: Mapping[str, int]
) -> dict[str, Json]:
    """Return what is told of a solution; `rank` is the order of its partners."""
    parts: list[tuple[int, _Row]] = []
    for part in solution.record.partners:
        partner = programme.partner(part.partner)
        if partner is not None and partner.slug in rank:
            row: _Row = {"partner": partner.slug, "role": part.role}
            parts.append((rank[partner.slug], row))
    ranked = [row for _, row in sorted(parts, key=lambda pair: pair[0])]
    facts = {**facts_of(solution.record), "partners": ranked}
    return {**facts, "story": plain_text(solution.story).strip()}


def _placement_rows(programme: Programme, placement: Placement) -> list[_Row]:
    return [
        {
            "opportunity": name,
            "period": placement.opportunities[name].period.label,
            "position": decision.position,
            "exposure": decision.exposure,
            "partner": decision.slug,
            "id": decision.partner,
            "tier": programme.partners[decision.slug].standing.tier,
        }
        for name, _ in programme.policy.opportunities
        for decision in placement.opportunities[name].decisions
    ]


def _cell(name: str, value: Json) -> str:
    match value:
        case None:
            return ""
        case str():
            return value
        case bool() | int():
            return json.dumps(value)
        case Mapping():
            return _json(value) if value else ""
        case Sequence():
            ids = [item for item in value if isinstance(item, str)]
            is_plain = len(ids) == len(value) and name not in _PROSE_LISTS
            return "; ".join(ids) if is_plain or not value else _json(value)


_PROSE_LISTS = frozenset(
    field.name
    for record in (Listing, Standing, Solution)
    for field in fields_of(record)
    if isinstance(field.kind, ListOf) and isinstance(field.kind.item, Text)
)


def _json(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(", ", ": "))


def _line(cells: Iterable[str], *, raw: bool) -> str:
    guarded = (csv_cell(cell, raw=raw).replace('"', '""') for cell in cells)
    return ",".join(f'"{cell}"' for cell in guarded)
