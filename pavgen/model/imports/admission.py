"""Drafts before they are written: what the record's own definition refuses is left out."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import field, replace

from pavgen.kernel.diagnostics import Checked, Diagnostic, Severity, in_order
from pavgen.kernel.values import dataclass
from pavgen.model.document import Entries, Items, Node, Scalar
from pavgen.model.imports.drafts import Draft
from pavgen.model.schema.decoding import Decoding, Reference, Rules
from pavgen.model.schema.fields import fields_of
from pavgen.model.schema.kinds import shown
from pavgen.model.schema.lists import MapOf
from pavgen.model.schema.records import decode_record

_STEP = re.compile(r"([^.\[]+)(?:\[(\d+)\]|\.([^.\[]+))?")


@dataclass(frozen=True, slots=True)
class Setting:
    """The programme an import goes into: its limits, and the ids that references may name."""

    rules: Rules = field(default_factory=Rules)
    known: Mapping[str, Collection[str]] = field(default_factory=dict)


def admit(draft: Draft, setting: Setting) -> Checked[Draft | None]:
    """Judge a draft as if it were read from its file; keep what passes.

    An optional value that is refused is left out, a list loses the items that are refused;
    each is a warning at its place in the foreign file. A draft without a value it needs is
    None.
    """
    if draft.record is None or draft.root is None:
        return Checked(draft)
    into = Decoding(draft.path, setting.rules)
    decode_record(draft.record, draft.root, into)
    found = in_order((*into.diagnostics, *_unknown(into.references, setting)))
    if not found:
        return Checked(draft)
    root = _without(draft, draft.root, [d.field for d in found])
    fate = "left out" if root is not None else "this record cannot be made without it"
    notes = tuple(replace(d, what=f"{d.what} ({fate})", severity=Severity.WARNING) for d in found)
    return Checked(None if root is None else replace(draft, root=root), notes)


def _unknown(references: list[Reference], setting: Setting) -> Iterator[Diagnostic]:
    for reference in references:
        known = setting.known.get(reference.vocabulary)
        if known is not None and reference.target not in known:
            what = f"`{shown(reference.target)}` is not among the {_spoken(reference.vocabulary)}"
            remedy = "add it to the project, or map the value to one that is there"
            yield Diagnostic(reference.span, "import-reference", what, remedy, reference.field)


def _spoken(vocabulary: str) -> str:
    return vocabulary.replace("_", " ")


def _without(draft: Draft, root: Entries, refused: list[str]) -> Entries | None:
    """Take the refused values out; None when a needed one is among them."""
    fields = {f.name: f for f in fields_of(draft.record)} if draft.record else {}
    gone: dict[str, set[str]] = {}
    for path in refused:
        step = _STEP.match(path)
        top, index, key = step.groups() if step else (path, None, None)
        is_map = top in fields and isinstance(fields[top].kind, MapOf)
        gone.setdefault(top, set()).add(index or (key if is_map and key else "*"))
    kept: list[tuple[Scalar, Node]] = []
    for key_node, node in root:
        left = _remaining(node, gone.get(key_node.text, set()))
        if left is not None:
            kept.append((key_node, left))
    present = {key_node.text for key_node, _ in kept}
    if any(f.needed and f.name not in present for f in fields.values()):
        return None
    return Entries(tuple(kept), root.span)


def _remaining(node: Node, gone: set[str]) -> Node | None:
    if "*" in gone:
        return None
    if isinstance(node, Items) and gone:
        left = tuple(item for n, item in enumerate(node.items) if str(n) not in gone)
        return Items(left, node.span) if left else None
    if isinstance(node, Entries) and gone:
        pairs = tuple((key, item) for key, item in node if key.text not in gone)
        return Entries(pairs, node.span) if pairs else None
    return node
