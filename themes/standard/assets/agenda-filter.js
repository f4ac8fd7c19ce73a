// Narrowing an agenda by day, room, track, kind and partner, or to the visitor's own sessions.
// The address holds the choice, so that it can be passed on and survives a reload.

import { chosen, tell } from "./agenda-mine.js";
import { sessions } from "./agenda-sessions.js";
import { make, say } from "./words.js";

const bar = document.querySelector("[data-agenda-bar]");
const form = document.querySelector("[data-agenda-filters]");
const mine = document.querySelector("[data-agenda-mine]");
const all = sessions();
const empty = make("p", { class: "agenda-empty" }, say("js-agenda-none"));

/** Show the bar of filters and follow it; nothing where a page has none. */
export function narrow() {
  if (!bar) return;
  bar.hidden = false;
  mine.after(empty);
  form?.addEventListener("change", chosenByHand);
  form?.addEventListener("submit", (event) => event.preventDefault());
  form?.addEventListener("reset", () => setTimeout(chosenByHand));
  for (const mode of bar.querySelectorAll("[data-agenda-mode]")) {
    mode.addEventListener("click", () => go(mode.dataset.agendaMode === "mine"));
  }
  addEventListener("popstate", fromAddress);
  addEventListener("hashchange", fromAddress);
  document.addEventListener("agenda-chosen", () => show());
  fromAddress();
}

function selects() {
  return form ? [...form.querySelectorAll("select")] : [];
}

function isMine() {
  return location.hash === "#mine" || new URLSearchParams(location.search).has("mine");
}

function fromAddress() {
  const asked = new URLSearchParams(location.search);
  let any = false;
  for (const select of selects()) {
    const value = asked.get(select.name) ?? "";
    const knows = [...select.options].some((option) => option.value === value);
    select.value = knows ? value : "";
    any ||= select.value !== "";
  }
  if (any) document.querySelector("[data-agenda-fold]").open = true;
  show();
}

function chosenByHand() {
  const place = new URL(location.href);
  for (const { name, value } of selects()) {
    if (value) place.searchParams.set(name, value);
    else place.searchParams.delete(name);
  }
  history.replaceState(null, "", place);
  tell(show());
}

function go(toMine) {
  const place = new URL(location.href);
  place.searchParams.delete("mine");
  place.hash = toMine ? "mine" : "";
  history.pushState(null, "", place.href.replace(/#$/, ""));
  tell(show());
}

/** Hide what does not fit; return a sentence of how much does. */
function show() {
  const own = isMine();
  const picked = new Set(own ? chosen().map(({ id }) => id) : all.map(({ id }) => id));
  const wanted = selects().filter(({ value }) => value).map(({ name, value }) => [name, value]);
  const fits = all.filter((session) => picked.has(session.id) && wanted.every((one) => has(session, one)));
  const ids = new Set(fits.map(({ id }) => id));
  for (const session of all) {
    for (const element of session.elements) element.hidden = !ids.has(session.id);
  }
  fold(own || wanted.some(([name]) => name !== "day"), wanted.find(([name]) => name === "day")?.[1]);
  mine.hidden = !own;
  empty.hidden = fits.length > 0 || (own && picked.size === 0);
  for (const mode of bar.querySelectorAll("[data-agenda-mode]")) {
    mode.setAttribute("aria-pressed", String((mode.dataset.agendaMode === "mine") === own));
  }
  const numbers = new Intl.NumberFormat(document.documentElement.lang);
  if (fits.length === all.length) return say("js-agenda-count", { n: all.length });
  return say("js-agenda-fits", { n: fits.length, all: numbers.format(all.length) });
}

function has(session, [name, value]) {
  if (name === "day") return session.day === value;
  return session.values[name].split(" ").includes(value);
}

/** Hide cells and days that have nothing left; a part of a day is a list and no grid. */
function fold(isPart, day) {
  for (const section of document.querySelectorAll("[data-agenda-day]")) {
    for (const cell of section.querySelectorAll(".agenda-cell")) {
      const held = [...cell.querySelectorAll("[data-session]")];
      cell.hidden = held.length ? held.every((one) => one.hidden) : isPart;
    }
    const left = [...section.querySelectorAll("[data-session]")].some((one) => !one.hidden);
    section.hidden = !left && (isPart || (day !== undefined && section.dataset.agendaDay !== day));
    section.classList.toggle("is-narrowed", isPart);
  }
  const jump = document.querySelector(".agenda-jump");
  if (jump) jump.hidden = isPart || day !== undefined;
  document.dispatchEvent(new Event("agenda-shown"));
}
