"""`alphabetical`: by name; offered because it is asked for, and labelled as not neutral."""

from pavgen.place.ordering import Candidate, Key, Measure, Rule


def keys(candidate: Candidate, rule: Rule) -> tuple[Key, ...]:
    """Look at the folded name, then spelling, then slug; the only strategy that sees names."""
    del rule
    measures = (Measure.NAME, Measure.SPELLING, Measure.SLUG)
    return tuple(
        Key(measure, text, (0, text))
        for measure, text in zip(measures, candidate.collation, strict=True)
    )
