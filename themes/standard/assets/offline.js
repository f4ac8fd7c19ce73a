// An event without a network: starts the service worker of the section, tells when all is there,
// and takes over an update as a whole when the visitor wants it.

import { make, say } from "./words.js";

const SHOWN_MS = 8000;
const ASKED_MS = 5 * 60 * 1000;
const TRIED_MS = [0, 500, 2500]; // a page that was just left counts as open for a moment

const manifest = document.querySelector('link[rel="manifest"]');
const worker = manifest ? new URL("sw.js", manifest.href).pathname : "";
const note = make("div", { class: "offline-note", role: "status" });
const isScreen = document.body.classList.contains("kiosk");

if (worker && "serviceWorker" in navigator && window.isSecureContext) {
  document.body.append(note);
  start().catch((error) => console.info("offline:", error.message));
}

/** Return the worker's address in the type that the page's policy asks for: this one, no other. */
function vouched(address) {
  const make_ = (text) => {
    if (text !== worker) throw new TypeError("not the address of this section's worker");
    return text;
  };
  const types = window.trustedTypes;
  if (!types) return make_(address);
  return types.createPolicy("pavgen-offline", { createScriptURL: make_ }).createScriptURL(address);
}

async function start() {
  const scope = worker.slice(0, -"sw.js".length);
  let registration;
  try {
    registration = await navigator.serviceWorker.register(vouched(worker), { scope, updateViaCache: "none" });
  } catch (error) {
    await leaveIfGone(scope);
    throw error;
  }
  const isFirst = !registration.active;
  watch(registration, isFirst);
  if (registration.waiting && !isFirst) offer(registration, true);
  if (isScreen) setInterval(() => registration.update().catch(() => leaveIfGone(scope)), ASKED_MS);
  else if (!isFirst) registration.update().catch(() => leaveIfGone(scope));
  let isReloading = false;
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (isReloading) return;
    isReloading = true;
    window.location.reload();
  });
}

function watch(registration, isFirst) {
  const follow = (found) => {
    found?.addEventListener("statechange", () => {
      if (found.state === "installed" && registration.active) offer(registration, false);
      if (found.state !== "activated" || !isFirst) return;
      if (isScreen) window.location.reload();
      else tell(say("js-hall-offline-ready"));
    });
  };
  follow(registration.installing);
  registration.addEventListener("updatefound", () => follow(registration.installing));
}

/** Offer an update; one that was already there when this page came is taken at once, if no other
    page of the event is open, and so it is on a screen that nobody touches. */
function offer(registration, atOnce) {
  const waiting = registration.waiting;
  if (!waiting) return;
  waiting.addEventListener("statechange", () => {
    if (waiting.state === "activated" && !navigator.serviceWorker.controller) window.location.reload();
  });
  for (const after of atOnce || isScreen ? TRIED_MS : []) {
    setTimeout(() => {
      if (waiting.state === "installed") waiting.postMessage({ type: "activate", alone: !isScreen });
    }, after);
  }
  const button = make("button", { type: "button", class: "button offline-take" }, say("js-hall-offline-take"));
  button.addEventListener("click", () => waiting.postMessage({ type: "activate" }));
  note.replaceChildren(make("span", {}, say("js-hall-offline-update")), button);
}

function tell(text) {
  note.replaceChildren(make("span", {}, text));
  setTimeout(() => note.replaceChildren(), SHOWN_MS);
}

/** Where the section is gone, let go of all that was kept of it. */
async function leaveIfGone(scope) {
  const answer = await fetch(worker, { cache: "no-store" }).catch(() => undefined);
  if (answer?.status !== 404 && answer?.status !== 410) return;
  const mine = (await caches.keys()).filter((name) => name.startsWith(`pavgen ${scope} `));
  await Promise.all(mine.map((name) => caches.delete(name)));
  const registration = await navigator.serviceWorker.getRegistration(scope);
  await registration?.unregister();
}
