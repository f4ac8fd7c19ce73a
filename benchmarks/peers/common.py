"""What the peers' projects have in common: front matter, words as JSON, links as addresses."""

import json
import re

from benchmarks.peers import words
from benchmarks.peers.records import Article, Partner, Solution

File = tuple[str, str]
SITE = "Varnholt Partner Network"
BASE_URL = "https://partners.varnholt.example"
SUMMARY = "Find the people who install, extend, operate and teach Varnholt."
INTRO = (
    "Energy data is seldom a software problem alone. Somebody has to fit the gateway, doubt the "
    "baseline and answer at three in the morning. These are the companies that do it with us."
)
PAGES = (
    ("how-we-place", "How partners are listed", "Every list goes by name."),
    ("about", "About the network", "It is run by Varnholt for everybody who works with it."),
)

_LINK = re.compile(r"\]\(partner:([a-z0-9-]+)\)")


def linked(markdown: str) -> str:
    """Turn links to partners into addresses."""
    return _LINK.sub(r"](/\1/)", markdown)


def words_json() -> str:
    """Return the vocabularies as one JSON object: id to label, in order."""
    known = {
        "types": {term: label for term, label, _ in words.TYPES},
        "areas": dict(words.AREAS),
        "regions": {place.id: place.label for place in words.PLACES},
        "countries": dict(words.COUNTRIES),
        "industries": dict(words.INDUSTRIES),
        "tiers": {tier: label for tier, label, _ in words.TIERS},
        "languages": dict(words.LANGUAGES),
        "certificates": dict(words.CERTIFICATES),
        "topics": dict(words.TOPICS),
    }
    return json.dumps(known, ensure_ascii=False, indent=1) + "\n"


def partner_facts(partner: Partner) -> dict[str, object]:
    """Return a partner's front matter."""
    return {
        "title": partner.name,
        "id": f"p-{partner.number + 1:06d}",
        "tagline": partner.tagline,
        "website": partner.website,
        "types": partner.types,
        "regions": partner.regions,
        "industries": partner.industries,
        "areas": partner.areas,
        "countries": tuple(dict.fromkeys(country for _, country in partner.offices)),
        "tiers": (partner.tier,),
        "offices": [{"city": city, "country": country} for city, country in partner.offices],
        "languages": partner.languages,
        "size": partner.size,
        "founded": partner.founded,
        "joined": partner.joined.isoformat(),
        "reviewed": partner.reviewed.isoformat(),
        "certificates": partner.certificates,
    }


def solution_facts(solution: Solution) -> dict[str, object]:
    """Return a solution's front matter."""
    return {
        "title": solution.title,
        "summary": solution.summary,
        "date": solution.published.isoformat(),
        "parts": [{"partner": partner, "role": role} for partner, role in solution.partners],
        "solution_industries": solution.industries,
        "solution_areas": solution.areas,
        "outcomes": [{"measure": measure, "value": v} for measure, v in solution.outcomes],
    }


def article_facts(article: Article) -> dict[str, object]:
    """Return an article's front matter."""
    return {
        "title": article.title,
        "summary": article.summary,
        "date": article.published.isoformat(),
        "authors": (article.author,),
        "topics": article.topics,
        "named": article.partners,
    }


def front_matter(facts: dict[str, object], body: str) -> str:
    """Return a markdown file with YAML before it; values as JSON, which YAML reads, too."""
    lines = (f"{key}: {_value(value)}\n" for key, value in facts.items())
    return f"---\n{''.join(lines)}---\n{body}"


def _value(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
