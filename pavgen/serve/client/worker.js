// Stands in for an event's service worker: a page from a worker's memory would not follow its
// sources. Where none was installed it refuses to be; where one was, it lets go of all it kept.

const HOME = new URL("./", self.location.href).pathname;

self.addEventListener("install", (event) => {
  if (self.registration.active) event.waitUntil(self.skipWaiting());
  else event.waitUntil(Promise.reject(new Error("a preview keeps nothing")));
});

self.addEventListener("activate", (event) => event.waitUntil(letGo()));

async function letGo() {
  const mine = (await caches.keys()).filter((name) => name.startsWith(`pavgen ${HOME} `));
  await Promise.all(mine.map((name) => caches.delete(name)));
  await self.registration.unregister();
  const pages = await self.clients.matchAll({ type: "window" });
  await Promise.all(pages.map((page) => page.navigate(page.url).catch(() => undefined)));
}
