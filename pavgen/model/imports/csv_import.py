"""A spreadsheet's rows into drafts of records."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import field, replace
from datetime import date

from pavgen.kernel.diagnostics import Checked, Diagnostic, Severity, Span, in_order
from pavgen.kernel.values import dataclass
from pavgen.model.document import Entries
from pavgen.model.imports.admission import Setting
from pavgen.model.imports.cells import Reader
from pavgen.model.imports.csv_columns import Column, match_columns
from pavgen.model.imports.csv_mapping import CsvMapping
from pavgen.model.imports.csv_rows import Applicant, Fallback, read_row, row_drafts
from pavgen.model.imports.desk import Desk
from pavgen.model.imports.drafts import Draft, scalar_text
from pavgen.model.imports.existing import Existing
from pavgen.model.imports.identity import identify
from pavgen.model.imports.lookalikes import lookalike_draft
from pavgen.model.imports.project import LIST, SPOTLIGHT, ProjectWords, project_drafts
from pavgen.model.imports.report import ImportCounts
from pavgen.model.imports.sheet import Row, Sheet, read_sheet
from pavgen.model.imports.terms import vocabulary_words
from pavgen.model.imports.vocabulary import Vocabulary, program_node, vocabularies_of
from pavgen.model.records.program import Program
from pavgen.model.schema.decoding import Decoding, Rules
from pavgen.model.schema.kinds import shown
from pavgen.model.schema.records import decode_record


@dataclass(frozen=True, slots=True)
class CsvImport:
    """What a spreadsheet gives: how its columns were understood, and the records."""

    columns: tuple[Column, ...] = ()
    rows: tuple[Row, ...] = ()
    drafts: tuple[Draft, ...] = ()
    counts: ImportCounts = field(default_factory=ImportCounts)


def import_rows(
    path: str,
    text: str,
    mapping: CsvMapping,
    existing: Existing,
    as_of: date,
    *,
    skip_bad_rows: bool = False,
) -> Checked[CsvImport]:
    """Read a spreadsheet and make a partner of each row.

    Each finding names the row and the column. A row that gives no partner is an error, or
    with `skip_bad_rows` a warning; an optional value that is refused is a warning. For a new
    project the drafts hold its programme as well, with the words the file uses.
    """
    sheet = read_sheet(path, text)
    columns = match_columns(sheet.value, mapping)
    early = (*sheet.diagnostics, *columns.diagnostics)
    if any(d.severity is Severity.ERROR for d in early):
        return Checked(CsvImport(columns.value), in_order(early))
    work = _Work(sheet.value, columns.value, mapping, existing, as_of)
    drafts, counts = work.run()
    bad = Severity.WARNING if skip_bad_rows else Severity.ERROR
    notes = [*early, *work.told(bad)]
    found = CsvImport(columns.value, sheet.value.rows, drafts, counts)
    return Checked(found, in_order(notes))


class _Work:
    """The records of one spreadsheet under way."""

    def __init__(
        self,
        sheet: Sheet,
        columns: tuple[Column, ...],
        mapping: CsvMapping,
        existing: Existing,
        as_of: date,
    ) -> None:
        self.sheet = sheet
        self.columns = columns
        self.mapping = mapping
        self.existing = existing
        self.desk = Desk(existing, Setting(), as_of)
        self.bad_lines: set[int] = set()
        there = vocabulary_words(existing.program) if existing.program else None
        self.vocabularies: dict[str, Vocabulary] = vocabularies_of(there)
        self.reader = Reader(mapping, self.vocabularies, self.desk)

    def run(self) -> tuple[tuple[Draft, ...], ImportCounts]:
        """Read every row, then give identities, then make the records."""
        applicants = list(self._applicants())
        program, program_keys = self._program()
        self.desk.setting = self._setting(program, applicants)
        identities = identify(
            (applicant.newcomer() for applicant in applicants),
            self.existing.standings(),
            self.existing.listings(),
            self.mapping.id_prefix,
        )
        self.desk.notes += identities.diagnostics
        fallback = _fallback(program)
        drafts: list[Draft] = []
        named = []
        untold = 0
        for applicant in applicants:
            identity = identities.value[applicant.key]
            made = row_drafts(applicant, identity, fallback, self.reader)
            drafts += made
            if not made:
                self.bad_lines.add(applicant.row.line)
                continue
            named.append((identity.slug, applicant.name))
            untold += not {"tagline", "description"} & set(applicant.cells)
        alike = lookalike_draft(named, self.existing.listings(), self.desk)
        drafts += [alike] if alike else []
        counts = ImportCounts(
            items=len(self.sheet.rows),
            partners=len(named),
            untold=untold,
            undated=sum("joined" not in applicant.cells for applicant in applicants),
            left_out=len(self.sheet.rows) - len(named),
        )
        return (*self._beginnings(program_keys), *drafts), counts

    def told(self, bad: Severity) -> Iterator[Diagnostic]:
        """Return the findings with their rows and columns in words; bad rows weigh `bad`."""
        rows = {row.line: row.number for row in self.sheet.rows}
        for note in self.desk.notes:
            if note.span.path != self.sheet.path or note.span.line not in rows:
                yield note
                continue
            where = f"row {rows[note.span.line]}"
            if 0 < note.span.column <= len(self.sheet.headings):
                where += f", column `{shown(self.sheet.headings[note.span.column - 1])}`"
            fatal = note.span.line in self.bad_lines and note.severity is Severity.WARNING
            severity = bad if fatal else note.severity
            yield replace(note, what=f"{where}: {note.what}", severity=severity)

    def _applicants(self) -> Iterator[Applicant]:
        seen: Counter[str] = Counter()
        for row in self.sheet.rows:
            applicant = read_row(self.sheet, row, self.columns, self.reader)
            if "name" not in applicant.cells:
                self._refuse(row, "the row has no name", "give the partner's name")
                continue
            seen[applicant.key] += 1
            if seen[applicant.key] > 1:
                what = f"`{shown(applicant.key)}` stands in an earlier row as well"
                self._refuse(row, what, "keep one row for each partner, or give each a key")
                continue
            yield applicant

    def _refuse(self, row: Row, what: str, remedy: str) -> None:
        self.bad_lines.add(row.line)
        self.desk.warn(Span(self.sheet.path, row.line), "import-row", what, remedy)

    def _program(self) -> tuple[Program, Entries | None]:
        if self.existing.program is not None:
            return self.existing.program, None
        vendor = (self.mapping.vendor_name, self.mapping.vendor_url)
        keys = program_node(self.mapping.program_name, vendor, self.vocabularies)
        return decode_record(Program, keys, Decoding("content/program.yaml", Rules())), keys

    def _setting(self, program: Program, applicants: list[Applicant]) -> Setting:
        setting = self.existing.setting(program)
        slugs = {applicant.newcomer().proposed for applicant in applicants}
        partners = {*self.existing.standings(), *self.existing.listings(), *slugs}
        known = {"opportunities": (LIST, SPOTLIGHT), **setting.known, "partners": partners}
        return replace(setting, known=known)

    def _beginnings(self, keys: Entries | None) -> tuple[Draft, ...]:
        if keys is None:
            return ()
        name = scalar_text(keys.get("name"))
        said = ProjectWords(name, name, self.mapping.base_url, "", "first import")
        return project_drafts(keys, said)


def _fallback(program: Program) -> Fallback:
    kind = program.partner_types[0]
    tagline = f"{kind.label} of {program.name}"
    return Fallback(program.tiers[-1].id, kind.id, tagline[: program.limits.tagline])
