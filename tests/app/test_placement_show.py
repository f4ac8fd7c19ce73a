"""`placement show`: the rows a person or a program reads."""

from datetime import date
from pathlib import Path

import pytest

from pavgen.app.new import NewRequest, new
from pavgen.app.placement_show import Row, placement_show

DAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def root(tmp_path_factory) -> Path:
    folder: Path = tmp_path_factory.mktemp("project") / "north-sea"
    assert new(NewRequest("project", "north-sea", folder, DAY)).ok
    return folder


def test_every_list_is_shown_with_positions_and_reasons(root):
    lists = placement_show(root, DAY).value.lists
    assert [shown.opportunity for shown in lists] == ["directory-list", "home-spotlight"]
    row = lists[1].shown[0]
    assert row == Row(1, "example-partner", "Example Partner", "silver", 1_000_000, row.why)
    assert row.why.startswith("first by ticket ")


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
