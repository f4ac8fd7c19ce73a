"""The fictional directory itself: partner number n is the same at any size, for every generator.

Nothing here knows of a generator's files. A directory of 1,000 is the first tenth of one of 10,000,
save that solutions and articles name partners among all there are.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from benchmarks.peers import words
from benchmarks.peers.sentences import Choice, Filled, capital, spoken

AS_OF = date(2027, 1, 15)
"""The day for which everything is built."""

MOST = len(words.FIRST) * len(words.LAST) * len(words.TRADES)
_STRIDE = 61_807  # shares no factor with MOST, so that neighbours by number are none by name


@dataclass(frozen=True, slots=True)
class Partner:
    """A partner; `about` is markdown of 120 to 250 words."""

    number: int
    slug: str
    name: str
    tagline: str
    website: str
    types: tuple[str, ...]
    regions: tuple[str, ...]
    industries: tuple[str, ...]
    areas: tuple[str, ...]
    offices: tuple[tuple[str, str], ...]
    languages: tuple[str, ...]
    tier: str
    size: str
    founded: int
    joined: date
    reviewed: date
    certificates: tuple[str, ...]
    about: str


@dataclass(frozen=True, slots=True)
class Solution:
    """What two partners made for a customer; `story` is markdown."""

    slug: str
    title: str
    summary: str
    partners: tuple[tuple[str, str], ...]
    industries: tuple[str, ...]
    areas: tuple[str, ...]
    outcomes: tuple[tuple[str, str], ...]
    published: date
    story: str


@dataclass(frozen=True, slots=True)
class Article:
    """A curated article; `text` is markdown."""

    slug: str
    title: str
    summary: str
    author: str
    topics: tuple[str, ...]
    partners: tuple[str, ...]
    published: date
    text: str


def partner_at(number: int) -> Partner:
    """Return partner `number`, counted from 0; there are MOST of them."""
    name = name_at(number)
    slug = name.lower().replace(" ", "-")
    choice = Choice("partner", number)
    places = choice.some(words.PLACES, 1 + choice.below(3))
    areas = choice.some(words.AREAS, 2 + choice.below(3))
    industries = choice.some(words.INDUSTRIES, 1 + choice.below(4))
    offices = choice.some(places[0].towns, 1 + choice.below(2))
    filled = Filled(choice, name, offices[0][0], areas[0][1], spoken(industries[0][1]))
    joined = date(2018, 1, 1) + timedelta(days=choice.below(2900))
    held = choice.below(3) if choice.below(2) else 0
    return Partner(
        number=number,
        slug=slug,
        name=name,
        tagline=filled.one(words.TAGLINES),
        website=f"https://www.{slug}.example/",
        types=tuple(t[0] for t in choice.some(words.TYPES, 1 + (choice.below(4) == 0))),
        regions=tuple(place.id for place in places),
        industries=tuple(term[0] for term in industries),
        areas=tuple(term[0] for term in areas),
        offices=offices,
        languages=places[0].languages,
        tier=words.TIERS[(0, 1, 1, 2, 2, 2)[choice.below(6)]][0],
        size=choice.one(words.SIZES),
        founded=1950 + choice.below(70),
        joined=joined,
        reviewed=date(2026, 8, 1) + timedelta(days=choice.below(120)),
        certificates=tuple(c[0] for c in choice.some(words.CERTIFICATES, held)),
        about=_about(filled, f"https://www.{slug}.example/"),
    )


def solution_at(number: int, partners: int) -> Solution:
    """Return solution `number` of a directory of so many partners."""
    choice = Choice("solution", number)
    first, second = _two(choice, number * 5, partners)
    areas = choice.some(words.AREAS, 2)
    industries = choice.some(words.INDUSTRIES, 1 + choice.below(2))
    town = choice.one(choice.one(words.PLACES).towns)[0]
    filled = Filled(choice, name_at(first), town, areas[0][1], spoken(industries[0][1]))
    roles = (f"{areas[0][1]} and operation", "Installation and training on site")
    links = (f"[{name_at(n)}](partner:{_slug(n)})" for n in (first, second))
    body = (
        f"{filled.some(words.PROOF, 2)} {next(links)} planned it.\n",
        f"## What was done\n\n{filled.some(words.WORK, 4)} {next(links)} did the work on site.\n",
        f"{filled.points(4)}\n",
        f"## What came of it\n\n{filled.some(words.PROOF, 3)} {filled.some(words.WORK, 3)}\n",
    )
    return Solution(
        slug=f"solution-{number + 1:05d}",
        title=capital(f"{filled.one(words.SOLUTION_TITLES)} ({number + 1})"),
        summary=filled.one(words.PROOF),
        partners=((_slug(first), roles[0]), (_slug(second), roles[1])),
        industries=tuple(term[0] for term in industries),
        areas=tuple(term[0] for term in areas),
        outcomes=(("Load moved", f"{5 + choice.below(90)} %"), ("Time to build", filled.weeks())),
        published=date(2022, 1, 3) + timedelta(days=choice.below(1800)),
        story="\n".join(body),
    )


def article_at(number: int, partners: int) -> Article:
    """Return article `number` of a directory of so many partners."""
    choice = Choice("article", number)
    named = _two(choice, number * 10 + 3, partners)
    area, industry = choice.one(words.AREAS)[1], spoken(choice.one(words.INDUSTRIES)[1])
    town = choice.one(choice.one(words.PLACES).towns)[0]
    filled = Filled(choice, name_at(named[0]), town, area, industry)
    parts = [f"{filled.some(words.WORK, 3)} {filled.some(words.PROOF, 1)}\n"]
    for heading, linked in zip(choice.some(words.HEADINGS, 3), (*named, None), strict=True):
        more = (
            f" [{name_at(linked)}](partner:{_slug(linked)}) agrees." if linked is not None else ""
        )
        parts.append(f"## {heading}\n\n{filled.some(words.WORK, 4)}{more}\n")
        parts.append(f"{filled.some(words.PROOF, 2)} {filled.some(words.OTHERS, 2)}\n")
        parts.append(filled.table() if linked is None else f"{filled.points(3)}\n")
    return Article(
        slug=f"article-{number + 1:05d}",
        title=capital(f"{filled.one(words.ARTICLE_TITLES)} ({number + 1})"),
        summary=filled.one(words.PROOF),
        author=choice.one(words.AUTHORS),
        topics=tuple(topic[0] for topic in choice.some(words.TOPICS, 1 + choice.below(2))),
        partners=tuple(_slug(n) for n in named),
        published=date(2023, 1, 2) + timedelta(days=choice.below(1400)),
        text="\n".join(parts),
    )


def _about(filled: Filled, website: str) -> str:
    choice = filled.choice
    parts = [f"{filled.one(words.OPENINGS)} {filled.some(words.WORK, 2 + choice.below(2))}\n"]
    parts += (
        f"## {heading}\n\n{filled.some(words.WORK, 2)} {filled.one(words.PROOF)}\n"
        for heading in choice.some(words.HEADINGS, 1 + choice.below(2))
    )
    if choice.below(2):
        parts.append(f"{filled.points(3 + choice.below(2))}\n".rstrip() + "\n")
    more = f"More is [on our website]({website})."
    parts.append(f"{filled.some(words.PROOF, 2)} {filled.one(words.OTHERS)} {more}\n")
    return "\n".join(parts)


def name_at(number: int) -> str:
    """Return the name of partner `number`: all differ, also to a hurried eye."""
    place = number * _STRIDE % MOST
    place, trade = divmod(place, len(words.TRADES))
    first, last = divmod(place, len(words.LAST))
    return f"{words.FIRST[first]}{words.LAST[last]} {words.TRADES[trade]}"


def _slug(number: int) -> str:
    return name_at(number).lower().replace(" ", "-")


def _two(choice: Choice, near: int, partners: int) -> tuple[int, int]:
    """Return two different partners, the first the one that is near."""
    first = near % partners
    return first, (first + 1 + choice.below(partners - 1)) % partners
