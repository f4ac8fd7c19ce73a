from pavgen.model.records import policy
from pavgen.place.strategies.registry import STRATEGIES


def test_registry_holds_every_strategy_a_policy_may_name():
    assert set(STRATEGIES) == set(policy.STRATEGIES)


def test_only_strategies_by_name_hand_or_money_are_labelled_as_not_neutral():
    labelled = {s.id for s in STRATEGIES.values() if not s.neutral}
    assert labelled == {"alphabetical", "fixed", "sponsored"}


def test_every_strategy_says_what_it_promises():
    assert all(strategy.promise for strategy in STRATEGIES.values())


def test_every_strategy_that_may_run_inside_another_sorts_or_keeps_accounts():
    keeping = {"balanced", "rotation"}
    assert all(STRATEGIES[s].keys or s in keeping for s in policy.INSIDE)
