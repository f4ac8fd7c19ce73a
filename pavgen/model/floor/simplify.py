"""A network without what nobody needs: dead ends, and points where a walk just goes on."""

from math import isqrt

from pavgen.model.floor.geometry import squared, turn
from pavgen.model.floor.network import Node

Walks = dict[tuple[Node, Node], tuple[int, str]]
"""Length and aisle of each straight walk, by its ends, the smaller first."""


def simplified(walks: Walks) -> Walks:
    """Return the walks without dead ends and without points in the midst of a straight line."""
    found = dict(walks)
    beside: dict[Node, set[Node]] = {}
    for a, b in found:
        beside.setdefault(a, set()).add(b)
        beside.setdefault(b, set()).add(a)
    pending = sorted(node for node in beside if not node.place)
    while pending:
        node = pending.pop()
        others = sorted(beside[node])
        if len(others) == 1 or (len(others) == len("ab") and _is_between(node, *others)):
            _take_out(node, others, found, beside)
            pending += [other for other in others if not other.place]
    return found


def _take_out(node: Node, others: list[Node], walks: Walks, beside: dict[Node, set[Node]]) -> None:
    gone = [walks.pop((min(node, other), max(node, other))) for other in others]
    beside[node] = set()
    for other in others:
        beside[other].discard(node)
    if len(others) > 1:
        a, b = others
        aisle = min(gone, key=lambda walk: (-walk[0], walk[1]))[1]
        whole = (isqrt(squared((a.x, a.y), (b.x, b.y))), aisle)
        walks[(a, b)] = min(walks.get((a, b), whole), whole)
        beside[a].add(b)
        beside[b].add(a)


def _is_between(node: Node, a: Node, b: Node) -> bool:
    """Say whether the way from `a` to `b` leads straight over a node."""
    before, at, after = (a.x, a.y), (node.x, node.y), (b.x, b.y)
    ahead = (at[0] - before[0]) * (after[0] - at[0]) + (at[1] - before[1]) * (after[1] - at[1])
    return a.hall == node.hall == b.hall and turn(before, at, after) == 0 and ahead >= 0
