"""The verdict on a pull request, as the worst of the rulings on its paths and its content."""

from collections.abc import Iterable
from enum import StrEnum

from pavgen.kernel.values import dataclass


class Verdict(StrEnum):
    """What a review comes to."""

    PASS = "pass"  # noqa: S105 - no password
    VENDOR = "needs-vendor"
    REFUSED = "refused"
    UNDECIDED = "undecided"

    @property
    def status(self) -> int:
        """The exit status of the command."""
        return _STATUS[self]


_STATUS = {Verdict.PASS: 0, Verdict.VENDOR: 3, Verdict.REFUSED: 4, Verdict.UNDECIDED: 5}
_WORST_LAST = (Verdict.PASS, Verdict.VENDOR, Verdict.UNDECIDED, Verdict.REFUSED)


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a rule says of a path, or of the whole where there is none.

    `verdict` is what it comes to by itself: `pass` is a remark for people to read.
    """

    rule: str
    verdict: Verdict
    message: str
    path: str = ""


def worst(rulings: Iterable[Ruling]) -> Verdict:
    """Return what all rulings together come to: what is refused is refused, known or not."""
    found = [ruling.verdict for ruling in rulings]
    return max(found, key=_WORST_LAST.index, default=Verdict.PASS)


def in_order(rulings: Iterable[Ruling]) -> tuple[Ruling, ...]:
    """Sort rulings, the gravest first, then by path, rule and words; each once."""
    return tuple(
        sorted(
            set(rulings),
            key=lambda r: (-_WORST_LAST.index(r.verdict), r.path, r.rule, r.message),
        )
    )
