from dataclasses import replace

from pavgen.app.themes import standard_words
from pavgen.place.placing import place
from pavgen.place.reasoning import short_reason
from pavgen.place.sentences import sentence
from pavgen.plan.reasons import held, remembering, why_here
from tests.plan.projects import DAY, WORDS, files_of, partner, planned
from tests.plan.sections.draw_projects import DAY as DAY_AFTER
from tests.plan.sections.draw_projects import project

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


def test_each_booth_has_its_sentence_beside_those_of_lists(tmp_path):
    found = planned(tmp_path, project(), day=DAY_AFTER)
    told = why_here(found.programme, found.placement, standard_words("en"))
    booths = found.placement.events["fair"].booths
    assert {booth: told[held("fair", holding)] for booth, (holding,) in booths.items()} == {
        "a1": "Drawn in turn 1 of 3: its first wish.",
        "a2": "Drawn in turn 2 of 3: its wish 2 of 2.",
        "a3": "Drawn in turn 3 of 3: its wish 3 of 3.",
        "b1": "Given by hand: It organises the fair.",
    }
    assert told["fair-booths", "cedar"] == told[held("fair", booths["a3"][0])]


def test_what_was_said_before_is_said_again_with_the_values_of_each_time():
    words = standard_words("en")
    say = remembering(words)
    told = [("why-other", {"name": "Alder"}), ("why-decimal", {}), ("why-other", {"name": "Birch"})]
    assert [say(key, **values) for key, values in told * 2] == [
        words.say(key, **values) for key, values in told * 2
    ]
