// Partners of a directory's list, and their cards: clones of what the page's templates hold.

const REGIONS_SHOWN = 3;
const lists = new Map();

/** Load a list once; its partners stand in the placement's order, each with all its values. */
export function load(address) {
  if (!lists.has(address)) lists.set(address, fetched(address));
  return lists.get(address);
}

async function fetched(address) {
  // The address stays when the list changes: the server is asked whether ours still holds.
  const answer = await fetch(address, { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  const list = await answer.json();
  list.terms = new Map(list.facets.map(({ id, terms }) => [id, terms]));
  for (const partner of list.partners) {
    partner.all = withParents(partner.values ?? {}, list.terms);
    for (const key of ["href", "account"]) {
      if (partner[key] && !partner[key].includes(":")) partner[key] = list.base + partner[key];
    }
    for (const logo of [partner.logo, partner.logo_dark]) if (logo) root(logo, list.base);
  }
  return list;
}

/** Make the addresses of a logo's files full paths; they stand relative to the site's home. */
function root(logo, base) {
  const rooted = (addresses) => addresses.replace(/^|, /g, (before) => before + base);
  logo.src = rooted(logo.src);
  logo.sources = logo.sources.map(([type, srcset]) => [type, rooted(srcset)]);
}

/** Return a partner's values with those above them, as a set of ids for each facet. */
function withParents(values, terms) {
  const found = {};
  for (const [facet, numbers] of Object.entries(values)) {
    found[facet] = new Set();
    for (let number of numbers) {
      while (number !== undefined && !found[facet].has(terms.get(facet)[number][0])) {
        const [id, , above] = terms.get(facet)[number];
        found[facet].add(id);
        number = above;
      }
    }
  }
  return found;
}

/** Return the labels of a partner's own values of a facet, in the programme's order. */
export function labels(list, partner, facet) {
  return (partner.values?.[facet] ?? []).map((number) => list.terms.get(facet)[number][1]);
}

/** Return an item of a list for a partner at a position, from one of the page's templates. */
export function card(list, partner, position) {
  const source = document.getElementById(partner.logo ? "card-logo" : "card-monogram");
  const item = source.content.firstElementChild.cloneNode(true);
  item.dataset.partner = partner.slug;
  item.dataset.position = position;
  fill(item, list, partner, position);
  return item;
}

function fill(item, list, partner, position) {
  const name = item.querySelector(".card-name");
  const link = name.querySelector("a");
  name.querySelector("bdi").textContent = partner.name;
  if (partner.href) link.setAttribute("href", partner.href);
  else link.replaceWith(...link.childNodes);
  put(item, ".card-mark .mark", partner.mark);
  put(item, ".card-line bdi", partner.tagline);
  const regions = labels(list, partner, "region").slice(0, REGIONS_SHOWN);
  put(item, ".card-facts", [...labels(list, partner, "type"), ...regions].join(" · "));
  put(item, ".tier", labels(list, partner, "tier")[0]);
  explain(item.querySelector(".card-why"), partner);
  const place = item.querySelector(".position");
  if (place) place.lastChild.textContent = new Intl.NumberFormat(document.documentElement.lang).format(position);
  put(item, ".monogram", partner.initials);
  if (partner.logo) picture(item.querySelector(".plate"), partner);
}

/** Say why the partner stands here, and lead to its account, where the list tells it. */
function explain(folded, { why, account, name }) {
  if (!folded || !why) return folded?.remove();
  const link = folded.querySelector("a");
  folded.querySelector("p").firstChild.textContent = account ? `${why} ` : why;
  if (!account) return link.remove();
  link.setAttribute("href", account);
  link.querySelector("bdi").textContent = name;
}

function put(item, selector, text) {
  const found = item.querySelector(selector);
  if (found && text) found.textContent = text;
  else found?.closest("p, span.plate")?.remove();
}

/** Give a plate the files of a logo, those for dark pages first, as the page's own cards do. */
function picture(plate, { logo, logo_dark: dark }) {
  const scheme = document.documentElement.dataset.theme;
  const shown = scheme === "dark" && dark ? dark : logo;
  const light = logo.plate && !dark;
  plate.className = `plate plate-${light ? "light" : "both"}`;
  const frame = plate.querySelector("picture");
  const image = frame.querySelector("img");
  const pattern = frame.querySelector("source");
  pattern.remove();
  if (!scheme && dark) {
    const media = "(prefers-color-scheme: dark)";
    const { width, height } = dark;
    for (const [type, srcset] of dark.sources) add(image, { media, type, srcset, width, height });
    add(image, { media, srcset: dark.src, width, height });
  }
  for (const [type, srcset] of shown.sources) add(image, { type, srcset }, pattern.cloneNode());
  for (const key of ["width", "height", "src"]) image.setAttribute(key, shown[key]);
}

function add(image, attributes, source = document.createElement("source")) {
  for (const [key, value] of Object.entries(attributes)) source.setAttribute(key, value);
  image.before(source);
}
