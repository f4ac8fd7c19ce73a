"""What is said of each booth: its state, who is there, when, on what terms, and why."""

from collections.abc import Mapping

from pavgen.model.records.event import Event, Exhibitor
from pavgen.model.records.floorplan import Booth, Feature
from pavgen.place.picks import Holding
from pavgen.plan.facets import own_values, taxonomy_of, values_of
from pavgen.plan.reasons import held as why_key
from pavgen.plan.sections.pavilion.floor.room import area_of, corners
from pavgen.plan.sections.pavilion.floor.shapes import BoothWords, hall_views
from pavgen.plan.sections.pavilion.scope import Scope
from pavgen.plan.surfaces import card, labels, named
from pavgen.plan.views import LinkView
from pavgen.plan.views.pavilion import BoothEntry, HallEntries, HallView, HolderView, NearView
from pavgen.plan.words import Words

DOES = ("area", "industry", "type")
"""The facets that say what an exhibitor does."""


def halls_of(scope: Scope) -> tuple[HallView, ...]:
    """Draw the halls of an event with everybody in their booths; none without a plan."""
    plan = scope.event.plan
    if plan is None:
        return ()
    booths = {booth.id: _booth_words(scope, booth) for booth in plan.booths}
    features = {feature.id: caption_of(scope.frame.words, feature) for feature in plan.features}
    return hall_views(plan, booths, features)


def entries_of(
    scope: Scope, near: Mapping[str, tuple[NearView, ...]] | None = None
) -> tuple[HallEntries, ...]:
    """Tell of every booth of an event in words, hall by hall, in the order of the records.

    `near` has the booths next to each, by its id.
    """
    plan = scope.event.plan
    beside = near or {}
    return tuple(
        HallEntries(
            hall.label,
            tuple(
                _entry(scope, booth, beside.get(booth.id, ()))
                for booth in (plan.booths if plan else ())
                if booth.hall == hall.id
            ),
        )
        for hall in (plan.halls if plan else ())
    )


def caption_of(words: Words, feature: Feature) -> str:
    """Say what a feature is: its label, and its kind where the label does not tell it."""
    kind = words.say(f"plan-floor-feature-{feature.kind}")
    if not feature.label or feature.label.casefold() == kind.casefold():
        return feature.label or kind
    return words.say("plan-floor-feature", kind=kind, label=feature.label)


def label_of(booth: Booth) -> str:
    """Return what stands on a booth's sign."""
    return booth.label or booth.id.upper()


def holdings_of(scope: Scope, booth: str) -> tuple[tuple[str, tuple[Holding, ...]], ...]:
    """Return who is in a booth and shown on the day, by slug, each with all its shifts there."""
    found: dict[str, list[Holding]] = {}
    for holding in scope.placed.booths.get(booth, ()):
        if scope.frame.is_shown(holding.slug):
            found.setdefault(holding.slug, []).append(holding)
    return tuple((slug, tuple(held)) for slug, held in found.items())


def shift_label(event: Event, shift: str) -> str:
    """Return what a shift is called."""
    return next((s.label for s in event.shifts if s.id == shift), shift)


def _booth_words(scope: Scope, booth: Booth) -> BoothWords:
    held = holdings_of(scope, booth.id)
    state = state_of(scope, booth)
    said = scope.frame.words.say(f"plan-floor-state-{state}")
    names = tuple(_short_name(scope, slug) for slug, _ in held)
    shown = (said,) if state == "free" else names
    return BoothWords(state, shown, _caption(scope, booth, ", ".join(names) or said))


def state_of(scope: Scope, booth: Booth) -> str:
    """Return `blocked`, `taken` or `free`; a booth shared by shifts is taken by its first."""
    if booth.state == "blocked":
        return "blocked"
    return "taken" if scope.placed.booths.get(booth.id) else "free"


def _caption(scope: Scope, booth: Booth, who: str) -> str:
    words = scope.frame.words
    kind = words.say(f"plan-floor-kind-{booth.kind}")
    return words.say("plan-floor-booth", label=label_of(booth), kind=kind, who=who)


def _short_name(scope: Scope, slug: str) -> str:
    listing = scope.frame.programme.partners[slug].listing
    return listing.print_name or listing.name


def _entry(scope: Scope, booth: Booth, near: tuple[NearView, ...]) -> BoothEntry:
    words = scope.frame.words
    state = state_of(scope, booth)
    points = corners(booth)
    return BoothEntry(
        id=booth.id,
        label=label_of(booth),
        kind=words.say(f"plan-floor-kind-{booth.kind}"),
        state=state,
        said=words.say(f"plan-floor-state-{state}"),
        area=area_of(points) if points else 0,
        facilities=tuple(_spoken(facility) for facility in booth.facilities),
        holders=tuple(_holder(scope, slug, held) for slug, held in holdings_of(scope, booth.id)),
        free_shifts=_free_shifts(scope, booth) if state == "taken" else (),
        near=near,
    )


def _free_shifts(scope: Scope, booth: Booth) -> tuple[str, ...]:
    held = {holding.shift for holding in scope.placed.booths.get(booth.id, ())}
    shifts = scope.event.record.shifts if booth.shared else ()
    return tuple(shift.label for shift in shifts if shift.id not in held)


def _holder(scope: Scope, slug: str, held: tuple[Holding, ...]) -> HolderView:
    frame = scope.frame
    event = scope.event.record
    exhibitor = scope.exhibitors.get(slug)
    partner = frame.programme.partners[slug]
    shown = card(frame, slug, 1)
    first = held[0]
    vocabulary = frame.programme.words
    return HolderView(
        slug=slug,
        name=shown.name,
        href=shown.href,
        tagline=shown.tagline,
        package=event.package(exhibitor.package).label if exhibitor else "",
        shifts=tuple(shift_label(event, h.shift) for h in held if h.shift),
        does=tuple(
            label
            for facet in DOES
            for label in labels(taxonomy_of(vocabulary, facet), own_values(partner, facet))
        ),
        values=tuple(
            f"{facet}:{value}" for facet in DOES for value in values_of(vocabulary, partner, facet)
        ),
        with_it=co_exhibitors(scope, exhibitor),
        how=_how(scope, exhibitor, first),
        why=frame.why.get(why_key(scope.event.slug, first), ""),
        why_href=frame.here.find("account", slug) or "",
    )


def co_exhibitors(scope: Scope, exhibitor: Exhibitor | None) -> tuple[LinkView, ...]:
    """Return who shares an exhibitor's booth, in the order of the section's list."""
    if exhibitor is None or not exhibitor.co_exhibitors:
        return ()
    shared = named(scope.frame, scope.section.list, exhibitor.co_exhibitors)
    return tuple(LinkView(card.name, card.href) for card in shared.cards)


def _how(scope: Scope, exhibitor: Exhibitor | None, holding: Holding) -> str:
    words = scope.frame.words
    match holding.how:
        case "draw":
            return words.say("plan-floor-how-draw", turn=holding.turn)
        case "offer":
            return words.say("plan-floor-how-offer")
        case _:
            reason = exhibitor.reason if exhibitor else ""
            return words.say("plan-floor-how-hand", reason=reason) if reason else ""


def _spoken(word: str) -> str:
    return word.replace("-", " ")
