"""`review`: a pull request judged by git's objects alone, and what it would change."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pavgen.app.build import Made, make_loaded
from pavgen.app.load import Progress, load_tree
from pavgen.app.means import Means, Recent, working
from pavgen.app.processes import cores, uncollected
from pavgen.app.review_git import PullRequest, Unreadable, pull_request
from pavgen.files.text import decode_text
from pavgen.files.yamldoc import parse_yaml
from pavgen.kernel.diagnostics import Checked, Diagnostic, Severity, has_errors
from pavgen.model.document import Node
from pavgen.model.layout import OtherFile, file_at
from pavgen.model.logo import Logo
from pavgen.model.programme import Partner, Programme
from pavgen.model.prose import plain_text
from pavgen.model.review.contents import (
    FieldChange,
    Hidden,
    TextChange,
    field_changes,
    foreign,
    hidden_in,
    hosts_of,
    neighbours,
    text_change,
)
from pavgen.model.review.paths import PathChange, judge_paths
from pavgen.model.review.rulings import Ruling, Verdict, in_order, worst
from pavgen.model.showing import Showing
from pavgen.model.tree import SourceTree
from pavgen.place.effect import Effect, effect_of
from pavgen.plan.review import Changes, LogoChange, LogoFile, PageChanges, Review

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
    if pull.head.value.files == pull.base.value.files:
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
    if has_errors(before.diagnostics):
        why = "the base has errors of its own, so what changes cannot be told"
        rulings.append(Ruling("base-broken", Verdict.UNDECIDED, why))
    known = {_likeness(d) for d in before.diagnostics}
    findings = tuple(d for d in after.diagnostics if _likeness(d) not in known)
    rulings += _of_findings(findings)
    changes = _changes(pull, before.value, after.value, pending)
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


def _of_findings(findings: Sequence[Diagnostic]) -> Iterator[Ruling]:
    for finding in findings:
        if finding.severity is Severity.ERROR:
            verdict = _VERDICTS.get(finding.code, Verdict.REFUSED)
            line = f"line {finding.span.line}: " if finding.span.line else ""
            what = f"{line}{finding.message}"
            yield Ruling(f"check-{finding.code}", verdict, what, finding.span.path)


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


def _changes(pull: PullRequest, before: Made, after: Made, pending: Sequence[str]) -> Changes:
    old, new = before.project.programme, after.project.programme
    head = pull.head.value.files if pull.head else {}
    base = pull.base.value.files
    names = {slug: partner.name for slug, partner in new.partners.items()}
    renamed = [s for s in pull.slugs if s in names and names[s] != _name(old, s)]
    effect = None
    if before.placement is not None and after.placement is not None:
        effect = effect_of(before.placement, after.placement, pull.slugs)
    return Changes(
        fields=tuple(_fields(pull.paths, base, head)),
        texts=tuple(_texts(pull.slugs, old, new)),
        hidden=tuple(_hidden(pull.paths, head)),
        hosts=_new_hosts(pull.slugs, old, new),
        neighbours=neighbours(names, renamed),
        logos=tuple(_logos(pull.paths, base, head, (old, new))),
        effect=effect,
        pages=tuple(_pages(before, after)) if effect else (),
        admitted=tuple(pending),
        titles={name: item.title for name, item in new.policy.opportunities},
    )


def _name(programme: Programme, slug: str) -> str:
    partner = programme.partners.get(slug)
    return partner.name if partner else ""


def _fields(
    paths: Sequence[PathChange], base: Mapping[str, bytes], head: Mapping[str, bytes]
) -> Iterator[FieldChange]:
    for change in paths:
        if change.path.endswith(".yaml") and change.kind.kind != "code":
            old, new = _root(change.path, base), _root(change.path, head)
            yield from field_changes(change.path, old, new)


def _root(path: str, files: Mapping[str, bytes]) -> Node | None:
    text = decode_text(path, files[path]).value if path in files else None
    return parse_yaml(path, text).value if text is not None else None


def _texts(slugs: Sequence[str], old: Programme, new: Programme) -> Iterator[TextChange]:
    for slug in slugs:
        before, after = _about(old, slug), _about(new, slug)
        if before != after:
            yield text_change(f"partners/{slug}/about.md", before, after)


def _about(programme: Programme, slug: str) -> str:
    partner = programme.partners.get(slug)
    return plain_text(partner.about) if partner else ""


def _hidden(paths: Sequence[PathChange], head: Mapping[str, bytes]) -> Iterator[Hidden]:
    for change in paths:
        if change.path in head and change.path.endswith((".yaml", ".md", ".svg")):
            yield from hidden_in(change.path, head[change.path].decode("utf-8", "replace"))


def _new_hosts(slugs: Sequence[str], old: Programme, new: Programme) -> dict[str, tuple[str, ...]]:
    found = {}
    for slug in slugs:
        hosts = _hosts(new.partners.get(slug)) - _hosts(old.partners.get(slug))
        if hosts:
            found[slug] = tuple(sorted(hosts))
    return found


def _hosts(partner: Partner | None) -> frozenset[str]:
    return hosts_of(partner.listing, partner.about) if partner else frozenset()


def _logos(
    paths: Sequence[PathChange],
    base: Mapping[str, bytes],
    head: Mapping[str, bytes],
    programmes: tuple[Programme, Programme],
) -> Iterator[LogoChange]:
    old, new = programmes
    for change in paths:
        place = file_at(change.path)
        if isinstance(place, OtherFile) and place.type == "logo":
            before = _logo_file(change, base, old)
            after = _logo_file(change, head, new)
            yield LogoChange(change.path, before, after)


def _logo_file(
    change: PathChange, files: Mapping[str, bytes], programme: Programme
) -> LogoFile | None:
    data = files.get(change.path)
    if data is None:
        return None
    digest = hashlib.sha256(data).hexdigest()
    logo = _logo_at(change.path, programme.partners.get(change.kind.slug))
    return LogoFile(digest, len(data), logo.width if logo else 0, logo.height if logo else 0)


def _logo_at(path: str, partner: Partner | None) -> Logo | None:
    if partner is None:
        return None
    name = path.rpartition("/")[2]
    if name == partner.listing.logo:
        return partner.logo
    return partner.logo_dark if name == partner.listing.logo_dark else None


def _pages(before: Made, after: Made) -> Iterator[PageChanges]:
    built = {site.site: site.files for site in before.sites}
    for site in after.sites:
        old = built.get(site.site, {})
        new = site.files
        pages = sorted(path for path in {*old, *new} if path.endswith("index.html"))
        yield PageChanges(
            site.site,
            added=tuple(path for path in pages if path not in old),
            changed=tuple(p for p in pages if p in old and p in new and old[p] != new[p]),
            removed=tuple(path for path in pages if path not in new),
        )
