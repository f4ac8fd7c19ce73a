"""Which file of a site a path asks for."""

from pavgen.serve.live import blank_page
from pavgen.serve.site import ServedSite

_INDEX = "index.html"
NOT_FOUND = "404.html"


def file_at(path: str, site: ServedSite) -> str | None:
    """Return the file's path in the site; for a folder with its slash it is the folder's page."""
    if not path.startswith(site.base):
        return None
    name = path[len(site.base) :]
    if path.endswith("/"):
        name += _INDEX
    return name if name in site.files else None


def is_folder(path: str, site: ServedSite) -> bool:
    """Say whether a path without its last slash is that of a folder with a page."""
    return not path.endswith("/") and file_at(f"{path}/", site) is not None


def missing_page(site: ServedSite) -> bytes | None:
    """Return the page that is shown where there is none, if there is such a page."""
    if NOT_FOUND in site.files:
        return site.files[NOT_FOUND]
    return blank_page(site.live) if site.live is not None else None
