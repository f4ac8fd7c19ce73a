"""Anchors for the headings of a staff text, and links by which a reader copies them."""

import unicodedata
from html import escape

from markdown_it.token import Token

from pavgen.model.prose import ANCHOR_PREFIX, Heading
from pavgen.render.markdown.rules import text_of


def mark_headings(tokens: list[Token]) -> tuple[Heading, ...]:
    """Give each heading a stable, unique id; below h1, which belongs to the page."""
    opened = [i for i, token in enumerate(tokens) if token.type == "heading_open"]
    shift = any(tokens[i].tag == "h1" for i in opened)
    taken: dict[str, int] = {}
    headings = []
    for i in opened:
        level = min(int(tokens[i].tag[1]) + shift, 6)
        tokens[i].tag = tokens[i + 2].tag = f"h{level}"
        text = text_of(tokens[i + 1].children or []).strip()
        anchor = ANCHOR_PREFIX + _unique(_slug(text), taken)
        tokens[i].attrs["id"] = anchor
        headings.append(Heading(level, text, anchor))
    return tuple(headings)


def link_heading(heading: Token, inline: Token) -> None:
    """Let a heading be a link to itself; where it holds a link already, add one after it."""
    address = f"#{heading.attrs['id']}"
    children = inline.children or []
    if any(child.type in {"link_open", "html_inline"} for child in children):
        name = escape(str(heading.attrs["id"]))
        mark = f' <a class="anchor" href="{escape(address)}" aria-labelledby="{name}">#</a>'
        children.append(Token("html_inline", "", 0, content=mark))
    elif children:
        opening = Token("link_open", "a", 1, attrs={"class": "anchor", "href": address})
        inline.children = [opening, *children, Token("link_close", "a", -1)]


def _slug(text: str) -> str:
    """Lower the case, keep letters, marks and digits of every script, join words by `-`."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    kept = "".join(c if unicodedata.category(c)[0] in "LMN" else " " for c in folded)
    return "-".join(kept.split()) or "section"


def _unique(slug: str, taken: dict[str, int]) -> str:
    """Add a number to a slug that was used before: `setup`, `setup-2`, `setup-3`."""
    name, number = slug, taken.get(slug, 0) + 1
    while number > 1 and (name := f"{slug}-{number}") in taken:
        number += 1
    taken[slug] = number
    taken.setdefault(name, 1)
    return name
