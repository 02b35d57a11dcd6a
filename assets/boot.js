/**
 * Starts the app: makes the page's one Trusted Types policy, then loads glue and module. In frames of other sites it
 * makes none: no script runs beside the page there.
 *
 * A file of its own because the content security policy allows no inline script. It holds no
 * address that changes: glue and module are named by the preload links in the page's head.
 */

/** Scripts that run beside the page. Constant: nothing else can ever become a script's address. */
const SCRIPTS = new Map([
  ["offline", "./sw.js"],
  ["worker", "./worker.js"],
]);

/** The address of one of SCRIPTS; a name that is not there is a mistake in the program. */
const address = (name) => {
  const found = SCRIPTS.get(name);
  if (found === undefined) throw new TypeError(`no such script: ${name}`);
  return found;
};

if (document.documentElement.dataset.place !== "frame") {
  // Browsers without Trusted Types take the plain text.
  const policy = globalThis.trustedTypes?.createPolicy("swanilai", { createScriptURL: address });

  /** What the app may ask of this file: `swanilai.script("offline")`. */
  globalThis.swanilai = Object.freeze({
    script: policy ? (name) => policy.createScriptURL(name) : address,
  });
}

/** The address in one of the head's links. */
const preloaded = (selector) => document.head.querySelector(selector).href;

try {
  const glue = await import(preloaded('link[rel="modulepreload"]'));
  await glue.default({
    module_or_path: preloaded('link[rel="preload"][type="application/wasm"]'),
  });
} catch (cause) {
  // The app says itself what went wrong where it got that far; this is for when it did not.
  if (document.querySelector(".boot-status")) {
    document.getElementById("app").hidden = true;
    document.getElementById("boot-failure").hidden = false;
  }
  throw cause;
}

// After the first view, and only where the page names it: a page of its own.
const offline = document.head.querySelector('meta[name="swanilai:offline"]');
if (offline) setTimeout(() => import(new URL(offline.content, document.baseURI).href));
