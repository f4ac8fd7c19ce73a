"""What a drawing costs to draw: its size after every reference is followed, and its loops.

The graph has an edge to each child and to each element referred to; the cost of an element
is one plus the costs behind its edges, so a `use` of a `use` multiplies as it does in a
browser. Costs stop counting just above the limit: a bomb costs as little to judge as a logo.
"""

from collections.abc import Iterator

from pavgen.security.problem import Problem, quoted
from pavgen.security.svg.node import Drawing, Node
from pavgen.security.svg.references import Matches, first_by_id
from pavgen.security.svg.refusal import refusal
from pavgen.security.svg.values import numbers
from pavgen.security.svg.vocabulary import (
    EXPANSION_LIMIT,
    FILTER_LIMIT,
    GRADIENTS,
    USE_LIMIT,
)

FILTER_STEP_COST = 25
_PAINTS = frozenset({"fill", "stroke"})


def check_cost(drawing: Drawing) -> tuple[Problem, ...]:
    """Say what would make the drawing slow or endless to draw."""
    looping = _Graph(drawing).measure()
    return (*_check_filters(drawing), *_check_uses(drawing), *((looping,) if looping else ()))


class _Graph:
    def __init__(self, drawing: Drawing) -> None:
        self.root = drawing.root
        self.by_id = first_by_id(drawing.root)
        self.matches = Matches(drawing.rules)
        self.costs: dict[int, int] = {}
        self.references: dict[int, list[tuple[str, Node]]] = {}
        self.edge_count = 0

    def measure(self) -> Problem | None:
        """Set the cost of every node reached, or say why it cannot be told.

        An explicit stack and not recursion, since a chain of references may be as long as
        the drawing has elements.
        """
        entered: set[int] = set()
        stack = [self.root]
        while stack:
            node = stack[-1]
            key = id(node)
            if key in self.costs:
                stack.pop()
            elif key in entered:
                self.costs[key] = min(self.cost(node), _ENDLESS)
                stack.pop()
            else:
                entered.add(key)
                for target in self.enter(node):
                    if id(target) in entered and id(target) not in self.costs:
                        return _loop(target)
                    stack.append(target)
                if self.edge_count > EXPANSION_LIMIT:
                    return _TOO_COSTLY
        return _TOO_COSTLY if self.costs[id(self.root)] > EXPANSION_LIMIT else None

    def enter(self, node: Node) -> list[Node]:
        """Note the references of a node; give all its edges."""
        own = [(name, value.target) for name, value in node.attributes.items() if value.target]
        own += [(style.name, style.value.target) for style in node.styles if style.value.target]
        references = dict.fromkeys([*own, *self.matches.of(node)])
        found = [(name, self.by_id[old]) for name, old in references if old in self.by_id]
        children = [child for child in node.children if isinstance(child, Node)]
        self.references[id(node)] = found
        self.edge_count += len(found) + len(children)
        return [*children, *(target for _, target in found)]

    def cost(self, node: Node) -> int:
        """Cost of a node whose edges are all measured.

        A paint is inherited, so a pattern is charged once for each thing the node draws;
        a gradient is drawn as cheaply as a colour.
        """
        base = FILTER_STEP_COST if node.name.startswith("fe") else 1
        base += sum(self.costs[id(child)] for child in node.children if isinstance(child, Node))
        patterns = 0
        for name, target in self.references[id(node)]:
            if name not in _PAINTS:
                base += self.costs[id(target)]
            elif target.name in GRADIENTS:
                base += 1
            else:
                patterns += self.costs[id(target)]
        return base * (1 + patterns)


_ENDLESS = EXPANSION_LIMIT + 1
_TOO_COSTLY = refusal(
    "svg-cost",
    0,
    f"the drawing grows beyond {EXPANSION_LIMIT} elements when references are followed",
)


def _loop(node: Node) -> Problem:
    what = f"the element {quoted(node.name)} with the id {quoted(node.id)} leads back to itself"
    return refusal("svg-loop", node.offset, what)


def _check_uses(drawing: Drawing) -> Iterator[Problem]:
    uses = [node for node in drawing.root.nodes() if node.name == "use"]
    if len(uses) > USE_LIMIT:
        what = f"there are {len(uses)} `use` elements, at most {USE_LIMIT} are allowed"
        yield refusal("svg-limit", uses[USE_LIMIT].offset, what)


def _check_filters(drawing: Drawing) -> Iterator[Problem]:
    for node in drawing.root.nodes():
        if node.name != "filter" and not node.name.startswith("fe"):
            continue
        for name in sorted(_FILTER_SIZES & node.attributes.keys()):
            largest = max(map(abs, numbers(node.attributes[name].text)), default=0)
            if largest > FILTER_LIMIT:
                what = f"the attribute `{name}` of {quoted(node.name)} is beyond {FILTER_LIMIT}"
                yield refusal("svg-cost", node.offset, what)


_FILTER_SIZES = frozenset({"x", "y", "width", "height", "stdDeviation", "radius", "dx", "dy"})
