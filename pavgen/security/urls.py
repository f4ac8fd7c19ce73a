"""Links that are safe to publish: `SafeUrl` is minted only here.

A link is read once, strictly, and written anew from its parts; the text itself is never
published. What a browser and a reader could understand differently is refused: user
names, ports, numbers for hosts, mixed scripts, backslashes, controls.
"""

import re

from pavgen.kernel.diagnostics import DefectError
from pavgen.kernel.values import dataclass
from pavgen.security.hosts import Host, parse_host
from pavgen.security.linktext import character_problems, length_problems
from pavgen.security.percent import percent_encoded, without_dot_segments
from pavgen.security.problem import Problem, quoted

LINK_SCHEMES = frozenset({"https", "mailto", "tel"})
STAFF_SCHEMES = LINK_SCHEMES | {"http"}

_PORTS = {"https": "443", "http": "80"}
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_AUTHORITY = re.compile(r"//([^/?#]*)")
_TAIL = re.compile(r"([^?#]*)(?:\?([^#]*))?(?:#(.*))?", re.DOTALL)
_HREF = re.compile(r"[A-Za-z0-9._~!$&()*+,;=:@/?#%-]+")
_MAILBOX = re.compile(r"[A-Za-z0-9_+=~-]+(?:\.[A-Za-z0-9_+=~-]+)*")
_PHONE = re.compile(r"\+[0-9](?:[ .-]?[0-9]){5,14}")
_LONGEST_MAILBOX = 64
_PATH_SEGMENT = re.compile(r"[A-Za-z0-9_~-][A-Za-z0-9._~-]*")
_SITE = re.compile(r"(https?)://([^/:@?#\[\]]*)(?::([1-9][0-9]{0,4}))?(/[^?#]*)?")
_OWN_MACHINE = frozenset({"localhost", "127.0.0.1"})
_LAST_PORT = 65535


@dataclass(frozen=True, slots=True)
class SafeUrl:
    """A link fit for an `href`: ASCII, without spaces, quotes, controls or angle brackets.

    `scheme` is "" for a link within the site; `host` is the ASCII name of the host (of the
    mailbox in a mailto), or ""; `display` is what to show a reader: the host without
    `www.`, the address, the number, or the path.
    """

    href: str
    scheme: str
    host: str
    display: str

    def __post_init__(self) -> None:
        if not _HREF.fullmatch(self.href) or self.href.startswith("//"):
            raise DefectError(f"unsafe link minted: {quoted(self.href)}")

    def __str__(self) -> str:
        return self.href


Parsed = SafeUrl | tuple[Problem, ...]


def parse_link(text: str, *, allow: frozenset[str] = LINK_SCHEMES) -> Parsed:
    """Read a partner's link, or say everything that keeps it from being published.

    `allow` names schemes among `STAFF_SCHEMES`. Relative links are refused: a partner
    does not know where its text will stand.
    """
    found = character_problems(text) or length_problems(text)
    if found:
        return found
    match = _SCHEME.match(text)
    if not match:
        return _without_scheme(text)
    scheme, rest = match.group(1).lower(), text[match.end() :]
    if scheme not in allow:
        return _refused_scheme(scheme, rest, text, allow)
    return _bounded(_by_scheme(scheme, rest))


def parse_staff_link(text: str) -> Parsed:
    """Read a link of staff content: a partner's kinds, http, and links within the site.

    Links within the site are `/path/`, `path/`, `../path/`, `?query` and `#anchor`; never
    `//host`, which is another site.
    """
    if _SCHEME.match(text):
        return parse_link(text, allow=STAFF_SCHEMES)
    return character_problems(text) or length_problems(text) or _bounded(_relative(text))


def parse_site_url(text: str) -> Parsed:
    """Read the address a site is published at: origin and path, ending in `/`.

    It comes from the site's own settings, so http, ports and the own machine are fine.
    An origin alone gets its `/`.
    """
    match = _SITE.fullmatch(text)
    if character_problems(text) or not match:
        return _not_a_site(text, "write it as `https://host/` or `https://host/path/`")
    scheme, name, port, path = match.group(1), match.group(2), match.group(3), match.group(4) or "/"
    if not path.endswith("/"):
        return _not_a_site(text, f"end it with a slash: {quoted(text + '/')}")
    if not all(_PATH_SEGMENT.fullmatch(s) for s in path.split("/")[1:-1]):
        return _not_a_site(text, "use a-z, 0-9, `-`, `_`, `.` and `~` in the path")
    if port and int(port) > _LAST_PORT:
        return _not_a_site(text, f"use a port up to {_LAST_PORT}")
    host = Host(name, name) if name in _OWN_MACHINE else parse_host(name)
    if not isinstance(host, Host):
        return host
    suffix = f":{port}" if port and port != _PORTS[scheme] else ""
    return SafeUrl(f"{scheme}://{host.ascii}{suffix}{path}", scheme, host.ascii, host.display)


def _not_a_site(text: str, remedy: str) -> tuple[Problem, ...]:
    return (Problem("site-url", 0, f"{quoted(text)} is not the address of a site", remedy),)


def _bounded(answer: Parsed) -> Parsed:
    """Judge the length again, since encoding makes a link longer."""
    too_long = isinstance(answer, SafeUrl) and length_problems(answer.href)
    return too_long or answer


def _without_scheme(text: str) -> tuple[Problem, ...]:
    remedy = _secure("//" + text.removeprefix("//")) or "write the whole address, from https:// on"
    return (Problem("link-relative", 0, f"{quoted(text)} does not begin with a scheme", remedy),)


def _refused_scheme(
    scheme: str, rest: str, text: str, allow: frozenset[str]
) -> tuple[Problem, ...]:
    if scheme == "http":
        remedy = _secure(rest) or "use https:"
        also = _by_scheme("https", rest)
        found = (Problem("link-http", 0, f"{quoted(text)} is not encrypted", remedy),)
        return found if isinstance(also, SafeUrl) else found + also
    remedy = _secure("//" + text) if "." in scheme else ""
    known = ", ".join(f"{s}:" for s in sorted(allow))
    what = f"the scheme {quoted(scheme + ':')} is not allowed here"
    return (Problem("link-scheme", 0, what, remedy or f"use one of {known}"),)


def _secure(rest: str) -> str:
    answer = _web("https", rest)
    return f"write it as `{answer.href}`" if isinstance(answer, SafeUrl) else ""


def _by_scheme(scheme: str, rest: str) -> Parsed:
    match scheme:
        case "https" | "http":
            return _web(scheme, rest)
        case "mailto":
            return _mail(rest)
        case "tel":
            return _phone(rest)
        case _:
            raise DefectError(f"no rule for links of the scheme {quoted(scheme)}")


def _web(scheme: str, rest: str) -> Parsed:
    match = _AUTHORITY.match(rest)
    if not match:
        what, remedy = (
            f"{quoted(f'{scheme}:{rest}')} names no host",
            f"write it as `{scheme}://host/`",
        )
        return (Problem("link-form", 0, what, remedy),)
    user, at, place = match.group(1).rpartition("@")
    found: list[Problem] = []
    if at:
        what = f"{quoted(user + at)} is a user name and not the host"
        found.append(Problem("link-user", 0, what, "remove everything up to the @"))
    name, colon, port = (place, "", "") if place.startswith("[") else place.partition(":")
    if colon and port != _PORTS[scheme]:
        what = f"the link names the port {quoted(port)}"
        found.append(Problem("link-port", 0, what, "remove the port"))
    host = parse_host(name)
    if not isinstance(host, Host):
        return (*found, *host)
    if found:
        return tuple(found)
    href = f"{scheme}://{host.ascii}{_tail(rest[match.end() :])}"
    return SafeUrl(href, scheme, host.ascii, host.display)


def _tail(text: str) -> str:
    match = _TAIL.fullmatch(text)
    path, query, fragment = (
        (percent_encoded(g or "") for g in match.groups()) if match else ("",) * 3
    )
    path = without_dot_segments(path or "/")
    return path + (f"?{query}" if query else "") + (f"#{fragment}" if fragment else "")


def _mail(rest: str) -> Parsed:
    mailbox, at, name = rest.partition("@")
    if not at or "@" in name or not _MAILBOX.fullmatch(mailbox) or len(mailbox) > _LONGEST_MAILBOX:
        what = f"{quoted(rest)} is not one mail address"
        return (Problem("link-mail", 0, what, "write it as `mailto:name@host`, nothing after it"),)
    host = parse_host(name)
    if not isinstance(host, Host):
        return host
    address = f"{mailbox}@{host.ascii}"
    return SafeUrl(f"mailto:{address}", "mailto", host.ascii, address)


def _phone(rest: str) -> Parsed:
    if not _PHONE.fullmatch(rest):
        what = f"{quoted(rest)} is not an international phone number"
        return (Problem("link-phone", 0, what, "write `tel:+`, country code and number in digits"),)
    return SafeUrl("tel:+" + re.sub(r"\D", "", rest), "tel", "", rest)


def _relative(text: str) -> Parsed:
    match = _TAIL.fullmatch(text)
    path, query, fragment = (
        (percent_encoded(g or "") for g in match.groups()) if match else ("",) * 3
    )
    if "//" in path:
        remedy = _secure(text) or "begin with one slash for this site, with https:// for another"
        return (Problem("link-relative", text.index("//"), f"{quoted(text)} has `//`", remedy),)
    if ":" in path.split("/", 1)[0]:
        remedy = f"write it as {quoted('./' + text)}"
        return (Problem("link-scheme", 0, f"{quoted(text)} looks like a scheme", remedy),)
    href = path + (f"?{query}" if query else "") + (f"#{fragment}" if fragment else "")
    if not href:
        return (
            Problem("link-form", 0, f"{quoted(text)} leads nowhere", "write a path or `#anchor`"),
        )
    return SafeUrl(href, "", "", href)
