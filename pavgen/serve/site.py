"""What is served: a site's files in memory, and what makes its pages follow the sources."""

from collections.abc import Mapping
from dataclasses import field

from pavgen.kernel.values import dataclass
from pavgen.serve.notice import Notice

_TYPES = {
    "css": "text/css; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "gif": "image/gif",
    "html": "text/html; charset=utf-8",
    "ico": "image/vnd.microsoft.icon",
    "ics": "text/calendar; charset=utf-8",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "mjs": "text/javascript; charset=utf-8",
    "pdf": "application/pdf",
    "png": "image/png",
    "svg": "image/svg+xml",
    "txt": "text/plain; charset=utf-8",
    "wasm": "application/wasm",
    "webmanifest": "application/manifest+json",
    "webp": "image/webp",
    "woff2": "font/woff2",
    "xml": "application/xml",
}


@dataclass(frozen=True, slots=True)
class Goal:
    """A page that the file just saved makes, and the build that made it so."""

    page: str
    version: int


@dataclass(frozen=True, slots=True)
class Live:
    """What makes pages follow the sources.

    `run` is a word of this run of the server, without which nothing is told. `version` counts
    good builds, 0 means that there was none yet; `changed` gives for a file that stayed under
    its name the last of them that changed its bytes. `gone` has each page that was made before
    and is no more, with the page that its source makes now or nothing. `older` are the last
    build's assets, for pages that are being loaded while a new build comes in. `goal` is where
    a tab goes that follows the writer; `notice` is what is wrong now.
    """

    run: str
    version: int = 0
    changed: Mapping[str, int] = field(default_factory=dict)
    gone: Mapping[str, str] = field(default_factory=dict)
    older: Mapping[str, bytes] = field(default_factory=dict)
    goal: Goal | None = None
    notice: Notice | None = None


@dataclass(frozen=True, slots=True)
class ServedSite:
    """Files by their path in the site; `base` begins and ends with `/`.

    Nothing else can be asked for, so no request reaches the disk. `sources` names the file that
    asked for each page. Without `live` the site stands still. It is one value, so that whoever
    holds it has one build and no mixture of two.
    """

    files: Mapping[str, bytes]
    base: str = "/"
    sources: Mapping[str, str] = field(default_factory=dict)
    live: Live | None = None


def content_type(path: str) -> str:
    """Return the media type of a file by its ending; unknown ones are only bytes."""
    _, dot, ending = path.rpartition("/")[2].rpartition(".")
    return _TYPES.get(ending.lower() if dot else "", "application/octet-stream")
