"""What staff write as HTML: judged by what the site's content security policy allows."""

import re
from html.parser import HTMLParser

from pavgen.model.prose import Image
from pavgen.render.markdown.addresses import is_record_address, local_image, plain_address
from pavgen.render.markdown.notes import Notes
from pavgen.security.problem import quoted


class RawHtml:
    """All raw HTML of one text, read in order, piece by piece."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._open: list[tuple[str, int]] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.images: list[Image] = []

    def read(self, html: str, line: int) -> None:
        """Judge one piece, which begins on that line of the text."""
        cut = _unfinished(html)
        if cut:
            what = f"an HTML tag without its `>`: {quoted(cut.split(chr(10))[0])}"
            self._notes.error(line, "prose-html-broken", what, "end the tag with `>`")
            return
        reader = _Reader(self, line)
        reader.feed(html)
        reader.close()

    def finish(self) -> None:
        """Note the elements that are still open: they would swallow the rest of the page."""
        self._unclosed(self._open)
        self._open = []

    def start(self, tag: str, attributes: list[tuple[str, str | None]], line: int) -> None:
        """Judge a start tag and its attributes."""
        if tag in _FORBIDDEN:
            what = f"`<{tag}>` does not work under the site's security policy"
            self._notes.error(line, "prose-html-active", what, _FORBIDDEN[tag])
        for name, value in attributes:
            self._attribute(tag, name, value or "", line)
        if tag not in _VOID | _OPTIONAL:
            self._open.append((tag, line))

    def end(self, tag: str, line: int) -> None:
        """Match an end tag with the start tag it closes."""
        if tag in _VOID | _OPTIONAL:
            return
        depth = next((i for i, (t, _) in reversed(list(enumerate(self._open))) if t == tag), None)
        if depth is None:
            what = f"{quoted(f'</{tag}>')} closes nothing"
            remedy = f"remove it or open a {quoted(f'<{tag}>')}"
            self._notes.error(line, "prose-html-broken", what, remedy)
            return
        self._unclosed(self._open[depth + 1 :])
        del self._open[depth:]

    def _unclosed(self, elements: list[tuple[str, int]]) -> None:
        for tag, line in elements:
            what = f"{quoted(f'<{tag}>')} is never closed"
            self._notes.error(line, "prose-html-broken", what, f"end it with {quoted(f'</{tag}>')}")

    def _attribute(self, tag: str, name: str, value: str, line: int) -> None:
        if name == "style" or name.startswith("on") or name in {"srcdoc", "ping", "background"}:
            what = f"the attribute `{name}` does not work under the site's security policy"
            remedy = "use a class of the theme" if name == "style" else "remove it"
            self._notes.error(line, "prose-html-active", what, remedy)
        elif name == "id":
            self.ids.append(value)
        elif name in _SOURCES:
            self._source(tag, name, value, line)
        elif name in _ADDRESSES and not value.startswith("#"):
            self._address(value, line)

    def _source(self, tag: str, name: str, value: str, line: int) -> None:
        sources = value.split(",") if name == "srcset" else [value]
        for source in sources:
            src = source.strip().split(" ")[0]
            if local_image(src, line, self._notes) and tag in {"img", "source"}:
                self.images.append(Image(src, self._notes.span(line)))

    def _address(self, value: str, line: int) -> None:
        if is_record_address(value):
            what = f"{quoted(value)} is a link to a record, which HTML cannot hold"
            remedy = "write it in markdown: `[text](kind:slug)`"
            self._notes.error(line, "prose-record-kind", what, remedy)
            return
        href = plain_address(value, line, self._notes)
        if href:
            self.links.append(href)


class _Reader(HTMLParser):
    def __init__(self, whole: RawHtml, line: int) -> None:
        super().__init__(convert_charrefs=True)
        self._whole = whole
        self._first = line - 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._whole.start(tag, attrs, self._first + self.getpos()[0])

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self._whole.end(tag, self._first + self.getpos()[0])


def _unfinished(html: str) -> str:
    """Return the text from the first tag that does not end, or nothing.

    The search ends there: many such tags, each looked for to the end, would take very long.
    """
    opening = _OPENING.search(html)
    while opening:
        whole = _COMPLETE.match(html, opening.start())
        if whole is None:
            return html[opening.start() :]
        opening = _OPENING.search(html, whole.end())
    return ""


_COMPLETE = re.compile(
    r"<!--.*?-->|<[!?][^>]*>|</?[A-Za-z](?:\"[^\"]*\"|'[^']*'|[^'\">])*>", re.DOTALL
)
_OPENING = re.compile(r"<[A-Za-z/!?]")

_IN_THEME = "put it into the theme"
_LINK_TO_IT = "link to the page it would show"
_FORBIDDEN = {
    "applet": _LINK_TO_IT,
    "base": "remove it",
    "embed": _LINK_TO_IT,
    "frame": _LINK_TO_IT,
    "frameset": _LINK_TO_IT,
    "iframe": _LINK_TO_IT,
    "link": _IN_THEME,
    "meta": _IN_THEME,
    "object": _LINK_TO_IT,
    "plaintext": "indent the text, or put it between lines of three backticks",
    "script": _IN_THEME,
    "style": "use a class of the theme",
}
_SOURCES = {"src", "srcset", "poster"}
_ADDRESSES = {"href", "xlink:href", "action", "formaction", "cite", "data"}
_VOID = {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track"} | {
    "wbr",
    "base",
    "param",
}
_OPTIONAL = {"p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option"} | {
    "colgroup",
    "optgroup",
    "rt",
    "rp",
}
