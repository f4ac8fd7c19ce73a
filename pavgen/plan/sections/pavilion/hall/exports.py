"""Who exhibits where, for spreadsheets and programs, in the order every page shows them in."""

from collections.abc import Iterable, Iterator, Mapping

from pavgen.kernel.canonical import Json
from pavgen.kernel.values import dataclass
from pavgen.model.records.floorplan import Booth
from pavgen.model.schema.jsonschema import DIALECT
from pavgen.plan.documents import PlainText
from pavgen.plan.pages import DataFile, DocumentFile
from pavgen.plan.sections.pavilion.floor.booths import label_of, shift_label
from pavgen.plan.sections.pavilion.paths import FLOOR
from pavgen.plan.sections.pavilion.scope import Scope
from pavgen.plan.surfaces import named
from pavgen.plan.views import PartnerCard
from pavgen.security.csvcells import csv_cell

EXHIBITORS_CSV = "exhibitors.csv"
EXHIBITORS_JSON = "exhibitors.json"
EXHIBITORS_SCHEMA = "exhibitors.schema.json"
FORM = "pavgen/exhibitors/v1"

COLUMNS = (
    "position",
    "slug",
    "name",
    "tagline",
    "package",
    "booths",
    "places",
    "co_exhibitors",
    "profile",
    "website",
)
"""The headings of the table: `booths` are ids with shifts (`p3@morning`), `places` in words."""

_Row = dict[str, Json]


@dataclass(frozen=True, slots=True)
class Stand:
    """A booth that an exhibitor holds: for the whole event, or for a shift with its label."""

    booth: str
    label: str
    hall: str
    hall_label: str
    shift: str
    shift_label: str
    address: str

    @property
    def item(self) -> str:
        """Return the identifier of what was given out."""
        return f"{self.booth}@{self.shift}" if self.shift else self.booth

    @property
    def words(self) -> str:
        """Say where it is: hall, booth, shift."""
        return ", ".join(part for part in (self.hall_label, self.label, self.shift_label) if part)


def export_files(scope: Scope) -> Iterator[DataFile | DocumentFile]:
    """Yield the exhibitors as CSV, as JSON, and the schema of the latter."""
    frame, home = scope.frame, scope.home
    source = scope.event.record.source.path
    schema: Json = {"$id": frame.here.absolute(f"{home}{EXHIBITORS_SCHEMA}"), **SCHEMA}
    yield DocumentFile(
        frame.file_at(f"{home}{EXHIBITORS_CSV}"), PlainText(exhibitors_csv(scope)), source
    )
    yield DataFile(frame.file_at(f"{home}{EXHIBITORS_JSON}"), exhibitors_json(scope), source)
    yield DataFile(frame.file_at(f"{home}{EXHIBITORS_SCHEMA}"), schema, source)


def stands_of(scope: Scope, slug: str) -> tuple[Stand, ...]:
    """Return the booths of an exhibitor, in the order of their ids."""
    plan = scope.event.plan
    booths: dict[str, Booth] = {b.id: b for b in plan.booths} if plan else {}
    halls = {hall.id: hall.label for hall in plan.halls} if plan else {}
    return tuple(
        Stand(
            booth=booth.id,
            label=label_of(booth),
            hall=booth.hall,
            hall_label=halls.get(booth.hall, ""),
            shift=holding.shift,
            shift_label=shift_label(scope.event.record, holding.shift),
            address=f"{scope.home}{FLOOR}#{booth.id}",
        )
        for holding in scope.placed.of(slug)
        if (booth := booths.get(holding.item)) is not None
    )


def exhibitors_json(scope: Scope) -> Json:
    """Return the exhibitors as a document; its form has a name that does not change with it."""
    frame, record = scope.frame, scope.event.record
    return {
        "schema": FORM,
        "event": scope.event.slug,
        "title": record.title,
        "home": frame.here.absolute(scope.home),
        "starts": record.starts.isoformat(),
        "ends": record.ends.isoformat(),
        "time_zone": record.time_zone,
        "opportunity": scope.section.list,
        "order": frame.here.absolute(f"{frame.here.base}placement/{scope.section.list}.json"),
        "exhibitors": [_told(scope, card) for card in _cards(scope, scope.order)],
    }


def exhibitors_csv(scope: Scope) -> str:
    """Return the exhibitors as a table; no cell can be run by a spreadsheet, lists join by `; `."""
    lines = [COLUMNS, *(_cells(scope, card) for card in _cards(scope, scope.order))]
    return "".join(f"{_line(line)}\r\n" for line in lines)


def _cards(scope: Scope, slugs: Iterable[str]) -> tuple[PartnerCard, ...]:
    return named(scope.frame, scope.section.list, slugs).cards


def _told(scope: Scope, card: PartnerCard) -> _Row:
    exhibitor = scope.exhibitors[card.slug]
    return {
        "position": card.position,
        "slug": card.slug,
        "name": card.name,
        "tagline": card.tagline,
        "package": exhibitor.package,
        "booths": [_stand(scope, stand) for stand in stands_of(scope, card.slug)],
        "co_exhibitors": [
            {"slug": other.slug, "name": other.name, "profile": _full(scope, other.href)}
            for other in _cards(scope, exhibitor.co_exhibitors)
        ],
        "profile": _full(scope, card.href),
        "website": _website(scope, card.slug),
    }


def _stand(scope: Scope, stand: Stand) -> _Row:
    return {
        "booth": stand.booth,
        "label": stand.label,
        "hall": stand.hall,
        "shift": stand.shift or None,
        "address": _full(scope, stand.address),
    }


def _cells(scope: Scope, card: PartnerCard) -> tuple[str, ...]:
    exhibitor = scope.exhibitors[card.slug]
    stands = stands_of(scope, card.slug)
    return (
        str(card.position),
        card.slug,
        card.name,
        card.tagline,
        exhibitor.package,
        "; ".join(stand.item for stand in stands),
        "; ".join(stand.words for stand in stands),
        "; ".join(other.name for other in _cards(scope, exhibitor.co_exhibitors)),
        _full(scope, card.href),
        _website(scope, card.slug),
    )


def _website(scope: Scope, slug: str) -> str:
    return str(scope.frame.programme.partners[slug].listing.website)


def _full(scope: Scope, path: str) -> str:
    return scope.frame.here.absolute(path) if path.startswith("/") else path


def _line(cells: Iterable[str]) -> str:
    guarded = (csv_cell(cell).replace('"', '""') for cell in cells)
    return ",".join(f'"{cell}"' for cell in guarded)


def _text(description: str, **more: Json) -> _Row:
    return {"description": description, "type": "string", **more}


def _list(description: str, properties: Mapping[str, Json]) -> _Row:
    return {"description": description, "type": "array", "items": _object(properties)}


def _object(properties: Mapping[str, Json]) -> _Row:
    """Describe an object with exactly these keys; what is not known is null or empty."""
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


_PROFILE = _text("the full address of its page, or empty")

SCHEMA: _Row = {
    "$schema": DIALECT,
    "title": "Exhibitors",
    **_object(
        {
            "schema": {"description": "the form of this document", "const": FORM},
            "event": _text("the event's short name"),
            "title": _text("the event's name"),
            "home": _text("the event's address", format="uri"),
            "starts": _text("the first day", format="date"),
            "ends": _text("the last day", format="date"),
            "time_zone": _text("the zone of the place"),
            "opportunity": _text("the list whose order holds here"),
            "order": _text("where that order is published with its rule", format="uri"),
            "exhibitors": _list(
                "who exhibits, in that order",
                {
                    "position": {"description": "its place, from 1", "type": "integer"},
                    "slug": _text("its short name in addresses"),
                    "name": _text("its name"),
                    "tagline": _text("what it says of itself in a line"),
                    "package": _text("what it has booked"),
                    "booths": _list(
                        "where it is; nothing until it has a booth",
                        {
                            "booth": _text("the booth's id"),
                            "label": _text("what stands on its sign"),
                            "hall": _text("the hall's id"),
                            "shift": {
                                "description": "of a shared pod: when; null for the whole event",
                                "type": ["string", "null"],
                            },
                            "address": _text("the booth on the floor plan", format="uri"),
                        },
                    ),
                    "co_exhibitors": _list(
                        "who shares its booth, in the same order",
                        {
                            "slug": _text("its short name in addresses"),
                            "name": _text("its name"),
                            "profile": _PROFILE,
                        },
                    ),
                    "profile": _PROFILE,
                    "website": _text("its own site", format="uri"),
                },
            ),
        }
    ),
}
"""The form of `exhibitors.json`, without the address it is published at."""
