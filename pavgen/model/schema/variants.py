"""A record whose keys depend on one of them, such as a section on its kind."""

from collections.abc import Callable, Mapping

from pavgen.kernel.canonical import Json
from pavgen.kernel.suggest import did_you_mean
from pavgen.kernel.values import dataclass
from pavgen.model.document import Entries, Node, Scalar
from pavgen.model.schema.decoding import Decoding
from pavgen.model.schema.fields import Record
from pavgen.model.schema.kinds import Kind, Vocabularies, shown
from pavgen.model.schema.records import Table


@dataclass(frozen=True, slots=True)
class Variant(Kind[Record]):
    """One of several record types, told apart by the value of the key `tag`."""

    tag: str
    records: Callable[[], Mapping[str, type[Record]]]

    def decode(self, node: Node, at: str, into: Decoding) -> Record:
        """Choose the record by the tag, then decode it."""
        records = self.records()
        if not isinstance(node, Entries):
            remedy = f"write `key: value` lines, first of all `{self.tag}`"
            into.error("value-shape", node.span, at, "keys belong here", remedy)
            return self.blank()
        tag = node.get(self.tag)
        if not isinstance(tag, Scalar) or tag.text not in records:
            span = tag.span if tag is not None else node.span
            text = tag.text if isinstance(tag, Scalar) else ""
            what = f"unknown {self.tag} `{shown(text)}`" if text else f"`{self.tag}` is missing"
            into.error("value-choice", span, f"{at}.{self.tag}", what, did_you_mean(text, records))
            return self.blank()
        record = records[tag.text]
        return Table(lambda: record).decode(node, at, into)

    def blank(self) -> Record:
        """Return the first variant, blank."""
        return next(iter(self.records().values()))()

    def json_schema(self, words: Vocabularies) -> dict[str, Json]:
        """Describe the variants, told apart by the tag."""
        del words
        names = [record.__name__ for record in self.records().values()]
        return {"oneOf": [{"$ref": f"#/$defs/{name}"} for name in names]}
