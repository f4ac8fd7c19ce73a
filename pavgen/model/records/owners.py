"""`content/owners.yaml`: which accounts may send changes, and which slugs are gone for good."""

from collections.abc import Mapping
from datetime import date

from pavgen.kernel.values import dataclass
from pavgen.model.schema.fields import Record, Source, defaulted, many, optional, required, sourced
from pavgen.model.schema.kinds import Day, Integer, Pattern
from pavgen.model.schema.lists import MapOf
from pavgen.model.schema.records import Table
from pavgen.model.schema.texts import Slug, Text

_MOST_ACCOUNT = 10**15
_TEAM = Pattern(r"@[A-Za-z0-9-]+/[A-Za-z0-9_-]+", "a team such as `@example/partner-managers`")


@dataclass(frozen=True, slots=True, kw_only=True)
class Account(Record):
    """An account of the code host; its number alone counts, for names change hands."""

    id: int = required(Integer(1, _MOST_ACCOUNT), "the account's number at the code host")
    login: str = defaulted(Text(most=80), "its name there, for people to read", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner(Record):
    """Who may send changes for one partner."""

    accounts: tuple[Account, ...] = many(Table(lambda: Account), "accounts of the partner")
    team: str = defaulted(_TEAM, "the vendor's team that approves its changes", "")
    contact: str = defaulted(Text(most=200), "whom to ask, for staff; never published", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Teams(Record):
    """The vendor's teams at the code host, who approve changes by where they are."""

    engineering: str = required(_TEAM, "themes, workflows and everything unlisted")
    marketing: str = required(_TEAM, "content/")
    partners: str = required(_TEAM, "partners/")
    program: str = required(_TEAM, "standings, placement, owners and accepted names")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tombstone(Record):
    """A slug that was given up and that nobody takes again."""

    slug: str = required(Slug(), "the slug")
    since: date | None = optional(Day(), "the day it was given up")
    reason: str = defaulted(Text(most=300), "why, for staff; never published", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Owners(Record):
    """Who may send changes for whom; read from the base of a pull request, never from its head."""

    staff: tuple[Account, ...] = many(Table(lambda: Account), "accounts of the vendor", 200)
    teams: Teams | None = optional(Table(lambda: Teams), "teams that approve changes")
    partners: tuple[tuple[str, Owner], ...] = defaulted(
        MapOf(Table(lambda: Owner), key=r"[a-z0-9][a-z0-9-]*", most=100_000), "owners by slug", ()
    )
    tombstones: tuple[Tombstone, ...] = many(
        Table(lambda: Tombstone), "slugs nobody takes again", 10_000
    )
    source: Source = sourced()

    def is_staff(self, account: int) -> bool:
        """Say whether an account is the vendor's."""
        return any(item.id == account for item in self.staff)

    def slugs_of(self, account: int) -> frozenset[str]:
        """Return the partners an account may send changes for."""
        return frozenset(
            slug
            for slug, owner in self.partners
            if any(item.id == account for item in owner.accounts)
        )

    def by_slug(self) -> Mapping[str, Owner]:
        """Return the owners by slug."""
        return dict(self.partners)

    def retired(self) -> frozenset[str]:
        """Return the slugs nobody takes again."""
        return frozenset(item.slug for item in self.tombstones)
