"""Solutions as cards, and which are shown together."""

from collections.abc import Mapping

from pavgen.model.programme import LinkedSolution, Programme, Showing
from pavgen.plan.frame import Frame
from pavgen.plan.surfaces import labels, named
from pavgen.plan.views import OutcomeView, SolutionCard


def solution_card(frame: Frame, slug: str, opportunity: str) -> SolutionCard:
    """Make a solution's card; its partners stand in the order of `opportunity`."""
    record = frame.programme.solutions[slug].record
    outcomes = tuple(OutcomeView(o.value, o.measure) for o in record.outcomes)
    return SolutionCard(
        slug=slug,
        title=record.title,
        href=frame.find("solution", slug),
        summary=record.summary,
        customer=record.customer,
        outcome=outcomes[0] if outcomes else None,
        partners=named(
            frame,
            opportunity,
            (part.partner for part in record.partners),
            frame.words.say("plan-solution-partners"),
        ),
        industries=labels(frame.programme.words.industries, record.industries),
    )


def shown_solutions(programme: Programme, showing: Showing) -> tuple[str, ...]:
    """Return the solutions that are shown, newest first: dated, with a partner who is shown."""
    records = {slug: solution.record for slug, solution in programme.solutions.items()}
    slugs = [
        slug
        for slug, record in records.items()
        if showing.shows(record.status, record.published, record.expires)
        and any(_is_shown(programme, part.partner, showing) for part in record.partners)
    ]
    return tuple(sorted(slugs, key=lambda slug: (-records[slug].published.toordinal(), slug)))


def _is_shown(programme: Programme, slug: str, showing: Showing) -> bool:
    partner = programme.partner(slug)
    return partner is not None and partner.standing.shown_on(showing.as_of)


def shown_with(frame: Frame, options: Mapping[str, str]) -> tuple[str, ...]:
    """Return the shown solutions that have every value an embed's options name."""
    return tuple(
        slug
        for slug in shown_solutions(frame.programme, frame.showing)
        if _has(frame, frame.programme.solutions[slug], options)
    )


def solutions_of(frame: Frame, partner: str) -> tuple[str, ...]:
    """Return the shown solutions that a partner takes part in, newest first."""
    return shown_with(frame, {"partner": partner})


def related_solutions(frame: Frame, slug: str, most: int = 3) -> tuple[str, ...]:
    """Return the solutions that share most areas and industries with one; newest first."""
    own = _marks(frame.programme.solutions[slug])
    others = [
        (len(own & _marks(frame.programme.solutions[other])), other)
        for other in shown_solutions(frame.programme, frame.showing)
        if other != slug
    ]
    best = sorted((pair for pair in others if pair[0]), key=lambda pair: -pair[0])
    return tuple(other for _, other in best[:most])


def _has(frame: Frame, solution: LinkedSolution, options: Mapping[str, str]) -> bool:
    record = solution.record
    words = frame.programme.words
    have = {
        "partner": tuple(
            frame.programme.aliases.get(p.partner, p.partner) for p in record.partners
        ),
        "solution_area": words.solution_areas.with_parents(record.solution_areas),
        "industry": words.industries.with_parents(record.industries),
        "segment": words.segments.with_parents(record.segments),
    }
    return all(options[name] in values for name, values in have.items() if name in options)


def _marks(solution: LinkedSolution) -> frozenset[tuple[str, str]]:
    record = solution.record
    areas = frozenset(("area", area) for area in record.solution_areas)
    return areas | frozenset(("industry", industry) for industry in record.industries)
