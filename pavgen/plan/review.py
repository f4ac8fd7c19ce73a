"""A review of a pull request as flat values, for reports to tell."""

from collections.abc import Mapping
from dataclasses import field

from pavgen.kernel.diagnostics import Diagnostic
from pavgen.kernel.values import dataclass
from pavgen.model.review.contents import FieldChange, Hidden, Neighbour, TextChange
from pavgen.model.review.paths import PathChange
from pavgen.model.review.rulings import Ruling, Verdict
from pavgen.place.effect import Effect


@dataclass(frozen=True, slots=True)
class LogoFile:
    """A logo's file in one version: its digest, its size in bytes and in pixels (0: not known)."""

    digest: str
    size: int
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True)
class LogoChange:
    """A logo before and after; None where there is none."""

    path: str
    before: LogoFile | None
    after: LogoFile | None


@dataclass(frozen=True, slots=True)
class PageChanges:
    """The pages of a site that would be new, other than before, and gone, by path."""

    site: str
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything a pull request changes, as far as it could be read.

    `admitted` are partners that the programme has not admitted, shown here as if it had.
    `hosts` are new ones by partner, `titles` those of opportunities.
    """

    fields: tuple[FieldChange, ...] = ()
    texts: tuple[TextChange, ...] = ()
    hidden: tuple[Hidden, ...] = ()
    hosts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    neighbours: tuple[Neighbour, ...] = ()
    logos: tuple[LogoChange, ...] = ()
    effect: Effect | None = None
    pages: tuple[PageChanges, ...] = ()
    admitted: tuple[str, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Review:
    """The verdict and everything it rests on; `commits` are base, head and what they share."""

    verdict: Verdict
    account: int
    commits: tuple[str, str, str]
    rulings: tuple[Ruling, ...]
    paths: tuple[PathChange, ...] = ()
    slugs: tuple[str, ...] = ()
    changes: Changes = field(default_factory=Changes)
    findings: tuple[Diagnostic, ...] = ()
