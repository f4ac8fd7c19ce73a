"""The `:::` syntax: a line that embeds something, or a container that a line `:::` closes."""

import re

from markdown_it.rules_block import StateBlock

from pavgen.kernel.suggest import nearest
from pavgen.kernel.values import dataclass

CONTAINERS = ("details", "important", "note", "quote", "tip", "warning")
"""What opens a container; every other name stands on one line."""

EMBEDS = (
    "article",
    "articles",
    "cta",
    "event",
    "opportunity",
    "partner",
    "partners",
    "solution",
    "solutions",
)
"""What embeds something of the site."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A line that begins with three colons; a closing line has no name."""

    name: str
    rest: str

    @property
    def contains(self) -> bool:
        """Whether it opens a container; a misspelt name is judged by the name it is nearest."""
        return self.name in CONTAINERS or nearest(self.name, (*CONTAINERS, *EMBEDS)) in CONTAINERS


def colon_block(
    state: StateBlock,
    start: int,
    end: int,
    silent: bool,  # noqa: FBT001 - the parser's form
) -> bool:
    """Read one `:::` line as a block, with what it contains; the parser's rule.

    It judges nothing: tokens `embed`, `stray` and `container_open` (with `meta["closed"]`)
    are judged when the text is read as a whole.
    """
    opening = None if state.is_code_block(start) else _opening(_line(state, start))
    if opening is None:
        return False
    if silent:
        return True
    if opening.contains:
        _push_container(state, opening, start, end)
        return True
    token = state.push("embed" if opening.name else "stray", "", 0)
    token.info, token.content, token.block = opening.name, opening.rest, True
    token.map = [start, start + 1]
    state.line = start + 1
    return True


def _push_container(state: StateBlock, opening: Opening, start: int, end: int) -> None:
    close = _closing_line(state, start, end)
    stop = end if close is None else close
    token = state.push("container_open", "div", 1)
    token.info, token.content, token.block = opening.name, opening.rest, True
    token.map = [start, stop]
    token.meta = {"closed": close is not None}
    parent, limit = state.parentType, state.lineMax
    state.parentType, state.lineMax = "container", stop
    credit = opening.name == "quote"
    if opening.rest and not credit:
        _push_title(state, opening, start)
    state.md.block.tokenize(state, start + 1, stop)
    if opening.rest and credit:
        _push_title(state, opening, start)
    state.parentType, state.lineMax = parent, limit
    token = state.push("container_close", "div", -1)
    token.info, token.content, token.block = opening.name, opening.rest, True
    state.line = stop if close is None else stop + 1


def _push_title(state: StateBlock, opening: Opening, line: int) -> None:
    state.push("title_open", "p", 1).info = opening.name
    title = state.push("inline", "", 0)
    title.content, title.map, title.children = opening.rest, [line, line + 1], []
    state.push("title_close", "p", -1).info = opening.name


def _closing_line(state: StateBlock, start: int, end: int) -> int | None:
    """Find the `:::` that belongs to the container: those of inner containers are not it."""
    depth, fence = 1, ""
    for number in range(start + 1, end):
        line = _line(state, number)
        if line and state.sCount[number] < state.blkIndent:
            return None
        marks = _FENCE.match(line)
        if fence or marks:
            fence = _after_fence(fence, marks.group() if marks else "", line)
            continue
        found = _opening(line)
        if found and (not found.name or found.contains):
            depth += 1 if found.name else -1
        if depth == 0:
            return number
    return None


def _after_fence(fence: str, marks: str, line: str) -> str:
    """Return the fence of code still open after a line, or nothing."""
    if not fence:
        return marks
    closes = marks.startswith(fence) and not line[len(marks) :].strip()
    return "" if closes else fence


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]


def _opening(line: str) -> Opening | None:
    found = _COLONS.match(line)
    return Opening(found.group(1), found.group(2).strip()) if found else None


_COLONS = re.compile(r":{3,}[ \t]*(\S*)(.*)$")
_FENCE = re.compile(r"`{3,}|~{3,}")
