"""The sentence that says why a partner stands where it does, worked out once for all lists."""

from collections.abc import Mapping

from pavgen.model.programme import Programme
from pavgen.place.placement import Placement
from pavgen.place.reasoning import short_reason
from pavgen.place.sentences import sentence
from pavgen.plan.words import Words


def why_here(
    programme: Programme, placement: Placement, words: Words
) -> Mapping[tuple[str, str], str]:
    """Return the sentence of every partner shown, by opportunity and slug.

    It tells nothing of neighbours, so that one text serves every list made of the same order.
    """
    return {
        (name, decision.slug): sentence(
            short_reason(programme, placement.groups[listed.group], decision), words.say
        )
        for name, listed in placement.opportunities.items()
        for decision in listed.decisions
    }
