// What is on now and what comes next, by the visitor's clock and absolute times.

import { sessions } from "./agenda-sessions.js";
import { make, say } from "./words.js";

const EVERY = 20_000;
const AHEAD = 12 * 3_600_000;
const all = sessions().filter(({ cancelled, start }) => !cancelled && !Number.isNaN(start));
const strip = document.querySelector("[data-agenda-strip]");
const tags = [];

/** Keep the strip, the marks on sessions and the line in the grid up to date. */
export function follow() {
  if (!strip) return;
  show();
  setInterval(show, EVERY);
  document.addEventListener("agenda-shown", draw);
  addEventListener("resize", draw);
}

function show() {
  const now = Date.now();
  const running = all.filter(({ start, end }) => start <= now && now < end);
  const coming = all.filter(({ start }) => now < start && start - now <= AHEAD);
  const first = Math.min(...coming.map(({ start }) => start));
  const next = coming.filter(({ start }) => start === first);
  const isOn = all.some(({ start }) => start <= now) && all.some(({ end }) => now < end);
  for (const state of document.querySelectorAll("[data-agenda-running]")) state.hidden = !isOn;
  strip.hidden = running.length + next.length === 0;
  fill("now", running, ({ at }) => say("js-agenda-until", { time: at.split("–")[1] ?? at }));
  fill("next", next, ({ on, at, day }) => (day === running[0]?.day ? at : `${on}, ${at}`));
  tag(running);
  draw();
}

function fill(name, found, when) {
  const part = strip.querySelector(`[data-agenda-${name}]`);
  part.hidden = found.length === 0;
  const rows = found.map((session) =>
    make(
      "li",
      {},
      make("a", { href: session.href }, make("bdi", {}, session.title)),
      make("span", { class: "agenda-strip-at" }, `${when(session)} · ${session.place}`),
    ),
  );
  const list = part.querySelector("ul");
  const words = rows.map((row) => row.textContent).join("\n");
  if (list.dataset.words === words) return;
  list.dataset.words = words;
  list.replaceChildren(...rows);
}

/** Say "now" on the sessions themselves. */
function tag(running) {
  for (const made of tags.splice(0)) made.remove();
  for (const session of all) {
    for (const element of session.elements) {
      const is = running.includes(session);
      element.classList.toggle("is-now", is);
      const when = element.querySelector(".agenda-when");
      if (is && when) {
        const live = make("span", { class: "agenda-live" }, say("js-agenda-live"));
        when.append(" ", live);
        tags.push(live);
      }
    }
  }
}

/** Draw a line across the grid of the day that runs, between the times that stand beside it. */
function draw() {
  document.querySelector(".agenda-line-now")?.remove();
  const now = Date.now();
  for (const grid of document.querySelectorAll(".agenda-day:not([hidden], .is-narrowed) .agenda-grid")) {
    const edges = edgesOf(grid);
    const place = edges.findIndex(([time], index) => time <= now && now < (edges[index + 1]?.[0] ?? 0));
    if (place < 0 || !grid.offsetParent || getComputedStyle(grid).display !== "grid") continue;
    const [[from, top], [to, bottom]] = [edges[place], edges[place + 1]];
    const line = make("div", { class: "agenda-line-now", "aria-hidden": "true" });
    line.style.insetBlockStart = `${top + ((bottom - top) * (now - from)) / (to - from)}px`;
    grid.append(line);
  }
}

/** Return times with their height in the grid: where sessions and breaks begin and end. */
function edgesOf(grid) {
  const found = new Map();
  const at = grid.getBoundingClientRect().top;
  for (const cell of grid.querySelectorAll(".agenda-cell:not([hidden])")) {
    const box = cell.getBoundingClientRect();
    const times = cell.querySelectorAll("time");
    const ends = [...times].map((time) => Date.parse(time.dateTime));
    if (!ends.length) continue;
    found.set(Math.min(...ends), box.top - at);
    if (!found.has(Math.max(...ends))) found.set(Math.max(...ends), box.bottom - at);
  }
  return [...found].sort(([first], [second]) => first - second);
}
