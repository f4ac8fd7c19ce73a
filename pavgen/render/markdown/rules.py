"""Rules that both forms of markdown share: keeping places, and reading tokens."""

from collections.abc import Callable, Iterator, Mapping

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from pavgen.render.markdown.notes import Notes

InlineRule = Callable[[StateInline, bool], bool]


def keep_places(parser: MarkdownIt, rules: Mapping[str, InlineRule]) -> None:
    """Replace inline rules by ones whose tokens remember where in their block they began.

    The parser itself knows the lines of blocks only.
    """
    for name, rule in rules.items():
        parser.inline.ruler.at(name, _placed(rule))


def place_of(token: Token) -> int:
    """Return where an inline token began: characters from the start of its block's text."""
    place = token.meta.get("at", 0)
    return place if isinstance(place, int) else 0


def line_of(inline: Token, token: Token) -> int:
    """Return the line, from 0 within the text, on which a token within `inline` began."""
    first = inline.map[0] if inline.map else 0
    return first + inline.content.count("\n", 0, place_of(token))


def preceded_by_bang(inline: Token, token: Token) -> bool:
    """Say whether a link stands after an unescaped `!`, which makes it an image."""
    before = inline.content[: place_of(token)]
    if not before.endswith("!"):
        return False
    escapes = len(before) - 1 - len(before[:-1].rstrip("\\"))
    return escapes % 2 == 0


def own_addresses(parser: MarkdownIt) -> None:
    """Let every address through the parser as written: we judge them all, and give reasons."""
    parser.normalizeLink = _as_written  # type: ignore[method-assign]  # the parser's own hook
    parser.validateLink = _any_address  # type: ignore[method-assign]  # the same


def refuse_depth(tokens: list[Token], limit: int, notes: Notes) -> None:
    """Note where the parser dropped text: it does not read a block at its limit."""
    for line, depth, holds_blocks in _depths(tokens):
        if depth > limit or (holds_blocks and depth == limit):
            what = f"nested more than {limit} deep"
            notes.error(line, "prose-nesting", what, "flatten the quotes, lists and emphasis")
            return


def _depths(tokens: list[Token]) -> Iterator[tuple[int, int, bool]]:
    """Yield (line, open elements, whether it holds blocks) at each element that opens."""
    depth = line = 0
    for token in tokens:
        line = token.map[0] if token.map else line
        depth += token.nesting
        if token.nesting > 0:
            yield line, depth, token.type not in _LEAVES
        inner = depth
        for child in token.children or ():
            inner += child.nesting
            if child.nesting > 0:
                yield line, inner, False


def text_of(children: list[Token]) -> str:
    """Return the words of inline tokens, without markup; a line break is a space."""
    return "".join(_words(child) for child in children)


def _words(token: Token) -> str:
    match token.type:
        case "text" | "code_inline" | "html_shown" | "text_special":
            return token.content
        case "softbreak" | "hardbreak":
            return " "
        case "html_inline":
            return " " if token.content.casefold().startswith("<br") else ""
        case "image":
            return text_of(token.children or [])
        case _:
            return ""


def _as_written(url: str) -> str:
    return url


def _any_address(url: str) -> bool:
    return isinstance(url, str)


_LEAVES = {"paragraph_open", "heading_open", "dt_open", "th_open", "td_open", "title_open"}


def _placed(rule: InlineRule) -> InlineRule:
    def placed(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the parser's form
        at, before = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        if not silent:
            for token in state.tokens[before:]:
                if token.type != "text":
                    token.meta.setdefault("at", at)
                    break
        return True

    return placed
