"""A request's head into an answer: pure, so that every odd request can be tested as bytes."""

import re
from collections.abc import Mapping
from http import HTTPStatus

from pavgen.kernel.values import dataclass
from pavgen.serve.finding import file_at, is_folder, missing_page
from pavgen.serve.headers import sent_with
from pavgen.serve.live import BLANK_POLICY, EVENTS, live_file, with_script
from pavgen.serve.site import ServedSite, content_type
from pavgen.serve.state import Seen, read_seen
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
_POLICY = "Content-Security-Policy"
_IMAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


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
        length = ("Content-Length", str(len(self.body)))
        head = head_of(self.status, ("Content-Type", self.kind), length, *self.headers)
        return head + (self.body if self.with_body else b"")


def head_of(status: HTTPStatus, *fields: tuple[str, str]) -> bytes:
    """Write the head of an answer, with what every answer says."""
    lines = [f"HTTP/1.1 {status.value} {status.phrase}"]
    lines += [f"{name}: {value}" for name, value in (*fields, *_ALWAYS)]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("ascii")


def answer(head: bytes, site: ServedSite, hosts: frozenset[str] = LOCAL_NAMES) -> Answer | Seen:
    """Answer a request by its head (request line and headers, without the empty line).

    `hosts` are the names by which the site may be asked for: another one is a page of
    somebody else's that had its name point here. A page that asks to be told what becomes of
    its site gets no answer yet: what it has seen is returned.
    """
    # Bytes one by one: other programs on this machine may have set cookies of any encoding.
    line, *rows = head.decode("latin-1").split("\r\n")
    request = _REQUEST.fullmatch(line)
    fields = [_HEADER.fullmatch(row) for row in rows]
    if request is None or None in fields:
        return plain(HTTPStatus.BAD_REQUEST)
    headers = [(f.group(1).lower(), f.group(2)) for f in fields if f is not None]
    named = [value for name, value in headers if name == "host"]
    host = _HOST.fullmatch(named[0]) if len(named) == 1 else None
    if host is None:
        return plain(HTTPStatus.BAD_REQUEST)
    if host.group(1).lower() not in hosts:
        return plain(HTTPStatus.FORBIDDEN)
    method, target = request.groups()
    if method not in {"GET", "HEAD"}:
        return plain(HTTPStatus.METHOD_NOT_ALLOWED, ("Allow", "GET, HEAD"))
    if site.live is not None and method == "GET" and target.partition("?")[0] == EVENTS:
        return _listener(target, named[0], dict(headers))
    found = _file(target, site)
    return found if method == "GET" else _without_body(found)


def _listener(target: str, host: str, headers: Mapping[str, str]) -> Answer | Seen:
    """Take in a page that listens, unless it is one of another site."""
    own = {f"http://{host}", f"https://{host}"}
    if headers.get("origin", f"http://{host}") not in own:
        return plain(HTTPStatus.FORBIDDEN)
    if headers.get("sec-fetch-site", "same-origin") != "same-origin":
        return plain(HTTPStatus.FORBIDDEN)
    return read_seen(target) or plain(HTTPStatus.BAD_REQUEST)


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
    if path == "/" != site.base or f"{path}/" == site.base:
        return plain(HTTPStatus.FOUND, ("Location", site.base))
    name = file_at(path, site)
    if name is None and is_folder(path, site):
        return plain(HTTPStatus.MOVED_PERMANENTLY, ("Location", f"{target.split('?', 1)[0]}/"))
    if name is None:
        return _older(path, site) or _missing(path, site)
    return _found(path, name, site)


def _found(path: str, name: str, site: ServedSite) -> Answer:
    kind, data = content_type(name), site.files[name]
    body = with_script(data, site) if kind.startswith("text/html") else data
    return Answer(HTTPStatus.OK, body, kind, _sent(path, kind, site))


def _sent(path: str, kind: str, site: ServedSite) -> tuple[tuple[str, str], ...]:
    fields = sent_with(path, site.files)
    if kind.startswith("image/svg") and _POLICY not in dict(fields):
        return (*fields, (_POLICY, _IMAGE_POLICY))
    return fields


def _older(path: str, site: ServedSite) -> Answer | None:
    """Find an asset of the build before, for a page that was half loaded when this one came."""
    name = path.removeprefix(site.base)
    data = site.live.older.get(name) if site.live is not None else None
    if data is None:
        return None
    kind = content_type(name)
    return Answer(HTTPStatus.OK, data, kind, _sent(path, kind, site))


def _missing(path: str, site: ServedSite) -> Answer:
    page = missing_page(site)
    if page is None:
        return plain(HTTPStatus.NOT_FOUND)
    is_built = site.live is None or site.live.version > 0
    status = HTTPStatus.NOT_FOUND if is_built else HTTPStatus.SERVICE_UNAVAILABLE
    headers = sent_with(path, site.files) if site.files else ((_POLICY, BLANK_POLICY),)
    return Answer(status, with_script(page, site), content_type(".html"), headers)


def _without_body(found: Answer) -> Answer:
    return Answer(found.status, found.body, found.kind, found.headers, with_body=False)
