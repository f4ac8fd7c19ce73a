"""The policy's version: raised and announced when a rule changes, and told in the change log."""

from collections.abc import Iterator
from itertools import pairwise

from pavgen.kernel.canonical import canonical_json
from pavgen.kernel.diagnostics import Diagnostic
from pavgen.model.ledger import Ledger
from pavgen.model.programme import Programme
from pavgen.model.records.policy import Policy
from pavgen.place.entries import rule_json
from pavgen.place.findings.telling import warning
from pavgen.place.history import Recorded, recorded_periods
from pavgen.place.inputs import group_rule
from pavgen.place.periods import period_named
from pavgen.place.rounds import GroupRule


def version_findings(programme: Programme) -> Iterator[Diagnostic]:
    """Yield rules changed in silence, and what the change log leaves out."""
    for name, _ in programme.policy.groups:
        recorded = recorded_periods(programme.ledgers.get(name, Ledger(name)))
        if recorded and _text(recorded[-1].rule) != _text(group_rule(programme, name)):
            yield from _silent(programme.policy, name, recorded[-1])
    yield from _changes(programme.policy)


def _text(rule: GroupRule) -> str:
    """Return a rule as the ledger writes it, so that two ways to spell a letter do not differ."""
    return canonical_json(rule_json(rule))


def _silent(policy: Policy, name: str, last: Recorded) -> Iterator[Diagnostic]:
    changed = f"group `{name}` is decided otherwise than in its recorded period `{last.period}`"
    if policy.version <= last.policy[0]:
        yield warning(
            policy.source,
            "placement-version-same",
            "version",
            f"{changed}, and `version` is still {policy.version}",
            f"set `version: {last.policy[0] + 1}`, and tell the change in `changes`",
        )
    period = period_named(last.period)
    if policy.announced is None:
        is_late, told = True, "`announced` is missing"
    else:
        is_late = period is not None and policy.announced < period.first
        told = f"`announced` is {policy.announced}, before that period began"
    if is_late:
        yield warning(
            policy.source,
            "placement-announced-late",
            "announced",
            f"{changed}, and {told}",
            "set `announced` to the day on which it was made known; the change then holds from"
            " the next period on",
        )


def _changes(policy: Policy) -> Iterator[Diagnostic]:
    versions = [change.version for change in policy.changes]
    for index, (later, earlier) in enumerate(pairwise(versions), start=1):
        if earlier >= later:
            yield _log(
                policy,
                f"changes[{index}].version",
                f"version {earlier} stands after version {later}",
                "put the latest first, each version once",
            )
    for index, version in enumerate(versions):
        if version > policy.version:
            yield _log(
                policy,
                f"changes[{index}].version",
                f"version {version} is told of, and `version` is {policy.version}",
                f"set `version: {version}`, or correct the change log",
            )
    if policy.version > 1 and policy.version not in versions:
        yield _log(
            policy,
            "version",
            f"the change log does not tell of version {policy.version}",
            "add an item with `version`, `announced` and `what` at the top of `changes`",
        )
    for index, change in enumerate(policy.changes):
        if change.version == policy.version and policy.announced not in {None, change.announced}:
            yield _log(
                policy,
                f"changes[{index}].announced",
                f"the change log has {change.announced} for version {change.version}, and"
                f" `announced` is {policy.announced}",
                "give both the same day",
            )


def _log(policy: Policy, field: str, what: str, remedy: str) -> Diagnostic:
    return warning(policy.source, "placement-changes", field, what, remedy)
