"""The sentence that says why a partner stands where it does, worked out once for all lists."""

from collections.abc import Mapping
from functools import lru_cache
from itertools import chain

from pavgen.model.programme import Programme
from pavgen.place.picks import Holding
from pavgen.place.placement import Placement
from pavgen.place.reasoning import holding_reason, short_reason
from pavgen.place.sentences import Say, sentence
from pavgen.plan.words import Words

_TEXTS = 2**12


def why_here(
    programme: Programme, placement: Placement, words: Words
) -> Mapping[tuple[str, str], str]:
    """Return the sentence of every partner shown, by opportunity and slug.

    It tells nothing of neighbours, so that one text serves every list made of the same order.
    What somebody has at an event has a sentence of its own, under `held`.
    """
    say = remembering(words)
    lists = {
        (name, decision.slug): sentence(
            short_reason(programme, placement.groups[listed.group], decision), say
        )
        for name, listed in placement.opportunities.items()
        for decision in listed.decisions
    }
    return {**lists, **_holdings(programme, placement, say)}


def remembering(words: Words) -> Say:
    """Return what says the texts of reasons, and knows the last ones that it said.

    Partners differ in a few words of a sentence, so most of its parts come again and again.
    """
    return lru_cache(maxsize=_TEXTS)(words.say)


def held(event: str, holding: Holding) -> tuple[str, str]:
    """Return the key under which `why_here` has the sentence of one booth, pod or slot."""
    return f"{event}/{holding.item}@{holding.shift}", holding.slug


def _holdings(programme: Programme, placement: Placement, say: Say) -> dict[tuple[str, str], str]:
    return {
        held(event, holding): sentence(holding_reason(programme, placement, event, holding), say)
        for event, placed in placement.events.items()
        for holding in (*chain.from_iterable(placed.booths.values()), *placed.given.values())
    }
