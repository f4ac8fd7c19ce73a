"""From the parsed tree to a checked drawing: only what is listed is carried over."""

from collections.abc import Mapping
from dataclasses import field

from pavgen.kernel.values import dataclass
from pavgen.security.problem import Problem, quoted
from pavgen.security.svg.node import Drawing, Node, Style, StyleRule
from pavgen.security.svg.refusal import refusal
from pavgen.security.svg.styles import check_attribute, check_sheet
from pavgen.security.svg.values import Value, read_link, read_value
from pavgen.security.svg.vocabulary import (
    ELEMENTS,
    PROPERTIES,
    SILENT_ELEMENTS,
    STYLE_LIMIT,
    SVG,
    TEXT_ELEMENTS,
    XLINK,
    XML,
)
from pavgen.security.xmltree import Element


def build_drawing(root: Element) -> tuple[Drawing, tuple[Problem, ...]]:
    """Rebuild the tree below `root`, an svg element, and say all that had to be refused.

    With problems the drawing is incomplete and must not be used.
    """
    building = _Building()
    node = building.element(root)
    return Drawing(node, tuple(building.rules)), tuple(building.problems)


@dataclass(slots=True)
class _Building:
    rules: list[StyleRule] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    sheets_length: int = 0

    def element(self, element: Element) -> Node:
        styles: tuple[Style, ...] = ()
        if raw_style := element.attributes.get("style"):
            styles, problems = check_attribute(raw_style, element.offset)
            self.problems += problems
        return Node(
            element.name,
            self.attributes(element),
            element.offset,
            styles,
            element.attributes.get("id", ""),
            tuple(element.attributes.get("class", "").split()),
            self.children(element),
        )

    def children(self, element: Element) -> list[Node | str]:
        kept: list[Node | str] = []
        for child in element.children:
            if isinstance(child, str):
                if element.name in TEXT_ELEMENTS:
                    kept.append(child)
            elif self.passes(child):
                kept.append(self.element(child))
        return kept

    def passes(self, child: Element) -> bool:
        """Whether the child is carried over; a style element is read here and not kept."""
        if child.namespace != SVG or child.name in SILENT_ELEMENTS:
            return False
        if child.name == "style":
            self.sheet(child)
            return False
        if child.name in ELEMENTS:
            return True
        code = _CODES.get(child.name, "svg-element")
        what = f"the element {quoted(child.name)} is not allowed in a logo"
        self.problems.append(refusal(code, child.offset, what))
        return False

    def sheet(self, element: Element) -> None:
        if element.attributes.get("type", "text/css").strip().lower() not in {"", "text/css"}:
            return
        media = element.attributes.get("media", "").strip().lower()
        if media not in {"", "all", "screen"}:
            what = f"a style is for the medium {quoted(media)} only"
            self.problems.append(refusal("svg-style", element.offset, what))
        text = "".join(child for child in element.children if isinstance(child, str))
        self.sheets_length += len(text)
        rules, problems = check_sheet(text, element.offset)
        if self.sheets_length > STYLE_LIMIT:
            what = f"the styles are longer than {STYLE_LIMIT} characters"
            rules, problems = (), (refusal("svg-limit", element.offset, what),)
        self.rules += rules
        self.problems += problems

    def attributes(self, element: Element) -> dict[str, Value]:
        grammars = ELEMENTS[element.name]
        kept: dict[str, Value] = {}
        for full_name, raw in element.attributes.items():
            name = _NAMES.get(full_name, full_name)
            if name != full_name and name in element.attributes:
                continue
            found = _check_attribute(name, raw, grammars)
            if isinstance(found, Value):
                kept[name] = found
            elif found:
                code, what = found
                what = f"the attribute {quoted(name)} of {quoted(element.name)} {what}"
                self.problems.append(refusal(code, element.offset, what))
        return kept


def _check_attribute(
    name: str, raw: str, grammars: Mapping[str, str]
) -> Value | tuple[str, str] | None:
    """Give the checked value, or a code with what is wrong, or None to leave it out."""
    if name == "xml:space":
        return Value("preserve") if raw == "preserve" else None
    if name.lower().startswith("on"):
        return "svg-script", "runs a script"
    grammar = grammars.get(name) or PROPERTIES.get(name) or _COMMON.get(name)
    if not grammar or not raw.strip():
        return None
    if grammar == "link":
        return read_link(raw) or ("svg-link", f"leads to {quoted(raw)}, outside the drawing")
    return read_value(grammar, raw) or ("svg-value", f"has the value {quoted(raw)}")


_NAMES = {f"{XLINK} href": "href", f"{XML} space": "xml:space"}
_COMMON = {
    "transform": "transform",
    "systemLanguage": "languages",
    "requiredExtensions": "nothing",
}
_ANIMATIONS = ("animate", "animateColor", "animateMotion", "animateTransform", "set", "mpath")
_CODES: Mapping[str, str] = {
    "a": "svg-link",
    "feImage": "svg-image",
    "foreignObject": "svg-foreign",
    "handler": "svg-script",
    "image": "svg-image",
    "listener": "svg-script",
    "script": "svg-script",
    **dict.fromkeys(_ANIMATIONS, "svg-animation"),
}
