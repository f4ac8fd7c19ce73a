import pytest

from pavgen.kernel.diagnostics import DefectError
from pavgen.plan.strings import PLAN_KEYS, places_of
from pavgen.plan.words import Words

WORDS = Words(
    "xx",
    {
        "plain": "Plain",
        "count.one": "{n} thing",
        "count.few": "{n} things",
        "count.other": "{n} of {what}",
        "only.other": "{n} more",
    },
    lambda n: {1: "one", 2: "few"}.get(n, "many"),
    lambda n: f"<{n}>",
)


@pytest.mark.parametrize(
    ("key", "values", "said"),
    [
        ("plain", {}, "Plain"),
        ("plain", {"n": 3}, "Plain"),
        ("count", {"n": 1}, "<1> thing"),
        ("count", {"n": 2}, "<2> things"),
        ("count", {"n": 7, "what": "{n}"}, "<7> of {n}"),
        ("only", {"n": 1}, "<1> more"),
        ("only", {"n": "five"}, "five more"),
    ],
)
def test_string_is_chosen_by_number_and_filled_once(key, values, said):
    assert WORDS.say(key, **values) == said


@pytest.mark.parametrize(("key", "values"), [("nope", {}), ("count", {"n": 9})])
def test_string_or_value_that_is_not_there_is_a_defect(key, values):
    with pytest.raises(DefectError):
        WORDS.say(key, **values)


def test_words_say_what_they_know_and_what_they_ask_for():
    assert [WORDS.knows(key) for key in ("plain", "count", "only", "nope")] == [True] * 3 + [False]
    asked = WORDS.asks()
    assert [asked.get(key) for key in ("plain", "count", "only", "nope")] == [
        frozenset(),
        {"n", "what"},
        {"n"},
        None,
    ]


def test_places_belong_to_strings_of_the_plan():
    assert {key: places_of(key) for key in ("plan-title-type-region", "plan-moved")} == {
        "plan-title-type-region": ("label", "other"),
        "plan-moved": (),
    }
    assert len(set(PLAN_KEYS)) == len(PLAN_KEYS)
