"""Which file of a project holds what: the only place that knows the tree's shape."""

import re
from functools import lru_cache
from typing import Literal, TypeVar

from pavgen.kernel.values import dataclass

RecordType = Literal[
    "program",
    "standing",
    "listing",
    "about",
    "site",
    "policy",
    "solution",
    "hub",
    "article",
    "page",
    "event",
    "event-text",
    "floorplan",
    "agenda",
    "name-exceptions",
    "owners",
]


OtherType = Literal["logo", "media", "ledger", "releases", "theme"]


@dataclass(frozen=True, slots=True)
class RecordFile:
    """A file that holds a record: its type and the slug its path gives it.

    All files of an event have the slug of its folder.
    """

    type: RecordType
    slug: str = ""
    hub: str = ""

    @property
    def is_partners(self) -> bool:
        """Whether the file belongs to a partner, who is not trusted."""
        return self.type in {"listing", "about"}


@dataclass(frozen=True, slots=True)
class OtherFile:
    """A file that is known and is no record: a logo, media, or another part's own file."""

    type: OtherType
    slug: str = ""


_SLUG = r"[^/]+"
_RECORDS: tuple[tuple[str, RecordType], ...] = (
    (r"content/program\.yaml", "program"),
    (r"content/name-exceptions\.yaml", "name-exceptions"),
    (r"content/owners\.yaml", "owners"),
    (r"content/placement/policy\.yaml", "policy"),
    (rf"content/standing/(?P<slug>{_SLUG})\.yaml", "standing"),
    (rf"content/sites/(?P<slug>{_SLUG})\.yaml", "site"),
    (rf"content/solutions/(?P<slug>{_SLUG})\.md", "solution"),
    (rf"content/hubs/(?P<slug>{_SLUG})/index\.md", "hub"),
    (rf"content/hubs/(?P<hub>{_SLUG})/(?P<slug>{_SLUG})\.md", "article"),
    (r"content/pages/(?P<slug>.+)\.md", "page"),
    (rf"content/events/(?P<slug>{_SLUG})/event\.yaml", "event"),
    (rf"content/events/(?P<slug>{_SLUG})/index\.md", "event-text"),
    (rf"content/events/(?P<slug>{_SLUG})/floorplan\.yaml", "floorplan"),
    (rf"content/events/(?P<slug>{_SLUG})/agenda\.yaml", "agenda"),
    (rf"partners/(?P<slug>{_SLUG})/listing\.yaml", "listing"),
    (rf"partners/(?P<slug>{_SLUG})/about\.md", "about"),
)
_OTHERS: tuple[tuple[str, OtherType], ...] = (
    (rf"partners/{_SLUG}/logo(-dark)?\.(svg|png|jpg|jpeg|webp)", "logo"),
    (r"content/media/.+", "media"),
    (rf"content/placement/ledger/(?P<slug>{_SLUG})\.jsonl", "ledger"),
    (rf"content/events/(?P<slug>{_SLUG})/releases\.jsonl", "releases"),
    (r"themes/.+", "theme"),
)


_T = TypeVar("_T")


def _by_top_folder(
    rules: tuple[tuple[str, _T], ...],
) -> dict[str, tuple[tuple[re.Pattern[str], _T], ...]]:
    """Sort the rules by the folder their paths begin with, which each names in full."""
    tops = {pattern.partition("/")[0] for pattern, _ in rules}
    return {
        top: tuple((re.compile(p), kind) for p, kind in rules if p.startswith(f"{top}/"))
        for top in sorted(tops)
    }


_RECORDS_BELOW = _by_top_folder(_RECORDS)
_OTHERS_BELOW = _by_top_folder(_OTHERS)
_ENDINGS = ((".yml", ".yaml"), (".markdown", ".md"), (".mdx", ".md"), (".txt", ".md"))


@lru_cache(maxsize=1 << 16)
def file_at(path: str) -> RecordFile | OtherFile | None:
    """Say what a project-relative path holds; None for a file nothing reads.

    Every stage asks this of every file, and of the file of every reference, so answers are kept.
    """
    top = path.partition("/")[0]
    for pattern, record_type in _RECORDS_BELOW.get(top, ()):
        found = pattern.fullmatch(path)
        if found:
            named = found.groupdict()
            return RecordFile(record_type, named.get("slug", ""), named.get("hub", ""))
    for pattern, other_type in _OTHERS_BELOW.get(top, ()):
        found = pattern.fullmatch(path)
        if found:
            return OtherFile(other_type, found.groupdict().get("slug", ""))
    return None


def renamed(path: str) -> str | None:
    """Return the path a stray file was likely meant to have: small letters, the usual ending."""
    folder, slash, name = path.rpartition("/")
    name = name.lower()
    for wrong, right in _ENDINGS:
        name = name.removesuffix(wrong) + right if name.endswith(wrong) else name
    meant = f"{folder}{slash}{name}"
    return meant if meant != path and file_at(path) is None and file_at(meant) else None


def standing_path(slug: str) -> str:
    """Return the path of a partner's standing; a partner whose standing is not there is pending."""
    return f"content/standing/{slug}.yaml"


def expected_beside(path: str) -> str:
    """Say which files may stand where a stray one was found."""
    meant = renamed(path)
    if meant:
        return f"rename it to `{meant.rpartition('/')[2]}`"
    if path.startswith("partners/"):
        return "a partner's folder holds `listing.yaml`, `about.md`, `logo.*` and `logo-dark.*`"
    if path.startswith("content/events/"):
        return (
            "an event's folder holds `event.yaml`, `floorplan.yaml`, `agenda.yaml`, `index.md` and"
            " `releases.jsonl`"
        )
    return "see the file layout in the documentation; remove it or move it"
