"""`api/`: a site's public facts for programs, in the order its pages show them in.

Every document names its own form (`schema`), which does not change under that name; the day
of the build is in none, so that a document changes only when what it tells changes. Of a
listing, what it says of others (competitors, references without the other's consent, lists
it does not want to stand in) is not told.
"""

from collections.abc import Iterator, Mapping

from pavgen.kernel.canonical import Json
from pavgen.kernel.indexing import once
from pavgen.model.programme import LinkedArticle, Partner
from pavgen.model.prose import plain_text
from pavgen.model.records.site import DirectorySection
from pavgen.place.placement import Decision
from pavgen.plan.api_schemas import ARTICLE_FACTS, PARTNER_FACTS, SCHEMAS, SOLUTION_FACTS
from pavgen.plan.articles import article_card, shown_articles
from pavgen.plan.exports import partner_facts, solution_facts
from pavgen.plan.facts import facts_of
from pavgen.plan.frame import Frame, directories
from pavgen.plan.pages import DataFile
from pavgen.plan.sections.directory.scope import held_partners
from pavgen.plan.surfaces import named

FOLDER = "api/"

_Row = dict[str, Json]


def api_files(frame: Frame) -> Iterator[DataFile]:
    """Yield every document of the interface, its index, and the JSON Schema of each."""
    source = frame.site.source.path
    told = {
        "index": _index(frame),
        "partners": _partners(frame),
        "solutions": _solutions(frame),
        "articles": _articles(frame),
    }
    for name, value in told.items():
        yield DataFile(f"{FOLDER}{name}.json", value, source)
    head = _head(frame, "partner")
    for partner in _with_pages(frame):
        value = {**head, "partner": _one_partner(frame, partner)}
        path = f"{FOLDER}partners/{partner.slug}.json"
        yield DataFile(path, value, partner.listing.source.path)
    for name, schema in SCHEMAS.items():
        address = {"$id": _full(frame, f"{FOLDER}schema/{name}.json")}
        yield DataFile(f"{FOLDER}schema/{name}.json", {**address, **schema}, source)


def list_of(frame: Frame) -> str:
    """Return the opportunity whose order the site's documents follow: its first list's."""
    sections = (*directories(frame.site), *frame.site.sections)
    return sections[0].list


def _head(frame: Frame, what: str) -> _Row:
    return {
        "schema": f"pavgen/api/{what}/v1",
        "programme": frame.programme.program.name,
        "site": frame.shell.title,
        "home": _full(frame, ""),
    }


def _index(frame: Frame) -> Json:
    documents = [
        {
            "name": name,
            "href": _full(frame, f"{FOLDER}{name}.json"),
            "schema": _full(frame, f"{FOLDER}schema/{name}.json"),
        }
        for name in ("partners", "solutions", "articles")
    ]
    orders = [
        {
            "opportunity": name,
            "title": record.title,
            "href": _full(frame, f"placement/{name}.json"),
        }
        for name, record in frame.programme.policy.opportunities
    ]
    head = _head(frame, "index")
    return {**head, "locale": frame.site.locale, "documents": documents, "orders": orders}


def _partners(frame: Frame) -> Json:
    opportunity = list_of(frame)
    rows = [_partner_row(frame, frame.programme.partners[slug]) for slug in _decisions(frame)]
    period = frame.placement.opportunities[opportunity].period
    order: _Row = {
        "opportunity": opportunity,
        "period": {
            "label": period.label,
            "first": period.first.isoformat(),
            "last": period.last.isoformat(),
        },
        "order": _full(frame, f"placement/{opportunity}.json"),
    }
    return {**_head(frame, "partners"), **order, "partners": rows}


@once(most=1)
def _decisions(frame: Frame) -> Mapping[str, Decision]:
    """Return the list that the site shows, by slug and in order."""
    keep = frozenset(partner.slug for partner in _held(frame))
    if not directories(frame.site):
        keep = frozenset(frame.programme.partners)
    return {d.slug: d for d in frame.placement.filtered(list_of(frame), keep)}


def _held(frame: Frame) -> Iterator[Partner]:
    for section in frame.site.sections:
        if isinstance(section, DirectorySection):
            yield from held_partners(frame.programme, section, frame.showing)


def _with_pages(frame: Frame) -> Iterator[Partner]:
    """Yield each partner with a profile in the site, once."""
    yield from {partner.slug: partner for partner in _held(frame)}.values()


@once(most=1)
def _rows(frame: Frame) -> dict[str, _Row]:
    """Return where the rows of a site's partners are kept: each stands in two documents."""
    del frame
    return {}


def _partner_row(frame: Frame, partner: Partner) -> _Row:
    kept = _rows(frame)
    if partner.slug not in kept:
        kept[partner.slug] = _told(frame, partner, _decisions(frame).get(partner.slug))
    return kept[partner.slug]


def _told(frame: Frame, partner: Partner, decision: Decision | None) -> _Row:
    facts = partner_facts(partner)
    logo = partner.logo
    return {
        "slug": partner.slug,
        "position": decision.position if decision else None,
        "exposure": decision.exposure if decision else None,
        "url": _address(frame, "partner", partner.slug),
        **{name: facts[name] for name in PARTNER_FACTS},
        "logo": frame.here.absolute(frame.logo_base + logo.variants[-1].name) if logo else None,
    }


def _one_partner(frame: Frame, partner: Partner) -> _Row:
    row = _partner_row(frame, partner)
    solutions = frame.shelf.solutions_of.get(partner.slug, ())
    articles = frame.shelf.articles_of.get(partner.slug, ())
    return {
        **row,
        "solutions": [url for slug in solutions if (url := _address(frame, "solution", slug))],
        "articles": [url for a in articles if (url := _address(frame, "article", _key(a)))],
    }


def _solutions(frame: Frame) -> Json:
    ranks = frame.shelf.ranks[list_of(frame)]
    shown = [slug for slug in frame.shelf.solutions if _address(frame, "solution", slug)]
    rows = []
    for position, slug in enumerate(shown, 1):
        facts = solution_facts(frame.programme, frame.programme.solutions[slug], ranks)
        told = {name: facts[name] for name in SOLUTION_FACTS}
        url = _address(frame, "solution", slug)
        rows.append({"slug": slug, "position": position, "url": url, **told})
    return {**_head(frame, "solutions"), "opportunity": list_of(frame), "solutions": rows}


def _articles(frame: Frame) -> Json:
    shown = [a for a in shown_articles(frame) if _address(frame, "article", _key(a))]
    rows = [_article_row(frame, article, n) for n, article in enumerate(shown, 1)]
    return {**_head(frame, "articles"), "opportunity": list_of(frame), "articles": rows}


def _article_row(frame: Frame, article: LinkedArticle, position: int) -> _Row:
    facts = facts_of(article.record)
    record = article.record
    giver = frame.programme.partner(record.contributed_by) if record.contributed_by else None
    return {
        "hub": article.hub,
        "slug": article.slug,
        "position": position,
        "url": _address(frame, "article", _key(article)),
        **{name: facts[name] for name in ARTICLE_FACTS},
        "contributed_by": giver.slug if giver and frame.is_shown(giver.slug) else None,
        "partners": [card.slug for card in named(frame, list_of(frame), record.partners).cards],
        "topics": list(article_card(frame, article).topics),
        "image": frame.here.absolute(frame.media_base + record.image) if record.image else None,
        "text": plain_text(article.text).strip(),
    }


def _key(article: LinkedArticle) -> str:
    return f"{article.hub}/{article.slug}"


def _address(frame: Frame, kind: str, target: str) -> str:
    """Return the full address of a record's page, in this site or another; empty without one."""
    found = frame.find(kind, target)
    return frame.here.absolute(found) if found.startswith("/") else found


def _full(frame: Frame, path: str) -> str:
    return frame.here.absolute(frame.here.base + path)
