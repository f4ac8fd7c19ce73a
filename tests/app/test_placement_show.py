"""`placement show`: the rows a person or a program reads."""

from datetime import date
from pathlib import Path

import pytest

from pavgen.app.new import NewRequest, new
from pavgen.app.placement_show import Row, placement_show
from tests.app.placing import placement_project

MADE = date(2026, 11, 21)
DAY = date(2026, 11, 25)


@pytest.fixture(scope="module")
def root(tmp_path_factory) -> Path:
    folder: Path = tmp_path_factory.mktemp("project") / "north-sea"
    assert new(NewRequest("project", "north-sea", folder, MADE)).ok
    return folder


def test_every_list_is_shown_with_positions_and_reasons(root):
    lists = placement_show(root, DAY).value.lists
    assert [shown.opportunity for shown in lists] == ["directory-list", "home-spotlight"]
    row = lists[1].shown[0]
    assert row == Row(
        position=1,
        place=1,
        partner="example-partner",
        name="Example Partner",
        tier="silver",
        exposure=1_000_000,
        pinned=False,
        sponsored=False,
        why=row.why,
    )
    assert row.why == "Place 1 of 1 in the order of 2026-W48: its turn had to come now."


def test_list_tells_its_rule_and_that_nothing_is_recorded_yet(tmp_path):
    shown = placement_show(placement_project(tmp_path), DAY, "home-spotlight").value.lists[0]
    assert (shown.recorded, shown.open_slots, shown.rule) == (
        None,
        0,
        (
            (
                "each is shown as often as it is entitled to, rounded up or down, at any time"
                " (while partners and weights stay the same)"
            ),
            "tickets come from a public source: a beacon",
        ),
    )
    assert [row.exposure > 0 for row in (*shown.shown, *shown.waiting)] == [True] * 2 + [False] * 3


def test_one_list_is_shown_on_request(root):
    lists = placement_show(root, DAY, "home-spotlight").value.lists
    assert [shown.opportunity for shown in lists] == ["home-spotlight"]


def test_an_unknown_list_is_an_error_with_a_suggestion(root):
    answer = placement_show(root, DAY, "home-spotlite")
    assert answer.value.lists == ()
    assert [(d.code, d.remedy) for d in answer.diagnostics] == [
        ("opportunity-unknown", "did you mean `home-spotlight`?")
    ]


def test_a_project_with_errors_shows_nothing_and_says_why(tmp_path):
    answer = placement_show(tmp_path, DAY)
    assert answer.value.lists == ()
    assert "project-missing" in {d.code for d in answer.diagnostics}
