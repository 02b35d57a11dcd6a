/**
 * Watches a browser context for what must never happen.
 *
 * Invariant: a page may only send GET requests to its own origin, without a query; anything else, a
 * console error, a page error, a policy violation and a failed request are faults.
 */

/** @typedef {"console" | "page" | "policy" | "request"} Kind */

/**
 * @typedef {object} Watch
 * @property {{kind: Kind, text: string}[]} faults What went wrong so far.
 * @property {(kind: Kind, pattern: RegExp) => void} allow Faults that this test brings about itself.
 * @property {string[]} requests Paths asked for so far, as the page sees it.
 */

/**
 * @param {import("playwright-core").BrowserContext} context
 * @param {string} origin
 * @returns {Promise<Watch>}
 */
export async function watch(context, origin) {
  const faults = [];
  const requests = [];
  const allowed = [];
  // What each frame still waits for, and what it gave up by being reloaded or led elsewhere.
  const waiting = new Map();
  const left = new WeakSet();
  const fault = (kind, text) => {
    if (!allowed.some((one) => one.kind === kind && one.pattern.test(text))) faults.push({ kind, text });
  };

  // Violations are reported by the page itself, in every frame, before any of its scripts runs.
  await context.exposeBinding("reportViolation", (_source, text) => fault("policy", text));
  await context.addInitScript(() => {
    const report = globalThis.reportViolation;
    addEventListener("securitypolicyviolation", (event) => {
      report(`${event.effectiveDirective} blocked ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber} ${event.sample}`);
    });
  });

  context.on("console", (message) => {
    if (message.type() === "error") fault("console", message.text());
  });
  context.on("weberror", (error) => fault("page", String(error.error())));
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol === "data:") return;
    const frame = frameOf(request);
    if (frame) {
      if (request.isNavigationRequest()) waiting.get(frame)?.forEach((one) => left.add(one));
      if (request.isNavigationRequest() || !waiting.has(frame)) waiting.set(frame, new Set());
      waiting.get(frame).add(request);
    }
    // What the service worker asks for is held to the same rules, but it is not the page that asks.
    if (url.protocol !== "blob:" && !request.serviceWorker()) requests.push(url.pathname);
    if (url.origin !== origin) fault("request", `left the origin: ${request.method()} ${url.href}`);
    if (request.method() !== "GET") fault("request", `not a GET: ${request.method()} ${url.href}`);
    if (url.search !== "") fault("request", `carries a query: ${url.href}`);
  });
  context.on("requestfinished", (request) => waiting.forEach((those) => those.delete(request)));
  context.on("requestfailed", (request) => {
    if (left.has(request) && request.failure()?.errorText === "net::ERR_ABORTED") return;
    // What comes after the first view, icon and worker's script, is given up when the page is closed.
    if (/\/(icon\.svg|offline\.[0-9a-f]+\.js)$/.test(request.url()) && request.failure()?.errorText === "net::ERR_ABORTED") return;
    fault("request", `failed: ${request.url()} ${request.failure()?.errorText}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 400) fault("request", `${response.status()}: ${response.url()}`);
  });

  return { faults, requests, allow: (kind, pattern) => allowed.push({ kind, pattern }) };
}

/** Where a request comes from; nowhere for one of the service worker, and for the first of a page that is not made yet. */
function frameOf(request) {
  try {
    return request.serviceWorker() ? undefined : request.frame();
  } catch {
    return undefined;
  }
}
