"""Ids and slugs for imported partners: the same ones every time, and never one used before."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pavgen.kernel.diagnostics import Checked, Diagnostic, Severity, in_order
from pavgen.model.document import Entries, Scalar
from pavgen.model.imports.drafts import scalar_text
from pavgen.model.schema.kinds import shown
from pavgen.security.slugs import LONGEST, slugify

_KEY = re.compile(r"^import key: (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A partner to be: the key it has in its source, its name, and the slug it asks for."""

    key: str
    name: Scalar
    slug: str = ""


@dataclass(frozen=True, slots=True)
class Identity:
    """The slug and the id of a partner; `is_new` unless it was in the project before."""

    slug: str
    id: str
    is_new: bool


def key_note(key: str) -> str:
    """Word the line of a standing's notes by which a later import finds the partner again."""
    return f"import key: {' '.join(key.split())}"


def identify(
    newcomers: Iterable[Newcomer],
    standings: Mapping[str, Entries],
    folders: Iterable[str],
    prefix: str,
) -> Checked[Mapping[str, Identity]]:
    """Give each newcomer, in the order given, its slug and id, by key.

    One that is in the project already keeps both: it is found by the key in its standing's
    notes, else by its slug. New ids count on from the highest number that was ever used in
    `standings`; a slug that is taken gets a number, and that is reported.
    """
    slugs = _known_keys(standings)
    keyed = set(slugs.values())
    taken = {*standings, *folders}
    free_to_claim = {slug for slug in taken if slug not in keyed}
    found: dict[str, Identity] = {}
    notes: list[Diagnostic] = []
    number = _highest(standings, prefix)
    for newcomer in newcomers:
        slug = slugs.get(_plain(newcomer.key), "")
        wanted = newcomer.slug or slugify(newcomer.name.text)
        if not slug and wanted in free_to_claim:
            slug = wanted
            free_to_claim.discard(slug)
        known = scalar_text(standings[slug].get("id")) if slug in standings else ""
        if not known:
            number += 1
        new_id = known or f"{prefix}-{number:04d}"
        if not slug:
            slug = _free(wanted or slugify(newcomer.key) or f"partner-{new_id}", taken)
            if slug != wanted:
                notes.append(_told(newcomer, wanted, slug))
        taken.add(slug)
        found[newcomer.key] = Identity(slug, new_id, not known)
    return Checked(found, in_order(notes))


def _known_keys(standings: Mapping[str, Entries]) -> dict[str, str]:
    found: dict[str, str] = {}
    for slug, standing in sorted(standings.items()):
        line = _KEY.search(scalar_text(standing.get("notes")))
        if line:
            found.setdefault(line[1].strip(), slug)
    return found


def _plain(key: str) -> str:
    return " ".join(key.split())


def _highest(standings: Mapping[str, Entries], prefix: str) -> int:
    pattern = re.compile(rf"{re.escape(prefix)}-(\d{{1,9}})")
    numbers = (
        int(match[1])
        for standing in standings.values()
        if (match := pattern.fullmatch(scalar_text(standing.get("id"))))
    )
    return max(numbers, default=0)


def _free(slug: str, taken: set[str]) -> str:
    number, candidate = 1, slug
    while candidate in taken:
        number += 1
        candidate = f"{slug[: LONGEST - len(str(number)) - 1].rstrip('-')}-{number}"
    return candidate


def _told(newcomer: Newcomer, wanted: str, slug: str) -> Diagnostic:
    name = shown(newcomer.name.text)
    if wanted:
        what = f"the slug `{wanted}` of `{name}` is taken, so its folder is `{slug}`"
        remedy = "see whether the two are one partner"
    else:
        what = f"`{name}` cannot be spelled as a slug, so its folder is `{slug}`"
        remedy = "rename the folder and the standing before you publish, if you like"
    return Diagnostic(
        newcomer.name.span, "import-slug", what, remedy, "name", Severity.WARNING
    )
