from dataclasses import replace

from pavgen.place.placing import place
from pavgen.place.reasoning import short_reason
from pavgen.place.sentences import sentence
from pavgen.plan.reasons import why_here
from tests.plan.projects import DAY, WORDS, files_of, partner, planned

POLICY = """\
groups:
  main: {strategy: alphabetical, period: quarter}
opportunities:
  directory-list: {title: All partners, rationale: By name., group: main}
  front-row: {title: In front, rationale: By name., group: main, slots: 1}
"""


def test_every_shown_partner_has_its_sentence_in_every_list_and_no_other_has(tmp_path):
    found = planned(tmp_path, files_of(partner("alder"), partner("birch"), policy=POLICY))
    words = replace(WORDS, strings={**WORDS.strings, "why-sentence": "{text}!"})
    placement = place(found.programme, DAY).value
    told = why_here(found.programme, placement, words)
    first = placement.opportunities["front-row"].decisions[0]
    reason = short_reason(found.programme, placement.groups["main"], first)

    assert set(told) == {
        ("directory-list", "alder"),
        ("directory-list", "birch"),
        ("front-row", "alder"),
    }
    assert told["front-row", "alder"] == sentence(reason, words.say)
