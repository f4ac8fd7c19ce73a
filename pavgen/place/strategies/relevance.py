"""`relevance`: by declared scores for matches with an audience, equals by turns elsewhere."""

from pavgen.place.ordering import Candidate, Key, Measure, Rule, by_then


def keys(candidate: Candidate, rule: Rule) -> tuple[Key, ...]:
    """Look at the score, more first, then at the place in another group's order."""
    score = Key(Measure.SCORE, candidate.score, (-candidate.score, ""))
    return (score, by_then(candidate, rule))
