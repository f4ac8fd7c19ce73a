"""What a review says, in sentences: for the terminal and for a comment alike."""

from collections.abc import Iterator

from pavgen.model.review.rulings import Verdict
from pavgen.place.effect import Move
from pavgen.plan.review import Review
from pavgen.render.reports.counting import counted

TITLES = {
    Verdict.PASS: "Pass",
    Verdict.VENDOR: "Needs the vendor's approval",
    Verdict.REFUSED: "Refused as it stands",
    Verdict.UNDECIDED: "Could not be judged",
}
HEADS = {
    Verdict.PASS: "Nothing in it needs the vendor's leave.",
    Verdict.VENDOR: "Nothing is wrong with it by itself, but only the vendor can allow it.",
    Verdict.REFUSED: "It cannot be taken before what is listed below is put right.",
    Verdict.UNDECIDED: "Something is not known, and so it is not let through.",
}
NEXT = {
    Verdict.PASS: "A partner manager merges it; the site shows it with its next build.",
    Verdict.VENDOR: "A partner manager looks at it. You need not do anything.",
    Verdict.REFUSED: (
        "Put right what is listed below, in the same branch; on the host's web site, open the "
        "file there, change it and commit. This report is then made anew."
    ),
    Verdict.UNDECIDED: (
        "Where it says to bring the branch up to date, do that; everything else is for a partner "
        "manager. This report is then made anew."
    ),
}
_NAMED = 5
_WHY = {
    "comes": "because of {by}, newly shown before it",
    "goes": "because of {by}, no longer shown before it",
    "moves": "because of {by}, now on the other side of it",
    "order": "because the rule orders the rest anew",
}


def summary(review: Review) -> tuple[str, str, str, str]:
    """Return verdict, who, what and why, each in one line."""
    return (
        f"Verdict: {review.verdict.value}. {HEADS[review.verdict]}",
        f"Who: account `{review.account}`",
        f"What: {_what(review)}",
        f"Why: {_why(review)}",
    )


def _what(review: Review) -> str:
    if not review.commits[2]:
        return "not known"
    if not review.paths:
        return "nothing is changed"
    slugs = ", ".join(f"`{slug}`" for slug in review.slugs[:_NAMED]) or "no partner's folder"
    more = f" and {len(review.slugs) - _NAMED} more" if len(review.slugs) > _NAMED else ""
    return f"{counted(len(review.paths), 'path')} in {slugs}{more}"


def _why(review: Review) -> str:
    grave = [ruling for ruling in review.rulings if ruling.verdict is review.verdict]
    if not grave or review.verdict is Verdict.PASS:
        return "every rule is kept" if review.paths else "it changes nothing"
    where = f"`{grave[0].path}`: " if grave[0].path else ""
    more = f" (and {len(grave) - 1} more)" if len(grave) > 1 else ""
    return f"{where}{grave[0].message}{more}"


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
    if len(review.slugs) == 1:
        yield f"Your listing would appear in {counted(len(stands), 'list')}."
    for move in effect.shown:
        whose = f"`{move.slug}` in " if len(review.slugs) > 1 else ""
        yield f"{whose}{_title(review, move)}: {_positions(move)}"
    if not effect.others:
        yield "Nobody else's position changes." if review.slugs else "Nobody's position changes."
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
