// Partners side by side, in the placement's order. The address says whom, so it can be passed on.

import { card, labels, load } from "./cards.js";
import { MOST, address, read, write } from "./choice.js";
import { make, say } from "./words.js";

const root = document.querySelector("[data-comparison]");
if (root) start();

async function start() {
  let list;
  try {
    list = await load(root.dataset.comparison);
  } catch {
    root.querySelector(".find-status").textContent = say("js-failed");
    return;
  }
  const status = root.querySelector(".find-status");
  const tools = root.querySelector(".compare-tools");
  const place = root.querySelector(".compare-place");
  const adder = tools.querySelector("select");
  const only = tools.querySelector("input");
  const known = new Map(list.partners.map((partner) => [partner.slug, partner]));
  root.querySelector(".compare-without").hidden = true;
  tools.hidden = false;
  adder.addEventListener("change", () => adder.value && go([...asked(), adder.value], adder));
  only.addEventListener("change", show);
  addEventListener("popstate", () => show());
  if (!new URLSearchParams(location.search).has("p") && read().length) {
    history.replaceState({}, "", address(read()));
  }
  show();

  /** Return the partners the address names that the list holds, each once, at most four. */
  function asked() {
    const slugs = (new URLSearchParams(location.search).get("p") ?? "").split(",");
    return [...new Set(slugs)].filter((slug) => known.has(slug)).slice(0, MOST);
  }

  function go(slugs, focus) {
    history.pushState({}, "", address(slugs));
    show();
    focus.focus();
  }

  function show() {
    const slugs = asked();
    const shown = list.partners.filter(({ slug }) => slugs.includes(slug));
    write(slugs);
    fillAdder(slugs);
    place.replaceChildren(...(shown.length ? [table(shown)] : []));
    only.disabled = shown.length < 2;
    status.textContent = shown.length
      ? say("js-comparing", { n: shown.length })
      : say("js-compare-nobody");
    document.dispatchEvent(new CustomEvent("cards-shown"));
  }

  function fillAdder(slugs) {
    const rest = list.partners.filter(({ slug }) => !slugs.includes(slug));
    const prompt = say(slugs.length < MOST ? "js-compare-add" : "js-compare-is-full", { n: MOST });
    adder.replaceChildren(
      make("option", { value: "" }, prompt),
      ...rest.map(({ slug, name }) => make("option", { value: slug }, name)),
    );
    adder.disabled = slugs.length >= MOST;
  }

  function table(shown) {
    const heads = shown.map((partner, at) => head(partner, at + 1));
    const row = make("tr", {}, make("td", { class: "compare-corner" }), ...heads);
    row.dataset.surface = list.surface;
    const rows = facts(shown).filter((fact) => !only.checked || !fact.same);
    const body = make("tbody", {}, ...rows.map((fact) => line(fact)));
    const caption = make("caption", { class: "unseen" }, document.querySelector("h1").textContent);
    const whole = make("table", { class: "compare-table" }, caption, make("thead", {}, row), body);
    return make("div", { class: "compare-scroll", role: "region", tabindex: "0", "aria-label": say("js-table") }, whole);
  }

  function head(partner, position) {
    const cell = make("th", { scope: "col" });
    cell.dataset.partner = partner.slug;
    cell.dataset.position = position;
    const made = card(list, partner, position);
    const remove = make("button", { type: "button", class: "find-clear" }, say("js-compare-remove"));
    remove.append(make("span", { class: "unseen" }, ` ${partner.name}`));
    remove.addEventListener("click", () => {
      const rest = asked().filter((slug) => slug !== partner.slug);
      go(rest, document.getElementById("main"));
    });
    const parts = [made.querySelector(".plate"), made.querySelector(".card-name")];
    parts[1].querySelector("a")?.classList.remove("cover");
    cell.append(...parts.filter(Boolean), remove);
    return cell;
  }

  /** Return every fact that somebody has, and whether all have the same. */
  function facts(shown) {
    const words = JSON.parse(root.dataset.facts);
    const rows = [
      ["tagline", (p) => [p.tagline]],
      ...list.facets.map(({ id, label }) => [id, (p) => labels(list, p, id), label]),
      ["size", (p) => [p.size]],
      ["founded", (p) => [p.founded]],
      ["languages", (p) => p.languages],
      ["certificates", (p) => p.certificates],
      ["offices", (p) => p.offices],
      ["website", (p) => [p.website]],
    ];
    return rows
      .map(([key, of, label]) => ({
        key,
        label: label ?? words[key],
        cells: shown.map((partner) => (of(partner) ?? []).filter(Boolean)),
      }))
      .filter(({ cells }) => cells.some((cell) => cell.length))
      .map((fact) => ({ ...fact, same: new Set(fact.cells.map(String)).size === 1 }));
  }

  function line({ key, label, cells }) {
    const filled = cells.map((values) => make("td", {}, ...content(key, values)));
    return make("tr", {}, make("th", { scope: "row" }, label), ...filled);
  }

  function content(key, values) {
    if (!values.length) return [make("span", { class: "quiet" }, say("js-unknown"))];
    if (key === "website") {
      const [[href, text, rel]] = values;
      return [make("a", { href, rel }, make("bdi", {}, text))];
    }
    if (values.length === 1) return [make("bdi", {}, String(values[0]))];
    return [make("ul", { role: "list" }, ...values.map((text) => make("li", {}, make("bdi", {}, text))))];
  }
}
