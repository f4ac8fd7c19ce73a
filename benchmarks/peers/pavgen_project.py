"""The directory as a project of pavgen, as a programme would have it."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.peers import words
from benchmarks.peers.records import Article, Partner, Solution, article_at, partner_at, solution_at

File = tuple[str, str]
STANDARD = Path(__file__).parents[2] / "themes" / "standard"
PROFILE = "templates/directory/profile.html"  # the project has it in a theme of its own, to edit
FULL = "full"
LOGOS = "logos"


def project_files(partners: int, variant: str = "") -> Iterator[File]:
    """Yield every file, as path and text.

    `variant` is empty for what all generators do alike; `logos` gives every partner an SVG logo;
    `full` has logos, search, social cards and the pages about placement besides.
    """
    logos = variant in {LOGOS, FULL}
    yield "content/program.yaml", _program()
    yield "content/sites/partners.yaml", _site(full=variant == FULL)
    yield f"themes/own/{PROFILE}", (STANDARD / PROFILE).read_text(encoding="utf-8")
    yield "content/hubs/notes/index.md", _hub()
    for number in range(partners):
        yield from _partner(partner_at(number), logo=logos)
    for number in range(partners // 5):
        yield _solution(solution_at(number, partners))
    for number in range(partners // 10):
        yield _article(article_at(number, partners))


def _partner(partner: Partner, *, logo: bool) -> Iterator[File]:
    folder = f"partners/{partner.slug}"
    offices = "".join(
        f"  - {{city: {city}, country: {country}{', main: true' if not index else ''}}}\n"
        for index, (city, country) in enumerate(partner.offices)
    )
    listing = (
        f"name: {partner.name}\n"
        f"tagline: {_quoted(partner.tagline)}\n"
        f"website: {partner.website}\n"
        f"types: {_listed(partner.types)}\n"
        f"regions: {_listed(partner.regions)}\n"
        f"offices:\n{offices}"
        f"industries: {_listed(partner.industries)}\n"
        f"solution_areas: {_listed(partner.areas)}\n"
        f"languages: {_listed(partner.languages)}\n"
        f"size: {partner.size}\n"
        f"founded: {partner.founded}\n"
        f"{'logo: logo.svg' + chr(10) if logo else ''}"
        f"reviewed: {partner.reviewed}\n"
    )
    yield f"{folder}/listing.yaml", listing
    yield f"{folder}/about.md", partner.about
    if logo:
        yield f"{folder}/logo.svg", logo_of(partner)
    held = "".join(f"  - {{id: {name}, until: 2027-12-31}}\n" for name in partner.certificates)
    standing = (
        f"id: p-{partner.number + 1:06d}\nstatus: active\ntier: {partner.tier}\n"
        f"joined: {partner.joined}\n{f'certifications:{chr(10)}{held}' if held else ''}"
        f"domains: [{partner.slug}.example]\n"
    )
    yield f"content/standing/{partner.slug}.yaml", standing


def logo_of(partner: Partner) -> str:
    """Return a drawing that is the partner's alone: two shapes and a word's worth of bars."""
    n = partner.number
    hue, turn, side = n * 47 % 360, n * 29 % 90, 18 + n % 23
    bars = "".join(
        f'<rect x="{74 + 13 * i}" y="{40 - (n >> i) % 17}" '
        f'width="8" height="{12 + (n >> i) % 29}"/>'
        for i in range(4 + n % 7)
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 220 80">'
        f'<g fill="hsl({hue},60%,35%)"><circle cx="38" cy="40" r="{14 + n % 19}"/>'
        f'<rect x="26" y="26" width="{side}" height="{side}" opacity="0.6" '
        f'transform="rotate({turn} 38 40)"/>{bars}</g></svg>\n'
    )


def _solution(solution: Solution) -> File:
    parts = "".join(f"  - {{partner: {p}, role: {role}}}\n" for p, role in solution.partners)
    outcomes = "".join(f'  - {{measure: {m}, value: "{v}"}}\n' for m, v in solution.outcomes)
    text = (
        f"---\ntitle: {_quoted(solution.title)}\nsummary: {_quoted(solution.summary)}\n"
        f"partners:\n{parts}industries: {_listed(solution.industries)}\n"
        f"solution_areas: {_listed(solution.areas)}\noutcomes:\n{outcomes}"
        f"status: published\npublished: {solution.published}\n---\n{solution.story}"
    )
    return f"content/solutions/{solution.slug}.md", text


def _article(article: Article) -> File:
    text = (
        f"---\ntitle: {_quoted(article.title)}\nsummary: {_quoted(article.summary)}\n"
        f"author: {article.author}\npartners: {_listed(article.partners)}\n"
        f"topics: {_listed(article.topics)}\nstatus: published\n"
        f"published: {article.published}\n---\n{article.text}"
    )
    return f"content/hubs/notes/{article.slug}.md", text


def _program() -> str:
    tiers = "".join(f"  - {{id: {i}, label: {n}, weight: {w}}}\n" for i, n, w in words.TIERS)
    types = "".join(f"  - {{id: {i}, label: {n}, plural: {p}}}\n" for i, n, p in words.TYPES)
    regions = _terms((place.id, f'"{place.label}"') for place in words.PLACES)
    return (
        f"{_PROGRAM}tiers:\n{tiers}partner_types:\n{types}regions:\n{regions}"
        f"industries:\n{_terms(words.INDUSTRIES)}solution_areas:\n{_terms(words.AREAS)}"
        f"certifications:\n{_terms(words.CERTIFICATES)}languages:\n{_terms(words.LANGUAGES)}"
    )


def _hub() -> str:
    return (
        "---\ntitle: Notes\nsummary: What partners learn from each other.\n"
        f"topics:\n{_terms(words.TOPICS)}---\nNotes from projects, each signed by its author.\n"
    )


def _terms(terms: Iterator[tuple[str, str]] | tuple[tuple[str, str], ...]) -> str:
    return "".join(f"  - {{id: {term}, label: {label}}}\n" for term, label in terms)


def _site(*, full: bool) -> str:
    truth = "true" if full else "false"
    return f"{_SITE}search: {truth}\nsocial_cards: {truth}\nsections:\n{_SECTIONS}" + (
        _FAIRNESS if full else ""
    )


def _listed(items: tuple[str, ...]) -> str:
    return f"[{', '.join(items)}]"


def _quoted(text: str) -> str:
    """Quote where plain YAML would take a colon for a key or a sign for syntax."""
    plain = ": " not in text and " #" not in text and text[0].isalnum()
    return text if plain else '"' + text.replace('"', '\\"') + '"'


_PROGRAM = """\
name: Varnholt Partner Network
vendor:
  name: Varnholt
  url: https://www.varnholt.example/
locale: en
time_zone: Europe/Berlin
limits:
  about_words: 300
unproven_claims: [the leading, market leader, the best, best-in-class, world-class, award-winning]
"""
_SITE = """\
title: Varnholt Partner Network
summary: Find the people who install, extend, operate and teach Varnholt.
base_url: https://partners.varnholt.example/
theme: own
why: how-we-place
locale: en
menus:
  main:
    - {label: Partners, to: /}
    - {label: Solutions, to: /solutions/}
    - {label: Notes, to: /notes/}
    - {label: About, to: "page:about"}
  footer:
    - {label: How we place partners, to: "page:how-we-place"}
    - {label: Varnholt, to: https://www.varnholt.example/}
"""
_SECTIONS = """\
  - kind: directory
    path: /
    title: Partners
    intro: intro
    list: directory-list
    spotlight: home-spotlight
    per_page: 24
  - kind: showcase
    path: /solutions/
    title: Solutions
    list: directory-list
    per_page: 24
  - kind: hub
    path: /notes/
    hub: notes
    list: directory-list
    per_page: 24
  - kind: pages
    path: /
    title: About
"""
_FAIRNESS = """\
  - kind: fairness
    path: /placement-accounts/
    title: Accounts of placement
    list: directory-list
"""
