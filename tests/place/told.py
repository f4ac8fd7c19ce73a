"""Reasons of small programmes, as trees and in the words of the built-in theme."""

from datetime import date

from pavgen.app.themes import standard_words
from pavgen.place.placing import place
from pavgen.place.reasoning import reason_tree, short_reason
from pavgen.place.reasoning_scene import scene_of
from pavgen.place.sentences import sentence, steps
from tests.place.programmes import opportunity, programme

DAY = date(2026, 11, 25)
ENGLISH = standard_words("en").say
GERMAN = standard_words("de").say


def one_list(partners, group, **rule):
    """Make a programme with one group and one list of it."""
    return programme(partners, groups={"main": group}, opportunities={"all": opportunity(**rule)})


def tree_of(made, slug, name="all", day=DAY, *, staff=False):
    return reason_tree(made, place(made, day).value, name, slug, staff=staff)


def parts_of(made, slug, kind, day=DAY):
    """Return the reasons of one kind, next below the root."""
    return [part for part in tree_of(made, slug, day=day).parts if part.kind is kind]


def steps_of(made, slug, say=ENGLISH, day=DAY, *, staff=False):
    return steps(tree_of(made, slug, day=day, staff=staff), say)


def why_of(made, slug, say=ENGLISH, day=DAY):
    """Return what stands before its neighbours and the closing line: the rule's own reasons."""
    return steps_of(made, slug, say, day)[3:-1]


def cards_of(made, say=ENGLISH, day=DAY):
    """Return the sentence on each card of the list `all`, those waiting included."""
    placement = place(made, day).value
    listed = placement.opportunities["all"]
    master = placement.groups[listed.group]
    return [
        sentence(short_reason(made, master, decision), say)
        for decision in (*listed.decisions, *listed.waiting)
    ]


def scene(made, day=DAY):
    return scene_of(made, place(made, day).value.groups["main"])
