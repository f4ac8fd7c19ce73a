"""The shortest way between two places of a network."""

from heapq import heappop, heappush

from pavgen.kernel.values import dataclass
from pavgen.model.floor.network import Network


@dataclass(frozen=True, slots=True)
class Route:
    """The numbers of the nodes passed, in turn, and the length of the walk in centimetres."""

    nodes: tuple[int, ...]
    length: int


def shortest(network: Network, a: str, b: str) -> Route | None:
    """Return the shortest walk from one booth or feature to another, or None.

    A place with several fronts is left and entered by whichever serves best. Of walks of equal
    length the one is taken that, from its end backwards, passes nodes of smaller numbers
    (Dijkstra 1959).
    """
    starts = [n for n, node in enumerate(network.nodes) if node.place == a]
    goals = {n for n, node in enumerate(network.nodes) if node.place == b}
    before: dict[int, int] = {}
    settled: dict[int, int] = {}
    queue = [(0, start, start) for start in starts]
    steps = _steps(network)
    while queue:
        length, node, previous = heappop(queue)
        if node in settled:
            continue
        settled[node], before[node] = length, previous
        if node in goals:
            return Route(_back(before, node), length)
        for beyond, further in steps.get(node, ()):
            if beyond not in settled:
                heappush(queue, (length + further, beyond, node))
    return None


def _steps(network: Network) -> dict[int, list[tuple[int, int]]]:
    found: dict[int, list[tuple[int, int]]] = {}
    for edge in network.edges:
        found.setdefault(edge.a, []).append((edge.b, edge.length))
        found.setdefault(edge.b, []).append((edge.a, edge.length))
    return found


def _back(before: dict[int, int], node: int) -> tuple[int, ...]:
    found = [node]
    while before[node] != node:
        node = before[node]
        found.append(node)
    return tuple(reversed(found))
