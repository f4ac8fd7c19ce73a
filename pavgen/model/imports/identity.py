"""Ids and slugs for imported partners: the same ones every time, and never one used before."""

import re
from collections.abc import Iterable, Mapping

from pavgen.kernel.diagnostics import Checked, Diagnostic, Severity, in_order
from pavgen.kernel.values import dataclass
from pavgen.model.document import Entries, Scalar
from pavgen.model.imports.drafts import scalar_text
from pavgen.model.schema.kinds import shown
from pavgen.security.slugs import LONGEST, slug_problems, slugify

_KEY = re.compile(r"^import key: (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A partner to be: the key it has in its source, its name, and what else it asks for.

    `slug` and `id` are empty where the source gives none.
    """

    key: str
    name: Scalar
    slug: str = ""
    id: str = ""

    @property
    def proposed(self) -> str:
        """Return the slug it would like: always well formed, and empty if none can be spelled."""
        is_fit = self.slug and not slug_problems(self.slug)
        return self.slug if is_fit else slugify(self.slug or self.name.text)


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
    notes, else by its id, else by its slug. New ids count on from the highest number that
    was ever used in `standings`. A slug that is taken gets a number, and that is reported.
    """
    arrivals = tuple(newcomers)
    register = _Register(standings, folders, prefix, arrivals)
    found = {newcomer.key: register.admit(newcomer) for newcomer in arrivals}
    return Checked(found, in_order(register.notes))


class _Register:
    """Slugs and ids that are taken, as newcomers arrive."""

    def __init__(
        self,
        standings: Mapping[str, Entries],
        folders: Iterable[str],
        prefix: str,
        arrivals: tuple[Newcomer, ...],
    ) -> None:
        self.notes: list[Diagnostic] = []
        self._ids = {slug: scalar_text(s.get("id")) for slug, s in sorted(standings.items())}
        self._by_id = {i: slug for slug, i in self._ids.items() if i}
        self._by_key = _known_keys(standings)
        self._taken = {*standings, *folders}
        self._claimable = self._taken - set(self._by_key.values())
        self._used = {*self._by_id, *(a.id for a in arrivals if a.id)}
        self._given: set[str] = set()
        self._prefix = prefix
        self._number = _highest(self._used, prefix)

    def admit(self, newcomer: Newcomer) -> Identity:
        """Find the newcomer among those that are there, or make room for it."""
        there = self._found(newcomer)
        known = self._ids.get(there, "")
        identifier = known or self._new_id(newcomer)
        if known and newcomer.id and newcomer.id != known:
            what = f"`{there}` has the id `{known}`, not `{shown(newcomer.id)}`"
            self._warn(newcomer, "import-id", what, "an id never changes; the project's was kept")
        slug = there or self._free_slug(newcomer, identifier)
        self._taken.add(slug)
        self._claimable.discard(slug)
        return Identity(slug, identifier, not known)

    def _found(self, newcomer: Newcomer) -> str:
        by_key = self._by_key.get(_plain(newcomer.key)) or self._by_id.get(newcomer.id)
        if by_key is not None:
            return by_key
        return newcomer.proposed if newcomer.proposed in self._claimable else ""

    def _new_id(self, newcomer: Newcomer) -> str:
        if newcomer.id and newcomer.id not in self._given:
            self._given.add(newcomer.id)
            return newcomer.id
        self._number += 1
        return f"{self._prefix}-{self._number:04d}"

    def _free_slug(self, newcomer: Newcomer, identifier: str) -> str:
        wanted = newcomer.proposed
        stem = wanted or slugify(newcomer.key) or slugify(f"partner {identifier}") or "partner"
        number, slug = 1, stem
        while slug in self._taken:
            number += 1
            slug = f"{stem[: LONGEST - len(str(number)) - 1].rstrip('-')}-{number}"
        name = shown(newcomer.name.text)
        if not wanted:
            what = f"`{name}` cannot be spelled as a slug, so its folder is `{slug}`"
            remedy = "rename the folder and the standing before you publish, if you like"
            self._warn(newcomer, "import-slug", what, remedy)
        elif slug != wanted:
            what = f"the slug `{wanted}` of `{name}` is taken, so its folder is `{slug}`"
            self._warn(newcomer, "import-slug", what, "see whether the two are one partner")
        return slug

    def _warn(self, newcomer: Newcomer, code: str, what: str, remedy: str) -> None:
        span = newcomer.name.span
        self.notes.append(Diagnostic(span, code, what, remedy, "name", Severity.WARNING))


def _known_keys(standings: Mapping[str, Entries]) -> dict[str, str]:
    found: dict[str, str] = {}
    for slug, standing in sorted(standings.items()):
        line = _KEY.search(scalar_text(standing.get("notes")))
        if line:
            found.setdefault(line[1].strip(), slug)
    return found


def _plain(key: str) -> str:
    return " ".join(key.split())


def _highest(ids: Iterable[str], prefix: str) -> int:
    pattern = re.compile(rf"{re.escape(prefix)}-([0-9]{{1,9}})")
    return max((int(m[1]) for i in ids if (m := pattern.fullmatch(i))), default=0)
