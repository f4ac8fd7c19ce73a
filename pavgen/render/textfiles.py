"""The lines that hosts and crawlers read: each value stays within its own line and place."""

import re

from pavgen.kernel.diagnostics import DefectError
from pavgen.plan.documents import HeaderRule, Headers, RedirectRule, Redirects, Robots
from pavgen.security.paths import redirect_problems
from pavgen.security.problem import quoted

_PATH = re.compile(r"/([A-Za-z0-9._~-]+/)*([A-Za-z0-9._~-]+)?\*?")
_FIELD = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
_VALUE = re.compile(r"[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?")
_ADDRESS = re.compile(r"https?://[\x21-\x7e]+")
_LONGEST = 2000
"""Characters in a line; hosts skip longer ones."""


def write_headers(headers: Headers) -> bytes:
    """Return a `_headers` file: a path, then its fields indented.

    `! Name` takes away what a wider rule gave, on hosts that join rules; the others take the
    later rule, and pass over a line without a colon. Raises DefectError for a path, a name or
    a value that could begin a rule of its own: CR, LF, NUL, or anything that is not ASCII.
    """
    return "\n".join(_header_rule(rule) for rule in headers.rules).encode("ascii")


def write_redirects(redirects: Redirects) -> bytes:
    """Return a `_redirects` file: for each rule, from, to and status.

    Each rule is written in two forms, because there is a page at the former address, too: one
    kind of host needs `301!` to pass it by, the other does not know that form and skips it.
    Raises DefectError for a path that could begin a rule of its own or lead to another site.
    """
    return "".join(_redirect_rule(rule) for rule in redirects.rules).encode("ascii")


def write_robots(robots: Robots) -> bytes:
    """Return a `robots.txt` that lets everybody in: what is not to be listed says so itself.

    A crawler that is kept out never reads that a page is not to be listed.
    """
    lines = ["User-agent: *", "Disallow:"]
    if robots.sitemap:
        lines += ["", f"Sitemap: {_checked(robots.sitemap, _ADDRESS, 'a full address')}"]
    return "".join(f"{line}\n" for line in lines).encode("ascii")


def _header_rule(rule: HeaderRule) -> str:
    lines = [_checked(rule.path, _PATH, "a path")]
    lines += [f"  ! {_checked(name, _FIELD, 'the name of a header')}" for name in rule.dropped]
    lines += [
        f"  {_checked(name, _FIELD, 'the name of a header')}: "
        f"{_checked(value, _VALUE, 'the value of a header')}"
        for name, value in rule.fields
    ]
    return "".join(f"{line}\n" for line in lines)


def _redirect_rule(rule: RedirectRule) -> str:
    for path in (rule.source, rule.target):
        found = redirect_problems(path)
        if found:
            raise DefectError(found[0].what)
    return "".join(f"{rule.source} {rule.target} {status}\n" for status in ("301!", "301"))


def _checked(text: str, form: re.Pattern[str], what: str) -> str:
    if not form.fullmatch(text) or len(text) > _LONGEST:
        raise DefectError(f"{quoted(text)} is not {what}")
    return text
