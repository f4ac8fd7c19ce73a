"""`alphabetical`: by name; offered because it is asked for, and labelled as not neutral."""

from collections.abc import Sequence

from pavgen.place.ordering import Candidate, Key, Measure, Ranked, Rule, in_key_order


def order(candidates: Sequence[Candidate], rule: Rule) -> tuple[Ranked, ...]:
    """Order by folded name, then spelling, then slug; the only strategy that sees names."""
    del rule
    return in_key_order(Ranked(c.id, _keys(c)) for c in candidates)


def _keys(candidate: Candidate) -> tuple[Key, ...]:
    measures = (Measure.NAME, Measure.SPELLING, Measure.SLUG)
    return tuple(
        Key(measure, text, (0, text))
        for measure, text in zip(measures, candidate.collation, strict=True)
    )
