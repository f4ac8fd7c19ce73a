// The service worker of an event: all of its pages without a network, of one build or of none.
// The build writes BUILD before this: `version`, `home`, `offline` (the page that stands in),
// `files` (address and SHA-256 of each file), `same` (further addresses of a file).

const NAME = `pavgen ${BUILD.home} `;
const CACHE = NAME + BUILD.version;
const COMPLETE = `${BUILD.home}sw.js?complete`;
const AT_ONCE = 6;

const files = new Map(BUILD.files);

self.addEventListener("install", (event) => event.waitUntil(fill()));
self.addEventListener("activate", (event) => event.waitUntil(tidy()));

self.addEventListener("message", (event) => {
  if (event.data?.type !== "activate") return;
  event.waitUntil(event.data.alone ? activateIfAlone() : self.skipWaiting());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.cache === "no-store") return; // asks what is on the network
  const isPage = request.mode === "navigate";
  const path = known(url.pathname, isPage);
  if (path) event.respondWith(kept(path, request));
  else if (isPage) event.respondWith(fetch(request).catch(() => kept(BUILD.offline, request)));
});

/** Gather every file; the cache counts only when all of them are there and are what they should be. */
async function fill() {
  if (await isComplete()) return;
  await caches.delete(CACHE);
  const cache = await caches.open(CACHE);
  const older = await olderCaches();
  const waiting = [...files];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [path, digest] = next;
      await cache.put(path, (await unchanged(path, digest, older)) ?? (await fetched(path, digest)));
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    await cache.put(COMPLETE, new Response(""));
  } catch (error) {
    waiting.length = 0;
    await caches.delete(CACHE);
    throw error;
  }
}

/** Fetch a file past every other cache; a wrong digest, a redirect elsewhere, a 404: all fail. */
async function fetched(path, digest) {
  const integrity = `sha256-${digest}`;
  const answer = await fetch(path, { cache: "reload", integrity, credentials: "same-origin" });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.redirected ? new Response(answer.body, { headers: answer.headers }) : answer;
}

/** Take a file from a cache of before if it is still the same, so that little is fetched again. */
async function unchanged(path, digest, older) {
  for (const cache of older) {
    const found = await cache.match(path);
    if (found && (await sha256(await found.clone().arrayBuffer())) === digest) return found;
  }
  return undefined;
}

async function sha256(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return btoa(String.fromCharCode(...digest));
}

async function olderCaches() {
  const names = (await caches.keys()).filter((name) => name.startsWith(NAME) && name !== CACHE);
  return Promise.all(names.map((name) => caches.open(name)));
}

async function isComplete() {
  if (!(await caches.has(CACHE))) return false;
  return Boolean(await (await caches.open(CACHE)).match(COMPLETE));
}

/** Only now are the files of before of no more use: no page is left that was made of them. */
async function tidy() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(NAME) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function activateIfAlone() {
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const mine = pages.filter((page) => new URL(page.url).pathname.startsWith(BUILD.home));
  if (mine.length <= 1) await self.skipWaiting();
}

/** Answer from this build's cache, and from no other; a file that was lost comes from the network. */
async function kept(path, request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(path)) ?? fetch(request);
}

/** Return the address under which a file is kept, if it is. */
function known(path, isPage) {
  if (files.has(path)) return path;
  if (Object.hasOwn(BUILD.same, path)) return BUILD.same[path];
  if (!isPage) return "";
  const folder = path.endsWith("/index.html") ? path.slice(0, -"index.html".length) : `${path}/`;
  return files.has(folder) ? folder : "";
}
