"""A hostile XML file as a small tree, read without entities and within limits.

The limits are enforced while expat runs, so that a bomb is refused at its first excess and
not after it has been unpacked.
"""

from collections.abc import Iterator
from dataclasses import field
from typing import Never
from xml.parsers import expat

from pavgen.kernel.codes.logos import LOGO_REMEDIES
from pavgen.kernel.values import dataclass
from pavgen.security.problem import Problem, quoted

_SEPARATOR = " "
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class XmlLimits:
    """How much one document may hold; lengths in characters, the file in bytes."""

    file_bytes: int
    elements: int
    depth: int
    attributes: int
    attribute_length: int


@dataclass(frozen=True, slots=True)
class Element:
    """One element by its parsed name; attribute keys are `name`, or `namespace name`.

    `offset` counts bytes from the start of the file. Children keep the order of the document.
    """

    namespace: str
    name: str
    attributes: dict[str, str]
    offset: int
    children: "list[Element | str]" = field(default_factory=list)

    def elements(self) -> "Iterator[Element]":
        """Give this element and all below it, in the order of the document."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.elements()


def read_xml(data: bytes, limits: XmlLimits) -> Element | Problem:
    """Read UTF-8 XML into a tree, or say why not; nothing outside the file is ever loaded.

    A DOCTYPE is dropped when it only names an external subset; one that declares anything
    is refused, since entities are how small files become large ones. Comments and
    processing instructions are left out.
    """
    if len(data) > limits.file_bytes:
        what = f"the file has {len(data)} bytes, at most {limits.file_bytes} are allowed"
        return _problem("svg-limit", 0, what)
    try:
        text = data.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        return _problem("svg-malformed", error.start, "the file is not UTF-8")
    reading = _Reading(limits)
    try:
        reading.parser.Parse(text.encode(), True)  # noqa: FBT003 - expat takes it by position
    except _RefusedError as error:
        return error.problem
    except expat.ExpatError as error:
        reason = expat.ErrorString(error.code)
        what = f"the file is not well-formed XML: {reason}"
        return _problem("svg-malformed", reading.parser.ErrorByteIndex, what)
    return reading.root()


def _problem(code: str, offset: int, what: str) -> Problem:
    return Problem(code, offset, what, LOGO_REMEDIES[code])


class _RefusedError(Exception):
    """Stops expat from within a callback; caught in `read_xml` and never seen outside."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.what)
        self.problem = problem


class _Reading:
    """The state of one parse: the open elements and the counts so far."""

    def __init__(self, limits: XmlLimits) -> None:
        self.limits = limits
        self.count = 0
        self.open: list[Element] = []
        self.first: list[Element] = []
        self.parser = expat.ParserCreate("utf-8", _SEPARATOR)
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.characters
        self.parser.StartDoctypeDeclHandler = self.doctype
        self.parser.EntityDeclHandler = self.entity
        self.parser.SkippedEntityHandler = self.skipped

    def root(self) -> Element:
        return self.first[0]

    def start(self, full_name: str, attributes: dict[str, str]) -> None:
        self.count += 1
        self.check_limits(attributes)
        namespace, _, name = full_name.rpartition(_SEPARATOR)
        element = Element(namespace, name, attributes, self.parser.CurrentByteIndex)
        (self.open[-1].children if self.open else self.first).append(element)
        self.open.append(element)

    def check_limits(self, attributes: dict[str, str]) -> None:
        limits = self.limits
        if self.count > limits.elements:
            self.refuse("svg-limit", f"there are more than {limits.elements} elements")
        if len(self.open) >= limits.depth:
            self.refuse("svg-limit", f"elements stand more than {limits.depth} deep")
        if len(attributes) > limits.attributes:
            self.refuse("svg-limit", f"one element has more than {limits.attributes} attributes")
        if any(len(value) > limits.attribute_length for value in attributes.values()):
            self.refuse(
                "svg-limit", f"an attribute is longer than {limits.attribute_length} characters"
            )

    def end(self, _: str) -> None:
        self.open.pop()

    def characters(self, text: str) -> None:
        self.open[-1].children.append(text)

    def doctype(self, _name: str, _system: str | None, _public: str | None, internal: int) -> None:
        if internal:
            self.refuse("svg-entities", "the DOCTYPE declares entities or other things of its own")

    def entity(self, *_: object) -> None:
        self.refuse("svg-entities", "the file declares an entity")

    def skipped(self, name: str, _is_parameter: int) -> None:
        self.refuse("svg-entities", f"the entity {quoted(name)} is not declared in the file")

    def refuse(self, code: str, what: str) -> Never:
        raise _RefusedError(_problem(code, self.parser.CurrentByteIndex, what))
