// Makes a page follow its sources: listens to what becomes of the site, and swaps style sheets,
// loads the page anew, goes where the writer is, or shows what is wrong.

import { showNotice } from "./notice.js";
import { keepPlace, takePlace } from "./place.js";
import { swapSheets } from "./sheets.js";

const EVENTS = "/_pavgen/events";
const SHOWN = "pavgen shown";
const FIRST_PAUSE_MS = 300;
const LONGEST_PAUSE_MS = 3000;

const { run, body, version } = document.querySelector('script[src="/_pavgen/preview.js"]').dataset;
const me = nameOfTab();
let seen = Number(version);
let goneTo = seen;
let stream;
let retry;
let pause = FIRST_PAUSE_MS;
let isLeaving = false;

takePlace();
addEventListener("pagehide", disconnect);
addEventListener("pageshow", connect);
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") disconnect();
  else connect();
});
connect();

/** Listen, but only while the page can be seen: a browser opens few connections to one address. */
function connect() {
  if (stream || isLeaving || document.visibilityState === "hidden") return;
  clearTimeout(retry);
  if (!wasShownLast()) goneTo = Infinity;
  const asked = new URLSearchParams({ page: location.pathname, run, body, version: seen });
  stream = new EventSource(`${EVENTS}?${asked}`);
  stream.addEventListener("state", (event) => {
    pause = FIRST_PAUSE_MS;
    follow(JSON.parse(event.data));
  });
  stream.addEventListener("error", () => {
    disconnect();
    retry = setTimeout(connect, pause);
    pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
  });
}

function disconnect() {
  clearTimeout(retry);
  stream?.close();
  stream = undefined;
}

function follow(state) {
  if (isLeaving) return;
  const { goal } = state;
  if (goal && goal.version > goneTo && goal.page !== location.pathname) {
    leave(() => location.assign(goal.page));
    return;
  }
  if (state.page === "changed" || hasLoaded(state.files)) {
    leave(() => {
      keepPlace();
      location.reload();
    });
    return;
  }
  swapSheets(state.sheets);
  seen = state.version;
  goneTo = seen;
  showNotice(state);
}

function leave(go) {
  isLeaving = true;
  disconnect();
  go();
}

/** Say whether this page has loaded one of these files; null stands for more than can be told. */
function hasLoaded(files) {
  if (files?.length === 0) return false;
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
  const shown = [...document.images].map(({ currentSrc }) => currentSrc);
  const paths = new Set([...loaded, ...shown].filter(Boolean).map(pathOf));
  return files ? files.some((file) => paths.has(pathOf(file))) : paths.size > 0;
}

function pathOf(address) {
  return new URL(address, location.href).pathname;
}

/** Say whether this tab is the one that was seen last, and note that it is now. */
function wasShownLast() {
  try {
    const last = localStorage.getItem(SHOWN);
    localStorage.setItem(SHOWN, me);
    return last === null || last === me;
  } catch {
    return true;
  }
}

function nameOfTab() {
  try {
    const name = sessionStorage.getItem(SHOWN) ?? String(Math.random());
    sessionStorage.setItem(SHOWN, name);
    return name;
  } catch {
    return "";
  }
}
