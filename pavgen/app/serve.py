"""`serve`: the sites built in memory, each behind its own door, anew when files change."""

import gc
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from secrets import token_urlsafe
from threading import Lock

from pavgen.app.build import make
from pavgen.app.load import Progress
from pavgen.app.means import Means, Recent, previewing
from pavgen.app.processes import cores, uncollected
from pavgen.app.searching import Search, take_index
from pavgen.app.sites import BuiltSite
from pavgen.files.pathnames import is_ignored
from pavgen.files.reader import FOLDERS
from pavgen.kernel.diagnostics import Checked, Diagnostic, Severity, has_errors, in_order
from pavgen.kernel.values import dataclass
from pavgen.model.showing import Showing
from pavgen.render.reports.counting import summary, tally
from pavgen.render.reports.text import as_text
from pavgen.serve.answering import LOCAL_NAMES
from pavgen.serve.looking import Look
from pavgen.serve.notice import Notice, notice_of, notice_saying
from pavgen.serve.reporting import Outcome, rebuild_line
from pavgen.serve.server import Door, listen
from pavgen.serve.site import Live, ServedSite
from pavgen.serve.succession import Built, changed_pages, follow_up, page_for
from pavgen.serve.watch import Watching

_LOOKED_AT = 20
"""Builds; after so many, what they have left in cycles is looked for: some megabytes each."""


@dataclass(frozen=True, slots=True)
class ServeOptions:
    """What to serve and where: the first site on `port`, each other on the next free one.

    `names` are the names by which visitors may ask for it, apart from this machine's own. With
    `follow` the browser goes to the page made from the file just saved; with `poll` files are
    looked at in turn, where the system does not tell of their changes.
    """

    showing: Showing
    sites: tuple[str, ...] = ()
    host: str = "127.0.0.1"
    port: int = 8000
    names: tuple[str, ...] = ()
    follow: bool = False
    poll: bool = False


class Preview:
    """The last good build of every site, and what has been wrong since."""

    def __init__(self, root: Path, options: ServeOptions) -> None:
        self.sites: tuple[BuiltSite, ...] = ()
        self.findings: tuple[Diagnostic, ...] = ()
        self._root = root.resolve()
        self._options = options
        self._recent = Recent()
        self._look = Look(self._root, FOLDERS, is_ignored)
        self._waiting = ServedSite({}, live=Live(token_urlsafe(12)))
        self._served: Mapping[str, ServedSite] = {}
        self._doors: dict[str, Door] = {}
        self._first = ""
        self._texts: Mapping[str, str] = {}
        self._building = Lock()
        self._builds = 0

    def begin(self, progress: Progress = lambda _: None) -> str:
        """Build for the first time; return the report of the findings.

        What changes from now on is noticed, even while this goes on.
        """
        self._look.everywhere()
        return self.rebuild((), progress)[0] or as_text((), {})

    def rebuild(
        self, saved: Sequence[str], progress: Progress = lambda _: None
    ) -> tuple[str, Outcome]:
        """Build in memory after files were saved; return a report and the outcome.

        The report has the findings, unless they are those of the time before. With an error the
        last good build stays, and its pages show what is wrong. A search index that would have
        to be made is put off, see `catch_up`.
        """
        with self._building, uncollected():
            told = self._rebuilt(saved, progress)
            self._settle()
        return told

    def catch_up(self) -> str | None:
        """Make the search indexes that the last build put off; return a report, None if none was.

        It goes on beside a rebuild: what is served is an index of what is served.
        """
        told: str | None = None
        while waiting := [site.put_off.search for site in self.sites if site.put_off]:
            made = [(search, search.index()) for search in waiting]
            with self._building:
                told = (told or "") + "".join(self._take_index(*pair) for pair in made)
        return told

    def _take_index(self, search: Search, index: Checked[Mapping[str, bytes]]) -> str:
        """Serve a site with its index, if it still is the site's; return a report."""
        if index.ok:
            take_index(search, index.value, Means(recent=self._recent))
        found = next((s for s in self.sites if s.put_off and s.put_off.search == search), None)
        if found is None or found.put_off is None:
            return ""
        files = found.put_off.finish(index.value) if index.ok else found.files
        whole = replace(found, files=files, put_off=None)
        self.sites = tuple(whole if site is found else site for site in self.sites)
        before = self.served(search.site)
        now = follow_up(before, Built(files, whole.base, whole.sources))
        if now.live is not None and before.live is not None:
            # A page that asked for an index before there was any takes it as one that changed.
            first = {name for name in files if name.count("/") == 1} - before.files.keys()
            changed = {**now.live.changed, **dict.fromkeys(sorted(first), now.live.version)}
            kept = replace(now.live, changed=changed, older=before.live.older)
            now = replace(now, live=replace(kept, notice=before.live.notice))
        self._served = {**self._served, search.site: now}
        if index.ok:
            return ""
        self.findings = in_order([*self.findings, *index.diagnostics])
        self._warn(notice_of(self.findings, self._texts))
        return as_text(index.diagnostics, self._texts)

    def _rebuilt(self, saved: Sequence[str], progress: Progress) -> tuple[str, Outcome]:
        showing, sites = self._options.showing, self._options.sites
        with previewing(self._root, self._recent, jobs=cores()) as means:
            made = make(self._root, showing, sites, progress, means=means)
        self._texts = made.value.project.texts
        before, self.findings = self.findings, made.diagnostics
        texts, was_wrong = made.value.project.texts, has_errors(before)
        is_news = self.findings not in {(), before}
        report = as_text(self.findings, texts) if is_news else ""
        if has_errors(made.diagnostics):
            self._warn(notice_of(made.diagnostics, texts))
            errors = [d for d in made.diagnostics if d.severity is Severity.ERROR]
            return report, Outcome(0, 0, summary(tally(errors)), before == self.findings)
        # Only a good build lets go of what was made before: a broken one asks for little of it.
        self._recent.begin()
        changed = self._take(made.value.sites, saved)
        pages = sum(site.pages for site in self.sites)
        return report, Outcome(pages, changed, was_wrong=was_wrong)

    def served(self, site: str) -> ServedSite:
        """Return what is served of a site now; without a name, of the first."""
        return self._served.get(site or self._first, self._waiting)

    def page_of(self, place: str) -> str:
        """Return the address of a page in the first site, by its address or by its source."""
        site = self.served("")
        page = page_for([place], site.sources)
        if page:
            return site.base + page.removesuffix("index.html")
        return site.base + place.removeprefix(site.base).removeprefix("/")

    def doors(self) -> Mapping[str, Door]:
        """Listen for each site that has no door yet; return all doors by site.

        Before there is any site one door has the name ``; it becomes that of the first site.
        Raises OSError where the first port is taken.
        """
        if self._first and "" in self._doors:
            self._doors[self._first] = self._doors.pop("")
        hosts = LOCAL_NAMES | {name.lower() for name in self._options.names}
        for site in [built.site for built in self.sites] or [self._first]:
            if site not in self._doors:
                last = list(self._doors.values())[-1:]
                port = last[0].port + 1 if last and self._options.port else self._options.port
                listening = listen(self._options.host, port, or_next=bool(last))
                self._doors[site] = Door(listening, partial(self.served, site), hosts)
        return dict(self._doors)

    def watching(self, tell: Callable[[str], None], clock: Callable[[], float]) -> Watching:
        """Watch the project's folders; `tell` gets what came of every rebuild, in words."""

        def rebuild(saved: Sequence[str]) -> None:
            start = clock()
            report, outcome = self._try(saved)
            tell(report + rebuild_line(saved, outcome, clock() - start))

        def catch_up() -> bool:
            told = self._try_to_catch_up()
            if told:
                tell(told)
            return told is not None

        watching = Watching(self._look, rebuild, tell, catch_up=catch_up)
        return replace(watching, observer=None) if self._options.poll else watching

    def _try(self, saved: Sequence[str]) -> tuple[str, Outcome]:
        """Rebuild; what stops it is told like an error in a file, for the next may succeed."""
        try:
            return self.rebuild(saved)
        except Exception as error:  # noqa: BLE001 - the preview outlives a defect of one build
            why = _fault(error)
        with self._building:
            self.findings = ()
            self._warn(notice_saying(why))
        return f"{why}\n", Outcome(0, 0, "no build")

    def _try_to_catch_up(self) -> str | None:
        """Catch up; what stops it is told, and the next build puts it off again."""
        try:
            return self.catch_up()
        except Exception as error:  # noqa: BLE001 - it outlives a defect of the index as well
            return f"the search index could not be made: {_fault(error)}\n"

    def _settle(self) -> None:
        """Have the search for cycles pass over what a build has made, which is nearly all of it.

        Now and then it looks at all of it, for what earlier builds have left behind.
        """
        self._builds += 1
        if self._builds % _LOOKED_AT == 0:
            gc.unfreeze()
            gc.collect()
        gc.freeze()

    def _warn(self, notice: Notice) -> None:
        self._waiting = _noting(self._waiting, notice)
        self._served = {name: _noting(site, notice) for name, site in self._served.items()}

    def _take(self, sites: Sequence[BuiltSite], saved: Sequence[str]) -> int:
        """Serve these sites from now on, all at once; return how many pages are not as before."""
        taken, changed = {}, 0
        for name in dict.fromkeys([*self._served, *(site.site for site in sites)]):
            before = self.served(name) if name in self._served else self._waiting
            found = next((site for site in sites if site.site == name), None)
            built = Built({}, before.base, {})
            if found is not None:
                built = Built(found.files, found.base, found.sources)
            goal = page_for(saved, built.sources) if self._options.follow else ""
            taken[name] = follow_up(before, built, goal)
            changed += changed_pages(before, built)
        self._first = self._first or (sites[0].site if sites else "")
        self.sites, self._served = tuple(sites), taken
        self._waiting = _noting(self._waiting, None)
        return changed


def _fault(error: Exception) -> str:
    """Say what stopped a piece of work: the machine's refusal, or a defect of pavgen's own."""
    if isinstance(error, OSError):
        return f"{error.filename or 'the machine'}: {error.strerror or error}"
    why = f"pavgen failed, by a defect of its own ({type(error).__name__}: {error})"
    return f"{why}; `pavgen build` tells what to report"


def _noting(site: ServedSite, notice: Notice | None) -> ServedSite:
    return replace(site, live=replace(site.live, notice=notice)) if site.live else site
