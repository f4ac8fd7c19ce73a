"""Other values for the fields of records, drawn by each field's own kind.

A field that is declared tomorrow is edited tomorrow. Values are likely to be right but need not
be: what a build finds wrong must be found by every way of building.
"""

from collections.abc import Callable, Mapping
from random import Random

from pavgen.model.conditions import ConditionKind
from pavgen.model.records import (
    agenda,
    event,
    floorplan,
    hub,
    listing,
    page,
    policy,
    program,
    site,
    solution,
    standing,
    theme,
)
from pavgen.model.schema.fields import Field, Record, fields_of
from pavgen.model.schema.kinds import Choice, Day, Integer, Kind, Moment, Pattern, Ref, Truth
from pavgen.model.schema.lists import ListOf, MapOf
from pavgen.model.schema.measures import Length, LocalTime, PointKind
from pavgen.model.schema.records import Table
from pavgen.model.schema.texts import (
    Country,
    Email,
    Link,
    Name,
    Phone,
    SiteUrl,
    Slug,
    StaffLink,
    Text,
)
from pavgen.model.schema.variants import Variant
from tests.incremental.tree import Data, Tree

RECORDS: Mapping[str, tuple[type[Record], str, str]] = {
    "agenda": (agenda.Agenda, "content/events/", "/agenda.yaml"),
    "article": (hub.Article, "content/hubs/", ".md"),
    "event": (event.Event, "content/events/", "/event.yaml"),
    "floorplan": (floorplan.FloorPlan, "content/events/", "/floorplan.yaml"),
    "hub": (hub.Hub, "content/hubs/", "/index.md"),
    "listing": (listing.Listing, "partners/", "/listing.yaml"),
    "page": (page.Page, "content/pages/", ".md"),
    "policy": (policy.Policy, "content/placement/policy.yaml", ""),
    "program": (program.Program, "content/program.yaml", ""),
    "site": (site.Site, "content/sites/", ".yaml"),
    "solution": (solution.Solution, "content/solutions/", ".md"),
    "standing": (standing.Standing, "content/standing/", ".yaml"),
    "theme": (theme.ThemeManifest, "themes/", "/theme.yaml"),
}
"""The record types with the beginning and the end of the paths of their files."""

DAYS = tuple(f"2026-{day}" for day in ("01-01", "05-31", "06-08", "06-15", "06-16", "08-01"))
TIMES = tuple(f"2026-10-24T{hour}" for hour in ("10:00", "10:45", "11:00", "11:45", "14:00"))
WORDS = (
    "Meadow",
    "quick & <small>",
    "Wärme “für” alle",
    "7 % off",
    "مرصد",
    "風車",
    "{name}",
    "*not* [a](link)",
    "O’Malley",
    "",
)
NAMES = ("Alder", "Birch & Sons", "Çınar", "Dał", "Zeta 9", "風車製作所")
CONDITIONS: tuple[dict[str, Data], ...] = (
    {"status": "active"},
    {"tier": ["gold"]},
    {"industries": ["water"]},
    {"any": [{"types": ["reseller"]}, {"points": {"at_least": "2"}}]},
    {"not": {"regions": ["us"]}},
    {"joined": {"on_or_after": "2024-01-01"}},
)
# Of texts that have a form of their own, by the last name of the field.
FORMS: Mapping[str, tuple[str, ...]] = {
    "allow": ("https://www.fernholt.example", "https://*.fernholt.example"),
    "booth": ("a3", "b1", "b2", "p1@day-2"),
    "domains": ("ada.example", "other.example"),
    "endpoint": ("https://forms.fernholt.example/in",),
    "extends": ("standard",),
    "folder": ("", "offers"),
    "image": ("one.svg", "two.svg"),
    "item": ("a3", "b1"),
    "kind": (),
    "locale": ("en", "en-GB", "de", "fr"),
    "locales": ("en", "de"),
    "logo": ("logo.svg", "logo.png"),
    "logo_dark": ("logo-dark.svg",),
    "name_scripts": ("Arabic", "Han"),
    "path": ("/", "/a/", "/notes/"),
    "preferences": ("a3", "b1", "b2", "b3", "s1"),
    "other": ("mine.css",),
    "pavilion": ("mine.css", "hall-mine.css"),
    "sheets": ("mine.css", "hall-mine.css"),
    "styles": ("mine.css", "hall-mine.css"),
    "theme": ("mine", "standard"),
    "time_zone": ("Europe/Berlin", "Europe/Lisbon", "UTC"),
}
_KEYS: Mapping[str, tuple[str, ...]] = {
    "lists": ("industries/water", "industry/water", "region/de"),
    "sheets": ("pavilion", "other"),
    "theme_options": ("accent", "letters", "scheme", "greeting"),
}
_OPTIONS: Mapping[str, tuple[str, ...]] = {
    "accent": ("#0b5c50", "#123456", "#ffe600"),
    "letters": ("serif", "sans"),
    "scheme": ("auto", "dark"),
}
Known = Mapping[str, tuple[str, ...]]


def known_words(tree: Tree) -> dict[str, tuple[str, ...]]:
    """Return what a reference may name, by vocabulary."""
    found = {
        "partners": tree.slugs("partners/"),
        "hubs": tree.slugs("content/hubs/"),
        "solutions": tree.slugs("content/solutions/"),
        "events": tree.slugs("content/events/"),
        "pages": [p[14:-3] for p in tree.paths("content/pages/", ".md")],
    }
    for path, keys in (
        ("content/program.yaml", program.VOCABULARIES),
        ("content/placement/policy.yaml", ("groups", "opportunities")),
        *((p, ("topics", "series")) for p in tree.paths("content/hubs/", "/index.md")),
        *((p, _OF_EVENTS) for p in tree.paths("content/events/", ".yaml")),
    ):
        record = tree.record(path) if tree.has(path) else None
        for key in keys:
            found.setdefault(key, []).extend(_ids((record or {}).get(key)))
    return {key: tuple(words) for key, words in found.items()}


_OF_EVENTS = ("packages", "shifts", "rooms", "tracks", "slots", "speakers", "features", "booths")


def _ids(data: Data | None) -> list[str]:
    if isinstance(data, dict):
        return list(data)
    found: list[str] = []
    for item in data if isinstance(data, list) else []:
        if isinstance(item, dict):
            found += [item["id"]] if isinstance(item.get("id"), str) else []  # type: ignore[list-item] # just asked
            found += _ids(item.get("children"))
    return found


class Values:
    """Draws values; the same seed and words give the same."""

    def __init__(self, random: Random, known: Known) -> None:
        self._random = random
        self._known = known

    def change(self, record: type[Record], data: dict[str, Data]) -> str:
        """Change one field of a record, or of a record in it, in place; say which."""
        fields = fields_of(record)
        likely = [f for f in fields if f.name != "id"] * 3
        present = [f for f in fields if f.name in data] * 4
        field = self._random.choice([*fields, *likely, *present])
        if field.name not in data:
            return self._set(field, data)
        if not field.needed and self._random.random() < 0.15:
            del data[field.name]
            return f"{field.name} removed"
        return f"{field.name}{self._within(field.kind, data, field.name)}"

    def fresh(self, kind: Kind[object], name: str = "") -> Data:  # noqa: PLR0911 - a row for each kind
        """Return a value of a kind."""
        match kind:
            case ListOf():
                wanted = self._random.choice((1, 1, 2))
                items = [self.fresh(kind.item, name) for _ in range(wanted)]
                return items if items[0] not in items[1:] else items[:1]
            case MapOf():
                keys = self._known.get(kind.key_vocabulary, ()) or _KEYS.get(name, ("docs", "jobs"))
                key = self._one(keys)
                return {key: self._of_key(kind, key, name)}
            case Table():
                return self._whole(kind.record())
            case Variant():
                tag, record = self._random.choice(sorted(kind.records().items()))
                return {**self._whole(record), kind.tag: tag}
            case ConditionKind():
                return self._random.choice(CONDITIONS)
            case PointKind():
                return [str(self._random.randrange(20)), str(self._random.randrange(14))]
            case _:
                return self._scalar(kind, name)

    def _whole(self, record: type[Record]) -> dict[str, Data]:
        fields = fields_of(record)
        also = self._random.sample(fields, min(2, len(fields)))
        return {
            field.name: self.fresh(field.kind, field.name)
            for field in fields
            if field.needed or field in also
        }

    def _set(self, field: Field, data: dict[str, Data]) -> str:
        data[field.name] = self.fresh(field.kind, field.name)
        return f"{field.name} added"

    def _within(self, kind: Kind[object], holder: dict[str, Data], name: str) -> str:
        """Change a value that is there: some part of it, where it has parts."""
        now = holder[name]
        if isinstance(kind, Table) and isinstance(now, dict):
            return f".{self.change(kind.record(), now)}"
        if isinstance(kind, MapOf) and isinstance(now, dict) and now:
            return self._in_map(kind, now, name)
        if isinstance(kind, ListOf) and isinstance(now, list) and now:
            return self._in_list(kind, now, name)
        holder[name] = self._other(kind, now, name)
        return ""

    def _in_map(self, kind: MapOf[object], now: dict[str, Data], name: str) -> str:
        key = self._random.choice(sorted(now))
        if self._random.random() < 0.1 and len(now) > 1:
            del now[key]
            return f".{key} removed"
        if isinstance(now[key], str):
            now[key] = self._of_key(kind, key, name)
            return f".{key}"
        return f".{key}{self._within(kind.item, now, key)}"

    def _in_list(self, kind: ListOf[object], now: list[Data], name: str) -> str:
        at = self._random.randrange(len(now))
        what = self._random.random()
        if what < 0.1:
            now.insert(at, self.fresh(kind.item, name))
            return f"[{at}] added"
        if what < 0.2:
            del now[at]
            return f"[{at}] removed"
        if what < 0.3:
            now.insert(0, now.pop())
            return " turned"
        item, inner = kind.item, now[at]
        if isinstance(item, Table) and isinstance(inner, dict):
            return f"[{at}].{self.change(item.record(), inner)}"
        if isinstance(item, Variant) and isinstance(inner, dict):
            record = item.records().get(str(inner.get(item.tag)))
            return f"[{at}].{self.change(record, inner)}" if record else f"[{at}]"
        now[at] = self._other(item, inner, name)
        return f"[{at}]"

    def _other(self, kind: Kind[object], now: Data, name: str) -> Data:
        for _ in range(4):
            found = self.fresh(kind, name)
            if found != now:
                return found
        return now

    def _of_key(self, kind: MapOf[object], key: str, name: str) -> Data:
        return self._one(_OPTIONS[key]) if key in _OPTIONS else self.fresh(kind.item, name)

    def _scalar(self, kind: Kind[object], name: str) -> str:  # noqa: C901, PLR0911, PLR0912 - the same
        number = self._random.randrange(1, 40)
        match kind:
            case Pattern():
                return self._one(FORMS[name])
            case Integer():
                return str(max(kind.least, min(kind.most, number if kind.least < 40 else 2000)))
            case Truth():
                return self._one(("true", "false"))
            case Day():
                return self._one(DAYS)
            case Moment():
                return f"{self._one(TIMES)}:00+02:00"
            case LocalTime():
                return self._one(TIMES)
            case Choice():
                return self._one(kind.options)
            case Ref():
                return self._one(self._known.get(kind.vocabulary, ()) or ("nothing",))
            case Length():
                return str(number / 4)
            case Country():
                return self._one(("DE", "FR", "NO"))
            case Name():
                return f"{self._one(NAMES)} {number}"
            case _:
                return self._words(kind, number)

    def _words(self, kind: Kind[object], number: int) -> str:
        make = _TEXTS.get(type(kind))
        assert make is not None, f"no values for fields of {type(kind).__name__}"
        most = kind.most if isinstance(kind, Text) else 200
        return make(number, self._one(WORDS))[:most].strip()

    def _one(self, words: tuple[str, ...]) -> str:
        return self._random.choice(words) if words else ""


_TEXTS: Mapping[type, Callable[[int, str], str]] = {
    Text: lambda n, word: f"Text {n} {word}",
    Slug: lambda n, _: f"word-{n}",
    Link: lambda n, _: f"https://www.fernholt.example/{n}",
    StaffLink: lambda n, _: ("page:about", "/", f"https://www.fernholt.example/{n}")[n % 3],
    SiteUrl: lambda n, _: f"https://site-{n}.example/" + ("base/" if n % 2 else ""),
    Email: lambda n, _: f"post-{n}@fernholt.example",
    Phone: lambda n, _: f"+49 30 9018{n:02}",
}
