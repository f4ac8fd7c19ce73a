"""The one way in: bytes of an untrusted SVG become a drawing that can only draw."""

from pavgen.kernel.values import dataclass
from pavgen.security.problem import Problem, quoted
from pavgen.security.svg.build import build_drawing
from pavgen.security.svg.cost import check_cost
from pavgen.security.svg.refusal import refusal
from pavgen.security.svg.size import Size, measure
from pavgen.security.svg.vocabulary import ELEMENT_LIMIT, SVG
from pavgen.security.svg.write import write_drawing
from pavgen.security.xmltree import Element, XmlLimits, read_xml

LIMITS = XmlLimits(
    file_bytes=512 * 1024,
    elements=ELEMENT_LIMIT,
    depth=32,
    attributes=64,
    attribute_length=256 * 1024,
)
SHOWN_PROBLEMS = 20


@dataclass(frozen=True, slots=True)
class CleanSvg:
    """A drawing that holds no script, link, picture, entity or name of its author.

    `data` is canonical UTF-8, the same for every input that means the same; `width` and
    `height` are whole numbers above 0 in the drawing's proportion.
    """

    data: bytes
    width: int
    height: int


def clean_svg(data: bytes) -> CleanSvg | tuple[Problem, ...]:
    """Rebuild a drawing from an allow-list, or say everything that stands in the way.

    The text is parsed, compared by parsed names, and written anew; nothing is ever edited
    in place. Offsets of problems count characters of the file without its byte order mark.
    """
    root = read_xml(data, LIMITS)
    if isinstance(root, Problem):
        return _in_characters(data, (root,))
    if (root.namespace, root.name) != (SVG, "svg"):
        return (_root_problem(root),)
    drawing, problems = build_drawing(root)
    size = measure(drawing.root)
    found = (*problems, *(() if isinstance(size, Size) else (size,)), *check_cost(drawing))
    if found or not isinstance(size, Size):
        return _in_characters(data, found)
    written = write_drawing(drawing, size, LIMITS.file_bytes)
    return (written,) if isinstance(written, Problem) else CleanSvg(written, *size.whole())


def _in_characters(data: bytes, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Turn byte offsets into character offsets; the first of each kind, and not endlessly many."""
    plain = data.removeprefix(b"\xef\xbb\xbf")
    first: dict[tuple[str, str], Problem] = {}
    for problem in sorted(problems, key=lambda p: p.offset):
        first.setdefault((problem.code, problem.what), problem)
    return tuple(
        Problem(p.code, len(plain[: p.offset].decode("utf-8", "ignore")), p.what, p.remedy)
        for p in [*first.values()][:SHOWN_PROBLEMS]
    )


def _root_problem(root: Element) -> Problem:
    found = f"{quoted(root.name)} in the namespace {quoted(root.namespace)}"
    return refusal("svg-root", 0, f"the outermost element is {found}")
