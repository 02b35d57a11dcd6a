/**
 * The way back: put in the place of sw.js on the host, it removes what sw.js has kept and lets go of the page, which
 * then comes from the host again. Open pages save, then reload (offline.js).
 *
 * Invariant: it answers no request, and touches no cache but this app's in this folder.
 */

const OWN = `swanilai-${new URL(self.registration.scope).pathname}#`;

const off = async () => {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OWN)).map((name) => caches.delete(name)));
  await self.registration.unregister();
};

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(off()));
