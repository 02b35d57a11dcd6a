/**
 * Starts the app: makes the page's one Trusted Types policy, then loads glue and module. In frames of other sites it
 * makes none: no script runs beside the page there.
 *
 * A file of its own because the content security policy allows no inline script. It holds no
 * address that changes: glue and module are named by the preload links in the page's head, other modules by its `<meta>`s.
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

const framed = document.documentElement.dataset.place === "frame";
// Browsers without Trusted Types take the plain text.
const policy = framed ? undefined : globalThis.trustedTypes?.createPolicy("swanilai", { createScriptURL: address });

/** Other modules of the app by their names, each loaded once; one that did not come can be asked for again. */
const modules = new Map();
/** The latest start. Each waits for the one before it: what starts is called by one name, which is the same for all. */
let latest = Promise.resolve();

/** A program, compiled while it comes; some hosts do not say what it is, and then it is compiled when it is there. */
async function compiled(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status}: ${answer.url}`);
  const named = answer.headers.get("content-type") === "application/wasm";
  return named ? WebAssembly.compileStreaming(answer) : WebAssembly.compile(await answer.arrayBuffer());
}

/** Glue and program of a module. Fetched side by side: one that stalls holds up no other. */
async function fetched(name) {
  const { content, dataset } = document.head.querySelector(`meta[name="swanilai:module:${name}"]`);
  const whole = (path) => new URL(path, document.baseURI).href;
  const [glue, program] = await Promise.all([import(whole(content)), compiled(whole(dataset.wasm))]);
  return { glue, program };
}

async function started({ glue, program }) {
  let draw;
  // The module calls it when it starts.
  globalThis.swanilaiServed = (given) => {
    draw = given;
  };
  try {
    await glue.default({ module_or_path: program });
  } finally {
    delete globalThis.swanilaiServed;
  }
  return draw;
}

function module(name) {
  if (!modules.has(name)) {
    const loaded = fetched(name).then((own) => {
      const start = latest.then(() => started(own));
      latest = start.catch(() => {});
      return start;
    });
    modules.set(name, loaded);
    loaded.catch(() => modules.delete(name));
  }
  return modules.get(name);
}

/** What is asked for while the app is still on its way, by address. */
const asked = new Map();

/** All of an answer: the app then need not wait for it once more. What is no such file, it asks for itself. */
const whole = (answer) => (answer.ok && !/html/.test(answer.headers.get("content-type")) ? answer.arrayBuffer() : undefined);

/** Hands that over, once; asked for anew where it did not come. */
function ahead(address) {
  const answer = asked.get(address);
  asked.delete(address);
  return answer?.then((came) => came ?? fetch(address));
}

/**
 * The instrument that the first view needs, if one: that in the address, else that of the assessment that is open. Addresses
 * are state/route.rs's, keys and what they hold edge/storage's: a slot is a line of its own, then the document.
 */
function instrument() {
  const [, view, id] = location.hash.split("/");
  if (["mulai", "formulir", "tentang"].includes(view)) return id;
  if (!view || view === "rekap") return undefined;
  const { instance } = document.documentElement.dataset;
  const scope = `swanilai:1${instance ? `@${instance}` : ""}:`;
  const slot = localStorage[`${scope}doc:${localStorage[`${scope}set:open`]}:a`];
  return JSON.parse(slot.slice(slot.indexOf("\n"))).rubric.id;
}

try {
  const [named] = document.getElementsByName(`swanilai:rubric:${instrument()}`);
  if (named) {
    const address = new URL(named.content, document.baseURI).href;
    asked.set(address, fetch(address).then(whole, () => undefined));
  }
} catch {
  // Nothing is kept here, or nothing that can be read: the app says so.
}

/**
 * What the app may ask of this file: `swanilai.module("recap")`, `swanilai.ahead(address)`, and on a page of its own
 * `swanilai.script("offline")`.
 */
globalThis.swanilai = Object.freeze({
  module,
  ahead,
  ...(!framed && { script: policy ? (name) => policy.createScriptURL(name) : address }),
});

/** The address in one of the head's links. */
const preloaded = (selector) => document.head.querySelector(selector).href;
/** What sight.js has drawn where the app will stand. */
const sight = globalThis.swanilaiSight;
/** Milliseconds that what is drawn waits for the instrument, so that the app has all it needs when it takes that place. */
const PATIENCE = 5_000;

try {
  const late = new Promise((done) => setTimeout(done, PATIENCE));
  const [glue, program] = await Promise.all([
    import(preloaded('link[rel="modulepreload"]')),
    compiled(preloaded('link[rel="preload"][type="application/wasm"]')),
    sight?.stands && Promise.race([...asked.values(), late]),
  ]);
  await glue.default({ module_or_path: program });
} catch (cause) {
  sight?.leave();
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
