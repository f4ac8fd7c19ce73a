"""The lists, documents and feeds of the directory: what Pelican has no generator for."""

# A plugin in the manner of Pelican, which has no types:
# ruff: noqa: ANN001, ANN003, ANN201, D102, D103

import json
import re
import unicodedata
from itertools import chain
from pathlib import Path

from pelican import signals
from pelican.generators import Generator

PER_PAGE = 24
FACETS = (
    ("types", "type", "Type of partner"),
    ("areas", "area", "Solution area"),
    ("regions", "region", "Region"),
    ("countries", "country", "Country"),
    ("industries", "industry", "Industry"),
    ("tiers", "tier", "Tier"),
)
PARSED = {
    "partners": (*(key for key, _, _ in FACETS), "offices", "languages", "certificates"),
    "solutions": ("parts", "solution_industries", "solution_areas", "outcomes"),
    "notes": ("authors_named", "topics", "named"),
}
FACTS = (
    *("id", "title", "tagline", "website", "types", "regions", "industries", "areas"),
    *("countries", "tiers", "offices", "languages", "size", "founded", "joined", "reviewed"),
    "certificates",
)
TAGS = re.compile(r"<[^>]+>")


class Lists(Generator):
    """Lists by facet and by crossing, with cards that are made once and shown often."""

    def generate_context(self):
        context = self.context
        self.words = json.loads(Path("words.json").read_text(encoding="utf-8"))
        self.partners = [p for p in context["pages"] if p.template == "partners"]
        self.partners.sort(key=lambda p: p.title)
        self.solutions = [a for a in context["articles"] if a.template == "solutions"]
        self.articles = [a for a in context["articles"] if a.template == "notes"]
        for record in chain(self.partners, self.solutions, self.articles):
            for key in PARSED[record.template]:
                value = getattr(record, key)
                if isinstance(value, str):
                    setattr(record, key, json.loads(value))
        self.solutions_of, self.articles_of = {}, {}
        for solution in self.solutions:
            for part in solution.parts:
                self.solutions_of.setdefault(part["partner"], []).append(solution)
        for article in self.articles:
            for slug in article.named:
                self.articles_of.setdefault(slug, []).append(article)
        self.by_slug = {partner.slug: partner for partner in self.partners}
        self.groups = {key: grouped(self.partners, key) for key, _, _ in FACETS}
        self.cards = {}
        self.facets = self.env.get_template("facets.html").render(
            facets=FACETS, groups=self.groups, words=self.words
        )
        context.update(
            words=self.words,
            card=self.card,
            facets=self.facets,
            by_slug=self.by_slug,
            solutions_of=self.solutions_of,
            articles_of=self.articles_of,
            spotlight=self.partners[:3],
            slugged=slugged,
        )

    def card(self, record):
        if record.url not in self.cards:
            template = self.env.get_template(f"card-{record.template}.html")
            self.cards[record.url] = template.render(
                record=record, words=self.words, by_slug=self.by_slug
            )
        return self.cards[record.url]

    def generate_output(self, writer):
        paths = [record.url for record in chain(self.context["pages"], self.context["articles"])]
        for template, listed in (
            ("list.html", self.partner_lists()),
            ("facet.html", self.indexes()),
            ("list-records.html", self.solution_lists()),
            ("list-records.html", self.article_lists()),
        ):
            loaded = self.env.get_template(template)
            for one in listed:
                paths.append(one["path"])
                self.write(writer, f"{one['path']}index.html", loaded, **one)
        self.documents()
        for path, title, items in self.feeds():
            loaded = self.env.get_template("feed.xml")
            self.write(writer, f"{path}feed.xml", loaded, title=title, path=path, items=items[:20])
        loaded = self.env.get_template("sitemap.xml")
        self.write(writer, "sitemap.xml", loaded, paths=["", *paths])

    def write(self, writer, name, template, **more):
        writer.write_file(
            name, template, self.context, relative_urls=False, override_output=True, **more
        )

    def partner_lists(self):
        words = self.words
        yield from paged("browse/", "All partners", self.partners)
        for key, name, _ in FACETS:
            for value, items in self.groups[key].items():
                crossed = grouped(items, "regions") if key in {"types", "areas"} else {}
                narrower = [
                    (f"browse/{name}-region/{value}--{region}/", label, len(crossed[region]))
                    for region, label in words["regions"].items()
                    if region in crossed
                ]
                root = f"browse/{name}/{value.lower()}/"
                yield from paged(root, words[key][value], items, narrower)
                for region, both in crossed.items():
                    title = f"{words[key][value]} in {words['regions'][region]}"
                    yield from paged(f"browse/{name}-region/{value}--{region}/", title, both)

    def indexes(self):
        for key, name, title in FACETS:
            yield self.index(f"browse/{name}/", title, self.groups[key], key)
        for key, name, field in OTHERS:
            yield self.index(f"solutions/by/{name}/", name, grouped(self.solutions, field), key)

    def index(self, path, title, groups, key):
        entries = [
            (f"{path}{value.lower()}/", self.words[key][value], len(items))
            for value, items in groups.items()
        ]
        return {"path": path, "title": title, "entries": entries}

    def solution_lists(self):
        yield from paged("solutions/", "Solutions", self.solutions)
        for key, name, field in OTHERS:
            for value, items in grouped(self.solutions, field).items():
                yield from paged(f"solutions/by/{name}/{value}/", self.words[key][value], items)

    def article_lists(self):
        yield from paged("notes/", "Notes", self.articles)
        for topic, items in grouped(self.articles, "topics").items():
            yield from paged(f"notes/topics/{topic}/", self.words["topics"][topic], items)
        for author, items in grouped(self.articles, "authors_named").items():
            yield from paged(f"notes/authors/{slugged(author)}/", author, items)

    def feeds(self):
        yield "notes/", "Notes", self.articles
        for topic, items in grouped(self.articles, "topics").items():
            yield f"notes/topics/{topic}/", self.words["topics"][topic], items

    def documents(self):
        base = self.settings["SITEURL"]
        rows = []
        for partner in self.partners:
            facts = {key: getattr(partner, key) for key in FACTS}
            row = {"slug": partner.slug, "url": f"{base}/{partner.url}", **facts}
            rows.append({**row, "about": plain(partner.content)})
            self.store(f"{partner.slug}/index.json", rows[-1])
        self.store("api/partners.json", {"programme": self.settings["SITENAME"], "partners": rows})
        solutions = [
            {
                "title": s.title,
                "url": f"{base}/{s.url}",
                "summary": s.metadata["summary"],
                "parts": s.parts,
                "industries": s.solution_industries,
                "areas": s.solution_areas,
                "outcomes": s.outcomes,
                "published": f"{s.date:%Y-%m-%d}",
                "story": plain(s.content),
            }
            for s in self.solutions
        ]
        self.store("api/solutions.json", {"solutions": solutions})
        articles = [
            {
                "title": a.title,
                "url": f"{base}/{a.url}",
                "summary": a.metadata["summary"],
                "authors": a.authors_named,
                "topics": a.topics,
                "published": f"{a.date:%Y-%m-%d}",
                "text": plain(a.content),
            }
            for a in self.articles
        ]
        self.store("api/articles.json", {"articles": articles})

    def store(self, name, value):
        path = Path(self.output_path, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")


OTHERS = (
    ("industries", "industry", "solution_industries"),
    ("areas", "area", "solution_areas"),
)


def grouped(records, key):
    found = {}
    for record in records:
        for value in getattr(record, key):
            found.setdefault(value, []).append(record)
    return found


def paged(root, title, items, narrower=()):
    count = max(1, -(-len(items) // PER_PAGE))
    paths = [root if not n else f"{root}page/{n + 1}/" for n in range(count)]
    for n, path in enumerate(paths):
        yield {
            "path": path,
            "title": title,
            "total": len(items),
            "items": items[n * PER_PAGE : (n + 1) * PER_PAGE],
            "number": n + 1,
            "count": count,
            "previous": paths[n - 1] if n else "",
            "following": paths[n + 1] if n + 1 < count else "",
            "narrower": narrower,
        }


def plain(html):
    return TAGS.sub("", html).replace("&amp;", "&").replace("&lt;", "<").strip()


def slugged(name):
    bare = unicodedata.normalize("NFD", name).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", bare)


def lists_for(pelican):
    del pelican
    return Lists


def register():
    signals.get_generators.connect(lists_for)
