"""Solutions as cards, and which are shown together."""

from collections.abc import Mapping

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


def shown_with(frame: Frame, options: Mapping[str, str]) -> tuple[str, ...]:
    """Return the shown solutions that have every value an embed's options name."""
    return tuple(slug for slug in frame.shelf.solutions if _has(frame.shelf.marks[slug], options))


def solutions_of(frame: Frame, partner: str) -> tuple[str, ...]:
    """Return the shown solutions that a partner takes part in, newest first."""
    return frame.shelf.solutions_of.get(partner, ())


def related_solutions(frame: Frame, slug: str, most: int = 3) -> tuple[str, ...]:
    """Return the solutions that share most areas and industries with one; newest first."""
    own = _own(frame, slug)
    shared = [
        (len(own & _own(frame, other)), other) for other in frame.shelf.solutions if other != slug
    ]
    best = sorted((pair for pair in shared if pair[0]), key=lambda pair: -pair[0])
    return tuple(other for _, other in best[:most])


def _has(marks: Mapping[str, frozenset[str]], options: Mapping[str, str]) -> bool:
    return all(options[name] in values for name, values in marks.items() if name in options)


def _own(frame: Frame, slug: str) -> frozenset[tuple[str, str]]:
    record = frame.programme.solutions[slug].record
    areas = frozenset(("area", area) for area in record.solution_areas)
    return areas | frozenset(("industry", industry) for industry in record.industries)
