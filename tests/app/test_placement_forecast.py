"""`placement forecast`: lists, partners, and what cannot be asked."""

import pytest

from pavgen.app.placement_forecast import ForecastRequest, placement_forecast
from tests.app.placing import DAY, placement_project


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    return placement_project(tmp_path_factory.mktemp("project"))


def test_every_list_has_the_open_period_and_those_to_come(root):
    found = placement_forecast(ForecastRequest(root, DAY, 3)).value
    assert [one.forecast.opportunity for one in found.lists] == ["directory-list", "home-spotlight"]
    labels = [turn.period.label for turn in found.lists[0].forecast.turns]
    assert labels == ["2026-W47", "2026-W48", "2026-W49", "2026-W50"]
    assert set(found.lists[0].turns) == {"anchor", "beacon", "cutter", "dory", "ensign"}
    assert found.names["p-anchor"] == "Anchor"


def test_one_partner_in_one_list(root):
    request = ForecastRequest(root, DAY, 3, "home-spotlight", "beacon")
    (only,) = placement_forecast(request).value.lists
    assert list(only.turns) == ["beacon"]
    assert only.turns["beacon"].shown is not None


def test_what_does_not_exist_is_told_at_once(root):
    answer = placement_forecast(ForecastRequest(root, DAY, 3, "directory", "becon"))
    assert [d.code for d in answer.diagnostics] == ["opportunity-unknown", "partner-unknown"]
    assert answer.value.lists == ()
