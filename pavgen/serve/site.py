"""What is served: a site's files in memory, and the path they are served below."""

from collections.abc import Mapping
from dataclasses import dataclass

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
    "webmanifest": "application/manifest+json",
    "webp": "image/webp",
    "woff2": "font/woff2",
    "xml": "application/xml",
}


@dataclass(frozen=True, slots=True)
class ServedSite:
    """Files by their path in the site; `base` begins and ends with `/`.

    Nothing else can be asked for, so no request reaches the disk. A `version` from 1 makes pages
    follow the files: they load anew when it changes, and show the `notice`.
    """

    files: Mapping[str, bytes]
    base: str = "/"
    version: int = 0
    notice: str = ""


def content_type(path: str) -> str:
    """Return the media type of a file by its ending; unknown ones are only bytes."""
    _, dot, ending = path.rpartition("/")[2].rpartition(".")
    return _TYPES.get(ending.lower() if dot else "", "application/octet-stream")
