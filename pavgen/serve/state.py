"""What a page in a browser is told of the site it was loaded from, and what has become of it."""

from collections.abc import Iterator, Mapping
from urllib.parse import parse_qsl, quote

from pavgen.kernel.canonical import Json
from pavgen.kernel.values import dataclass
from pavgen.serve.finding import file_at, missing_page
from pavgen.serve.live import body_digest, sheets_of
from pavgen.serve.site import Live, ServedSite
from pavgen.serve.targets import path_of

_FIELDS = 4
_DIGITS = 9
_MOST = 5000
"""Files that are told one by one; of more, a page is told only that there are many."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a page knows: its path, the run and the build it comes from, what it holds."""

    page: str
    run: str
    version: int
    body: str


def read_seen(target: str) -> Seen | None:
    """Read what a page says of itself in its request; None where that makes no sense."""
    try:
        pairs = parse_qsl(target.partition("?")[2], strict_parsing=True, max_num_fields=_FIELDS)
    except ValueError:
        return None
    given = dict(pairs)
    page, version = path_of(given.get("page", "")), given.get("version", "")
    if page is None or not (version.isascii() and version.isdecimal() and len(version) <= _DIGITS):
        return None
    return Seen(page, given.get("run", ""), int(version), given.get("body", ""))


def state_for(seen: Seen, site: ServedSite, live: Live) -> Mapping[str, Json]:
    """Return what a page is told.

    `page` is `same`, `sheets` (the same but for its style sheets) or `changed`; `sheets` are the
    addresses it loads now; `files` those whose bytes changed since, null where they are too many.
    `moved` is null for a page that is there, and for one that is gone the address that shows
    its source now, or nothing. To a page of another run nothing is told but that it is old.
    """
    if seen.run != live.run:
        return {"page": "changed"}
    file = file_at(seen.page, site)
    page = site.files[file] if file is not None else missing_page(site) or b""
    return {
        "version": live.version,
        "page": _verdict(seen, page),
        "sheets": sheets_of(page),
        "files": _changed(seen, site, live),
        "moved": _moved(seen, site, live) if file is None else None,
        "goal": _goal(site, live),
        "notice": {"key": live.notice.key, **live.notice.value()} if live.notice else None,
    }


def _verdict(seen: Seen, page: bytes) -> str:
    return "sheets" if body_digest(page) == seen.body else "changed"


def _changed(seen: Seen, site: ServedSite, live: Live) -> list[Json] | None:
    """Return the addresses of files that are not pages and have changed since."""
    found = sorted(_later(seen, live))
    return [_address(name, site) for name in found] if len(found) <= _MOST else None


def _later(seen: Seen, live: Live) -> Iterator[str]:
    for name, version in live.changed.items():
        if version > seen.version and not name.endswith(".html"):
            yield name


def _moved(seen: Seen, site: ServedSite, live: Live) -> str | None:
    name = f"{seen.page}index.html" if seen.page.endswith("/") else seen.page
    name = name.removeprefix(site.base)
    if name not in live.gone:
        return None
    return _address(live.gone[name], site) if live.gone[name] else ""


def _goal(site: ServedSite, live: Live) -> Json:
    if live.goal is None:
        return None
    return {"page": _address(live.goal.page, site), "version": live.goal.version}


def _address(name: str, site: ServedSite) -> str:
    if name.endswith("/index.html") or name == "index.html":
        name = name.removesuffix("index.html")
    return site.base + quote(name)
