"""Which column of a spreadsheet is which field: as the mapping says, else by its heading."""

import re
from collections.abc import Mapping

from pavgen.kernel.diagnostics import Checked, Diagnostic, Severity, Span, in_order
from pavgen.kernel.suggest import did_you_mean
from pavgen.kernel.values import dataclass
from pavgen.model.imports.csv_mapping import CsvMapping
from pavgen.model.imports.sheet import Sheet
from pavgen.model.records.listing import Listing
from pavgen.model.records.standing import Standing
from pavgen.model.schema.fields import fields_of
from pavgen.model.schema.kinds import shown

STANDING_FIELDS = ("id", "status", "tier", "joined", "certifications", "points", "domains",
                   "aliases", "weights")  # fmt: skip
LISTING_FIELDS = tuple(
    field.name for field in fields_of(Listing) if field.name not in {"logo", "logo_dark"}
)
OTHER_FIELDS = ("slug", "key", "description", "email", "phone", "city", "country")
FIELDS = (*LISTING_FIELDS, *STANDING_FIELDS, *OTHER_FIELDS)

_SYNONYMS: Mapping[str, tuple[str, ...]] = {
    "name": (
        "company", "company name", "account", "account name", "partner", "partner name",
        "organisation", "organization", "organisation name", "organization name", "display name",
    ),
    "legal_name": ("legal entity", "registered name", "legal company name"),
    "print_name": ("short name",),
    "tagline": ("slogan", "claim", "one liner", "short description", "summary"),
    "description": ("about", "long description", "company description", "profile"),
    "website": ("url", "web site", "homepage", "web", "company website", "domain name"),
    "types": (
        "type", "partner type", "partner types", "category", "categories", "account type",
        "partner category",
    ),
    "regions": ("region", "territory", "territories", "geo", "geography", "sales region"),
    "segments": ("segment", "customer segment", "customer size", "market segment"),
    "industries": ("industry", "vertical", "verticals", "sector", "sectors"),
    "solution_areas": (
        "solution area", "area", "areas", "competency", "competencies", "specialisation",
        "specialization", "specialisations", "specializations", "expertise", "focus areas",
    ),
    "languages": ("language", "spoken languages"),
    "size": ("employees", "number of employees", "headcount", "company size"),
    "founded": ("year founded", "founding year", "established"),
    "tier": (
        "partner tier", "level", "partner level", "partnership level", "status level",
        "membership level", "membership",
    ),
    "joined": (
        "partner since", "member since", "join date", "joined date", "start date",
        "contract start", "date joined", "created date", "partnership start",
    ),
    "status": ("partner status", "account status", "state of partnership"),
    "points": ("score", "partner points", "priority points"),
    "certifications": ("certification", "certificates", "certified in"),
    "domains": ("domain", "verified domains", "e mail domains", "email domains"),
    "id": ("partner id",),
    "key": ("account id", "crm id", "record id", "external id", "salesforce id", "hubspot id"),
    "email": ("e mail", "mail", "email address", "contact email", "partner email"),
    "phone": ("telephone", "phone number", "tel", "contact phone"),
    "city": ("billing city", "town", "head office city", "hq city"),
    "country": ("billing country", "country code", "head office country", "hq country"),
    "competes_with": ("competitors", "competitor"),
    "slug": ("folder", "handle"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Column:
    """A heading with the field it fills; an empty field is left out. `index` is from 0."""

    index: int
    heading: str
    field: str


def match_columns(sheet: Sheet, mapping: CsvMapping) -> Checked[tuple[Column, ...]]:
    """Give each column its field: the mapping's word first, then its heading's meaning.

    A field is filled from one column, the first. Columns that fill none are warnings.
    """
    told = {_plain(heading): field for heading, field in mapping.columns}
    skipped = {_plain(heading) for heading in mapping.ignored}
    notes = list(_mistakes(sheet, mapping))
    columns: list[Column] = []
    filled: dict[str, str] = {}
    wanted = set(told.values())
    for index, heading in enumerate(sheet.headings):
        plain = _plain(heading)
        field = "" if plain in skipped else told.get(plain, _guessed(plain))
        if field and plain not in told and field in wanted:
            field = ""
        if field in filled:
            what = f"the column `{shown(heading)}` was left out: `{field}` is filled from "
            what += f"`{shown(filled[field])}`"
            notes.append(_left(sheet, index, what))
            field = ""
        elif field:
            filled[field] = heading
        elif plain not in skipped:
            notes.append(_left(sheet, index, f"the column `{shown(heading)}` was not imported"))
        columns.append(Column(index, heading, field))
    if "name" not in filled:
        what = "no column holds the partners' names"
        remedy = "name it under `columns` in a mapping, such as `Company: name`"
        notes.append(Diagnostic(Span(sheet.path, 1), "import-columns", what, remedy))
    return Checked(tuple(columns), in_order(notes))


def _guessed(plain: str) -> str:
    for field in FIELDS:
        if plain == field.replace("_", " ") or plain in _SYNONYMS.get(field, ()):
            return field
    return ""


def _plain(heading: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", heading.casefold()).split())


def _mistakes(sheet: Sheet, mapping: CsvMapping) -> list[Diagnostic]:
    there = {_plain(heading) for heading in sheet.headings}
    found = []
    for heading, field in mapping.columns:
        span = mapping.source.at(f"columns.{heading}")
        if field not in FIELDS:
            what, remedy = f"there is no field `{shown(field)}`", did_you_mean(field, FIELDS)
            found.append(Diagnostic(span, "import-mapping", what, remedy, "columns"))
        if _plain(heading) not in there:
            what = f"the file has no column `{shown(heading)}`"
            remedy = did_you_mean(heading, sheet.headings)
            found.append(Diagnostic(span, "import-mapping", what, remedy, "columns"))
    return found


def _left(sheet: Sheet, index: int, what: str) -> Diagnostic:
    remedy = "name it under `columns` or `ignored` in a mapping"
    span = Span(sheet.path, 1, index + 1)
    return Diagnostic(span, "import-columns", what, remedy, severity=Severity.WARNING)


RECORD_FIELDS = {
    **{f.name: f for f in fields_of(Listing)},
    **{f.name: f for f in fields_of(Standing) if f.name in STANDING_FIELDS},
}
"""The declaration of each field that belongs to a record."""
