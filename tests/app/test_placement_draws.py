"""What the commands of `placement` tell of a project that has a draw beside its lists."""

import pytest

from pavgen.app.placement_explain import ExplainRequest, placement_explain
from pavgen.app.placement_fairness import placement_fairness
from pavgen.app.placement_forecast import DrawAhead, ForecastRequest, placement_forecast
from pavgen.app.placement_show import placement_show
from pavgen.app.placement_simulate import SimulateRequest, placement_simulate
from pavgen.app.placement_statement import StatementRequest, placement_statement
from pavgen.place.statements import StatementDays
from tests.plan.projects import write
from tests.plan.sections.draw_projects import DAY, DRAWN, later, project, with_ledger


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """Make a project whose draw is recorded, and what came after it too."""
    before = with_ledger(tmp_path_factory.mktemp("before"), project())
    files = with_ledger(tmp_path_factory.mktemp("after"), later(before), DAY)
    return write(tmp_path_factory.mktemp("project"), files)


def test_show_tells_what_each_has_in_place_of_exposure(root):
    (shown,) = placement_show(root, DAY, "fair-booths").value.lists
    assert [(row.partner, row.has) for row in (*shown.shown, *shown.waiting)] == [
        ("birch", "booth a2"),
        ("cedar", "booth a1"),
    ]
    assert [gone.partner for gone in shown.excluded] == ["alder", "dogwood", "elm"]
    assert shown.excluded[1].why == (
        "Not shown: booth b1 was given to it by hand, so that it takes no turn: It organises the"
        " fair."
    )


def test_explain_tells_the_offer_that_was_taken(root):
    answer = placement_explain(ExplainRequest(root, DAY, "cedar", "fair-booths"))
    (listed,) = answer.value.lists
    assert listed.steps[0] == "Cedar has booth a1 in “Booths”."
    assert (
        "Booth a1 fell vacant; it was asked in its turn, took it on 8 September 2026, and gave up"
        " booth a3."
    ) in listed.steps


def test_forecast_says_that_a_draw_is_held_once(root):
    answer = placement_forecast(ForecastRequest(root, DAY, 2)).value
    assert [listed.forecast.opportunity for listed in answer.lists] == ["directory-list"]
    assert answer.draws == (DrawAhead("fair-booths", "Booths", "fair", DRAWN, is_over=True),)


def test_simulate_leaves_a_draw_out(root):
    trials = placement_simulate(SimulateRequest(root, DAY, periods=2, seeds=1)).value
    assert [trial.group for trial in trials.today] == ["main"]
    assert trials.left_out == ("booths",)


def test_fairness_counts_what_turns_brought(root):
    found = {group.group: group for group in placement_fairness(root, DAY).value.groups}
    assert found["main"].brought is None
    assert found["booths"].brought == {"first": 1, "wish": 2, "best": 0, "any": 0}
    assert (found["booths"].metrics, found["booths"].classes) == (None, ())


def test_statement_tells_a_draw_step_by_step_and_keeps_no_account_of_it(root):
    request = StatementRequest(root, "birch", StatementDays(DAY))
    made = placement_statement(request).value.statement
    assert made is not None
    assert [account.group for account in made.accounts] == []
    assert [place.opportunity for place in made.places] == ["directory-list"]
    (draw,) = made.draws
    assert (draw.opportunity, draw.steps[0]) == ("fair-booths", "Birch has booth a2 in “Booths”.")


def test_statement_of_another_group_leaves_the_draw_out(root):
    request = StatementRequest(root, "birch", StatementDays(DAY), "main")
    made = placement_statement(request).value.statement
    assert made is not None
    assert made.draws == ()
