"""`content/owners.yaml` by itself, where the rest of a project is not needed or not trusted."""

from pavgen.files.frontmatter import parse_record_file
from pavgen.files.text import decode_text
from pavgen.files.yamldoc import STAFF
from pavgen.kernel.diagnostics import Checked, in_order
from pavgen.model.decode import rules_of
from pavgen.model.records.owners import Owners
from pavgen.model.records.program import Program
from pavgen.model.schema.decoding import Decoding
from pavgen.model.schema.records import decode_record

OWNERS = "content/owners.yaml"


def owners_in(data: bytes) -> Checked[Owners]:
    """Decode the bytes of the file; the value may be used only when no finding is an error."""
    text = decode_text(OWNERS, data)
    if text.value is None:
        return Checked(Owners(), text.diagnostics)
    document = parse_record_file(OWNERS, text.value, STAFF)
    into = Decoding(OWNERS, rules_of(Program()))
    owners = decode_record(Owners, document.value.root, into)
    found = (*text.diagnostics, *document.diagnostics, *into.diagnostics)
    return Checked(owners, in_order(found))
