"""A row of a spreadsheet into a partner's listing, standing and description."""

from collections.abc import Mapping

from pavgen.kernel.diagnostics import Span
from pavgen.kernel.values import dataclass
from pavgen.model.document import Items, Node, Scalar
from pavgen.model.imports.cells import Reader
from pavgen.model.imports.csv_columns import LISTING_FIELDS, STANDING_FIELDS, Column
from pavgen.model.imports.drafts import Draft, keyed, listed, scalar_text, value, words
from pavgen.model.imports.identity import Identity, Newcomer, key_note
from pavgen.model.imports.sheet import Row, Sheet
from pavgen.model.imports.wording import as_markdown, clean_text, first_sentence
from pavgen.model.layout import standing_path
from pavgen.model.prose import count_words
from pavgen.model.records.listing import Listing
from pavgen.model.records.standing import Standing


@dataclass(frozen=True, slots=True)
class Fallback:
    """What stands where neither a cell nor a default gives a value that a record needs."""

    tier: str
    type: str
    tagline: str


@dataclass(frozen=True, slots=True)
class Applicant:
    """A row read: its cells by field, with their places, and its values by field."""

    row: Row
    at: Span
    cells: Mapping[str, Scalar]
    values: Mapping[str, Node]

    @property
    def name(self) -> Scalar:
        """Return the name, which every applicant has."""
        return self.cells["name"]

    def text(self, field: str) -> str:
        """Return a cell's text, or nothing."""
        return scalar_text(self.cells.get(field))

    @property
    def key(self) -> str:
        """Return what tells this row's partner from others: its key, its id, slug or name."""
        return self.text("key") or self.text("id") or self.text("slug") or self.text("name")

    def newcomer(self) -> Newcomer:
        """Return what the row asks for."""
        return Newcomer(self.key, self.name, self.text("slug"), self.text("id"))


def read_row(sheet: Sheet, row: Row, columns: tuple[Column, ...], reader: Reader) -> Applicant:
    """Read the cells of a row, with defaults for empty ones."""
    cells: dict[str, Scalar] = {}
    for column in columns:
        text = row.cells[column.index] if column.index < len(row.cells) else ""
        text = text or reader.mapping.default(column.field)
        if column.field and text:
            cells[column.field] = words(text, Span(sheet.path, row.line, column.index + 1))
    at = Span(sheet.path, row.line)
    for field, text in reader.mapping.defaults:
        cells.setdefault(field, words(text, at))
    values: dict[str, Node] = {}
    for field in (*LISTING_FIELDS, *STANDING_FIELDS):
        cell = cells.get(field)
        node = reader.node(field, cell.text, cell.span) if cell else None
        if node is not None:
            values[field] = node
    return Applicant(row, at, cells, values)


def row_drafts(
    applicant: Applicant, identity: Identity, fallback: Fallback, reader: Reader
) -> tuple[Draft, ...]:
    """Return listing, standing and, where it is described, `about.md`; nothing if one fails.

    An `about.md` that is there is left alone: a cell holds no headings, lists or links.
    """
    desk = reader.desk
    text = _description(applicant, reader)
    listing = desk.admitted(_listing(applicant, identity, fallback, text, reader))
    standing = desk.admitted(_standing(applicant, identity, fallback, reader))
    if listing is None or standing is None:
        return ()
    path = f"partners/{identity.slug}/about.md"
    if not text or path in desk.existing.documents:
        return (listing, standing)
    return (listing, standing, Draft(path, None, body=as_markdown(text)))


def _listing(
    applicant: Applicant, identity: Identity, fallback: Fallback, text: str, reader: Reader
) -> Draft:
    path = f"partners/{identity.slug}/listing.yaml"
    found = {name: applicant.values[name] for name in LISTING_FIELDS if name in applicant.values}
    found["name"] = applicant.name
    if not identity.is_new:
        return Draft(path, Listing, keyed(*found.items(), at=applicant.at))
    if "tagline" not in found:
        sentence = first_sentence(text, reader.desk.limit("tagline", 120))
        found["tagline"] = words(
            clean_text(sentence, emoji=False) or fallback.tagline, applicant.at
        )
    if "types" not in applicant.cells:
        found["types"] = listed([words(fallback.type, applicant.at)], applicant.at)
    contact = keyed(
        ("purpose", words("general")),
        ("email", applicant.cells.get("email")),
        ("phone", applicant.cells.get("phone")),
        at=applicant.at,
    )
    if len(contact.entries) > 1:
        found.setdefault("contacts", listed([contact], applicant.at))
    city, country = applicant.cells.get("city"), applicant.cells.get("country")
    if city and country:
        office = keyed(("city", city), ("country", country), ("main", value("true")))
        found.setdefault("offices", Items((office,), applicant.at))
    return Draft(path, Listing, keyed(*found.items(), at=applicant.at))


def _standing(
    applicant: Applicant, identity: Identity, fallback: Fallback, reader: Reader
) -> Draft:
    at = applicant.at
    found = {name: applicant.values[name] for name in STANDING_FIELDS if name in applicant.values}
    found["id"] = words(identity.id, at)
    if identity.is_new:
        if "tier" not in applicant.cells:
            found["tier"] = words(fallback.tier, at)
        found.setdefault("status", words("active", at))
        if "joined" not in applicant.cells:
            found["joined"] = value(reader.desk.as_of.isoformat(), at)
        key = applicant.text("key")
        if key:
            found["notes"] = words(key_note(key), at)
    root = keyed(*found.items(), at=at)
    return Draft(standing_path(identity.slug), Standing, root)


def _description(applicant: Applicant, reader: Reader) -> str:
    cell = applicant.cells.get("description")
    text = clean_text(cell.text, emoji=True) if cell else ""
    most = reader.desk.limit("about_words", 400)
    if cell and count_words(text) > most:
        what = f"the description has more than {most} words and was left out"
        reader.desk.warn(cell.span, "import-text", what, "write a shorter `about.md`")
        return ""
    return text
