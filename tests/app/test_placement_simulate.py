"""`placement simulate`: another policy read, checked, and held against today's."""

import pytest

from pavgen.app.placement_simulate import (
    SimulateRequest,
    placement_simulate,
    simulate_rosters,
)
from tests.app.placing import DAY, POLICY, placement_project


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    return placement_project(tmp_path_factory.mktemp("project"))


def simulated(root, tmp_path, policy):
    path = tmp_path / "idea.yaml"
    path.write_text(policy)
    return placement_simulate(SimulateRequest(root, DAY, path, periods=6, seeds=2))


def test_todays_policy_alone(root):
    trials = placement_simulate(SimulateRequest(root, DAY, periods=6, seeds=2)).value
    assert [(t.group, t.strategy, len(t.metrics)) for t in trials.today] == [
        ("main", "balanced", 2),
        ("spot", "quota", 2),
    ]
    assert trials.tried == ()


def test_another_policy_is_played_beside_it(root, tmp_path):
    other = POLICY.replace("balanced", "draw").replace("    weights: tier\n", "")
    trials = simulated(root, tmp_path, other).value
    assert [t.strategy for t in trials.today] == ["balanced", "quota"]
    assert [t.strategy for t in trials.tried] == ["draw", "quota"]
    assert trials.today[1].metrics == trials.tried[1].metrics


def test_the_same_policy_gives_the_same_numbers(root, tmp_path):
    trials = simulated(root, tmp_path, POLICY).value
    assert trials.today == trials.tried


FAULTS = {
    "no yaml": ("groups: [", "yaml-"),
    "no strategy": (POLICY.replace("strategy: quota", "strategy: qota"), "value-"),
    "no group": (POLICY.replace("group: spot", "group: sopt"), "group-unknown"),
    "no tier": (POLICY + "    eligible: {tier: golden}\n", "tier-unknown"),
    "a key too many": (POLICY.replace("balanced", "draw"), "placement-key-unused"),
}


@pytest.mark.parametrize(("policy", "code"), FAULTS.values(), ids=FAULTS)
def test_what_is_wrong_is_told_of_the_file_given(root, tmp_path, policy, code):
    answer = simulated(root, tmp_path, policy)
    assert answer.value.today == ()
    assert [d.code for d in answer.diagnostics if d.code.startswith(code)]
    assert {d.span.path for d in answer.diagnostics} == {str(tmp_path / "idea.yaml")}


def test_bytes_that_are_no_text_are_refused(root, tmp_path):
    (tmp_path / "idea.yaml").write_bytes(b"\xff\xfe\xfa")
    request = SimulateRequest(root, DAY, tmp_path / "idea.yaml", periods=2, seeds=1)
    assert [d.code for d in placement_simulate(request).diagnostics] == ["text-encoding"]


def test_a_policy_that_is_not_there_is_an_error(root, tmp_path):
    request = SimulateRequest(root, DAY, tmp_path / "none.yaml", periods=2, seeds=1)
    assert [d.code for d in placement_simulate(request).diagnostics] == ["simulate-policy"]


def test_rosters_are_played_for_every_size_and_weight():
    steps: list[str] = []
    trials = simulate_rosters((3, 4), ((1,), (2, 1)), 4, 2, steps.append)
    assert [(t.partners, t.weights) for t in trials[::4]] == [
        (3, (1,)),
        (3, (2, 1)),
        (4, (1,)),
        (4, (2, 1)),
    ]
    assert steps[1] == "3 partners, weights 2:1"
