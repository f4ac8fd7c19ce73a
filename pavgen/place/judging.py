"""Who may be shown where on a day, judged once for everything that asks."""

from collections.abc import Mapping
from datetime import date

from pavgen.kernel.indexing import once
from pavgen.model.programme import Programme
from pavgen.place.eligibility import Verdict, judge_all

_KEPT = 32
"""Lists of a day whose verdicts are kept; a placement asks for few days, a forecast for many."""


class Verdicts:
    """The verdicts of a programme by list and day, the last asked for at hand."""

    __slots__ = ("_found", "_programme")

    def __init__(self, programme: Programme) -> None:
        self._programme = programme
        self._found: dict[tuple[str, date], Mapping[str, Verdict]] = {}

    def on(self, opportunity: str, day: date) -> Mapping[str, Verdict]:
        """Return the verdict of every partner for an opportunity on a day, by id."""
        key = (opportunity, day)
        verdicts = self._found.get(key)
        if verdicts is None:
            made = self._programme
            condition = made.policy.opportunity(opportunity).eligible
            partners = made.partners.values()
            verdicts = judge_all(partners, opportunity, condition, made.words, day)
            if len(self._found) >= _KEPT:
                del self._found[next(iter(self._found))]
            self._found[key] = verdicts
        return verdicts


@once(most=2)
def verdicts_of(programme: Programme) -> Verdicts:
    """Return the verdicts of a programme: the same ones for whoever asks."""
    return Verdicts(programme)
