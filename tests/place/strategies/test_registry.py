from pavgen.model.records import policy
from pavgen.place.strategies.registry import STRATEGIES


def test_registry_holds_every_strategy_a_policy_may_name():
    assert set(STRATEGIES) == set(policy.STRATEGIES)


def test_only_alphabetical_and_fixed_are_labelled_as_not_neutral():
    assert {s.id for s in STRATEGIES.values() if not s.neutral} == {"alphabetical", "fixed"}
