/**
 * Keeps one build on the device, whole, and answers from it, so that the page works without a network.
 *
 * The build writes the three constants in: the files as it left them and those that are kept once they were asked for, each
 * with its SHA-256, and a version that changes with any of them and with this script. A newer worker waits until the page's user agrees (offline.js) or
 * until no page is open. assets/sw-off.js, put in this script's place on the host, takes all of it back.
 *
 * Invariant: a build is kept whole or not at all but for what few ask for, and every answer comes from one build. What is not listed, other
 * methods and other origins are left to the browser.
 */

const VERSION = "xtask: version";
const FILES = "xtask: files";
const ON_DEMAND = "xtask: on demand";

/** The page itself, at the address of its folder: some hosts redirect `index.html` to it. */
const PAGE = self.registration.scope;
/** Caches of this app in this folder begin so; another folder of the same origin may hold another copy. */
const OWN = `swanilai-${new URL(PAGE).pathname}#`;
const CACHE = OWN + VERSION;
/** Digests by address. */
const addressed = (files) => new Map(Object.entries(files).map(([path, digest]) => [new URL(path, PAGE).href, digest]));
const LISTED = addressed(FILES);
const LATER = addressed(ON_DEMAND);

const digested = async (response) => {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", await response.arrayBuffer()));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
};

/** A file as the build left it. What the browser already holds is taken where it is that, and else asked for anew. */
const fetched = async (address, digest) => {
  for (const cache of ["default", "reload"]) {
    const response = await fetch(address, { cache, redirect: "error" });
    if (response.ok && (await digested(response.clone())) === digest) return response;
  }
  throw new Error(`${address} is not what the build left`);
};

const install = async () => {
  // Everything is here and compared before anything is kept.
  const files = await Promise.all(
    [...LISTED].map(async ([address, digest]) => [address, await fetched(address, digest)]),
  );
  try {
    const cache = await caches.open(CACHE);
    await Promise.all(files.map(([address, response]) => cache.put(address, response)));
  } catch (cause) {
    await caches.delete(CACHE);
    throw cause;
  }
};

const activate = async () => {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OWN) && name !== CACHE).map((name) => caches.delete(name)));
  await self.clients.claim();
};

const found = (address) => caches.match(address, { cacheName: CACHE, ignoreVary: true });

const kept = async (address, request) => (await found(address)) ?? fetch(request);

/** A file that is kept from the first time it is asked for; where there is no room for it, it is handed on all the same. */
const keptSince = async (address) => {
  const held = await found(address);
  if (held) return held;
  const response = await fetched(address, LATER.get(address));
  const cache = await caches.open(CACHE);
  await cache.put(address, response.clone()).catch(() => undefined);
  return response;
};

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));

self.addEventListener("message", (event) => {
  if (event.data === "SKIP_WAITING") self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const visited = request.mode === "navigate" && request.destination === "document";
  const address = new URL(request.url);
  address.hash = "";
  if (visited) address.search = "";
  const wanted = address.href === `${PAGE}index.html` ? PAGE : address.href;
  if (LISTED.has(wanted)) event.respondWith(kept(wanted, request));
  // Without a network every visit in this folder leads to the page. By its own address: its files are named from there.
  else if (LATER.has(wanted)) event.respondWith(keptSince(wanted));
  else if (visited) event.respondWith(fetch(request).catch(() => Response.redirect(PAGE)));
});
