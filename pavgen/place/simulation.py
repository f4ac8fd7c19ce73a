"""Simulations: what a policy would do over many periods, and yardsticks to hold it against."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from pavgen.kernel.values import dataclass
from pavgen.model.programme import Programme
from pavgen.model.records.policy import Policy, Seed
from pavgen.place import baselines
from pavgen.place.accounting import order_account, period_account
from pavgen.place.accounts import PeriodAccount
from pavgen.place.constraints.conflict import Conflict
from pavgen.place.engine import GroupState, play, settle
from pavgen.place.forecasting import chains_of
from pavgen.place.metrics.table import Metrics, metrics_of
from pavgen.place.rounds import PLACE, GroupRule, PublicSeed, Round

MOST_PERIODS = 520
MOST_SEEDS = 50
MOST_PARTNERS = 1000
METHODS = ("balanced", "alphabetical", "shuffled", "cyclic")
"""What made-up partners are ordered by: the engine, and three orders that people make by hand."""

_HORIZON = 60


@dataclass(frozen=True, slots=True)
class GroupTrial:
    """A group played under a policy: metrics by seed, and the accounts of the first seed.

    `conflicts` counts the periods, over all seeds, whose hard constraints could not be kept.
    """

    group: str
    strategy: str
    titles: tuple[str, ...]
    metrics: tuple[Metrics, ...]
    accounts: tuple[PeriodAccount, ...]
    conflicts: int


@dataclass(frozen=True, slots=True)
class MethodTrial:
    """Made-up partners ordered by a method: how many, with what weights, and the metrics."""

    partners: int
    weights: tuple[int, ...]
    method: str
    metrics: tuple[Metrics, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """A metric over several seeds, both None where it is undefined in any of them."""

    mean: Fraction | None
    worst: Fraction | None


def seed_values(count: int) -> tuple[str, ...]:
    """Return the seeds of a simulation: the same ones each time, so that it can be repeated."""
    return tuple(f"simulation {number}" for number in range(1, count + 1))


def try_policy(
    programme: Programme, as_of: date, periods: int, seeds: Sequence[str]
) -> tuple[GroupTrial, ...]:
    """Play a programme's policy from the period of a day on, with no ledger before it.

    Everything else is as in the files: who takes part in a period is who they say would.
    Draws are left out: they are held once, by wishes, and have no periods to even out.
    """
    runs = [chains_of(_seeded(programme, seed), as_of, periods - 1) for seed in seeds]
    records = programme.policy.opportunities
    found = []
    for name, group in programme.policy.groups:
        if group.strategy == "pick":
            continue
        accounts = [[order_account(order) for order in run[name]] for run in runs]
        found.append(
            GroupTrial(
                group=name,
                strategy=group.strategy,
                titles=tuple(record.title for _, record in records if record.group == name),
                metrics=tuple(metrics_of(one) for one in accounts),
                accounts=tuple(accounts[0]),
                conflicts=sum(o.conflict is not None for run in runs for o in run[name]),
            )
        )
    return tuple(found)


def try_methods(
    partners: int, weights: Sequence[int], periods: int, seeds: Sequence[str]
) -> tuple[MethodTrial, ...]:
    """Play made-up partners by each method; what no seed changes is played once.

    Partners have the weights in turn (3:2:1 gives 3, 2, 1, 3, …), so that no letter of the
    alphabet is heavier than another.
    """
    width = len(str(partners))
    roster = {f"p{n:0{width}}": weights[n % len(weights)] for n in range(partners)}
    ways: Mapping[str, Callable[[str], tuple[PeriodAccount, ...]]] = {
        "balanced": lambda seed: _balanced(roster, periods, seed),
        "alphabetical": lambda _: _listed(
            roster, [baselines.alphabetical(tuple(roster))] * periods
        ),
        "shuffled": lambda seed: _listed(
            roster,
            [baselines.shuffled(tuple(roster), seed, str(t)) for t in range(1, periods + 1)],
        ),
        "cyclic": lambda _: _listed(
            roster, [baselines.cyclic(tuple(roster), t) for t in range(periods)]
        ),
    }
    return tuple(
        MethodTrial(
            partners,
            tuple(weights),
            method,
            tuple(
                metrics_of(ways[method](seed))
                for seed in (seeds if method in _CHANCY else seeds[:1])
            ),
        )
        for method in METHODS
    )


_CHANCY = frozenset({"balanced", "shuffled"})


def summary_of(metrics: Sequence[Metrics], name: str) -> Summary:
    """Return the mean and the worst of a metric over the seeds; lags in places."""
    values = [value_of(one, name) for one in metrics]
    known = [value for value in values if value is not None]
    if not known or len(known) < len(values):
        return Summary(None, None)
    worst = min(known) if name == "jain" else max(known)
    return Summary(sum(known, Fraction(0)) / len(known), worst)


def value_of(metrics: Metrics, name: str) -> Fraction | None:
    """Return one metric by its name as a fraction; lags in places."""
    found: Fraction | int | None = getattr(metrics, name)
    if found is None:
        return None
    return Fraction(found) / (PLACE if name.startswith("lag_") else 1)


def _seeded(programme: Programme, seed: str) -> Programme:
    policy: Policy = programme.policy
    groups = tuple(
        (name, replace(group, seed=Seed(source="a simulation", value=seed)))
        for name, group in policy.groups
    )
    return replace(programme, policy=replace(policy, groups=groups), ledgers={})


def _balanced(roster: Mapping[str, int], periods: int, seed: str) -> tuple[PeriodAccount, ...]:
    rule = GroupRule("balanced", horizon=_HORIZON, seed=PublicSeed("a simulation", seed))
    state = GroupState()
    found = []
    for t in range(1, periods + 1):
        round_ = Round("made-up", str(t), tuple(roster.items()))
        played = play(rule, round_, state)
        if isinstance(played, Conflict):  # without constraints there is none
            break
        outcome = (played.order, played.shown, played.seats)
        found.append(period_account(rule, round_, state, outcome))
        state = settle(rule, round_, state, played.shown, played.seats)
    return tuple(found)


def _listed(
    roster: Mapping[str, int], orders: Sequence[Sequence[str]]
) -> tuple[PeriodAccount, ...]:
    return baselines.played(orders, roster, None, _HORIZON, "made-up")
