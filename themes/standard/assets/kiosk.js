// A screen in the hall: turns by the clock, what is on next, and starting again by itself.

const DAY_MS = 24 * 60 * 60 * 1000;
const TICK_MS = 250;
const ASKED_MS = 5 * 60 * 1000;
const AGAIN_MS = 30 * 1000;
const SHOWN = 6;
const A_ROOM = 2;

const body = document.body;
const seconds = Number(body.dataset.seconds);
const turns = body.dataset.turns.split(" ").map(Number);
const exhibitors = [...document.querySelectorAll(".kiosk-turn")];
const sessions = [...document.querySelectorAll(".kiosk-session")].map((item) => ({
  item,
  room: item.dataset.room,
  start: Date.parse(item.dataset.start),
  end: Date.parse(item.dataset.end),
}));
const clock = document.querySelector(".kiosk-clock");
const bar = document.querySelector(".kiosk-bar span");
const none = document.querySelector(".kiosk-none");
const inZone = new Intl.DateTimeFormat(document.documentElement.lang, {
  hour: "2-digit",
  minute: "2-digit",
  timeZone: body.dataset.zone,
});
const dayInZone = new Intl.DateTimeFormat("en-CA", { timeZone: body.dataset.zone });

/** Return who has the turn at a moment: it depends on the clock alone, so no start favours anybody. */
export function turnAt(moment, length, cycle) {
  return cycle[Math.floor(moment / (length * 1000)) % cycle.length];
}

/** Return what to show: of each room what is on and what follows, of today before later days. */
export function nextOf(all, moment, most = SHOWN, inRoom = A_ROOM) {
  const ahead = all.filter((session) => session.end > moment);
  const day = ahead.length ? dayInZone.format(ahead[0].start) : "";
  const counts = new Map();
  const chosen = ahead.filter((session) => {
    const count = counts.get(session.room) ?? 0;
    if (count >= inRoom || dayInZone.format(session.start) !== day) return false;
    counts.set(session.room, count + 1);
    return true;
  });
  return chosen.slice(0, most);
}

function show() {
  const now = Date.now();
  clock.textContent = inZone.format(now);
  clock.hidden = false;
  const current = exhibitors[turnAt(now, seconds, turns)];
  for (const item of exhibitors) item.hidden = item !== current;
  const part = (now % (seconds * 1000)) / (seconds * 1000);
  bar.style.setProperty("transform", `scaleX(${part.toFixed(3)})`);
  showNext(now);
}

let told = "";
function showNext(now) {
  const chosen = nextOf(sessions, now);
  const today = dayInZone.format(now);
  const key = chosen.map(({ item, start }) => `${sessions.findIndex((s) => s.item === item)}${start <= now}`).join();
  if (key + today === told) return;
  told = key + today;
  for (const { item, start } of sessions) {
    const place = chosen.findIndex((session) => session.item === item);
    item.hidden = place < 0;
    item.querySelector(".kiosk-now").hidden = start > now;
    item.querySelector(".kiosk-day").hidden = dayInZone.format(start) === today;
  }
  if (none) none.hidden = chosen.length > 0;
}

/** Start again, but only if there is something to start from: never leave an empty screen. */
async function again() {
  const isKept = navigator.serviceWorker?.controller;
  const answer = isKept ? { ok: true } : await fetch(location.href, { cache: "no-store" }).catch(() => undefined);
  if (answer?.ok) location.reload();
  else setTimeout(again, AGAIN_MS);
}

/** Without a service worker (no secure connection): see whether the page is another by now. */
async function askWithoutWorker() {
  if (navigator.serviceWorker?.controller) return;
  const answer = await fetch("../sw.js", { cache: "no-store" }).catch(() => undefined);
  if (!answer?.ok) return;
  const text = await answer.text();
  if (known && text !== known) await again();
  known = text;
}

let known = "";
let isBroken = false;
function broken() {
  if (isBroken) return;
  isBroken = true;
  setTimeout(again, AGAIN_MS);
}

addEventListener("error", broken);
addEventListener("unhandledrejection", broken);
body.classList.add("is-running");
show();
setInterval(show, TICK_MS);
setInterval(askWithoutWorker, ASKED_MS);
askWithoutWorker();
setTimeout(again, DAY_MS);
