"""What a review says, in sentences: for the terminal and for a comment alike."""

from collections.abc import Iterator

from pavgen.model.review.rulings import Verdict
from pavgen.place.effect import Move
from pavgen.plan.review import Review
from pavgen.render.reports.counting import counted

HEADS = {
    Verdict.PASS: "This may be merged: nothing in it needs the vendor's leave.",
    Verdict.VENDOR: "This needs the vendor's approval.",
    Verdict.REFUSED: "This is refused as it stands.",
    Verdict.UNDECIDED: "This could not be judged, and so is not let through.",
}
NEXT = {
    Verdict.PASS: "A partner manager merges it; the site then shows it with its next build.",
    Verdict.VENDOR: "A partner manager looks at it; you need not do anything.",
    Verdict.REFUSED: "Mend what is listed below and push again; this report is then made anew.",
    Verdict.UNDECIDED: "See the reason below; push again once it is removed.",
}
_NAMED = 5
_WHY = {
    "comes": "because {by} comes in before it",
    "goes": "because {by} is no longer before it",
    "moves": "because {by} moves past it",
    "order": "because the rule orders the rest anew",
}


def summary(review: Review) -> tuple[str, str, str, str]:
    """Return verdict, who, what and why, each in one line."""
    slugs = ", ".join(f"`{slug}`" for slug in review.slugs[:_NAMED]) or "no partner's folder"
    more = f" and {len(review.slugs) - _NAMED} more" if len(review.slugs) > _NAMED else ""
    return (
        f"Verdict: {review.verdict.value}. {HEADS[review.verdict]}",
        f"Who: account {review.account}",
        f"What: {counted(len(review.paths), 'path')} in {slugs}{more}",
        f"Why: {_why(review)}",
    )


def _why(review: Review) -> str:
    grave = [ruling for ruling in review.rulings if ruling.verdict is review.verdict]
    if not grave or review.verdict is Verdict.PASS:
        return "every rule is kept"
    return grave[0].message + (f" (and {len(grave) - 1} more)" if len(grave) > 1 else "")


def effect_sentences(review: Review) -> Iterator[str]:
    """Say in which lists the partner stands, before and after, and who else is moved and why."""
    effect = review.changes.effect
    if effect is None:
        yield "What it does to placement could not be worked out."
        return
    if review.changes.admitted:
        names = ", ".join(f"`{slug}`" for slug in review.changes.admitted)
        yield f"Shown as if the vendor had admitted {names}; until then nothing of it is published."
    stands = [move for move in effect.shown if move.after is not None]
    if review.slugs:
        yield f"Your listing would appear in {counted(len(stands), 'list')}."
    for move in effect.shown:
        yield f"{_title(review, move)}: {_positions(move)}"
    if not effect.others:
        yield "Nobody else's position changes."
        return
    yield f"{counted(len(effect.others), 'position')} of others would change:"
    for move in effect.others:
        by = " and ".join(f"`{slug}`" for slug in move.by)
        why = _WHY[move.why or "order"].format(by=by)
        yield f"`{move.slug}` in {_title(review, move)}: {_positions(move)}, {why}"


def page_sentences(review: Review) -> Iterator[str]:
    """Say for each site how many of its pages would be new, other, and gone."""
    for site in review.changes.pages:
        parts = [
            f"{counted(len(paths), 'page')} {word}"
            for word, paths in (
                ("new", site.added),
                ("changed", site.changed),
                ("gone", site.removed),
            )
            if paths
        ]
        yield f"site `{site.site}`: {', '.join(parts) or 'no page changes'}"


def _title(review: Review, move: Move) -> str:
    return f"`{review.changes.titles.get(move.opportunity, '') or move.opportunity}`"


def _positions(move: Move) -> str:
    if move.before is None:
        return f"position {move.after} of {move.of}, newly shown"
    if move.after is None:
        return f"no longer shown, before at position {move.before}"
    if move.before == move.after:
        return f"position {move.after} of {move.of}, as before"
    return f"position {move.after} of {move.of}, before {move.before}"
