"""What a spreadsheet's columns and words mean: the mapping file, a record like any other."""

from pavgen.kernel.diagnostics import Checked, in_order
from pavgen.kernel.values import dataclass
from pavgen.model.document import Node
from pavgen.model.schema.decoding import Decoding, Rules
from pavgen.model.schema.fields import Record, Source, defaulted, many, sourced
from pavgen.model.schema.kinds import Choice
from pavgen.model.schema.lists import MapOf
from pavgen.model.schema.records import decode_record
from pavgen.model.schema.texts import SiteUrl, Slug, Text

_HEADING = r"[^\n]{1,64}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CsvMapping(Record):
    """How the columns and the words of a spreadsheet become fields and ids."""

    columns: tuple[tuple[str, str], ...] = defaulted(
        MapOf(Text(most=40), key=_HEADING, most=200), "the field each column fills", ()
    )
    ignored: tuple[str, ...] = many(Text(most=120), "columns that are left out unreported", 400)
    values: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = defaulted(
        MapOf(MapOf(Text(most=120), key=_HEADING, most=1000)),
        "by field, what words of the file stand for",
        (),
    )
    defaults: tuple[tuple[str, str], ...] = defaulted(
        MapOf(Text(most=400)), "by field, what stands where a cell is empty", ()
    )
    separators: tuple[str, ...] = many(Text(most=3), "what parts several values in a cell", 8)
    dates: str = defaulted(
        Choice(("iso", "day-first", "month-first")), "how dates with slashes are read", "iso"
    )
    program_name: str = defaulted(Text(most=80), "the name of a new programme", "Partner programme")
    vendor_name: str = defaulted(Text(most=80), "who runs a new programme", "Our company")
    vendor_url: str = defaulted(SiteUrl(), "the vendor's web site", "https://www.example.org/")
    base_url: str = defaulted(
        SiteUrl(), "the address of a new site", "https://partners.example.org/"
    )
    id_prefix: str = defaulted(Slug(), "what the ids of new standings begin with", "partner")
    source: Source = sourced()

    def word_for(self, field: str, word: str) -> str:
        """Return what a word of the file stands for in a field."""
        for name, words in self.values:
            if name == field:
                return {k.casefold(): v for k, v in words}.get(word.casefold(), word)
        return word

    def default(self, field: str) -> str:
        """Return what stands where the cell of a field is empty, or nothing."""
        return dict(self.defaults).get(field, "")

    def marks(self) -> tuple[str, ...]:
        """Return what parts several values in a cell; a line break always does."""
        return (*(self.separators or (";", "|")), "\n")


def decode_csv_mapping(path: str, root: Node | None) -> Checked[CsvMapping]:
    """Decode a mapping file; columns and fields are judged when the spreadsheet is known."""
    into = Decoding(path, Rules())
    mapping = decode_record(CsvMapping, root, into)
    return Checked(mapping, in_order(into.diagnostics))
