"""A live site of few files, and requests as the bytes a browser sends."""

from pavgen.serve.answering import answer
from pavgen.serve.site import Live, ServedSite

PAGE = (
    b'<!doctype html><link rel="stylesheet" href="/assets/style.0a1b2c3d.css"><body>text</body>\n'
)
LIVE = Live("run-1", version=3)


def live_site(files=None, *, live=LIVE, base="/", sources=None):
    """Return a site that pages follow."""
    return ServedSite(files or {"index.html": PAGE}, base, sources or {}, live)


def asked(path, site, *fields, method="GET", host="localhost:8000"):
    """Ask for a path; `fields` are further lines of the request."""
    head = "\r\n".join([f"{method} {path} HTTP/1.1", f"Host: {host}", *fields])
    return answer(head.encode(), site)
