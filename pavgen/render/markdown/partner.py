"""A partner's text: a narrow markdown whose output can be judged against a short table."""

import re
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline import link as link_rule
from markdown_it.token import Token

from pavgen.kernel.diagnostics import Checked
from pavgen.model.prose import Heading, Markup, Prose, ProseLimits, count_words
from pavgen.render.markdown.narrow_html import html_of
from pavgen.render.markdown.notes import Notes
from pavgen.render.markdown.partner_links import judge_links
from pavgen.render.markdown.rules import keep_places, line_of, own_addresses, refuse_depth, text_of
from pavgen.render.markdown.shortcuts import take_shortcuts
from pavgen.security.markup import partner_html
from pavgen.security.problem import quoted
from pavgen.security.text import text_problems


def render_partner(
    path: str, text: str, *, line: int = 1, slug: str, limits: ProseLimits
) -> Checked[Prose]:
    """Render what a partner wrote, or say with lines why it may not be shown.

    `line` is the line of the file on which `text` begins. The headings' anchors begin with
    `p-` and the partner's slug; the HTML bears no ids, so they serve a page that sets its own.
    With errors the value is what could be read, and still safe to show.
    """
    notes = Notes(path, line)
    prose = Prose()
    if _affordable(text, limits, notes):
        _judge_source(text, notes)
        prose = _rendered(text, slug, limits, notes)
    return Checked(prose, tuple(notes.found))


def _affordable(text: str, limits: ProseLimits, notes: Notes) -> bool:
    """Judge what can be judged before parsing, so that no parser sees too much."""
    try:
        size = len(text.encode("utf-8"))
    except UnicodeEncodeError as bad:
        at = text.count("\n", 0, bad.start)
        notes.error(at, "prose-encoding", "half a character", "save the file as UTF-8")
        return False
    lines = text.removesuffix("\n").count("\n") + 1
    notes.size(size, limits.size)
    if lines > limits.lines:
        over = f"{lines:,} lines, {lines - limits.lines:,} over the limit"
        notes.error(0, "prose-lines", over, f"shorten the text to {limits.lines:,} lines")
    return not notes.found


def _judge_source(text: str, notes: Notes) -> None:
    for problem in text_problems(text, emoji=True):
        notes.problems(text.count("\n", 0, problem.offset), [problem])


def _rendered(text: str, slug: str, limits: ProseLimits, notes: Notes) -> Prose:
    tokens = _parser(limits.nesting).parse(text)
    refuse_depth(tokens, limits.nesting, notes)
    headings = _headings(tokens, slug)
    _refuse_count("prose-headings", "headings", len(headings), limits.headings, notes)
    for inline in tokens:
        if inline.type == "inline":
            _judge_text(inline, notes)
    plain = _plain(tokens)
    words = count_words(plain)
    _refuse_count("prose-words", "words", words, limits.words, notes)
    linked = [token for token in tokens if "[" in token.content]
    links = tuple(href for inline in linked for href in judge_links(inline, notes))
    opened = sum(c.type == "link_open" for t in tokens for c in t.children or ())
    _refuse_count("prose-links", "links", opened, limits.links, notes)
    html = html_of(tokens)
    size = len(html.encode("utf-8"))
    if size > limits.html:
        what = f"the page's text would be {size:,} bytes, {size - limits.html:,} over the limit"
        notes.error(0, "prose-html-size", what, "use fewer marks and less nesting")
        return Prose()
    parts = (Markup(partner_html(html)),) if html else ()
    return Prose(parts, headings, words, (), links, (), (plain,) if plain else ())


def _refuse_count(code: str, noun: str, count: int, limit: int, notes: Notes) -> None:
    if count > limit:
        what = f"{count:,} {noun}, {count - limit:,} over the limit"
        notes.error(0, code, what, f"use at most {limit:,} {noun}")


def _headings(tokens: list[Token], slug: str) -> tuple[Heading, ...]:
    """Shift the headings below the page's own: the highest in the text to h3, others to h4."""
    opened = [t for t in tokens if t.type.startswith("heading_")]
    top = min((t.tag for t in opened), default="h1")
    for token in opened:
        token.tag = "h3" if token.tag == top else "h4"
    titles = [
        (token, text_of(tokens[i + 1].children or []).strip())
        for i, token in enumerate(tokens)
        if token.type == "heading_open"
    ]
    return tuple(
        Heading(int(token.tag[1]), title, f"p-{slug}-{number}")
        for number, (token, title) in enumerate(titles, start=1)
    )


def _judge_text(inline: Token, notes: Notes) -> None:
    for child in inline.children or ():
        if child.type == "html_shown":
            line, shown = line_of(inline, child), quoted(child.content)
            if child.info:
                remedy = "write `[text](https://…)` for a link"
                notes.warn(line, "prose-autolink-shown", f"{shown} is shown as text here", remedy)
            else:
                what = f"HTML is shown as text here: {shown}"
                notes.warn(line, "prose-html-shown", what, "use markdown")
    _judge_entities(inline, notes)


def _judge_entities(inline: Token, notes: Notes) -> None:
    """Judge characters written as entities, which the judge of the source cannot see."""
    text = text_of(inline.children or []) if "&" in inline.content else ""
    if set(text) - set(inline.content):
        found = text_problems(text, emoji=True)
        hidden = [p for p in found if text[p.offset] not in inline.content]
        notes.problems(inline.map[0] if inline.map else 0, hidden)


def _plain(tokens: list[Token]) -> str:
    blocks = (
        text_of(t.children or []) if t.type == "inline" else t.content.rstrip("\n")
        for t in tokens
        if t.type in {"inline", "fence", "code_block"}
    )
    return "\n".join(block for block in blocks if block)


@lru_cache(maxsize=8)
def _parser(nesting: int) -> MarkdownIt:
    """Build a parser from nothing: what is not named here does not exist for partners.

    Reference links are absent because one definition used often makes megabytes of a few
    kilobytes; tables for the same reason.
    """
    parser = MarkdownIt("zero", {"html": False, "maxNesting": nesting})
    parser.enable(["blockquote", "code", "fence", "heading", "hr", "lheading", "list"])
    parser.enable(["backticks", "emphasis", "entity", "escape", "link", "newline"])
    parser.inline.ruler.before("backticks", "html_shown", _html_shown)
    keep_places(parser, {"html_shown": _html_shown, "link": link_rule})
    own_addresses(parser)
    take_shortcuts(parser)
    return parser


def _html_shown(
    state: StateInline,
    silent: bool,  # noqa: FBT001 - the parser's form
) -> bool:
    """Take a tag or an address in angle brackets as text, and remember that it was one."""
    if state.src[state.pos] != "<":
        return False
    found = _TAG.match(state.src, state.pos, state.posMax)
    address = None if found else _ADDRESS.match(state.src, state.pos, state.posMax)
    match = found or address
    if match is None:
        return False
    if not silent:
        token = state.push("html_shown", "", 0)
        token.content = match.group()
        token.info = "address" if address else ""
    state.pos = match.end()
    return True


_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:[\s/][^<>]*)?>|<!--|<[!?][A-Za-z\[]+")
_ADDRESS = re.compile(r"<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]+@[^\s<>@]+)>")
