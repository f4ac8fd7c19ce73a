"""What all imports share: the foreign file read, the project there, the drafts written."""

from collections.abc import Iterable, Mapping
from dataclasses import field
from pathlib import Path

from pavgen.files.create import CreateResult, create_files
from pavgen.files.frontmatter import parse_markdown_file, parse_record_file
from pavgen.files.plainfile import Unread, read_file
from pavgen.files.reader import read_project
from pavgen.files.text import decode_text
from pavgen.files.yamldoc import STAFF
from pavgen.files.yamlwrite import file_text
from pavgen.kernel.diagnostics import Checked, Diagnostic, Span, has_errors, in_order
from pavgen.kernel.values import dataclass
from pavgen.model.decode import rules_of
from pavgen.model.document import RawDocument
from pavgen.model.imports.drafts import Draft
from pavgen.model.imports.existing import Existing
from pavgen.model.imports.report import ImportCounts
from pavgen.model.layout import RecordFile, file_at
from pavgen.model.records.policy import Policy
from pavgen.model.records.program import Program
from pavgen.model.schema.decoding import Decoding
from pavgen.model.schema.records import decode_record
from pavgen.model.tree import SourceTree

MOST_BYTES = 64 * 1024 * 1024
PROGRAM = "content/program.yaml"
POLICY = "content/placement/policy.yaml"


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did: how much of the source was used, and which files were written."""

    counts: ImportCounts = field(default_factory=ImportCounts)
    files: CreateResult = field(default_factory=CreateResult)


def read_foreign(file: Path, most: int = MOST_BYTES) -> Checked[str | None]:
    """Read a foreign text file as UTF-8; one that cannot be read is an error with the reason."""
    path = file.as_posix()
    data = read_file(str(file.resolve()), most)
    if isinstance(data, bytes):
        return decode_text(path, data)
    what, remedy = {
        Unread.LARGE: ("the file is too large", f"give at most {most // 2**20} MiB"),
        Unread.CHANGED: ("there is no such file, or it changed meanwhile", "check the path"),
        Unread.ODD: ("this is no plain file", "give a file"),
    }[data]
    return Checked(None, (Diagnostic(Span(path), "import-file", what, remedy),))


def existing_project(root: Path) -> Checked[Existing]:
    """Read the project at `root`, or nothing where none is; what is broken in it is an error."""
    if not (root / PROGRAM).is_file():
        return Checked(Existing())
    tree = read_project(root)
    documents, notes = _documents(tree.value)
    if PROGRAM not in documents:
        return Checked(Existing(), in_order((*tree.diagnostics, *notes)))
    into = Decoding(PROGRAM, rules_of(Program()))
    program = decode_record(Program, documents[PROGRAM].root, into)
    policy = None
    if POLICY in documents:
        policy = decode_record(Policy, documents[POLICY].root, Decoding(POLICY, rules_of(program)))
    found = in_order((*tree.diagnostics, *notes, *into.diagnostics))
    return Checked(Existing(program, policy, documents), found)


def write_drafts(
    root: Path,
    drafts: Iterable[Draft],
    logos: Mapping[str, bytes],
    existing: Existing,
    *,
    update: bool,
) -> Checked[CreateResult]:
    """Write drafts and logos below `root`; files that say the same already are left alone."""
    files = {d.path: file_text(d).encode() for d in drafts if not existing.says(d)}
    return create_files(root, {**files, **logos}, update=update)


def stopped(found: Iterable[Diagnostic]) -> bool:
    """Say whether an import may not go on."""
    return has_errors(found)


def _documents(tree: SourceTree) -> tuple[dict[str, RawDocument], tuple[Diagnostic, ...]]:
    documents: dict[str, RawDocument] = {}
    notes: list[Diagnostic] = []
    for path, data in tree.files.items():
        place = file_at(path)
        if not isinstance(place, RecordFile):
            continue
        text = decode_text(path, data)
        notes += text.diagnostics
        if text.value is None:
            continue
        if place.type in {"about", "event-text"}:
            documents[path] = RawDocument(path, None, text.value)
            continue
        parse = parse_markdown_file if path.endswith(".md") else parse_record_file
        document = parse(path, text.value, STAFF)
        notes += document.diagnostics
        documents[path] = document.value
    return documents, tuple(notes)
