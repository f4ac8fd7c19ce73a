"""A checked drawing as canonical bytes: one spelling for one drawing."""

from collections.abc import Iterable, Mapping

from pavgen.security.css import Compound
from pavgen.security.problem import Problem
from pavgen.security.svg.node import Drawing, Node, Style, StyleRule
from pavgen.security.svg.references import Names, has_text, name_afresh
from pavgen.security.svg.refusal import refusal
from pavgen.security.svg.size import Size
from pavgen.security.svg.values import Value
from pavgen.security.svg.vocabulary import STYLE_LIMIT, SVG


def write_drawing(drawing: Drawing, size: Size, file_limit: int) -> bytes | Problem:
    """Write UTF-8 without declaration, comments or white space between elements.

    Attributes stand in the order of their names, all style elements as one at the start,
    and every id and class under a new short name. New names and escapes can lengthen a
    text, so the limits in bytes and characters are enforced once more on what is written.
    """
    writing = _Writing(name_afresh(drawing), keeps_space=has_text(drawing))
    root = drawing.root
    attributes = {name: v for name, v in root.attributes.items() if name not in _SIZES}
    attributes |= size.attributes()
    head = f'<svg xmlns="{SVG}"{writing.attributes(root, attributes)}>'
    sheet = writing.sheet(drawing.rules)
    data = "".join([head, sheet, *writing.children(root), "</svg>\n"]).encode()
    if writing.longest_style > STYLE_LIMIT:
        return refusal("svg-limit", 0, f"a style is longer than {STYLE_LIMIT} characters")
    if len(data) > file_limit:
        return refusal("svg-limit", 0, f"the drawing needs more than {file_limit} bytes")
    return data


_SIZES = frozenset({"x", "y", "width", "height", "viewBox"})


class _Writing:
    def __init__(self, names: Names, *, keeps_space: bool) -> None:
        self.names = names
        self.named: set[str] = set()
        self.keeps_space = keeps_space
        self.longest_style = 0

    def children(self, node: Node) -> Iterable[str]:
        for child in node.children:
            if isinstance(child, str):
                yield _escaped(child)
            else:
                yield from self.element(child)

    def element(self, node: Node) -> Iterable[str]:
        yield f"<{node.name}{self.attributes(node, node.attributes)}"
        if node.children:
            yield ">"
            yield from self.children(node)
            yield f"</{node.name}>"
        else:
            yield "/>"

    def attributes(self, node: Node, values: Mapping[str, Value]) -> str:
        written = {name: self.value(value) for name, value in values.items()}
        if not self.keeps_space:
            written.pop("xml:space", None)
        if node.id in self.names.ids and node.id not in self.named:
            self.named.add(node.id)
            written["id"] = self.names.ids[node.id]
        known = (self.names.classes[c] for c in node.classes if c in self.names.classes)
        if classes := " ".join(dict.fromkeys(known)):
            written["class"] = classes
        if node.styles:
            written["style"] = self.styles(node.styles)
        return "".join(f' {name}="{_escaped(written[name])}"' for name in sorted(written))

    def value(self, value: Value) -> str:
        if not value.target:
            return value.text
        target = self.names.target(value.target)
        if value.is_link:
            return f"#{target}"
        return f"url(#{target}) {value.text}".rstrip()

    def styles(self, styles: Iterable[Style]) -> str:
        flag = {True: "!important", False: ""}
        text = ";".join(f"{s.name}:{self.value(s.value)}{flag[s.important]}" for s in styles)
        self.longest_style = max(self.longest_style, len(text))
        return text

    def sheet(self, rules: tuple[StyleRule, ...]) -> str:
        text = "".join(
            f"{','.join(self.path(p) for p in rule.selectors)}{{{self.styles(rule.styles)}}}"
            for rule in rules
        )
        self.longest_style = max(self.longest_style, len(text))
        return f"<style>{_escaped(text)}</style>" if text else ""

    def path(self, compounds: Iterable[Compound]) -> str:
        return " ".join(self.compound(c) for c in compounds)

    def compound(self, compound: Compound) -> str:
        own_id = f"#{self.names.target(compound.id)}" if compound.id else ""
        classes = "".join(f".{self.names.classes[name]}" for name in compound.classes)
        return f"{compound.tag}{own_id}{classes}"


def _escaped(text: str) -> str:
    for character, entity in _ENTITIES:
        text = text.replace(character, entity)
    return text


_ENTITIES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("\r", "&#13;"))
