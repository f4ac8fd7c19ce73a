"""What is wrong, or only odd, in a policy: told with the place in the file, all at once."""

from collections.abc import Iterator
from dataclasses import replace

from pavgen.kernel.diagnostics import Diagnostic, has_errors
from pavgen.model.programme import Programme
from pavgen.model.records.policy import Group
from pavgen.place.findings.circles import circle_findings
from pavgen.place.findings.fixed import fixed_findings
from pavgen.place.findings.keys import key_findings
from pavgen.place.findings.ledgers import ledger_findings
from pavgen.place.findings.limits import limit_findings
from pavgen.place.findings.lists import list_findings
from pavgen.place.findings.outcomes import outcome_findings
from pavgen.place.findings.picks import pick_findings
from pavgen.place.findings.pins import pin_findings
from pavgen.place.findings.sponsors import sponsor_findings
from pavgen.place.findings.versions import version_findings
from pavgen.place.findings.weights import weight_findings
from pavgen.place.inputs import members_of
from pavgen.place.periods import Period
from pavgen.place.pick_outcomes import pick_outcomes
from pavgen.place.placement import GroupOrder, Placement


def policy_findings(programme: Programme, placement: Placement) -> Iterator[Diagnostic]:
    """Yield every finding about a policy, its ledgers, and what they lead to on a day."""
    for name, group in programme.policy.groups:
        own = tuple(_of_group(programme, name, group, _looked_up(placement.groups[name])))
        yield from own
        if not has_errors(own):
            tell = pick_outcomes if group.strategy == "pick" else outcome_findings
            yield from tell(programme, placement, name)
    yield from circle_findings(programme.policy)
    yield from weight_findings(programme)
    yield from version_findings(programme)
    yield from ledger_findings(programme, placement)


def _of_group(
    programme: Programme, name: str, group: Group, period: Period
) -> Iterator[Diagnostic]:
    policy = programme.policy
    yield from key_findings(policy, name, group)
    yield from list_findings(policy, name, group)
    yield from pick_findings(programme, name, group)
    yield from fixed_findings(programme, name, group, period)
    yield from sponsor_findings(policy, name, group, period)
    for opportunity, record in members_of(programme, name):
        yield from limit_findings(policy, opportunity, record)
        yield from pin_findings(programme, opportunity, record, period)


def _looked_up(order: GroupOrder) -> Period:
    """Return a group's period as it was looked up: from a later day while none is recorded."""
    return replace(order.period, first=order.day.of.day)
