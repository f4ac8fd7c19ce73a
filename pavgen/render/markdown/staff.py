"""A text by staff: all of CommonMark, the usual extensions, records and blocks of the site."""

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_inline import autolink, html_inline, image, link
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

from pavgen.kernel.diagnostics import Checked
from pavgen.model.prose import Heading, Prose, RecordTitle, count_words
from pavgen.render.markdown.blocks import colon_block
from pavgen.render.markdown.embeds import judge_embed
from pavgen.render.markdown.footnotes import footnote_ids, judge_footnotes, write_footnote
from pavgen.render.markdown.headings import link_heading, mark_headings
from pavgen.render.markdown.notes import Notes
from pavgen.render.markdown.raw_html import RawHtml
from pavgen.render.markdown.rules import keep_places, line_of, own_addresses, refuse_depth, text_of
from pavgen.render.markdown.shortcuts import take_shortcuts
from pavgen.render.markdown.staff_blocks import judge_container, judge_fence, write_block
from pavgen.render.markdown.staff_inline import Found, caption_figure, judge_inline

MOST_BYTES = 512 * 1024
"""The size of a staff text: more than a long novel, and parsed within seconds."""

NESTING = 64
"""Open elements a staff text may have; over it the parser would drop text."""


def render_staff(path: str, text: str, *, line: int = 1) -> Checked[Prose]:
    """Render what staff wrote; `line` is the line of the file on which `text` begins.

    With errors the value is what could be read, so that its links are checked all the same.
    """
    notes = Notes(path, line)
    notes.size(len(text.encode("utf-8", "surrogatepass")), MOST_BYTES)
    if notes.found:
        return Checked(Prose(), tuple(notes.found))
    tokens = _parser().parse(text, {})
    refuse_depth(tokens, NESTING, notes)
    raw = _judged_html(tokens, notes)
    headings = mark_headings(tokens)
    judge_footnotes(text, tokens, notes)
    anchors = [*(h.anchor for h in headings), *raw.ids, *footnote_ids(tokens)]
    found = Found(notes, frozenset(anchors))
    for token in tokens:
        _judge(token, found)
    prose = _prose(tokens, headings, found, raw)
    return Checked(prose, tuple(notes.found))


def _judged_html(tokens: list[Token], notes: Notes) -> RawHtml:
    raw = RawHtml(notes)
    for token in tokens:
        if token.type == "html_block":
            raw.read(token.content, token.map[0] if token.map else 0)
        for child in token.children or ():
            if child.type == "html_inline":
                raw.read(child.content, line_of(token, child))
    raw.finish()
    return raw


def _judge(token: Token, found: Found) -> None:
    line = token.map[0] if token.map else 0
    match token.type:
        case "inline":
            judge_inline(token, found)
        case "fence":
            judge_fence(token, found.notes)
        case "container_open":
            judge_container(token, found.notes)
        case "stray":
            remedy = "remove this line, or open a block above it: `::: note`"
            found.notes.error(line, "prose-block-stray", "`:::` closes nothing", remedy)
        case "embed":
            judged = judge_embed(token.info, token.content, line, found.notes)
            if judged:
                embed, records = judged
                found.references.extend(records)
                token.meta["mark"] = found.slots.hold(embed)
        case _:
            pass


def _prose(tokens: list[Token], headings: tuple[Heading, ...], found: Found, raw: RawHtml) -> Prose:
    plain = found.slots.plain(_plain(tokens))
    words = sum(1 if isinstance(piece, RecordTitle) else count_words(piece) for piece in plain)
    parser = _parser()
    html = str(parser.renderer.render(_written(tokens), parser.options, {}))
    return Prose(
        found.slots.parts(html),
        headings,
        words,
        tuple(found.references),
        (*found.links, *raw.links),
        (*found.images, *raw.images),
        plain,
    )


def _plain(tokens: list[Token]) -> str:
    return "\n".join(block for block in map(_words, tokens) if block.strip())


def _words(token: Token) -> str:
    match token.type:
        case "inline":
            return text_of(token.children or [])
        case "fence" | "code_block":
            return token.content.rstrip("\n")
        case "html_block":
            return unescape(" ".join(_TAG.sub(" ", token.content).split()))
        case _:
            return ""


def _written(tokens: list[Token]) -> list[Token]:
    """Turn what the parser's renderer does not know into HTML it passes on."""
    for opening, inline, closing in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if opening.type == "heading_open":
            link_heading(opening, inline)
        elif opening.type == "paragraph_open":
            caption_figure(opening, inline, closing)
        elif opening.type == "th_open" and not inline.content:
            # A heading that says nothing would be read out as one.
            opening.tag = closing.tag = "td"
    return [new for token in tokens for new in _replaced(token)]


def _replaced(token: Token) -> Iterator[Token]:
    if token.type == "embed":
        yield Token("html_block", "", 0, content=token.meta.get("mark", ""))
    elif token.type != "stray":
        if token.children:
            token.children = [write_footnote(child) for child in token.children]
        yield from write_block(write_footnote(token))


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": NESTING, "xhtmlOut": False})
    parser.enable(["table", "strikethrough"])
    parser.use(footnote_plugin, inline=False).use(deflist_plugin)
    parser.use(tasklists_plugin, label=True)
    outer: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    parser.block.ruler.before("fence", "colon_block", colon_block, outer)
    rules = {"link": link, "image": image, "autolink": autolink, "html_inline": html_inline}
    keep_places(parser, rules)
    own_addresses(parser)
    take_shortcuts(parser)
    return parser


# One that does not end reaches to the end: to look for its `>` from each `<` would take long.
_TAG = re.compile(r"<!--.*?(?:-->|\Z)|<[^>]*(?:>|\Z)", re.DOTALL)
