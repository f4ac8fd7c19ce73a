"""HTML that may be shown: the type that says so is minted here and nowhere else."""

import json
from html import escape
from html.parser import HTMLParser

import nh3

from pavgen.kernel.canonical import Json
from pavgen.kernel.diagnostics import DefectError

PARTNER_REL = "nofollow ugc noopener"
"""What a link to a partner's own site says of itself to search engines and browsers."""

PAYING_REL = "nofollow sponsored noopener"
"""What it says in place of that while the partner has a place that was paid for."""

PARTNER_TAGS = frozenset(
    {"a", "blockquote", "br", "code", "em", "h3", "h4", "hr", "li", "ol", "p", "pre", "strong"}
    | {"ul"}
)
"""The elements a partner's text may become."""

PARTNER_ATTRIBUTES = {"a": frozenset({"href", "rel"}), "ol": frozenset({"start"})}
"""The attributes a partner's text may bear, by element."""

PARTNER_SCHEMES = frozenset({"https", "mailto", "tel"})


class SafeHtml(str):
    """Text that is finished HTML; templates leave it as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        return str(self)


def partner_html(html: str) -> SafeHtml:
    """Vouch for HTML that our own renderer made of a partner's text.

    A second, independent sanitiser with the same table must find nothing to remove. When it
    does, the renderer is broken and DefectError is raised: better no page than a bad one.
    """
    clean = _CLEANER.clean(html)
    if clean != html and _events(clean) != _events(html):
        raise DefectError("the sanitiser changed the HTML of a partner's text")
    return SafeHtml(clean)


def paying_html(html: SafeHtml) -> SafeHtml:
    """Mark the links of a partner's text as those of one that pays.

    Only the renderer writes this attribute before a bare `>`: in what a partner wrote that
    character is escaped.
    """
    return SafeHtml(html.replace(f' rel="{PARTNER_REL}">', f' rel="{PAYING_REL}">'))


def staff_html(html: str) -> SafeHtml:
    """Vouch for HTML made of what staff wrote, who are trusted with HTML of their own."""
    return SafeHtml(html)


def kept_html(html: str) -> SafeHtml:
    """Vouch once more for HTML that was vouched for when it was kept, and came back unchanged."""
    return SafeHtml(html)


def json_block(value: Json) -> SafeHtml:
    """Return a data block that holds `value` as JSON-LD and that no text within can close.

    The characters that HTML, or a script, could take for its own are written as JSON escapes,
    so that a JSON parser reads exactly `value` and an HTML parser exactly one element.
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    data = text.translate(_IN_A_BLOCK)
    return SafeHtml(f'<script type="application/ld+json">{data}</script>')


def iframe_code(src: str, title: str, height: int) -> str:
    """Return the line of HTML that shows a list of ours in somebody else's page, to be copied.

    It is plain text here, and printed escaped. The frame may open links in new tabs and do
    nothing else: it has no scripts and cannot touch the page around it.
    """
    return (
        f'<iframe src="{escape(src)}" title="{escape(title)}" width="100%" height="{height}" '
        'loading="lazy" sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox">'
        "</iframe>"
    )


_IN_A_BLOCK = {ord(c): f"\\u{ord(c):04x}" for c in "<>&'\u2028\u2029"}

_CLEANER = nh3.Cleaner(
    tags=set(PARTNER_TAGS),
    attributes={tag: set(names) for tag, names in PARTNER_ATTRIBUTES.items()},
    url_schemes=set(PARTNER_SCHEMES),
    link_rel=None,
    generic_attribute_prefixes=set(),
)

_Event = tuple[str, str, tuple[tuple[str, str], ...]]


def _events(html: str) -> list[_Event]:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.events


class _Reader(HTMLParser):
    """What a document says, however its characters are escaped."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.events: list[_Event] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.events.append(("start", tag, tuple((name, value or "") for name, value in attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.events.append(("end", tag, ()))

    def handle_data(self, data: str) -> None:
        if self.events and self.events[-1][0] == "text":
            data = self.events.pop()[1] + data
        self.events.append(("text", data, ()))

    def handle_comment(self, data: str) -> None:
        self.events.append(("comment", data, ()))
