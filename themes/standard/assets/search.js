// Full-text search. The index and what reads it are loaded only here, and only when asked.

import { make, say } from "./words.js";

const PAGE = 10;
const WAIT = 200;
const root = document.querySelector("[data-search]");
if (root) start();

function start() {
  const form = root.querySelector("form");
  const field = form.querySelector("[name=q]");
  const status = root.querySelector(".find-status");
  const results = root.querySelector(".results");
  const more = root.querySelector(".find-next");
  const home = root.dataset.search.replace(/pagefind\/$/, "");
  const filters = root.querySelector(".filters");
  const boxes = [...filters.querySelectorAll("[data-facet]")].flatMap((group) =>
    [...group.querySelectorAll("[data-value]")].map((item) => box(group.dataset.facet, item)),
  );
  let engine = null;
  let before = Promise.resolve();
  let turn = 0;
  let timer = 0;
  let found = [];
  root.querySelector(".search-without").hidden = true;
  filters.hidden = false;
  read();
  if (field.value || chosenAny()) show();
  else field.focus({ preventScroll: true });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    write("pushState");
    show();
  });
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      write("replaceState");
      show();
    }, WAIT);
  });
  filters.addEventListener("change", () => {
    write("pushState");
    show();
  });
  addEventListener("popstate", () => {
    read();
    show();
  });
  more.addEventListener("click", async () => {
    const begin = results.children.length;
    await append(turn);
    results.children[begin]?.querySelector("a").focus();
  });
  root.addEventListener("keydown", step);

  function box(facet, item) {
    const input = make("input", { type: "checkbox", value: item.dataset.value });
    input.dataset.facet = facet;
    const label = make("label", { class: "facet-pick" }, input, ...item.firstElementChild.childNodes);
    item.replaceChildren(label);
    return input;
  }

  function chosen() {
    const wanted = {};
    for (const input of boxes) {
      if (input.checked) (wanted[input.dataset.facet] ??= { any: [] }).any.push(input.value);
    }
    return wanted;
  }

  function chosenAny() {
    return boxes.some((input) => input.checked);
  }

  function read() {
    const query = new URLSearchParams(location.search);
    field.value = query.get("q") ?? "";
    for (const input of boxes) {
      input.checked = query.getAll(input.dataset.facet).includes(input.value);
    }
  }

  function write(how) {
    const query = new URLSearchParams();
    if (field.value.trim()) query.set("q", field.value.trim());
    for (const input of boxes) if (input.checked) query.append(input.dataset.facet, input.value);
    history[how]({}, "", query.size ? `?${query}` : location.pathname);
  }

  async function loaded() {
    if (!engine) {
      const { createInstance } = await import(`${root.dataset.search}pagefind.js`);
      // A worker would need its own leave to compile; what it would save is not felt here.
      const made = createInstance({ noWorker: true, basePath: root.dataset.search });
      await made.init();
      await made.filters();
      engine = made;
    }
    return engine;
  }

  async function show() {
    const mine = ++turn;
    const term = field.value.trim();
    if (!term && !chosenAny()) {
      found = [];
      results.replaceChildren();
      more.hidden = true;
      status.textContent = "";
      return;
    }
    try {
      const answered = await inTurn(() => (mine === turn ? answers(term) : null));
      if (mine !== turn) return;
      found = answered.results;
      number(answered.counts);
    } catch (error) {
      if (mine !== turn) return;
      console.error(error);
      status.textContent = say("js-search-failed");
      return;
    }
    results.replaceChildren();
    await append(mine);
    if (mine !== turn) return;
    status.textContent = found.length
      ? say(term ? "js-found" : "js-found-all", { n: found.length, term })
      : say("js-found-nothing", { term });
  }

  /** Do work when all before it is done: the engine breaks if it is asked two things at once. */
  function inTurn(work) {
    const done = before.then(work);
    before = done.catch(() => {});
    return done;
  }

  async function answers(term) {
    const search = await loaded();
    const answer = await ask(search, term, chosen());
    return { results: answer.results, counts: await numbers(search, term, answer) };
  }

  /** Ask the index; equally relevant results come in the placement's order. */
  function ask(search, term, wanted) {
    return search.search(term || null, { filters: wanted, sort: { placement: "asc" } });
  }

  /** Count, for each facet, what fits all the other facets. */
  async function numbers(search, term, answer) {
    const counts = new Map(Object.entries(answer.filters));
    const wanted = chosen();
    for (const facet of Object.keys(wanted)) {
      const { [facet]: _, ...others } = wanted;
      const wider = await ask(search, term, others);
      counts.set(facet, wider.filters[facet] ?? {});
    }
    return counts;
  }

  function number(counts) {
    for (const input of boxes) {
      const n = counts.get(input.dataset.facet)?.[input.value] ?? 0;
      const label = input.parentElement;
      label.querySelector(".count").textContent = n.toLocaleString(document.documentElement.lang);
      label.classList.toggle("is-empty", !n && !input.checked);
      const fold = input.checked && input.closest("details.facet-more");
      if (fold) fold.open = true;
    }
  }

  async function append(mine) {
    const begin = results.children.length;
    const next = await Promise.all(found.slice(begin, begin + PAGE).map((result) => result.data()));
    if (mine !== turn) return;
    results.append(...next.map(item));
    const left = found.length - results.children.length;
    more.hidden = left <= 0;
    more.textContent = say("js-more", { n: Math.min(PAGE, left) });
  }

  function item({ raw_url: path, meta, excerpt }) {
    const href = home + path.replace(/^\//, "");
    const title = make("a", { href, class: "result-link" }, make("bdi", {}, meta.title));
    return make(
      "li",
      { class: "result" },
      make("p", { class: "eyebrow" }, meta.kind),
      make("h2", { class: "result-title" }, title),
      make("p", { class: "card-line" }, ...marked(excerpt)),
    );
  }

  /** Make nodes of an excerpt: its marks become elements, all else is text. The index escapes
   *  angle brackets and nothing else. */
  function marked(excerpt) {
    return excerpt.split(/<mark>(.*?)<\/mark>/s).map((part, at) => {
      const text = part.replace(/&lt;/g, "<").replace(/&gt;/g, ">");
      return at % 2 ? make("mark", {}, text) : text;
    });
  }

  /** Walk from the field through the results by the arrow keys. */
  function step(event) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [field, ...results.querySelectorAll(".result-link")];
    const at = stops.indexOf(document.activeElement);
    if (!by || at < 0 || !stops[at + by]) return;
    event.preventDefault();
    stops[at + by].focus();
  }
}
