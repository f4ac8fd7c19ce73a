"""Walkways: the points people walk between, and how far it is from one to the next."""

from typing import Literal

from pavgen.kernel.values import dataclass

NodeKind = Literal["booth", "feature", "crossing", "path"]


@dataclass(frozen=True, slots=True, order=True)
class Node:
    """A point in a hall: before a booth, at a feature, or on the centre line of an aisle.

    `place` is the id of the booth or feature. A `crossing` is where ways meet or change, a `path`
    is where one leaves the centre line for a booth or feature.
    """

    hall: str
    x: int
    y: int
    kind: NodeKind
    place: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Edge:
    """A straight walk between two nodes, `a` before `b`, by their numbers; length in centimetres.

    `aisle` is the id of the aisle it runs in, empty for a walk through a door.
    """

    a: int
    b: int
    length: int
    aisle: str


@dataclass(frozen=True, slots=True)
class Network:
    """Where one can walk; nodes are numbered from 0."""

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
