"""YAML into nodes with places, from parse events: the one module that knows the yaml library.

No value is ever constructed: every scalar stays text, and whatever could make one text mean
two things to two readers (anchors, tags, merge keys, repeated keys …) is refused with its place.
"""

from collections.abc import Iterator
from dataclasses import field

import yaml

from pavgen.files.text import CONTROL, character_name, control_findings, shown
from pavgen.files.yamlerrors import Fault, syntax_finding
from pavgen.kernel.diagnostics import Checked, Diagnostic, Span
from pavgen.kernel.values import dataclass
from pavgen.model.document import Entries, Items, Node, Scalar

_LOADER = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
_PLAIN = ("", None)
_MOST_BYTES = 4  # of one character in UTF-8
_CORE_TAG = "tag:yaml.org,2002:"
_QUOTE = "put it in quotes"


@dataclass(frozen=True, slots=True)
class YamlLimits:
    """How much one document may hold: bytes, nodes, levels, and characters of keys and texts."""

    size: int
    nodes: int
    items: int
    text: int
    depth: int = 16
    key: int = 64


PARTNER = YamlLimits(size=64 * 1024, nodes=2_000, items=50, text=2_000)
STAFF = YamlLimits(size=2 * 1024 * 1024, nodes=100_000, items=20_000, text=100_000)
IMPORT = YamlLimits(size=32 * 1024 * 1024, nodes=2_000_000, items=100_000, text=200_000)
DEFAULT = STAFF


def parse_yaml(
    path: str, text: str, *, line_offset: int = 0, limits: YamlLimits = DEFAULT
) -> Checked[Node | None]:
    """Read one YAML document into scalars, items and entries, each with its place.

    Lines are counted from 1 after `line_offset` lines. The value is None for an empty document
    and, with an error, for one whose reading had to stop; after any other refusal the rest is
    read too, without what was refused, so that all of its problems are known at once.
    """
    early = _unreadable(path, text, line_offset, limits)
    if early:
        return Checked(None, early)
    tree = _Tree(path, line_offset, limits)
    try:
        tree.grow(yaml.parse(text, Loader=_LOADER))
    except Exception as error:  # noqa: BLE001 - the parser raises more than YAMLError on bad input
        tree.stop(_fault_finding(path, line_offset, text, error))
    return Checked(None if tree.stopped else tree.root, tuple(tree.findings))


def _unreadable(
    path: str, text: str, line_offset: int, limits: YamlLimits
) -> tuple[Diagnostic, ...]:
    is_short = len(text) * _MOST_BYTES <= limits.size
    size = 0 if is_short else len(text.encode("utf-8", "surrogatepass"))
    if size > limits.size:
        what = f"{size:,} bytes of YAML are too many"
        remedy = f"keep it within {limits.size:,} bytes"
        return (Diagnostic(Span(path, 1 + line_offset), "yaml-size", what, remedy),)
    return control_findings(path, text, line_offset)


def _fault_finding(path: str, line_offset: int, text: str, error: Exception) -> Diagnostic:
    mark = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
    if not isinstance(error, yaml.MarkedYAMLError) or mark is None:
        what = "the YAML parser gave up on this file"
        remedy = "compare it with a listing that works, line by line"
        return Diagnostic(Span(path, 1 + line_offset), "yaml-unreadable", what, remedy)
    since = error.context_mark
    fault = Fault(
        problem=error.problem or "",
        context=error.context or "",
        line=mark.line,
        column=mark.column,
        since=(since.line, since.column) if since else (mark.line, mark.column),
    )
    return syntax_finding(path, line_offset, text, fault)


@dataclass(slots=True)
class _OpenItems:
    span: Span
    nodes: list[Node] = field(default_factory=list)

    def add(self, node: Node | None) -> None:
        if node is not None:
            self.nodes.append(node)

    def closed(self) -> Node:
        return Items(tuple(self.nodes), self.span)


@dataclass(slots=True)
class _OpenEntries:
    span: Span
    entries: list[tuple[Scalar, Node]] = field(default_factory=list)
    lines: dict[str, int] = field(default_factory=dict)
    key: Scalar | None = None
    wants_key: bool = True

    def add_key(self, key: Scalar | None) -> None:
        self.key = key
        self.wants_key = False

    def add(self, node: Node | None) -> None:
        if self.key is not None and node is not None:
            self.entries.append((self.key, node))
        self.wants_key = True

    def closed(self) -> Node:
        return Entries(tuple(self.entries), self.span)


class _Tree:
    """The document as far as its events have come; refusals gather beside it."""

    def __init__(self, path: str, line_offset: int, limits: YamlLimits) -> None:
        self.root: Node | None = None
        self.findings: list[Diagnostic] = []
        self.stopped = False
        self._path = path
        self._first_line = line_offset + 1
        self._limits = limits
        self._open: list[_OpenItems | _OpenEntries] = []
        self._nodes = 0
        self._documents = 0

    def grow(self, events: Iterator[yaml.Event]) -> None:
        """Take the events in turn until they end or a limit stops the reading."""
        for event in events:
            if isinstance(event, yaml.ScalarEvent):
                self._scalar(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._end()
            elif isinstance(event, yaml.CollectionStartEvent):
                self._start(event)
            elif isinstance(event, yaml.AliasEvent):
                self._alias(event)
            elif isinstance(event, yaml.DocumentStartEvent):
                self._document(event)
            if self.stopped:
                return

    def stop(self, finding: Diagnostic) -> None:
        """End the reading with a finding that leaves the rest unknown."""
        self.findings.append(finding)
        self.stopped = True

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        span = self._node(event, event.tag)
        text, plain = event.value, event.style in _PLAIN
        scalar = Scalar(text, span, plain)
        if not plain and not text.isprintable() and CONTROL.search(text):
            self._escaped(scalar)
        parent = self._open[-1] if self._open else None
        if isinstance(parent, _OpenEntries) and parent.wants_key:
            parent.add_key(self._key(scalar, parent))
            return
        if len(text) > self._limits.text:
            over = len(text) - self._limits.text
            what = f"the text is {over:,} characters too long"
            remedy = f"use at most {self._limits.text:,} characters"
            self._refuse(span, "yaml-text-length", what, remedy)
        if parent is None:
            self.root = scalar
        else:
            parent.add(scalar)

    def _start(self, event: yaml.CollectionStartEvent) -> None:
        span = self._node(event, event.tag)
        if len(self._open) == self._limits.depth:
            what = f"more than {self._limits.depth} lists and mappings inside one another"
            self.stop(Diagnostic(span, "yaml-depth", what, "write it with fewer levels"))
        is_list = isinstance(event, yaml.SequenceStartEvent)
        self._open.append(_OpenItems(span) if is_list else _OpenEntries(span))

    def _end(self) -> None:
        closed = self._open.pop()
        if isinstance(closed, _OpenItems) and len(closed.nodes) > self._limits.items:
            what = f"a list of {len(closed.nodes):,} items is too long"
            remedy = f"a list holds at most {self._limits.items:,}"
            self._refuse(closed.span, "yaml-list-length", what, remedy)
        self._attach(closed.closed(), closed.span)

    def _alias(self, event: yaml.AliasEvent) -> None:
        span = self._node(event, None, anchored=False)
        what = f"the alias `*{shown(event.anchor or '')}` stands for text written elsewhere"
        remedy = f"write the value out; if it is text that begins with `*`, {_QUOTE}"
        self._refuse(span, "yaml-alias", what, remedy)
        parent = self._open[-1] if self._open else None
        if isinstance(parent, _OpenEntries) and parent.wants_key:
            parent.add_key(None)
        else:
            self._attach(None)

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        span = self._span(event)
        self._documents += 1
        if self._documents > 1:
            what = "a second document begins here"
            self.stop(Diagnostic(span, "yaml-second-document", what, "keep one in each file"))
        elif _has_directive(event):
            what = "a directive such as `%YAML` or `%TAG` changes how the file is read"
            self._refuse(span, "yaml-directive", what, "delete the lines that begin with `%`")

    def _attach(self, node: Node | None, span: Span | None = None) -> None:
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if span and isinstance(parent, _OpenEntries) and parent.wants_key:
            what = "a list or mapping is used as a key"
            remedy = f"a key is one word; if `[` or `{{` belongs to the text, {_QUOTE}"
            self._refuse(span, "yaml-key-kind", what, remedy)
            parent.add_key(None)
        else:
            parent.add(node)

    def _key(self, key: Scalar, parent: _OpenEntries) -> Scalar | None:
        text = key.text
        is_merge = text == "<<" and key.plain
        if 0 < len(text) <= self._limits.key and text not in parent.lines and not is_merge:
            parent.lines[text] = key.span.line
            return key
        self._refuse_key(key, parent)
        return None

    def _refuse_key(self, key: Scalar, parent: _OpenEntries) -> None:
        if not key.text:
            what, remedy = "an entry has no key", "write a word before the `:`"
            self._refuse(key.span, "yaml-key-empty", what, remedy)
        elif key.plain and key.text == "<<":
            what, remedy = "the merge key `<<` copies entries from elsewhere", "write them out"
            self._refuse(key.span, "yaml-merge", what, remedy)
        elif len(key.text) > self._limits.key:
            what = f"a key of {len(key.text):,} characters is too long"
            remedy = f"a key has at most {self._limits.key}; if this is text, {_QUOTE}"
            self._refuse(key.span, "yaml-key-length", what, remedy)
        else:
            what = f"the key `{shown(key.text)}` stands here a second time"
            remedy = f"keep one of the two; the first is in line {parent.lines[key.text]}"
            self._refuse(key.span, "yaml-key-repeated", what, remedy)

    def _node(self, event: yaml.NodeEvent, tag: str | None, *, anchored: bool = True) -> Span:
        span = self._span(event)
        self._nodes += 1
        if self._nodes > self._limits.nodes:
            what = f"more than {self._limits.nodes:,} keys and values"
            self.stop(Diagnostic(span, "yaml-nodes", what, "shorten the file, or split it"))
        if anchored and event.anchor is not None:
            what = f"the anchor `&{shown(event.anchor)}` names a value for use elsewhere"
            remedy = f"delete it; if it is text that begins with `&`, {_QUOTE}"
            self._refuse(span, "yaml-anchor", what, remedy)
        if tag is not None:
            what = f"the tag `{shown(tag.replace(_CORE_TAG, '!!'))}` gives a value a type"
            remedy = f"delete it; if it is text that begins with `!`, {_QUOTE}"
            self._refuse(span, "yaml-tag", what, remedy)
        return span

    def _escaped(self, scalar: Scalar) -> None:
        for character in sorted(set(CONTROL.findall(scalar.text))):
            what = f"an escape writes the character {character_name(character)}"
            self._refuse(scalar.span, "yaml-character", what, "delete the escape")

    def _refuse(self, span: Span, code: str, what: str, remedy: str) -> None:
        self.findings.append(Diagnostic(span, code, what, remedy))

    def _span(self, event: yaml.Event) -> Span:
        mark = event.start_mark
        if mark is None:
            return Span(self._path)
        return Span(self._path, mark.line + self._first_line, mark.column + 1)


def _has_directive(event: yaml.DocumentStartEvent) -> bool:
    # An unknown directive leaves no trace but the lines between the start and its `---`.
    start, end = event.start_mark, event.end_mark
    return start is not None and end is not None and end.line > start.line
