// A visitor's own agenda: a button on every session, a count, overlaps, and a calendar file.

import { calendar } from "./agenda-calendar.js";
import { read, watch, write } from "./agenda-choice.js";
import { clashes, sessions } from "./agenda-sessions.js";
import { make, say } from "./words.js";

const root = document.querySelector("[data-agenda]");
const all = sessions();
const whole = document.querySelector("[data-agenda-mine]");
const known = new Map(all.map((session) => [session.id, session]));
let removed = [];
let address = "";

/** Put a button on every session, and make the parts of the own agenda work. */
export function offer() {
  for (const session of all) {
    for (const element of session.elements) {
      element.querySelector(".agenda-do")?.append(button(session));
    }
  }
  for (const part of document.querySelectorAll("[data-agenda-back]")) part.hidden = false;
  whole?.querySelector("[data-agenda-clear]").addEventListener("click", clear);
  whole?.querySelector("[data-agenda-undo]").addEventListener("click", bringBack);
  whole?.querySelector("[data-agenda-export]").addEventListener("click", renew);
  watch(mark);
  mark();
}

/** Return the sessions of this page that are chosen, in its order. */
export function chosen() {
  const ids = new Set(read());
  return all.filter(({ id }) => ids.has(id));
}

/** Show what is chosen now. */
export function mark() {
  const ids = new Set(read());
  for (const pressed of document.querySelectorAll("[data-agenda-pick]")) {
    const is = ids.has(pressed.dataset.agendaPick);
    pressed.setAttribute("aria-pressed", String(is));
    pressed.firstChild.textContent = say(is ? "js-agenda-taken" : "js-agenda-add");
    pressed.title = pressed.firstChild.textContent;
  }
  for (const session of all) {
    for (const element of session.elements) element.classList.toggle("is-mine", ids.has(session.id));
  }
  const count = whole ? chosen().length : ids.size;
  for (const place of document.querySelectorAll("[data-agenda-count]")) {
    place.textContent = new Intl.NumberFormat(document.documentElement.lang).format(count);
  }
  if (whole) summarise(chosen());
  document.dispatchEvent(new Event("agenda-chosen"));
}

/** Say something in the page's status line. */
export function tell(text) {
  const status = document.querySelector("[data-agenda-status]") ?? said();
  status.textContent = text;
}

function button(session) {
  const pick = make("button", { type: "button", class: "agenda-pick", "aria-pressed": "false" });
  pick.dataset.agendaPick = session.id;
  pick.append(
    make("span", {}, say("js-agenda-add")),
    make("span", { class: "unseen" }, `: ${session.title}`),
  );
  pick.addEventListener("click", () => toggle(session));
  return pick;
}

function toggle(session) {
  const ids = read();
  const has = ids.includes(session.id);
  const kept = write(has ? ids.filter((id) => id !== session.id) : [...ids, session.id]);
  removed = [];
  mark();
  const other = has ? [] : clashes(chosen()).filter((pair) => pair.includes(session));
  const titles = other.map(([first, second]) => (first === session ? second : first).title);
  tell(
    [
      say(has ? "js-agenda-removed" : "js-agenda-added", { title: session.title }),
      titles.length ? say("js-agenda-clash-with", { title: titles.join(", ") }) : "",
      kept ? "" : say("js-agenda-forgetful"),
    ]
      .filter(Boolean)
      .join(" "),
  );
}

function clear() {
  removed = read();
  write(removed.filter((id) => !known.has(id)));
  mark();
  tell(say("js-agenda-cleared"));
  whole.querySelector("[data-agenda-undo]").focus();
}

function bringBack() {
  write(removed);
  removed = [];
  mark();
  tell(say("js-agenda-count", { n: chosen().length }));
  whole.querySelector("[data-agenda-clear]").focus();
}

function summarise(mine) {
  const part = (name) => whole.querySelector(`[data-agenda-${name}]`);
  part("none").hidden = mine.length > 0;
  part("clear").hidden = mine.length === 0;
  part("undo").hidden = removed.length === 0;
  part("export").hidden = !mine.some(({ start }) => !Number.isNaN(start));
  const pairs = clashes(mine);
  part("clashes").hidden = pairs.length === 0;
  part("clashes")
    .querySelector("ul")
    .replaceChildren(...pairs.map(([first, second]) => make("li", {}, clash(first, second))));
  renew();
}

function clash(first, second) {
  const names = { first: first.title, second: second.title };
  return say("js-agenda-clash", { ...names, at: first.at, other: second.at });
}

/** Make the calendar file of what is chosen, so that its link can be followed. */
function renew() {
  const { uidEnd, name } = root.dataset;
  const file = new Blob([calendar(chosen(), { uidEnd, name })], { type: "text/calendar" });
  if (address) URL.revokeObjectURL(address);
  address = URL.createObjectURL(file);
  whole.querySelector("[data-agenda-export]").href = address;
}

function said() {
  const status = make("p", { role: "status", class: "agenda-status" });
  status.dataset.agendaStatus = "";
  document.querySelector("[data-agenda]").append(status);
  return status;
}
