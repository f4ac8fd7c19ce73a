"""A record's file into its front matter or YAML, and the markdown below it."""

import re

from pavgen.files.yamldoc import YamlLimits, parse_yaml
from pavgen.kernel.diagnostics import Checked, Diagnostic, Span, has_errors
from pavgen.model.document import Node, RawDocument

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
_LATE_FENCE = re.compile(r"(?:[ \t]*\n)+---[ \t]*$", re.MULTILINE)
_SHAPE = "begin the file with a line `---`, the fields, and another line `---`"


def parse_markdown_file(path: str, text: str, limits: YamlLimits) -> Checked[RawDocument]:
    """Split a markdown file into front matter and body, each with its lines in the file.

    Missing or unclosed front matter is a finding; the text is then body as a whole or not at
    all. The limits bound the front matter alone.
    """
    opening = _FENCE.match(text)
    if opening is None:
        blank = _LATE_FENCE.match(text)
        what = "empty lines stand before the front matter" if blank else "there is no front matter"
        remedy = "delete them" if blank else _SHAPE
        finding = Diagnostic(Span(path, 1, 1), "front-matter-missing", what, remedy)
        return Checked(RawDocument(path, None, text, 1, unreadable=True), (finding,))
    closing = _FENCE.search(text, opening.end() + 1)
    if closing is None:
        what = "the front matter that opens here is never closed"
        remedy = "write a line `---` below its last field"
        finding = Diagnostic(Span(path, 1, 1), "front-matter-open", what, remedy)
        return Checked(RawDocument(path, None, unreadable=True), (finding,))
    matter = text[opening.end() + 1 : closing.start()]
    root = parse_yaml(path, matter, line_offset=1, limits=limits)
    body_line = matter.count("\n") + 3
    body = text[closing.end() + 1 :]
    document = RawDocument(path, root.value, body, body_line, unreadable=_is_cut_short(root))
    return Checked(document, root.diagnostics)


def parse_record_file(path: str, text: str, limits: YamlLimits) -> Checked[RawDocument]:
    """Read a YAML file that holds one record."""
    root = parse_yaml(path, text, limits=limits)
    document = RawDocument(path, root.value, unreadable=_is_cut_short(root))
    return Checked(document, root.diagnostics)


def _is_cut_short(root: Checked[Node | None]) -> bool:
    return root.value is None and has_errors(root.diagnostics)
