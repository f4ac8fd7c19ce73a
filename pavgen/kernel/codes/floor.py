"""Codes for floor plans."""

from pavgen.kernel.codes.code import Code

FLOOR_CODES: tuple[Code, ...] = (
    Code("adjacency-self", "a booth is said to be next to itself", "name two booths"),
    Code("adjacency-twice", "two corrections of one pair of booths", "keep one of them"),
    Code("aisle-apart", "no entrance leads to an aisle", "let it touch another aisle or a door"),
    Code("aisle-blocked", "what stands in an aisle leaves no way", "leave the least width free"),
    Code("aisle-narrow", "aisle too narrow to be walked", "widen it, or change `narrowest`"),
    Code("booth-kind", "kind of booth that does not fit its place", "give the kind it has there"),
    Code("booth-unreached", "nobody can walk to a booth", "let an aisle run along one side of it"),
    Code("door-blocked", "no way leads to a door", "let an aisle as wide as the least end at it"),
    Code("feature-unreached", "nobody can walk to a feature", "let an aisle run along it"),
    Code("floor-id-twice", "two of a floor plan have one id", "rename one of them"),
    Code(
        "floor-outside", "booth or feature reaches out of its hall", "move it, or resize the hall"
    ),
    Code("floor-overlap", "two stand in one place", "move one of them, or make it smaller"),
    Code("hall-no-aisle", "hall with booths and no aisle", "draw its aisles"),
    Code("hall-no-entrance", "hall without a way in", "add an entrance"),
    Code("hall-no-exit", "hall without a way out", "add an exit"),
    Code("passage-kind", "passage through what is no door", "lead from entrance to entrance"),
    Code("passage-one-way", "passage that leads nowhere back", "let both ends name each other"),
    Code("passage-same-hall", "passage within one hall", "name a door of another hall"),
    Code("shape-crossing", "outline that crosses itself", "give the corners in turn"),
    Code("shape-flat", "outline without an area", "give three corners or more"),
    Code("shape-missing", "booth or feature without a shape", "give a rectangle or a `polygon`"),
    Code("shape-twice", "both a rectangle and a polygon", "keep one of them"),
)
