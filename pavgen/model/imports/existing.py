"""The project an import goes into, as far as it exists: documents by path, and their words."""

from collections.abc import Mapping
from dataclasses import field, replace

from pavgen.kernel.values import dataclass
from pavgen.model.decode import rules_of
from pavgen.model.document import Entries, Items, Node, RawDocument, Scalar
from pavgen.model.imports.admission import Setting
from pavgen.model.imports.drafts import Draft, overlaid, scalar_text
from pavgen.model.imports.terms import term_ids
from pavgen.model.layout import RecordFile, file_at
from pavgen.model.records.policy import Policy
from pavgen.model.records.program import Program
from pavgen.model.schema.decoding import Decoding, Rules
from pavgen.model.schema.fields import Record
from pavgen.model.schema.records import decode_record


@dataclass(frozen=True, slots=True)
class Existing:
    """What stands in the folder: nothing for a new project (`program` is None)."""

    program: Program | None = None
    policy: Policy | None = None
    documents: Mapping[str, RawDocument] = field(default_factory=dict)

    def standings(self) -> dict[str, Entries]:
        """Return the keys of each standing by slug."""
        return self._roots("standing")

    def listings(self) -> dict[str, Entries]:
        """Return the keys of each listing by slug."""
        return self._roots("listing")

    def solutions(self) -> dict[str, Entries]:
        """Return the front matter of each solution by slug."""
        return self._roots("solution")

    def setting(self, program: Program) -> Setting:
        """Return the limits and ids that drafts are judged by; `program` where none is there."""
        chosen = self.program or program
        known: dict[str, tuple[str, ...]] = term_ids(chosen)
        if self.policy is not None:
            known["opportunities"] = tuple(name for name, _ in self.policy.opportunities)
        return Setting(rules_of(chosen), known)

    def over(self, draft: Draft) -> Draft:
        """Lay a draft over the file that is there: keys of the file that it lacks are kept."""
        there = self.documents.get(draft.path)
        if there is None or not isinstance(there.root, Entries) or draft.root is None:
            return draft
        body = draft.body or there.body.lstrip("\n")
        return replace(draft, root=overlaid(there.root, draft.root), body=body)

    def says(self, draft: Draft) -> bool:
        """Say whether the file that is there means the same as the draft, however written."""
        there = self.documents.get(draft.path)
        if there is None or there.body.strip() != draft.body.strip():
            return False
        if _meaning(there.root) == _meaning(draft.root):
            return True
        return draft.record is not None and _same_record(draft.record, there.root, draft.root)

    def _roots(self, kind: str) -> dict[str, Entries]:
        found: dict[str, Entries] = {}
        for path, document in sorted(self.documents.items()):
            place = file_at(path)
            if not isinstance(place, RecordFile) or place.type != kind:
                continue
            if isinstance(document.root, Entries):
                found[place.slug] = document.root
        return found


def _same_record(record: type[Record], one: Node | None, other: Node | None) -> bool:
    """Compare what is read from both, so that a key left out equals its default."""
    desks = Decoding("", Rules()), Decoding("", Rules())
    records = decode_record(record, one, desks[0]), decode_record(record, other, desks[1])
    return records[0] == records[1] and not (desks[0].diagnostics or desks[1].diagnostics)


_Meaning = str | tuple["_Meaning", ...] | None


def _meaning(node: Node | None) -> _Meaning:
    """Return what a node says: its texts, lists in order, mappings in any order."""
    match node:
        case None:
            return None
        case Scalar():
            return scalar_text(node)
        case Items(items):
            return tuple(_meaning(item) for item in items)
        case Entries(entries):
            pairs = sorted((key.text, n) for n, (key, _) in enumerate(entries))
            return tuple((text, _meaning(entries[n][1])) for text, n in pairs)
