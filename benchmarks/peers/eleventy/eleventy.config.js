// The lists of the directory as collections, and cards that are made once and shown often.
import words from "./src/_data/words.json" with { type: "json" };

const PER_PAGE = 24;
const FACETS = [
  ["types", "type", "Type of partner"],
  ["areas", "area", "Solution area"],
  ["regions", "region", "Region"],
  ["countries", "country", "Country"],
  ["industries", "industry", "Industry"],
  ["tiers", "tier", "Tier"],
];
const CROSSINGS = [["types", "type"], ["areas", "area"]];

const escaped = (text) =>
  String(text).replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);
const byName = (a, b) => (a.data.title < b.data.title ? -1 : a.data.title > b.data.title ? 1 : 0);
const newest = (a, b) => b.date - a.date || byName(a, b);
const slugged = (name) =>
  name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-");

function grouped(items, key) {
  const found = new Map();
  for (const item of items) {
    for (const value of item.data[key]) {
      if (!found.has(value)) found.set(value, []);
      found.get(value).push(item);
    }
  }
  return found;
}

function* paged(root, title, items, more = {}) {
  const pages = Math.max(1, Math.ceil(items.length / PER_PAGE));
  const at = (n) => (n === 1 ? root : `${root}page/${n}/`);
  for (let n = 1; n <= pages; n += 1) {
    yield {
      path: at(n),
      title,
      total: items.length,
      items: items.slice((n - 1) * PER_PAGE, n * PER_PAGE),
      number: n,
      pages,
      previous: n > 1 ? at(n - 1) : "",
      next: n < pages ? at(n + 1) : "",
      ...more,
    };
  }
}

function* partnerLists(partners, groups) {
  yield* paged("/browse/", "All partners", partners);
  for (const [key, name] of FACETS) {
    for (const [value, items] of groups.get(key)) {
      const root = `/browse/${name}/${value.toLowerCase()}/`;
      const crossed = CROSSINGS.some(([first]) => first === key) ? grouped(items, "regions") : null;
      const narrower = crossed
        ? Object.keys(words.regions).filter((id) => crossed.has(id)).map((id) => ({
            url: `/browse/${name}-region/${value}--${id}/`,
            label: words.regions[id],
            count: crossed.get(id).length,
          }))
        : [];
      yield* paged(root, words[key][value], items, { narrower });
      for (const [region, both] of crossed ?? []) {
        const title = `${words[key][value]} in ${words.regions[region]}`;
        yield* paged(`/browse/${name}-region/${value}--${region}/`, title, both);
      }
    }
  }
}

function partnerCard(partner) {
  const d = partner.data;
  const tags = [...d.types.map((t) => words.types[t]), ...d.areas.map((t) => words.areas[t])];
  return `<li><article class="card">
<span class="plate plate-monogram" aria-hidden="true">${escaped(d.title[0])}</span>
<h3 class="card-name"><a class="cover" href="${partner.url}"><bdi>${escaped(d.title)}</bdi></a></h3>
<p class="card-line"><bdi>${escaped(d.tagline)}</bdi></p>
<p class="tier">${d.tiers.map((t) => words.tiers[t]).join()}</p>
<ul class="tags" role="list">
${tags.map((tag) => `<li>${escaped(tag)}</li>\n`).join("")}</ul>
<p class="card-places">${d.offices.map((o) => `<bdi>${escaped(o.city)}</bdi>`).join(", ")} · ${d.regions.map((r) => words.regions[r]).join(", ")}</p>
</article></li>
`;
}

function solutionCard(solution, partners) {
  const d = solution.data;
  const chips = d.parts.map(({ partner }) => {
    const found = partners.get(partner);
    return `<li><a href="${found.url}"><bdi>${escaped(found.data.title)}</bdi></a></li>`;
  });
  return `<li><article class="solution">
<p class="eyebrow">${d.solution_industries.map((t) => words.industries[t]).join(", ")}</p>
<h3 class="solution-title"><a href="${solution.url}"><bdi>${escaped(d.title)}</bdi></a></h3>
<p class="card-line"><bdi>${escaped(d.summary)}</bdi></p>
<p class="figure-inline"><strong>${escaped(d.outcomes[0].value)}</strong> ${escaped(d.outcomes[0].measure)}</p>
<ul class="chips" role="list">${chips.join("")}</ul>
</article></li>
`;
}

function articleCard(article) {
  const d = article.data;
  return `<li><article class="note">
<h3><a href="${article.url}">${escaped(d.title)}</a></h3>
<p>${escaped(d.summary)}</p>
<p class="quiet">${escaped(d.authors.join(", "))}, ${article.date.toISOString().slice(0, 10)}</p>
</article></li>
`;
}

function facets(groups) {
  const parts = FACETS.map(([key, name, label]) => {
    const known = groups.get(key);
    const entries = Object.keys(words[key]).filter((id) => known.has(id)).map(
      (id) => `<li class="facet-entry" data-value="${id}"><a href="/browse/${name}/${id.toLowerCase()}/"><span>${escaped(words[key][id])}</span> <span class="count">${known.get(id).length}</span></a></li>\n`,
    );
    return `<section class="facet" data-facet="${name}">
<h3 class="facet-title"><a href="/browse/${name}/">${label}</a></h3>
<ul role="list">
${entries.join("")}</ul>
</section>
`;
  });
  return `<nav class="facets" aria-label="Facets">\n${parts.join("")}</nav>\n`;
}

function plain(html) {
  return html.replace(/<[^>]+>/g, "").replace(/&amp;/g, "&").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').trim();
}

const FACTS = ["id", "title", "tagline", "website", "types", "regions", "industries", "areas", "countries", "tiers", "offices", "languages", "size", "founded", "joined", "reviewed", "certificates"];

function row(partner) {
  const facts = Object.fromEntries(FACTS.map((key) => [key, partner.data[key]]));
  return { slug: partner.fileSlug, url: `https://partners.varnholt.example${partner.url}`, ...facts, about: plain(partner.templateContent ?? "") };
}

export default function (config) {
  let state = null;
  const cards = new Map();
  config.on("eleventy.before", () => {
    state = null;
    cards.clear();
  });

  // Collections are asked for many times in a build; what they share is worked out once.
  function worked(api) {
    if (state) return state;
    const partners = api.getFilteredByTag("partner").sort(byName);
    const solutions = api.getFilteredByTag("solution").sort(newest);
    const articles = api.getFilteredByTag("note").sort(newest);
    const groups = new Map(FACETS.map(([key]) => [key, grouped(partners, key)]));
    const solutionsOf = new Map();
    for (const item of solutions) {
      for (const { partner } of item.data.parts) {
        solutionsOf.set(partner, [...(solutionsOf.get(partner) ?? []), item]);
      }
    }
    state = {
      partners,
      solutions,
      articles,
      groups,
      solutionsOf,
      articlesOf: grouped(articles, "named"),
      bySlug: new Map(partners.map((p) => [p.fileSlug, p])),
      facets: facets(groups),
    };
    return state;
  }
  config.addCollection("partnersByName", (api) => worked(api).partners);
  config.addCollection("solutionsByDate", (api) => worked(api).solutions);
  config.addCollection("articlesByDate", (api) => worked(api).articles);
  config.addCollection("partnerLists", (api) => {
    const { partners, groups } = worked(api);
    return [...partnerLists(partners, groups)];
  });
  config.addCollection("facetIndexes", (api) => {
    const { groups } = worked(api);
    const other = [["industries", "industry", "solution_industries"], ["areas", "area", "solution_areas"]];
    return [
      ...FACETS.map(([key, name, title]) => ({
        path: `/browse/${name}/`,
        title,
        entries: [...groups.get(key)].map(([id, items]) => ({ url: `/browse/${name}/${id.toLowerCase()}/`, label: words[key][id], count: items.length })),
      })),
      ...other.map(([key, name, field]) => ({
        path: `/solutions/by/${name}/`,
        title: name,
        entries: [...grouped(worked(api).solutions, field)].map(([id, items]) => ({ url: `/solutions/by/${name}/${id}/`, label: words[key][id], count: items.length })),
      })),
    ];
  });
  config.addCollection("solutionLists", (api) => {
    const { solutions } = worked(api);
    const lists = [...paged("/solutions/", "Solutions", solutions)];
    for (const [key, name, field] of [["industries", "industry", "solution_industries"], ["areas", "area", "solution_areas"]]) {
      for (const [value, items] of grouped(solutions, field)) {
        lists.push(...paged(`/solutions/by/${name}/${value}/`, words[key][value], items));
      }
    }
    return lists;
  });
  config.addCollection("articleLists", (api) => {
    const { articles } = worked(api);
    const lists = [...paged("/notes/", "Notes", articles)];
    for (const [topic, items] of grouped(articles, "topics")) {
      lists.push(...paged(`/notes/topics/${topic}/`, words.topics[topic], items));
    }
    for (const [author, items] of grouped(articles, "authors")) {
      lists.push(...paged(`/notes/authors/${slugged(author)}/`, author, items));
    }
    return lists;
  });
  config.addCollection("feeds", (api) => {
    const { articles } = worked(api);
    const topics = [...grouped(articles, "topics")];
    return [
      { path: "/notes/feed.xml", url: "/notes/", title: "Notes", items: articles.slice(0, 20) },
      ...topics.map(([t, items]) => ({ path: `/notes/topics/${t}/feed.xml`, url: `/notes/topics/${t}/`, title: words.topics[t], items: items.slice(0, 20) })),
    ];
  });

  const once = (item, make) => {
    if (!cards.has(item.url)) cards.set(item.url, make(item));
    return cards.get(item.url);
  };
  config.addFilter("partnerCard", (item) => once(item, partnerCard));
  config.addFilter("partnerNamed", (slug) => once(state.bySlug.get(slug), partnerCard));
  config.addFilter("partnerTitle", (slug) => state.bySlug.get(slug).data.title);
  config.addFilter("solutionCard", (item) => once(item, (s) => solutionCard(s, state.bySlug)));
  config.addFilter("articleCard", (item) => once(item, articleCard));
  config.addFilter("solutionsOf", (slug) => state.solutionsOf.get(slug) ?? []);
  config.addFilter("articlesOf", (slug) => state.articlesOf.get(slug) ?? []);
  config.addFilter("authorSlug", slugged);
  config.addFilter("json", (value) => JSON.stringify(value).replace(/</g, "\\u003c"));
  config.addFilter("row", row);
  config.addFilter("plain", plain);
  config.addFilter("day", (date) => date.toISOString().slice(0, 10));
  config.addFilter("itemList", (list) => JSON.stringify({
    "@context": "https://schema.org",
    "@type": "ItemList",
    name: list.title,
    numberOfItems: list.total,
    itemListElement: list.items.map((item, i) => ({ "@type": "ListItem", position: i + 1, name: item.data.title, url: `https://partners.varnholt.example${item.url}` })),
  }));
  config.addShortcode("facets", () => state.facets);
  config.addPassthroughCopy("src/style.css");
  return {
    dir: { input: "src", output: "output" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: "njk",
  };
}
