// Filtering a list by several facets at once. The pages of each facet do the same one by one.

import { card, load } from "./cards.js";
import { make, say } from "./words.js";

const COUNTRY = "country";
const root = document.querySelector("[data-browse]");
const panel = root?.querySelector(".filters");
if (root && panel) {
  if (root.dataset.given) offerMore();
  else start();
}

/** On the page of one value: lead to the whole list with that value chosen. */
function offerMore() {
  const address = `${root.dataset.browse}?${root.dataset.given}`;
  const link = make("a", { class: "button button-quiet find-more", href: address });
  link.textContent = say("js-combine");
  panel.querySelector(".filters-body").prepend(link);
}

function start() {
  const surface = root.querySelector(".surface");
  const own = {
    path: location.pathname,
    nodes: [...surface.childNodes],
    pager: root.querySelector(".pager"),
    total: Number(root.dataset.total),
  };
  const most = Number(root.dataset.perPage);
  const inputs = new Map();
  let select = null;
  const parts = toolbar();
  surface.before(parts.bar);
  for (const group of panel.querySelectorAll(".facet")) {
    if (group.dataset.facet === COUNTRY) select = countries(group);
    else for (const item of group.querySelectorAll("[data-value]")) boxes(group, item);
  }
  panel.addEventListener("change", () => go(chosen()));
  for (const kind of ["pointerenter", "focusin"]) {
    panel.addEventListener(kind, () => fetchList().catch(() => {}), { once: true });
  }
  addEventListener("popstate", () => show(fromAddress(), history.state?.shown));
  const first = fromAddress();
  if (count(first)) show(first, history.state?.shown);

  function fetchList() {
    return load(root.dataset.list);
  }

  /** Put a box in the place of a link: what it says stays, and ticking it keeps the others. */
  function boxes(group, item) {
    const link = item.querySelector("a");
    const box = make("input", { type: "checkbox", value: item.dataset.value });
    box.dataset.facet = group.dataset.facet;
    inputs.set(`${group.dataset.facet} ${item.dataset.value}`, box);
    const label = make("label", { class: "facet-pick" }, box, ...copies(link));
    item.prepend(label);
    link.hidden = true;
  }

  function countries(group) {
    const links = [...group.querySelectorAll("[data-value]")];
    const title = group.querySelector(".facet-title");
    const chooser = make("select", { class: "find-select", "aria-label": title.textContent });
    chooser.append(make("option", { value: "" }, say("js-anywhere")));
    for (const item of links) {
      const name = item.querySelector("span").textContent;
      const option = make("option", { value: item.dataset.value });
      option.dataset.name = name;
      option.dataset.count = item.querySelector(".count").textContent;
      option.textContent = `${name} (${option.dataset.count})`;
      chooser.append(option);
    }
    for (const part of group.querySelectorAll("ul, details")) part.hidden = true;
    title.after(chooser);
    return chooser;
  }

  function chosen() {
    const found = {};
    for (const box of inputs.values()) {
      if (box.checked) (found[box.dataset.facet] ??= []).push(box.value);
    }
    if (select?.value) found[COUNTRY] = [select.value];
    return found;
  }

  function go(wanted) {
    const query = new URLSearchParams();
    for (const [facet, values] of Object.entries(wanted)) {
      for (const value of values) query.append(facet, value);
    }
    const address = query.size ? `${root.dataset.browse}?${query}` : root.dataset.browse;
    history.pushState({}, "", address);
    return show(wanted);
  }

  function fromAddress() {
    const found = {};
    const query = new URLSearchParams(location.search);
    for (const box of inputs.values()) {
      if (query.getAll(box.dataset.facet).includes(box.value)) {
        (found[box.dataset.facet] ??= []).push(box.value);
      }
    }
    const country = query.get(COUNTRY)?.toUpperCase();
    const known = [...(select?.options ?? [])].some((option) => option.value === country);
    if (country && known) found[COUNTRY] = [country];
    return found;
  }

  async function show(wanted, shown = most) {
    mark(wanted);
    let list;
    try {
      list = await fetchList();
    } catch {
      parts.status.textContent = say("js-failed");
      return;
    }
    const { found, counts } = filtered(list, wanted);
    number(counts);
    picked(wanted);
    const isOwn = !count(wanted) && location.pathname === own.path;
    root.classList.toggle("is-filtered", !isOwn);
    if (own.pager) own.pager.hidden = !isOwn;
    if (isOwn) surface.replaceChildren(...own.nodes);
    else fillList(list, found, Math.max(shown, most));
    parts.status.textContent = count(wanted)
      ? say("js-fits", { n: found.length, total: list.partners.length })
      : "";
    document.dispatchEvent(new CustomEvent("cards-shown"));
  }

  function fillList(list, found, shown) {
    if (!found.length) {
      const nobody = document.getElementById("no-cards").content.firstElementChild.cloneNode(true);
      nobody.dataset.surface = list.surface;
      surface.replaceChildren(nobody);
      return;
    }
    const ordered = make("ol", { class: "partners partners-grid", role: "list" });
    ordered.dataset.surface = list.surface;
    const audit = own.nodes.find((node) => node.matches?.(".audit"))?.cloneNode(true);
    surface.replaceChildren(ordered, ...(audit ? [audit] : []));
    const more = make("button", { type: "button", class: "button button-quiet find-next" });
    const grow = (end) => {
      const begin = ordered.children.length;
      const next = found.slice(begin, end);
      ordered.append(...next.map((partner, at) => card(list, partner, begin + at + 1)));
      const last = ordered.children.length;
      const range = audit?.querySelector(".audit-range");
      if (range) range.textContent = say("js-range", { first: 1, last, n: found.length });
      more.textContent = say("js-more", { n: Math.min(most, found.length - last) });
      if (last === found.length) more.remove();
      else ordered.after(more);
      return ordered.children[begin];
    };
    more.addEventListener("click", () => {
      const next = grow(ordered.children.length + most);
      history.replaceState({ shown: ordered.children.length }, "");
      next?.querySelector("a")?.focus();
      document.dispatchEvent(new CustomEvent("cards-shown"));
    });
    grow(shown);
  }

  function mark(wanted) {
    for (const box of inputs.values()) {
      box.checked = Boolean(wanted[box.dataset.facet]?.includes(box.value));
      const fold = box.checked && box.closest("details.facet-more");
      if (fold) fold.open = true;
    }
    if (select) select.value = wanted[COUNTRY]?.[0] ?? "";
  }

  function number(counts) {
    for (const box of inputs.values()) {
      const n = counts.get(box.dataset.facet)?.get(box.value) ?? 0;
      const label = box.parentElement;
      label.querySelector(".count").textContent = n.toLocaleString(document.documentElement.lang);
      label.classList.toggle("is-empty", !n && !box.checked);
    }
    for (const option of select?.options ?? []) {
      if (!option.value) continue;
      const n = counts.get(COUNTRY)?.get(option.value) ?? 0;
      option.textContent = `${option.dataset.name} (${n.toLocaleString(document.documentElement.lang)})`;
    }
  }

  /** Show what is chosen as buttons that take it away again. */
  function picked(wanted) {
    const buttons = [];
    for (const [facet, values] of Object.entries(wanted)) {
      for (const value of values) {
        const button = make("button", { type: "button", class: "find-chip" }, name(facet, value));
        button.setAttribute("aria-label", say("js-remove", { name: name(facet, value) }));
        button.addEventListener("click", () => without(facet, value, buttons.indexOf(button)));
        buttons.push(button);
      }
    }
    parts.chips.replaceChildren(...buttons);
    parts.bar.hidden = !buttons.length;
    parts.clear.hidden = buttons.length < 2;
  }

  async function without(facet, value, at) {
    const rest = chosen();
    rest[facet] = rest[facet].filter((other) => other !== value);
    if (!rest[facet].length) delete rest[facet];
    await go(rest);
    const left = [...parts.chips.children];
    (left[Math.min(at, left.length - 1)] ?? document.getElementById("main")).focus();
  }

  function name(facet, value) {
    if (facet === COUNTRY) {
      return [...select.options].find((option) => option.value === value).dataset.name;
    }
    return inputs.get(`${facet} ${value}`).parentElement.querySelector("span").textContent;
  }

  function toolbar() {
    const status = make("p", { class: "find-status", role: "status" });
    const chips = make("div", { class: "find-chips", role: "group", "aria-label": say("js-chosen") });
    const clear = make("button", { type: "button", class: "find-clear" }, say("js-clear"));
    const share = make("span", { class: "share" });
    const bar = make("div", { class: "find-bar", hidden: true }, chips, clear, share);
    clear.addEventListener("click", async () => {
      await go({});
      document.getElementById("main").focus();
    });
    root.querySelector(".split-main").prepend(status);
    return { status, chips, clear, bar };
  }
}

/**
 * Return the partners that fit, in order, and how many would fit with each further value.
 *
 * Values of one facet widen each other, facets narrow each other. A value's number leaves its
 * own facet out: it counts who fits all the others.
 */
function filtered(list, wanted) {
  const facets = Object.entries(wanted);
  const counts = new Map(list.facets.map(({ id }) => [id, new Map()]));
  const found = [];
  for (const partner of list.partners) {
    const failed = facets.filter(([facet, values]) => !values.some((v) => partner.all[facet]?.has(v)));
    if (!failed.length) found.push(partner);
    if (failed.length > 1) continue;
    for (const [facet, ids] of Object.entries(partner.all)) {
      if (failed.length && failed[0][0] !== facet) continue;
      const held = counts.get(facet);
      for (const id of ids) held.set(id, (held.get(id) ?? 0) + 1);
    }
  }
  return { found, counts };
}

function count(wanted) {
  return Object.keys(wanted).length;
}

function copies(link) {
  return [...link.childNodes].map((node) => node.cloneNode(true));
}
