"""The page `/design/` of a site that asks for one."""

from collections.abc import Iterator

from pavgen.model.logo import Logo
from pavgen.plan.frame import Frame, Head
from pavgen.plan.pages import Page
from pavgen.plan.surfaces import surface
from pavgen.plan.views import DesignPage, LogoRow, PartnerCard

MOST = 60
_SHOWN_CARDS = 3


def design_pages(frame: Frame) -> Iterator[Page]:
    """Yield the page, with logos in the order of the site's own lists; the first sixty.

    Colours are the theme's, which a plan does not know: they are added when it is rendered.
    """
    if not frame.site.design:
        return
    words = frame.words
    shown = surface(frame, frame.site.sections[0].list, frame.programme.partners, most=MOST)
    rows = tuple(row for card in shown.cards if (row := _row(frame, card)) is not None)
    title = words.say("plan-design")
    content = DesignPage(
        title,
        words.say("plan-design-lead"),
        surface(frame, shown.opportunity, frame.programme.partners, most=_SHOWN_CARDS),
        rows,
    )
    head = Head(f"{frame.here.base}design/", title, frame.site.source.path, content.lead)
    yield frame.page(head, "pages/design.html", content)


def _row(frame: Frame, card: PartnerCard) -> LogoRow | None:
    partner = frame.programme.partners[card.slug]
    logo = partner.logo
    if logo is None:
        return None
    ink = (logo.metrics.ink + 5) // 10 if logo.metrics else 0
    width, height = (_units(side) for side in (logo.shown_width, logo.shown_height))
    return LogoRow(card, ink, width, height, _on_dark(logo, partner.logo_dark))


def _units(tenths: int) -> int:
    return (tenths + 5) // 10


def _on_dark(logo: Logo, own: Logo | None) -> str:
    if own is not None:
        return "own"
    return "plate" if logo.plate_on_dark else "plain"
