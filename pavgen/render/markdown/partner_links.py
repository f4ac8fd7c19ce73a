"""Links in a partner's text: judged one by one, the host shown beside those it is not in."""

import re

from markdown_it.token import Token

from pavgen.render.markdown.notes import Notes
from pavgen.render.markdown.rules import line_of, preceded_by_bang, text_of
from pavgen.security.problem import quoted
from pavgen.security.urls import SafeUrl, parse_link


def judge_links(inline: Token, notes: Notes) -> list[str]:
    """Give each link its judged address and return these; a refused link leaves its text.

    A reader must see where a link leads, so the host follows a text that does not name it.
    """
    hrefs: list[str] = []
    kept: list[Token] = []
    opening: tuple[int, SafeUrl] | None = None
    for child in inline.children or ():
        if child.type == "link_open":
            url = _judged(inline, child, notes)
            if url:
                opening = (len(kept), url)
                child.attrs = {"href": url.href}
                hrefs.append(url.href)
                kept.append(child)
        elif child.type != "link_close":
            kept.append(child)
        elif opening:
            start, url = opening
            kept.extend(_closing(child, text_of(kept[start + 1 :]), url))
            opening = None
    if inline.children:
        inline.children = kept
    return hrefs


def _judged(inline: Token, link: Token, notes: Notes) -> SafeUrl | None:
    line, address = line_of(inline, link), str(link.attrs["href"])
    if preceded_by_bang(inline, link):
        what = f"an image, {quoted(address)}, in the text"
        remedy = "give images by the fields of the listing, or remove the `!` to link to it"
        notes.error(line, "prose-image-field", what, remedy)
        return None
    url = parse_link(address)
    if isinstance(url, SafeUrl):
        return url
    notes.problems(line, url)
    return None


def _closing(close: Token, text: str, url: SafeUrl) -> list[Token]:
    shown = url.display
    if not text.strip():
        return [Token("text", "", 0, content=shown), close]
    if not url.host or _names(text, shown):
        return [close]
    return [close, Token("text", "", 0, content=f" ({shown})")]


def _names(text: str, host: str) -> bool:
    """Say whether the text shows this host whole: `notacme.com` does not show `acme.com`."""
    if text.isascii() and host.isascii() and host.lower() not in text.lower():
        return False  # as nearly always; an expression for each host is dear to make
    whole = rf"(?<![\w.-]){re.escape(host)}(?![\w-]|\.\w)"
    return re.search(whole, text.replace("www.", ""), re.IGNORECASE) is not None
