"""What a preview adds to a site: a script for each page, and the files that it needs.

The script is a file and not a part of the page, so that the page's own content security policy
holds in the preview as it will in public.
"""

import re
from html import escape
from importlib.resources import files
from typing import Final

from pavgen.kernel.canonical import sha256_hex
from pavgen.serve.site import Live, ServedSite

FOLDER: Final = "/_pavgen/"
EVENTS: Final = f"{FOLDER}events"
WORKER: Final = "sw.js"
BLANK_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
"""The policy of a page that stands in where there is no site yet."""

_CLIENT = ("hold.js", "notice.css", "notice.js", "place.js", "preview.js", "sheets.js")
_SCRIPT = f"{FOLDER}preview.js"
_HOLD = f'<script src="{FOLDER}hold.js"></script>'.encode()
_START = b"<head>"
_END = b"</body>"
_SHEET = re.compile(rb"/([\w-]+)\.[0-9a-f]{8}\.css(?=[\"'?#])")
_UNSEEN = re.compile(rb"<meta property=\"og:[^>]*>")
_LINKED = re.compile(rb"<link\b[^>]*\bhref=\"([^\"]+\.[0-9a-f]{8}\.css)\"")
_PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
<link rel="stylesheet" href="/_pavgen/notice.css">
</head>
<body class="blank">
<main>
<h1>{title}</h1>
<p>{text}</p>
</main>
</body>
</html>
"""


def live_file(path: str, site: ServedSite) -> bytes | None:
    """Return a file of the preview's own, where that is what the path asks for.

    In place of a service worker it sends one that lets go of all that was kept: a page from a
    worker's memory would not follow the sources.
    """
    if site.live is None:
        return None
    name = path.removeprefix(FOLDER)
    if name in _CLIENT and path != name:
        return _FILES[name]
    if path.endswith(f"/{WORKER}") and path.removeprefix(site.base) in site.files:
        return _FILES["worker.js"]
    return None


def with_script(page: bytes, site: ServedSite) -> bytes:
    """Return a page with the script at its end, where the site is a live one.

    A small one at its start holds it back until that one has run. The script is told what page
    it stands in and of which build, so that it can ask what has changed since.
    """
    before, end, after = page.rpartition(_END)
    if site.live is None or not end:
        return page
    live = site.live
    tag = (
        f'<script type="module" src="{_SCRIPT}" data-run="{escape(live.run)}" '
        f'data-version="{live.version}" data-body="{body_digest(page)}"></script>\n'
    )
    first, start, rest = before.partition(_START)
    held = first + start + _HOLD + rest if start else before
    return held + tag.encode() + end + after


def body_digest(page: bytes) -> str:
    """Name what can be seen of a page, whatever the names of its style sheets.

    A colour of the theme changes both those and the picture of the page that others show.
    """
    return sha256_hex(_SHEET.sub(rb"/\1.css", _UNSEEN.sub(b"", page)))[:16]


def sheets_of(page: bytes) -> list[str]:
    """Return the addresses of the style sheets that a page loads."""
    return [address.decode() for address in _LINKED.findall(page)]


def blank_page(live: Live) -> bytes:
    """Return a page that stands in where the site has none: not yet built, or no such page."""
    title, text = "No page here", "This site has no page at this address."
    if not live.version:
        title, text = "Not built yet", "The site comes up here as soon as it can be built."
    return _PAGE.format(title=title, text=text).encode()


def _read(name: str) -> bytes:
    return (files("pavgen.serve") / "client" / name).read_bytes()


_FILES = {name: _read(name) for name in (*_CLIENT, "worker.js")}
