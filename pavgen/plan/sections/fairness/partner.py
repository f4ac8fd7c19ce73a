"""A partner's page: where it stands now and why, and its account from the beginning."""

from collections.abc import Iterator, Mapping, Sequence

from pavgen.kernel.values import dataclass
from pavgen.model.programme import Partner
from pavgen.place.accounts import Line
from pavgen.place.groups import PeriodOrder
from pavgen.place.reasoning import reason_tree
from pavgen.place.sentences import Say, in_short, steps
from pavgen.plan.charts import Bands
from pavgen.plan.frame import Head
from pavgen.plan.pages import Page
from pavgen.plan.reasons import remembering
from pavgen.plan.sections.fairness.accounts import lines_of
from pavgen.plan.sections.fairness.draw import draw_on_page
from pavgen.plan.sections.fairness.scope import Book, Scope, period_view
from pavgen.plan.surfaces import mark
from pavgen.plan.views import FairnessPartner, PartnerAccount, PartnerPlace, TurnRow


def partner_pages(scope: Scope) -> Iterator[Page]:
    """Yield a page for each partner that is shown on the day."""
    frame = scope.frame
    books = {name: _Pages.of(scope, name, book) for name, book in scope.books.items()}
    contact = scope.contact()
    say = remembering(frame.words)
    for partner in scope.by_id.values():
        path = scope.partner_page(partner.slug)
        if path != f"{scope.home}partners/{partner.slug}/":
            continue
        title = frame.words.say("plan-fair-of-partner", name=partner.name)
        content = FairnessPartner(
            title=title,
            name=partner.name,
            id=partner.id,
            profile=frame.find("partner", partner.slug),
            places=tuple(_place(scope, name, partner, say) for name, _ in scope.opportunities()),
            accounts=tuple(
                _account(pages, partner, pages.lines[partner.id])
                for pages in books.values()
                if partner.id in pages.lines
            ),
            contact=contact,
        )
        source = frame.programme.policy.source.path
        head = Head(path, title, source, title, (scope.crumb(),))
        yield frame.page(head, "fairness/partner.html", content)


def _place(scope: Scope, name: str, partner: Partner, say: Say) -> PartnerPlace:
    frame = scope.frame
    record = frame.programme.policy.opportunity(name)
    listed = frame.placement.opportunities[name]
    decision = listed.decided.get(partner.id)
    return PartnerPlace(
        title=record.title,
        href=frame.here.find("opportunity", name),
        position=decision.position if decision else 0,
        of=len(listed.line),
        waits=decision is not None and not decision.exposure,
        period=period_view(frame.placement.groups[record.group]),
        mark=mark(frame, decision.reasons).label if decision else "",
        steps=steps(reason_tree(frame.programme, frame.placement, name, partner.slug), say),
        has=_has(scope, record.group, partner.id) if decision else "",
    )


def _has(scope: Scope, group: str, identity: str) -> str:
    """Tell what a partner has of what a group gives out; nothing for a group that orders a list."""
    draw = draw_on_page(scope, group)
    if draw is None:
        return ""
    say = scope.frame.words.say
    items = [in_short(draw.item(item), say) for item in draw.hands.of(identity)]
    return ", ".join(items) or say("plan-fair-pick-nothing")


@dataclass(frozen=True, slots=True)
class _Pages:
    """What the accounts of all partners in an order share; `lines` are each one's, by id."""

    group: str
    title: str
    before: str
    book: Book
    lines: Mapping[str, Sequence[Line | None]]
    bands: Bands | None

    @staticmethod
    def of(scope: Scope, group: str, book: Book) -> "_Pages":
        """Gather them; anchors of an order that is not the section's own begin with its name."""
        main = scope.frame.programme.policy.opportunity(scope.section.list).group
        before = "" if group == main else f"{group}-"
        labels = [account.period for account in book.accounts]
        bands = Bands.of(labels, [list(owed.values()) for owed in book.owed])
        return _Pages(group, scope.titles(group), before, book, lines_of(book.told), bands)


def _account(pages: _Pages, partner: Partner, lines: Sequence[Line | None]) -> PartnerAccount:
    book = pages.book
    rows = tuple(_turns(pages, partner, lines))
    own = [owed.get(partner.id) for owed in book.owed]
    return PartnerAccount(
        title=pages.title,
        anchor=f"account-{pages.group}",
        rows=tuple(reversed(rows)),
        entitled=sum(row.entitled for row in rows),
        received=sum(row.received for row in rows),
        band=None if pages.bands is None else pages.bands.chart(own),
        promises_shares=book.promises_shares,
        seats=book.seats,
        coming=tuple(_coming(book.coming, partner)),
    )


def _turns(pages: _Pages, partner: Partner, lines: Sequence[Line | None]) -> Iterator[TurnRow]:
    book = pages.book
    for line, account, owed in zip(lines, book.accounts, book.owed, strict=True):
        if line is not None:
            yield TurnRow(
                period=account.period,
                anchor=f"{pages.before}{account.period.lower()}",
                position=line.position,
                of=len(account.lines),
                weight=line.weight,
                entitled=line.entitled,
                received=line.received,
                owed=owed.get(partner.id),
                pinned=line.pinned,
            )


def _coming(orders: tuple[PeriodOrder, ...], partner: Partner) -> Iterator[tuple[str, int]]:
    """Tell the places in the coming periods, 0 where it would wait."""
    for order in orders:
        position = order.whereabouts.shown.get(partner.id)
        if position is not None:
            yield order.period.label, position if position <= order.played.seats else 0
