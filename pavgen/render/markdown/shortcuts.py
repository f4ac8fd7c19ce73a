"""What most text is, plain words between empty lines, read without asking every rule.

The tokens are those the parser's own rules would make; whatever might be anything else is
left to these rules.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.common.utils import mdTrim
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

_CODE = 4  # columns by which code is indented


def take_shortcuts(parser: MarkdownIt) -> None:
    """Put the shortcuts before the rules of a parser; the last thing to do to it."""
    parser.core.ruler.at("inline", _inline)
    parser.block.ruler.before("table", "plain_paragraph", _paragraph)


def _inline(state: StateCore) -> None:
    """Read what stands in blocks: words without a mark are one token of text."""
    for token in state.tokens:
        if token.type != "inline":
            continue
        content = token.content
        if not content or _MARKED.search(content):
            children = [] if token.children is None else token.children
            token.children = state.md.inline.parse(content, state.md, state.env, children)
        elif "\n" in content:
            token.children = _lines(content)
        else:
            token.children = [Token("text", "", 0, content=content)]


def _lines(content: str) -> list[Token]:
    first, *others = content.split("\n")
    found = [Token("text", "", 0, content=first)] if first else []
    for line in others:
        found.append(Token("softbreak", "br", 0))
        words = line.lstrip(" \t")
        if words:
            found.append(Token("text", "", 0, content=words))
    return found


def _paragraph(
    state: StateBlock,
    start: int,
    end: int,
    silent: bool,  # noqa: FBT001 - the parser's form
) -> bool:
    """Read one line as a paragraph where it begins with a letter and nothing can go on with it."""
    del end
    at = state.bMarks[start] + state.tShift[start]
    is_code = state.sCount[start] - state.blkIndent >= _CODE
    if silent or is_code or not state.src[at].isalpha() or not _ends_before(state, start + 1):
        return False
    lines = [start, start + 1]
    state.line = start + 1
    state.push("paragraph_open", "p", 1).map = lines
    inline = state.push("inline", "", 0)
    inline.content = mdTrim(state.src[at : state.eMarks[start]])
    inline.map, inline.children = [start, start + 1], []
    state.push("paragraph_close", "p", -1)
    # The rule for underlined headings, asked before that for paragraphs, leaves this behind.
    state.parentType = "paragraph"
    return True


def _ends_before(state: StateBlock, line: int) -> bool:
    """Say whether a paragraph surely ends before a line: an empty one, or its list's next item."""
    if line >= state.lineMax:
        return True
    at = state.bMarks[line] + state.tShift[line]
    if at >= state.eMarks[line]:
        return not _may_define(state, line + 1)
    indent = state.sCount[line]
    is_of_list = state.listIndent >= 0 and 0 <= indent - state.listIndent < _CODE
    return is_of_list and indent < state.blkIndent and state.src[at : at + 2] in _ITEMS


def _may_define(state: StateBlock, line: int) -> bool:
    """Say whether a line begins as a definition does, which makes a term of what is above it."""
    if line >= len(state.bMarks):
        return False
    return state.src.startswith((":", "~"), state.bMarks[line] + state.tShift[line])


_ITEMS = {"- ", "* ", "+ "}
# What begins any inline rule of ours, and blanks before a line break, which may make it a hard one.
_MARKED = re.compile(r"[`<*_&\\\[~]| \n")
