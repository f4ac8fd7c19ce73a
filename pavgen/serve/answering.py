"""A request's head into an answer: pure, so that every odd request can be tested as bytes."""

import re
from dataclasses import dataclass
from http import HTTPStatus

from pavgen.serve.live import live_file, with_script
from pavgen.serve.site import ServedSite, content_type
from pavgen.serve.targets import path_of

LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})
_REQUEST = re.compile(r"([A-Z]{1,16}) (\S{1,8000}) HTTP/1\.[01]")
_HEADER = re.compile(r"([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*(.*?)[ \t]*")
_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(?::[0-9]{1,5})?", re.IGNORECASE)
_ALWAYS = (
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Cache-Control", "no-store"),
    ("Connection", "close"),
)
_IMAGE_POLICY = ("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent back; `body` stays here even where HEAD means that it is not sent."""

    status: HTTPStatus
    body: bytes
    kind: str = "text/plain; charset=utf-8"
    headers: tuple[tuple[str, str], ...] = ()
    with_body: bool = True

    def to_bytes(self) -> bytes:
        """Write the answer as HTTP/1.1."""
        fields = (
            ("Content-Type", self.kind),
            ("Content-Length", str(len(self.body))),
            *self.headers,
            *_ALWAYS,
        )
        lines = [f"HTTP/1.1 {self.status.value} {self.status.phrase}"]
        lines += [f"{name}: {value}" for name, value in fields]
        head = ("\r\n".join(lines) + "\r\n\r\n").encode("ascii")
        return head + (self.body if self.with_body else b"")


def answer(head: bytes, site: ServedSite, hosts: frozenset[str] = LOCAL_NAMES) -> Answer:
    """Answer a request by its head (request line and headers, without the empty line).

    `hosts` are the names by which the site may be asked for: another one is a page of
    somebody else's that had its name point here.
    """
    # Bytes one by one: other programs on this machine may have set cookies of any encoding.
    line, *fields = head.decode("latin-1").split("\r\n")
    request = _REQUEST.fullmatch(line)
    headers = [_HEADER.fullmatch(field) for field in fields]
    if request is None or None in headers:
        return plain(HTTPStatus.BAD_REQUEST)
    named = [h.group(2) for h in headers if h is not None and h.group(1).lower() == "host"]
    host = _HOST.fullmatch(named[0]) if len(named) == 1 else None
    if host is None:
        return plain(HTTPStatus.BAD_REQUEST)
    if host.group(1).lower() not in hosts:
        return plain(HTTPStatus.FORBIDDEN)
    method, target = request.groups()
    if method not in {"GET", "HEAD"}:
        return plain(HTTPStatus.METHOD_NOT_ALLOWED, ("Allow", "GET, HEAD"))
    found = _file(target, site)
    return found if method == "GET" else _without_body(found)


def plain(status: HTTPStatus, *headers: tuple[str, str]) -> Answer:
    """Make an answer that says its status in words."""
    return Answer(status, f"{status.value} {status.phrase}\n".encode(), headers=headers)


def _file(target: str, site: ServedSite) -> Answer:
    path = path_of(target)
    if path is None:
        return plain(HTTPStatus.BAD_REQUEST)
    live = live_file(path, site)
    if live is not None:
        return Answer(HTTPStatus.OK, live, content_type(path))
    if not f"{path}/".startswith(site.base):
        to_base = plain(HTTPStatus.FOUND, ("Location", site.base))
        return to_base if path == "/" else _missing(site)
    return _within(path, target, site)


def _within(path: str, target: str, site: ServedSite) -> Answer:
    """Answer for a path below the site's base; a folder is its page."""
    name = path[len(site.base) :]
    if not path.endswith("/") and (name in site.files or not _has_page(site, path)):
        return _found(name, site) if name in site.files else _missing(site)
    if not path.endswith("/"):
        return plain(HTTPStatus.MOVED_PERMANENTLY, ("Location", f"{target.split('?', 1)[0]}/"))
    index = f"{name}index.html"
    return _found(index, site) if index in site.files else _missing(site)


def _has_page(site: ServedSite, path: str) -> bool:
    return f"{path}/"[len(site.base) :] + "index.html" in site.files


def _found(name: str, site: ServedSite) -> Answer:
    kind = content_type(name)
    headers = (_IMAGE_POLICY,) if kind.startswith("image/svg") else ()
    data = site.files[name]
    body = with_script(data, site) if kind.startswith("text/html") else data
    return Answer(HTTPStatus.OK, body, kind, headers)


def _missing(site: ServedSite) -> Answer:
    page = site.files.get("404.html")
    if page is None:
        return plain(HTTPStatus.NOT_FOUND)
    return Answer(HTTPStatus.NOT_FOUND, with_script(page, site), content_type("404.html"))


def _without_body(found: Answer) -> Answer:
    return Answer(found.status, found.body, found.kind, found.headers, with_body=False)
