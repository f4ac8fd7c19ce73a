import ast
from pathlib import Path

from pavgen.plan import strings
from pavgen.plan.strings import PLAN_KEYS, places_of

PLAN = Path(strings.__file__).parent


def said():
    """Return each key the plan says as a constant, with the names it gives values for."""
    return {
        node.args[0].value: tuple(sorted(keyword.arg for keyword in node.keywords))
        for path in sorted(PLAN.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "say"
        and isinstance(node.args[0], ast.Constant)
    }


def test_every_key_the_plan_says_is_listed_with_its_places():
    assert {key: places_of(key) for key in said() if key in PLAN_KEYS} == said()


def test_no_key_is_listed_twice():
    assert len(set(PLAN_KEYS)) == len(PLAN_KEYS)


def test_keys_of_titles_cover_each_facet_and_each_crossing():
    assert [key for key in PLAN_KEYS if key.startswith("plan-title-")] == [
        "plan-title-type",
        "plan-title-area",
        "plan-title-region",
        "plan-title-country",
        "plan-title-industry",
        "plan-title-segment",
        "plan-title-tier",
        "plan-title-type-region",
        "plan-title-area-region",
    ]


def test_title_of_a_crossing_is_given_both_labels():
    assert [places_of(key) for key in ("plan-title-area", "plan-title-area-region")] == [
        ("label",),
        ("label", "other"),
    ]


def test_key_that_needs_no_value_is_given_none():
    assert places_of("plan-moved") == ()
