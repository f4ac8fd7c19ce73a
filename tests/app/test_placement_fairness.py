"""`placement fairness`: metrics of what was recorded, and nothing where nothing was."""

import pytest

from pavgen.app.load import load_project
from pavgen.app.placement_fairness import placement_fairness
from pavgen.app.placement_record import RecordRequest, placement_record
from pavgen.place.accounting import ledger_accounts
from pavgen.place.metrics.table import metrics_of
from tests.app.placing import DAY, WEEK, placement_project


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    folder = placement_project(tmp_path_factory.mktemp("project"))
    assert placement_record(RecordRequest(folder, DAY, "main")).ok
    assert placement_record(RecordRequest(folder, DAY + 3 * WEEK, "main")).ok
    return folder


def test_the_metrics_are_those_of_the_recorded_accounts(root):
    main, spot = placement_fairness(root, DAY + 3 * WEEK).value.groups
    ledger = load_project(root).value.programme.ledgers["main"]
    assert main.metrics == metrics_of(ledger_accounts(ledger))
    assert (main.first, main.last, float(main.contradictions)) == ("2026-W47", "2026-W50", 0.0)
    assert (spot.metrics, spot.classes, spot.first) == (None, (), "")


def test_classes_are_tiers_regions_and_types(root):
    (main,) = placement_fairness(root, DAY, "directory-list").value.groups
    assert [classes.by for classes in main.classes] == ["tier", "home_region", "type"]
    tiers = {row.name: row.partners for row in main.classes[0].rows}
    assert tiers == {"gold": 3, "silver": 2}


def test_an_unknown_list_is_an_error(root):
    answer = placement_fairness(root, DAY, "x")
    assert (answer.value.groups, [d.code for d in answer.diagnostics]) == (
        (),
        ["opportunity-unknown"],
    )
