"""Which paths an account may change: owners and former slugs are those of the base."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from pavgen.kernel.values import dataclass
from pavgen.model.ownership import PathClass, class_of
from pavgen.model.records.owners import Owners
from pavgen.model.review.rulings import Ruling, Verdict
from pavgen.security.slugs import slug_problems

MOST_PATHS = 200
MOST_BYTES = 20 * 1024 * 1024
MOST_FILE = 2 * 1024 * 1024
DELETED = "partner-deleted"
_KINDS = {"120000": "a symbolic link", "160000": "a submodule", "100755": "an executable file"}
_FILE, _NONE = "100644", "000000"
_WORDS = {
    "governed": "what the programme decides",
    "staff": "the programme's own content",
    "code": "how the site is made and deployed",
}


@dataclass(frozen=True, slots=True)
class PathChange:
    """A path a pull request changes; `fault` says what is wrong with its name, or nothing.

    `size` is that of the new file in bytes, -1 where it could not be found. `old` and `new` are
    the digests of the contents, empty where there is none.
    """

    path: str
    status: str
    old_mode: str
    new_mode: str
    size: int = 0
    old: str = ""
    new: str = ""
    fault: str = ""

    @property
    def kind(self) -> PathClass:
        """Whose the path is."""
        return PathClass("code") if self.fault else class_of(self.path)

    @property
    def is_sound(self) -> bool:
        """Whether the file is a plain one of a plain name, or gone, and within what is read."""
        whole = self.size >= 0 and (self.size <= MOST_FILE or self.kind.kind != "partner")
        return whole and not self.fault and self.new_mode in {_FILE, _NONE}


@dataclass(frozen=True, slots=True)
class Registry:
    """What the base says: owners, the partners it has, and whose logo a digest is that of."""

    owners: Owners
    partners: frozenset[str]
    logos: Mapping[str, tuple[str, ...]]
    listings_left: frozenset[str] = frozenset()
    """Partners that have a listing once the changes are taken in."""


def judge_paths(
    changes: Sequence[PathChange], registry: Registry, account: int
) -> tuple[Ruling, ...]:
    """Judge which paths are changed and how; of their content only the digest is looked at."""
    staff = registry.owners.is_staff(account)
    found = [ruling for change in changes for ruling in _of_form(change)]
    found += _of_size(changes)
    if not staff:
        found += _of_classes(changes)
        folders: dict[str, set[str]] = {}
        for change in changes:
            if change.kind.slug:
                folders.setdefault(change.kind.slug, set()).add(change.path)
        for slug, paths in sorted(folders.items()):
            found += _of_partner(slug, paths, registry, account)
        if len(folders) > 1:
            what = f"the folders of {len(folders)} partners are changed at once"
            found.append(Ruling("partners-several", Verdict.VENDOR, what))
        found += _of_copies(changes, registry)
    return tuple(found)


def _of_form(change: PathChange) -> Iterator[Ruling]:
    if change.fault:
        yield Ruling("path-name", Verdict.REFUSED, change.fault, change.path)
    if change.new_mode not in {_FILE, _NONE}:
        kind = _KINDS.get(change.new_mode, f"git's mode {change.new_mode}")
        what = f"{kind} stands here; only plain files are taken"
        yield Ruling("path-mode", Verdict.REFUSED, what, change.path)
    elif change.size < 0:
        what = "the content of this file is not in the repository"
        yield Ruling("content-missing", Verdict.UNDECIDED, what, change.path)
    elif change.kind.kind == "partner" and change.size > MOST_FILE:
        what = f"the file has {change.size:,} bytes; a partner's has at most {MOST_FILE:,}"
        yield Ruling("file-size", Verdict.REFUSED, what, change.path)


def _of_size(changes: Sequence[PathChange]) -> Iterator[Ruling]:
    size = sum(max(0, change.size) for change in changes)
    if len(changes) > MOST_PATHS:
        what = f"{len(changes):,} paths are changed; beyond {MOST_PATHS} nothing is read"
        yield Ruling("pull-request-size", Verdict.VENDOR, what)
    elif size > MOST_BYTES:
        what = f"the files have {size:,} bytes; beyond {MOST_BYTES:,} nothing is read"
        yield Ruling("pull-request-size", Verdict.VENDOR, what)


def is_too_large(changes: Sequence[PathChange]) -> bool:
    """Say whether a pull request is too large for its content to be read."""
    return any(True for _ in _of_size(changes))


def _of_classes(changes: Iterable[PathChange]) -> Iterator[Ruling]:
    for change in changes:
        kind = change.kind.kind
        if kind != "partner" and not change.fault:
            what = f"this path is {_WORDS[kind]}, and only the vendor changes it"
            if change.path.startswith("partners/"):
                what = "no file of a partner has this path"
            yield Ruling(f"path-{kind}", Verdict.REFUSED, what, change.path)


def _of_partner(
    slug: str, paths: Collection[str], registry: Registry, account: int
) -> Iterator[Ruling]:
    folder, owners = f"partners/{slug}/", registry.owners
    owner = owners.by_slug().get(slug)
    problems = slug_problems(slug)
    if problems:
        what = f"`{slug}` is no slug: {problems[0].what}"
        yield Ruling("slug-form", Verdict.REFUSED, what, folder)
    elif slug in owners.retired():
        what = f"`{slug}` was another partner's, and nobody takes it again"
        yield Ruling("slug-retired", Verdict.REFUSED, what, folder)
    elif slug in owners.slugs_of(account):
        pass
    elif owner is not None and owner.accounts:
        what = f"account {account} may not send changes for `{slug}`"
        yield Ruling("partner-other", Verdict.REFUSED, what, folder)
    elif slug in registry.partners:
        what = f"no account may send changes for `{slug}` yet; content/owners.yaml names none"
        yield Ruling("partner-unowned", Verdict.VENDOR, what, folder)
    else:
        what = f"`{slug}` is new; the vendor admits partners"
        yield Ruling("partner-new", Verdict.VENDOR, what, folder)
    is_gone = slug in registry.partners and slug not in registry.listings_left
    if is_gone and f"{folder}listing.yaml" in paths:
        what = f"the listing of `{slug}` would be gone"
        yield Ruling(DELETED, Verdict.VENDOR, what, f"{folder}listing.yaml")


def _of_copies(changes: Iterable[PathChange], registry: Registry) -> Iterator[Ruling]:
    for change in changes:
        whose = registry.logos.get(change.new, ()) if change.new else ()
        if whose and change.kind.slug not in whose:
            what = f"the file is the logo of `{whose[0]}`, byte for byte"
            yield Ruling("logo-copied", Verdict.VENDOR, what, change.path)
