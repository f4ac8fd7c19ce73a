"""`review`: a pull request judged by git's objects alone, and what it would change."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from pathlib import Path

from pavgen.app.build import Made, make_loaded
from pavgen.app.load import Progress, load_tree
from pavgen.app.means import Means, Recent, working
from pavgen.app.processes import cores, uncollected
from pavgen.app.review_changes import changes_of
from pavgen.app.review_git import PullRequest, Unreadable, pull_request
from pavgen.kernel.diagnostics import Checked, Diagnostic, Severity
from pavgen.kernel.values import dataclass
from pavgen.model.programme import Programme
from pavgen.model.review.contents import foreign
from pavgen.model.review.paths import DELETED, judge_paths
from pavgen.model.review.rulings import Ruling, Verdict, in_order, worst
from pavgen.model.showing import Showing
from pavgen.model.tree import SourceTree
from pavgen.place.effect import Effect
from pavgen.plan.review import Changes, Review

_VERDICTS = {"name-alike": Verdict.VENDOR, "content-missing": Verdict.UNDECIDED}
"""What an error of the check comes to: the partner can mend all but these."""


@dataclass(frozen=True, slots=True)
class ReviewRequest:
    """What to judge: two revisions, the account that sent the change, and the day it counts for."""

    root: Path
    base: str
    head: str
    account: int
    as_of: date
    expected: str = ""
    """The full name of the commit that the head has to be; nothing where any will do."""


def review(request: ReviewRequest, progress: Progress = lambda _: None) -> Review:
    """Judge a pull request. Nothing of its head is checked out or run; the base's rules hold."""
    progress("reading")
    pull = pull_request(request.root, request.base, request.head, request.account, request.expected)
    if isinstance(pull, Unreadable):
        why = Ruling(pull.rule, Verdict.UNDECIDED, pull.why)
        return Review(Verdict.UNDECIDED, request.account, pull.commits, (why,))
    rulings = [*judge_paths(pull.paths, pull.registry, request.account), *pull.rulings]
    if pull.head is None:
        return _told(request, pull, rulings, Changes())
    if pull.head == pull.base:
        # Nothing that a site is made of: both builds would be one.
        return _told(request, pull, rulings, Changes(effect=Effect()))
    with uncollected(), working(request.root, jobs=cores()) as means:
        return _compared(request, pull, pull.head, rulings, means, progress)


def _compared(
    request: ReviewRequest,
    pull: PullRequest,
    head: Checked[SourceTree],
    rulings: list[Ruling],
    means: Means,
    progress: Progress,
) -> Review:
    pending = pull.pending
    showing = Showing(request.as_of, drafts=bool(pending))
    both = Means(means.memory, means.jobs, Recent())
    before = _made(pull.base, showing, both, lambda step: progress(f"base: {step}"))
    after = _made(head, showing, both, lambda step: progress(f"with it: {step}"))
    broken = [d for d in before.diagnostics if d.severity is Severity.ERROR]
    if broken:
        where = f"({len(broken)}), the first in `{broken[0].span.path}`"
        why = f"the base has errors of its own {where}; until they are mended nothing is judged"
        rulings.append(Ruling("base-broken", Verdict.UNDECIDED, why))
    known = {_likeness(d) for d in before.diagnostics}
    findings = tuple(d for d in after.diagnostics if _likeness(d) not in known)
    gone = {ruling.path for ruling in rulings if ruling.rule == DELETED}
    rulings += _of_findings(findings, gone)
    changes = changes_of(pull, before.value, after.value)
    rulings += _of_changes(changes, after.value.project.programme)
    return _told(request, pull, rulings, changes, findings)


def _made(
    tree: Checked[SourceTree], showing: Showing, means: Means, progress: Progress
) -> Checked[Made]:
    loaded = load_tree(tree, progress, showing.preview, means)
    return make_loaded(loaded, showing, progress=progress, means=means)


def _told(
    request: ReviewRequest,
    pull: PullRequest,
    rulings: Sequence[Ruling],
    changes: Changes,
    findings: Sequence[Diagnostic] = (),
) -> Review:
    return Review(
        verdict=worst(rulings),
        account=request.account,
        commits=pull.commits,
        rulings=in_order(rulings),
        paths=pull.paths,
        slugs=pull.slugs,
        changes=changes,
        findings=tuple(findings),
    )


def _likeness(finding: Diagnostic) -> tuple[str, str, str, str]:
    """Return what two findings share that are about one thing, wherever its line has gone."""
    return (finding.span.path, finding.code, finding.field, finding.what)


def _of_findings(findings: Sequence[Diagnostic], gone: Collection[str]) -> Iterator[Ruling]:
    """Turn errors into rulings; `gone` are the listings that a partner takes away.

    What is wrong with those, and with the programme's own files once they are gone, only the
    vendor can mend.
    """
    for finding in findings:
        if finding.severity is Severity.ERROR:
            path = finding.span.path
            verdict = _VERDICTS.get(finding.code, Verdict.REFUSED)
            if path in gone or (gone and not path.startswith("partners/")):
                verdict = Verdict.VENDOR
            line = f"line {finding.span.line}: " if finding.span.line else ""
            what = f"{line}{finding.message}"
            yield Ruling(f"check-{finding.code}", verdict, what, path)


def _of_changes(changes: Changes, programme: Programme) -> Iterator[Ruling]:
    for slug, hosts in changes.hosts.items():
        partner = programme.partners.get(slug)
        domains = partner.standing.domains if partner else ()
        for host in foreign(hosts, domains) if domains else ():
            what = f"a link leads to `{host}`, which is no domain on file for `{slug}`"
            yield Ruling("link-host", Verdict.VENDOR, what, f"partners/{slug}/")
    for near in changes.neighbours:
        if not near.same:
            what = f"`{near.name}` is one letter away from `{near.other_name}` (`{near.other}`)"
            yield Ruling("name-near", Verdict.PASS, what, f"partners/{near.slug}/listing.yaml")
