// Finding exhibitors on the floor: by a name or a booth's number, by what they do, and free booths.
//
// What is sought stands in the address (`?area=grids&q=wind`, `?need=grids` being the same as
// `area`), so that a list of exhibitors can lead to it and a search can be passed on.

import { say } from "./words.js";

const WAIT = 150;

/** Start finding; `views` are the drawings, `entries` the booths in words, by id. */
export function finding(root, views, entries) {
  const form = root.querySelector("[data-find-form]");
  const text = form.querySelector("[data-find-text]");
  const facets = [...form.querySelectorAll("[data-find-facet]")];
  const free = form.querySelector("[data-find-free]");
  const clear = form.querySelector("[data-find-clear]");
  const more = form.querySelector("[data-find-more]");
  const status = form.querySelector("[data-find-status]");
  let timer = 0;

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    look(true);
  });
  form.addEventListener("reset", () => setTimeout(() => look(false), 0));
  form.addEventListener("input", (event) => {
    if (event.target === text) {
      clearTimeout(timer);
      timer = setTimeout(() => look(false), WAIT);
    }
  });
  form.addEventListener("change", (event) => {
    if (event.target !== text) look(true);
  });
  addEventListener("popstate", () => {
    read();
    mark(false);
  });
  read();
  mark(true);

  function read() {
    const query = new URLSearchParams(location.search);
    text.value = query.get("q") ?? "";
    free.checked = query.has("free");
    for (const select of facets) {
      const wanted = query.get(select.name) ?? (select.name === "area" ? query.get("need") : "");
      const known = [...select.options].some((option) => option.value === wanted);
      select.value = known ? wanted : "";
    }
    if (free.checked || facets.some((select) => select.value)) more.open = true;
  }

  function look(show) {
    const query = new URLSearchParams(location.search);
    for (const name of ["q", "free", "need", ...facets.map((f) => f.name)]) query.delete(name);
    if (text.value.trim()) query.set("q", text.value.trim());
    for (const select of facets) if (select.value) query.set(select.name, select.value);
    if (free.checked) query.set("free", "1");
    const asked = query.size ? `?${query}` : "";
    history.replaceState(history.state, "", `${location.pathname}${asked}${location.hash}`);
    mark(show);
  }

  function mark(show) {
    const words = folded(text.value).split(/\s+/).filter(Boolean);
    const wanted = facets.filter((f) => f.value).map((f) => `${f.name}:${f.value}`);
    const isAsked = words.length > 0 || wanted.length > 0 || free.checked;
    const found = new Set();
    for (const [id, entry] of entries) {
      if (!isAsked || fits(entry, words, wanted, free.checked)) found.add(id);
      entry.hidden = isAsked && !found.has(id);
    }
    for (const view of views) {
      view.svg.classList.toggle("is-searching", isAsked);
      const shown = [];
      for (const booth of view.svg.querySelectorAll(".floor-booth")) {
        const isMatch = isAsked && found.has(booth.dataset.booth);
        booth.classList.toggle("is-match", isMatch);
        if (isMatch) shown.push(booth.getBBox());
      }
      if (show && isAsked && shown.length) view.show(around(shown), 1.5);
      else if (show && !isAsked) view.all();
    }
    clear.hidden = !isAsked;
    if (isAsked) status.textContent = found.size ? say("floor-js-found", { n: found.size }) : say("floor-js-none");
    else status.textContent = status.textContent ? say("floor-js-cleared") : "";
  }
}

function fits(entry, words, wanted, free) {
  const { find, values } = entry.dataset;
  if (free && entry.dataset.free === undefined) return false;
  const has = new Set(values.split(" "));
  const said = folded(find);
  return wanted.every((value) => has.has(value)) && words.every((word) => said.includes(word));
}

/** Return a text without accents and in small letters, so that `Ø` is the only thing in the way. */
function folded(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

function around(boxes) {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const foot = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: foot - y };
}
