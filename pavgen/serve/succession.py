"""One build after another: what changed, what went, and where the writer is working."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pavgen.kernel.values import dataclass
from pavgen.serve.site import Goal, Live, ServedSite

_ASSETS = "assets/"
_PARTNERS = "partners/"


@dataclass(frozen=True, slots=True)
class Built:
    """A site as it was just built; `sources` names the file that asked for each page."""

    files: Mapping[str, bytes]
    base: str
    sources: Mapping[str, str]


def follow_up(before: ServedSite, built: Built, goal: str = "") -> ServedSite:
    """Return what is served from now on; `goal` is the page a following tab goes to, or nothing.

    A site that stands still goes on to do so.
    """
    live = before.live
    if live is None:
        return ServedSite(built.files, built.base, built.sources)
    version = live.version + 1
    changed = dict(live.changed)
    changed |= dict.fromkeys(changed_files(before.files, built.files), version)
    now = replace(
        live,
        version=version,
        changed={name: at for name, at in changed.items() if name in built.files},
        gone=_gone(before, built, live),
        older={
            name: data
            for name, data in before.files.items()
            if name.startswith(_ASSETS) and name not in built.files
        },
        goal=Goal(goal, version) if goal else live.goal,
        notice=None,
    )
    return ServedSite(built.files, built.base, built.sources, now)


def changed_files(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> list[str]:
    """Return the files that are in both and not the same."""
    return [
        name
        for name, data in after.items()
        if (old := before.get(name)) is not None and old is not data and old != data
    ]


def changed_pages(before: ServedSite, built: Built) -> int:
    """Count the pages that are new, changed or gone."""
    same = {page for page in built.sources if built.files.get(page) == before.files.get(page)}
    return len(built.sources.keys() | before.sources.keys()) - len(same)


def page_for(changed: Sequence[str], sources: Mapping[str, str]) -> str:
    """Return the page made from the files that were saved, or nothing where there is not one.

    A partner's text and logo belong to the page of its listing. Of several pages made from one
    file the first is taken, which is the highest in the site.
    """
    if not changed:
        return ""
    folders = {_folder(path) for path in changed}
    if len(folders) > 1:
        return ""
    [folder] = folders
    pages = [page for page, source in sources.items() if _folder(source) == folder]
    return min(pages, key=lambda page: (page.count("/"), page), default="")


def _folder(path: str) -> str:
    """Return what a source belongs to: a partner's folder, else the file itself."""
    parts = path.split("/")
    return "/".join(parts[:2]) if path.startswith(_PARTNERS) else path


def _gone(before: ServedSite, built: Built, live: Live) -> dict[str, str]:
    """Note the pages that are no more, each with the page its source makes now, if it is one."""
    made: dict[str, list[str]] = {}
    for page, source in built.sources.items():
        made.setdefault(source, []).append(page)
    lost = {page: made.get(source, []) for page, source in before.sources.items()}
    gone = dict(live.gone) | {page: to[0] if len(to) == 1 else "" for page, to in lost.items()}
    return {
        page: to if to in built.files else ""
        for page, to in gone.items()
        if page not in built.files
    }
