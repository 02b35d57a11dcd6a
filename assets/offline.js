/**
 * Beside the app, on a page of its own only: keeps the build on the device by sw.js, offers a newer build, and asks the
 * browser to keep what was saved. Loaded by boot.js after the first view, because nothing in that view needs it.
 *
 * What came of it are attributes of the root element, by which styles pick the lines in Tentang:
 * `data-offline` = `ready` | `none`, `data-lasting` = `yes` | `no`. The offer is `#update` in index.html. The app says
 * `swanilai:kept` when an assessment is on the device, `swanilai:cleared` when everything was removed from it.
 *
 * Invariant: a page is left only after what waits was saved, and only where leaving loses nothing.
 */

const root = document.documentElement;
const offer = document.getElementById("update");
const unsaved = document.getElementById("update-unsaved");

/** Whether the page can be left: the app is asked by the browser's own two events, to save and to object. */
const leavable = async () => {
  dispatchEvent(new Event("pagehide"));
  // What came of saving is drawn before the app is asked.
  await new Promise((done) => setTimeout(done));
  const yes = dispatchEvent(new Event("beforeunload", { cancelable: true }));
  unsaved.hidden = yes;
  if (!yes) {
    offer.hidden = false;
    offer.scrollIntoView({ block: "nearest" });
  }
  return yes;
};

/** Keeps the build here, and watches for a newer one. */
const keep = async (workers) => {
  const own = `swanilai-${new URL("./", document.baseURI).pathname}#`;
  const ours = async () => (await caches.keys()).filter((name) => name.startsWith(own));
  const tell = async () => {
    root.dataset.offline = workers.controller && (await ours()).length > 0 ? "ready" : "none";
  };

  let controlled = Boolean(workers.controller);
  let leaving = false;
  workers.addEventListener("controllerchange", async () => {
    const first = !controlled;
    controlled = true;
    if (first) return tell();
    // Another worker answers now: this page goes with it, agreed to here or in another tab.
    if (leaving) return;
    leaving = await leavable();
    if (leaving) location.reload();
  });

  const registration = await workers.register(swanilai.script("offline"), { updateViaCache: "none" });
  await tell();
  const look = () => {
    if (registration.waiting && workers.controller) offer.hidden = false;
  };
  const follow = () => registration.installing?.addEventListener("statechange", look);
  registration.addEventListener("updatefound", follow);
  follow();
  look();

  document.getElementById("update-now").addEventListener("click", async () => {
    if (!(await leavable())) return;
    if (registration.waiting) registration.waiting.postMessage("SKIP_WAITING");
    else location.reload();
  });
  document.getElementById("update-later").addEventListener("click", () => {
    offer.hidden = true;
  });
  addEventListener("swanilai:cleared", async () => {
    await registration.unregister();
    for (const name of await ours()) await caches.delete(name);
    root.dataset.offline = "none";
  });
};

/** Has the browser promise to keep what was saved; asked at most once in thirty days, since some browsers ask their user. */
const last = async (storage) => {
  const asked = "swanilai:1:set:lasting";
  const month = 30 * 24 * 60 * 60 * 1000;
  const tell = (yes) => {
    root.dataset.lasting = yes ? "yes" : "no";
  };
  if (localStorage.getItem(asked)) tell(await storage.persisted());
  addEventListener("swanilai:kept", async () => {
    if (Date.now() - Number(localStorage.getItem(asked)) < month) return;
    localStorage.setItem(asked, Date.now());
    tell((await storage.persisted()) || (await storage.persist()));
  });
};

// Either may be missing or refused: the page then works as it does without.
const refused = (cause) => console.info("swanilai:", cause.message);
if (window.parent === window) {
  root.dataset.offline = "none";
  if (navigator.serviceWorker) keep(navigator.serviceWorker).catch(refused);
  if (navigator.storage?.persist) last(navigator.storage).catch(refused);
}
