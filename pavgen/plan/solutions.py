"""Solutions as cards, and which are shown together."""

from collections.abc import Hashable, Mapping

from pavgen.kernel.indexing import once
from pavgen.model.programme import Programme
from pavgen.plan.frame import Frame
from pavgen.plan.related import Shared, shared_by
from pavgen.plan.surfaces import labels, named
from pavgen.plan.views import OutcomeView, SolutionCard


def solution_card(frame: Frame, slug: str, opportunity: str) -> SolutionCard:
    """Return a solution's card; its partners stand in the order of `opportunity`."""
    made = _cards(frame)
    if (slug, opportunity) not in made:
        made[slug, opportunity] = _made(frame, slug, opportunity)
    return made[slug, opportunity]


@once(most=1)
def _cards(frame: Frame) -> dict[tuple[str, str], SolutionCard]:
    """Return where a site's cards are kept: one object for all lists that show it."""
    del frame
    return {}


def _made(frame: Frame, slug: str, opportunity: str) -> SolutionCard:
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
    slugs = frame.shelf.solutions
    shared, places = _shared(frame.programme, slugs)
    return tuple(slugs[n] for n in shared.closest(places[slug], most))


def _has(marks: Mapping[str, frozenset[str]], options: Mapping[str, str]) -> bool:
    return all(options[name] in values for name, values in marks.items() if name in options)


@once(most=2)
def _shared(programme: Programme, slugs: tuple[str, ...]) -> tuple[Shared, dict[str, int]]:
    values = [_own(programme, slug) for slug in slugs]
    return shared_by(values), {slug: place for place, slug in enumerate(slugs)}


def _own(programme: Programme, slug: str) -> frozenset[Hashable]:
    record = programme.solutions[slug].record
    areas = [("area", area) for area in record.solution_areas]
    return frozenset([*areas, *(("industry", industry) for industry in record.industries)])
