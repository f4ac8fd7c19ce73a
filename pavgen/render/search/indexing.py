"""Records into the files of a search: the same records give the same bytes."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from pavgen.kernel.canonical import Json
from pavgen.kernel.diagnostics import Checked, Diagnostic, Span
from pavgen.plan.pages import SearchRecord
from pavgen.render.search.pinning import pinned
from pavgen.render.search.service import SearchServiceError, ask_service

FOLDER = "pagefind/"
RANK = "placement"

_UNUSED = ("pagefind-ui.", "pagefind-modular-ui.", "pagefind-component-ui.", "pagefind-highlight.")
_WORKER = "pagefind-worker."


def search_index(
    records: Sequence[SearchRecord], locale: str, asked_at: Span, program: Path | None = None
) -> Checked[Mapping[str, bytes]]:
    """Index records in a language; return files by their path in the site.

    `asked_at` is the site's file, which a failure of the indexing program is reported at;
    `program` another program than the one installed with pavgen. Nothing is written to the
    disk, nothing asked of the network.
    """
    if not records:
        return Checked({})
    asked = [_asked(record, locale) for record in records]
    try:
        return Checked(_used(pinned(ask_service(asked, _language(locale), program))))
    except (SearchServiceError, ValueError) as error:
        what = f"the search index could not be made: {error}"
        remedy = "install pavgen again, or set `search: false`"
        return Checked({}, (Diagnostic(asked_at, "search-index", what, remedy, "search"),))


def _asked(record: SearchRecord, locale: str) -> Mapping[str, Json]:
    return {
        "url": record.path,
        "content": record.text,
        "language": _language(locale),
        "meta": {"title": record.title, "line": record.line, "kind": record.kind},
        "filters": {name: list(values) for name, values in record.filters},
        "sort": {RANK: f"{record.rank:07}"},
    }


def _language(locale: str) -> str:
    return locale.lower()


def _used(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Leave out user interfaces other than ours, and the worker, which our pages do not start."""
    unused = (*_UNUSED, _WORKER)
    return {f"{FOLDER}{name}": data for name, data in files.items() if not name.startswith(unused)}
