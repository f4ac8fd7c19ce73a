"""What the pages of a fairness section share: each order's ledger replayed once."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from pavgen.kernel.indexing import once
from pavgen.kernel.values import dataclass
from pavgen.model.programme import Partner, Programme
from pavgen.model.records.policy import Opportunity
from pavgen.model.records.site import FairnessSection
from pavgen.place.accounting import ledger_accounts, value
from pavgen.place.accounts import Line, PeriodAccount
from pavgen.place.engine import ACCOUNTING
from pavgen.place.groups import GroupOrders, PeriodOrder
from pavgen.place.history import Recorded, recorded_periods
from pavgen.place.inputs import members_of
from pavgen.place.placement import GroupOrder, Placement
from pavgen.plan.addresses import section_path
from pavgen.plan.charts import MILLION
from pavgen.plan.frame import Frame
from pavgen.plan.prose import link_target
from pavgen.plan.views import LinkView, PeriodView

AHEAD = 4
"""Periods whose order is foretold on a partner's page."""

Series = tuple[Mapping[str, int], ...]


@dataclass(frozen=True, slots=True)
class Book:
    """An order's recorded periods with their accounts, and what each partner is owed.

    `owed` holds, for each period, an amount in millionths of a first place by id: what the
    account of the first place stands at where the rule keeps one (`keeps_accounts`), else
    everything it was entitled to so far less everything it received; a quota's is in seats.
    `told` are the accounts as partners read them: those of a quota in showings, which is what
    it promises, and not in exposure.
    """

    recorded: tuple[Recorded, ...]
    accounts: tuple[PeriodAccount, ...]
    told: tuple[PeriodAccount, ...]
    owed: Series
    keeps_accounts: bool
    promises_shares: bool
    seats: bool
    coming: tuple[PeriodOrder, ...]


@dataclass(frozen=True, slots=True)
class Scope:
    """One fairness section being planned."""

    section: FairnessSection
    frame: Frame
    home: str
    books: Mapping[str, Book]
    by_id: Mapping[str, Partner]

    @staticmethod
    def of(section: FairnessSection, frame: Frame) -> "Scope":
        """Gather the book of every order, and the partners that are shown, by id."""
        books = books_of(frame.programme, frame.placement, frame.showing.as_of)
        shown = [p for p in frame.programme.partners.values() if frame.is_shown(p.slug)]
        by_id = {partner.id: partner for partner in sorted(shown, key=lambda p: p.id)}
        return Scope(section, frame, section_path(frame.here.base, section), books, by_id)

    def crumb(self) -> LinkView:
        """Return the link to the section's home."""
        return LinkView(self.section.title, self.home)

    def opportunities(self) -> tuple[tuple[str, Opportunity], ...]:
        """Return all opportunities, in the policy's order."""
        return self.frame.programme.policy.opportunities

    def shown_in(self, group: str) -> tuple[Partner, ...]:
        """Return the partners that are shown on the day, in the order of a group."""
        order = self.frame.placement.groups[group].order
        return tuple(self.by_id[i] for i in order if i in self.by_id)

    def titles(self, group: str) -> str:
        """Name a group by the opportunities that share its order."""
        return " · ".join(record.title for _, record in members_of(self.frame.programme, group))

    def partner_page(self, slug: str) -> str:
        """Return the address of a partner's account; empty for one that is not shown."""
        return self.frame.here.find("account", slug)

    def contact(self) -> LinkView | None:
        """Return whom to ask or complain to."""
        to = self.frame.programme.policy.contact
        if to is None:
            return None
        href = link_target(self.frame, to)
        return LinkView(to.removeprefix("mailto:") if to.startswith("mailto:") else href, href)


def period_view(master: GroupOrder) -> PeriodView:
    """Return a group's period on the day."""
    period = master.period
    return PeriodView(
        period.label, period.first, period.last, period.next_start(), master.is_recorded
    )


def unpinned(account: PeriodAccount) -> tuple[Line, ...]:
    """Return the lines of those that the rule placed."""
    return tuple(line for line in account.lines if not line.pinned)


@once(most=1)
def books_of(programme: Programme, placement: Placement, as_of: date) -> Mapping[str, Book]:
    """Replay every ledger, once for all the sites that tell of it."""
    orders = GroupOrders(programme, today=as_of)
    return {
        name: _book(orders, name, placement.groups[name]) for name, _ in programme.policy.groups
    }


def _book(orders: GroupOrders, group: str, master: GroupOrder) -> Book:
    ledger = orders.ledger(group)
    recorded = recorded_periods(ledger)
    accounts = () if master.strategy == "pick" else ledger_accounts(ledger)
    owed = _owed(accounts)
    ordering = recorded[-1].rule.ordering if recorded else ""
    return Book(
        recorded=recorded,
        accounts=accounts,
        told=tuple(_told(r, a) for r, a in zip(recorded, accounts, strict=False)),
        owed=owed or _running(accounts),
        keeps_accounts=bool(owed),
        promises_shares=ordering in ACCOUNTING,
        seats=ordering == "quota",
        coming=_coming(orders, group, master.day.of),
    )


def _told(recorded: Recorded, account: PeriodAccount) -> PeriodAccount:
    """Count a quota's account in millionths of a showing, whichever of the places it was."""
    rule = recorded.rule
    if rule.ordering != "quota" or not rule.slots:
        return account
    worth = sum(value(rule, place) for place in range(1, rule.slots + 1))
    lines = tuple(
        replace(
            line,
            entitled=(2 * line.entitled * rule.slots * MILLION + worth) // (2 * worth),
            received=MILLION if line.position and not line.pinned else 0,
        )
        for line in account.lines
    )
    return replace(account, lines=lines)


def _owed(accounts: tuple[PeriodAccount, ...]) -> Series:
    """Return the account of the first place after each period, where the rule keeps one."""
    found = tuple(
        {
            line.partner: first // 1000
            for line in unpinned(account)
            if (first := line.owed[0]) is not None
        }
        for account in accounts
    )
    return found if all(found) else ()


def _running(accounts: tuple[PeriodAccount, ...]) -> Series:
    """Return all entitlement so far less all that was received, after each period."""
    totals: dict[str, int] = {}
    found = []
    for account in accounts:
        lines = unpinned(account)
        for line in lines:
            totals[line.partner] = totals.get(line.partner, 0) + line.entitled - line.received
        found.append({line.partner: totals[line.partner] for line in lines})
    return tuple(found)


def _coming(orders: GroupOrders, group: str, now: PeriodOrder) -> tuple[PeriodOrder, ...]:
    """Decide the next periods from today's files; an event has none after it."""
    found: list[PeriodOrder] = []
    last = now
    while len(found) < AHEAD:
        following = orders.coming(group, last)
        if following is None or following.conflict or following.period.label == last.period.label:
            break
        found.append(following)
        last = following
    return tuple(found)
