// The floor of an event: a plan to move in, booths to open, exhibitors to find, ways to walk.
//
// `#b12` names the booth one looks at, `?here=b12` the one a sign hangs at: a question and not a
// part of the address after `#`, so that both may be given at once. It never leaves the browser
// once the page is kept for use without a network, for then it is answered whatever it asks.

import { directions } from "./floor-go.js";
import { finding } from "./floor-find.js";
import { live } from "./floor-view.js";
import { panel } from "./floor-panel.js";

const root = document.querySelector("[data-floor]");
if (root) start();

function start() {
  const entries = new Map();
  for (const entry of root.querySelectorAll("[data-entry]")) entries.set(entry.dataset.entry, entry);
  root.classList.add("is-live");
  root.querySelector("[data-tools]").hidden = false;
  const views = [...root.querySelectorAll(".floor-scroll")].map(live);
  const byHall = new Map(views.map((view) => [view.svg.dataset.hall, view]));
  const ways = directions(root, byHall);
  finding(root, views, entries);
  const opened = panel(root, {
    close: () => shut(true),
    go(which, id) {
      shut(false);
      ways.set(which, id);
    },
  });
  let selected = "";

  root.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const id = link?.getAttribute("href").slice(1); // a link of a drawing has no `hash`
    if (!entries.has(id) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (location.hash !== `#${id}`) history.pushState(null, "", `${location.search}#${id}`);
    open(id, true);
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && opened.isOpen()) shut(true);
  });
  for (const kind of ["hashchange", "popstate"]) addEventListener(kind, () => follow(true));
  if (named()) requestAnimationFrame(() => follow(false));

  function named() {
    const id = decodeURIComponent(location.hash.slice(1));
    return entries.has(id) ? id : "";
  }

  function follow(focus) {
    const id = named();
    if (id && id !== selected) open(id, focus);
    else if (!id && selected) shut(false);
  }

  function open(id, focus) {
    select(id);
    const booth = boothOf(id);
    opened.open(id, entries.get(id), booth?.getAttribute("aria-label") ?? id, focus);
    if (!booth) return;
    const view = byHall.get(booth.ownerSVGElement.dataset.hall);
    view.showBooth(booth);
    bring(view.frame);
  }

  /** Scroll the page so that the plan is seen above the panel. */
  function bring(frame) {
    const { top, bottom } = frame.getBoundingClientRect();
    const room = innerHeight - (innerWidth < 960 ? opened.covers() : 0);
    if (top < 0 || bottom > room) scrollBy({ top: top - Math.max(8, (room - (bottom - top)) / 2) });
  }

  function shut(giveBack) {
    const booth = boothOf(selected);
    select("");
    opened.close();
    if (!giveBack) return;
    history.replaceState(history.state, "", `${location.pathname}${location.search}`);
    booth?.focus({ preventScroll: true });
  }

  function select(id) {
    for (const spot of root.querySelectorAll(".floor-spot.is-selected")) spot.classList.remove("is-selected");
    for (const entry of root.querySelectorAll("[data-entry][aria-current]")) entry.removeAttribute("aria-current");
    selected = id;
    if (!id) return;
    document.getElementById(id)?.classList.add("is-selected");
    entries.get(id).setAttribute("aria-current", "true");
  }

  function boothOf(id) {
    return id ? root.querySelector(`.floor-booth[data-booth="${CSS.escape(id)}"]`) : null;
  }
}
