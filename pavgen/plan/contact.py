"""Forms by which visitors write to partners and companies ask to join, where a site has them."""

from collections.abc import Iterator
from urllib.parse import quote

from pavgen.model.programme import Partner
from pavgen.model.records.program import PartnerType
from pavgen.place.eligibility import evaluate
from pavgen.plan.frame import Frame, Head
from pavgen.plan.pages import Page
from pavgen.plan.prose import link_target
from pavgen.plan.views import LinkView
from pavgen.plan.views.contact import FormView, Thanks

THANKS = "thanks/"


def contact_form(frame: Frame, partner: Partner) -> FormView | None:
    """Return the form on a partner's profile; None where the site or its condition has none."""
    only = frame.site.contact.only
    words = frame.programme.words
    if not evaluate(only, partner, words, frame.showing.as_of).holds:
        return None
    return _form(frame, "contact", "partner", partner.slug, partner.name)


def join_form(frame: Frame, kind: PartnerType) -> FormView | None:
    """Return the form on a type's proposition, where the site asks for one."""
    if not frame.site.contact.join:
        return None
    return _form(frame, "join", "type", kind.id, frame.programme.program.name)


def join_link(frame: Frame, kind: PartnerType) -> LinkView | None:
    """Return the call to become a partner of a type; mail says in its subject which."""
    if frame.site.join is None:
        return None
    label = frame.words.say("plan-join", label=kind.label)
    href = link_target(frame, frame.site.join)
    if href.startswith("mailto:") and "?" not in href:
        href += f"?subject={quote(label)}"
    return LinkView(label, href)


def thanks_pages(frame: Frame) -> Iterator[Page]:
    """Yield the page to which forms lead, where the site has any."""
    if frame.site.contact.form == "none":
        return
    title = frame.words.say("plan-thanks")
    ways = (LinkView(frame.shell.title, frame.shell.home), *frame.shell.main_menu)
    head = Head(_thanks(frame), title, frame.site.source.path, index=False)
    yield frame.page(head, "pages/thanks.html", Thanks(title, ways))


def form_origin(frame: Frame) -> str:
    """Return the origin that a site's forms are sent to, or empty where it is the site's own."""
    contact = frame.site.contact
    if contact.form != "endpoint" or contact.endpoint is None:
        return ""
    return "/".join(contact.endpoint.split("/", 3)[:3])


def _form(frame: Frame, name: str, key: str, value: str, receiver: str) -> FormView | None:
    hidden: tuple[tuple[str, str], ...]
    match frame.site.contact.form:
        case "netlify":
            hidden = (("form-name", name), (key, value))
            return FormView(name, _thanks(frame), is_netlify=True, hidden=hidden, receiver=receiver)
        case "endpoint":
            back = frame.here.absolute(_thanks(frame))
            hidden = (("form", name), (key, value), ("next", back))
            action = frame.site.contact.endpoint or ""
            return FormView(name, action, is_netlify=False, hidden=hidden, receiver=receiver)
        case _:
            return None


def _thanks(frame: Frame) -> str:
    return f"{frame.here.base}{THANKS}"
