/**
 * `<swanilai-widget rubric="sakip-2021" mode="kantor" heading-level="2" instance="a">`: the app as an element of a page
 * whose site keeps these files itself. The page includes this module and nothing else.
 *
 * Invariant: nothing of the page around is changed, its address, history, title and focus included; what is made here
 * is made node by node, so that no Trusted Types policy is needed.
 */

/** What the build made, relative to this file: `{ css, glue, wasm, modules: {name: {glue, wasm}}, rubrics: {id: path}, examples: {id: path} }`. */
const FILES = "xtask: addresses";

/** How long an element may be away from every page before its app is taken down, in milliseconds. */
const AWAY = 1000;

const NAME = /^[\w-]{1,64}$/;

const address = (path) => new URL(path, import.meta.url).href;

/** How to mount an app, once glue and module are there; one module for all elements. */
let module;

/** What the app is called by here, and all that it loads later. */
const [APP, LATER] = ["swanilaiElements", "swanilaiServed"];

/** Glue and program. Fetched side by side: one that stalls holds up no other. */
async function fetched(files) {
  const [glue, answer] = await Promise.all([import(address(files.glue)), fetch(address(files.wasm))]);
  if (!answer.ok) throw new Error(`${answer.status}: ${answer.url}`);
  return { glue, program: await WebAssembly.compile(await answer.arrayBuffer()) };
}

async function started({ glue, program }, name) {
  let mount;
  // The module looks for this when it starts, and then leaves the page's own elements alone.
  globalThis[name] = (given) => {
    mount = given;
  };
  try {
    await glue.default({ module_or_path: program });
  } finally {
    delete globalThis[name];
  }
  return mount;
}

/** Other modules of the app by their names, each loaded once; one that did not come can be asked for again. */
const modules = new Map();
/** The latest start. Each waits for the one before it: what starts is called by one name, which is the same for all. */
let latest = Promise.resolve();

/** What stands for `location` in an element: Back and the page's own address stay the page's. */
class Address extends EventTarget {
  #hash;
  /** What was asked for while the app was still on its way, by address. */
  #asked = new Map();

  constructor(hash) {
    super();
    this.#hash = hash;
  }

  get hash() {
    return this.#hash;
  }

  set hash(to) {
    const next = `#${to.replace(/^#/, "")}`;
    if (next === this.#hash) return;
    this.#hash = next;
    setTimeout(() => this.dispatchEvent(new Event("hashchange")));
  }

  replace(to) {
    this.#hash = to;
  }

  /** Asks for a file that the first view needs. */
  ask(address) {
    this.#asked.set(address, fetch(address).then((answer) => (answer.ok ? answer : undefined), () => undefined));
  }

  /** Hands over what was asked for, once, asked for anew where it did not come. */
  ahead(address) {
    const answer = this.#asked.get(address);
    this.#asked.delete(address);
    return answer?.then((came) => came ?? fetch(address));
  }

  module(name) {
    if (!modules.has(name)) {
      const loaded = fetched(FILES.modules[name]).then((own) => {
        const start = latest.then(() => started(own, LATER));
        latest = start.catch(() => {});
        return start;
      });
      modules.set(name, loaded);
      loaded.catch(() => modules.delete(name));
    }
    return modules.get(name);
  }
}

/** An element with its properties and what is in it. */
function make(tag, properties = {}, ...inside) {
  const made = document.createElement(tag);
  const { data, ...others } = properties;
  Object.assign(made, others);
  Object.assign(made.dataset, data);
  made.append(...inside);
  return made;
}

/** What is shown after a panic; the app finds its parts by their ids. */
const panic = () =>
  make("div", { id: "panic", className: "boot", hidden: true },
    make("div", { role: "alert" },
      make("h1", {}, "Swanilai berhenti karena masalah di dalam aplikasi"),
      make("p", {}, "Jawaban terakhir yang tersimpan tidak hilang. Unduh dulu berkasnya, lalu muat ulang halaman ini."),
    ),
    make("p", { className: "actions" },
      make("button", { id: "panic-save", type: "button", className: "button", data: { kind: "primary" } }, "Unduh berkas terakhir"),
      " ",
      make("button", { id: "panic-reload", type: "button", className: "button" }, "Muat ulang"),
    ),
    make("div", { id: "panic-copy", className: "field", hidden: true },
      make("label", { htmlFor: "panic-text" }, "Salin teks ini dan simpan sebagai berkas .json"),
      make("textarea", { id: "panic-text", readOnly: true }),
    ),
  );

const loading = () =>
  make("div", { className: "boot" },
    make("p", { className: "boot-status", role: "status" }, "Swanilai sedang dimuat …"),
  );

const failure = (again) =>
  make("div", { className: "boot", id: "boot-failure" },
    make("div", { role: "alert" },
      make("h1", {}, "Swanilai tidak dapat dibuka"),
      make("p", {}, "Periksa sambungan Anda, lalu coba lagi. Bila tetap gagal, perbarui peramban Anda: Chrome atau Edge 109, Firefox 115, Safari 15.4, atau yang lebih baru."),
      make("p", {}, "Isian yang tersimpan di perangkat ini tidak berubah."),
    ),
    make("p", { className: "actions" }, make("button", { type: "button", className: "button", data: { kind: "primary" }, onclick: again }, "Coba lagi")),
  );

/** Which element has a name. */
const instances = new Map();

class SwanilaiWidget extends HTMLElement {
  #root = this.attachShadow({ mode: "open" });
  /** Where the app is, also for when the element comes back after it was taken away. */
  #address;
  #instance;
  /** The latest start, so that what comes late for an earlier one is left alone; none while nothing runs. */
  #run;
  #unmount;
  #away;
  #focused;
  #changes = [];

  constructor() {
    super();
    this.#root.addEventListener("click", (event) => this.#follow(event));
    this.#root.addEventListener("focusin", (event) => {
      this.#focused = event.target;
    });
    this.#root.addEventListener("focusout", ({ target }) => {
      // What is moved with the element loses the focus too, and has it again by then.
      setTimeout(() => {
        if (this.#focused === target && this.#root.activeElement !== target) this.#focused = undefined;
      });
    });
  }

  connectedCallback() {
    clearTimeout(this.#away);
    if (this.#run === undefined) {
      this.#start();
    } else if (this.#focused?.isConnected) {
      this.#focused.focus({ preventScroll: true });
    }
  }

  disconnectedCallback() {
    this.#away = setTimeout(() => this.#stop(), AWAY);
  }

  /** `moveBefore` keeps all there is. */
  connectedMoveCallback() {}

  /** An attribute, if it looks as it has to; anything else is as if it were not there. */
  #said(name, form) {
    const value = this.getAttribute(name) ?? "";
    return form.test(value) ? value : "";
  }

  /** A name that no other element of the page has: two that share one would write over each other. */
  #reserve(wanted) {
    let name = wanted;
    for (let turn = 2; instances.get(name)?.isConnected; turn += 1) name = `${wanted}-${turn}`;
    // One that has left has to make room for what a page puts in its place, and to keep what it holds before.
    instances.get(name)?.#stop();
    instances.set(name, this);
    return name;
  }

  async #start() {
    const run = (this.#run = {});
    const rubric = this.#said("rubric", /^[a-z0-9-]{1,64}$/);
    const mode = this.#said("mode", /^kantor$/) || "latihan";
    this.#instance ??= this.#reserve(this.#said("instance", NAME) || rubric || "widget");
    // Exercises are kept apart from an office's own assessments.
    const instance = mode === "kantor" ? this.#instance : `${this.#instance}~latihan`;
    if (this.#address === undefined) {
      this.#address = new Address(begun(instance) ? "#/isi" : rubric && `#/mulai/${rubric}`);
      if (Object.hasOwn(FILES.rubrics, rubric)) this.#address.ask(address(FILES.rubrics[rubric]));
    }
    const app = make("div", { id: "app" }, loading());
    const screen = panic();
    const data = { place: "element", mode, rubric, instance };
    const widget = make("section", { className: "widget", lang: "id", data }, app, screen);
    widget.setAttribute("aria-label", this.getAttribute("aria-label") ?? "Swanilai");
    const styles = make("link", { rel: "stylesheet", href: address(FILES.css) });
    const styled = new Promise((done, refused) => {
      styles.onload = done;
      styles.onerror = () => refused(new Error("the styles did not come"));
    });
    this.#root.replaceChildren(styles, ...metas(), widget);
    this.#watch(app, { childList: true, subtree: true }, () => this.#level());
    this.#watch(screen, { attributeFilter: ["hidden"] }, () => this.#tell("error", { reason: "panic" }));
    try {
      module ??= fetched(FILES).then((own) => started(own, APP));
      const [mount] = await Promise.all([module, styled]);
      if (run !== this.#run) return;
      measure(styles, widget);
      this.#unmount = mount(app, this.#address);
      this.#tell("ready", {});
    } catch (cause) {
      module = undefined;
      if (run !== this.#run) return;
      app.replaceChildren(failure(() => this.#start()));
      this.#tell("error", { reason: "boot-failure" });
      throw cause;
    }
  }

  #watch(target, what, f) {
    const observer = new MutationObserver(f);
    observer.observe(target, what);
    this.#changes.push(observer);
  }

  #stop() {
    clearTimeout(this.#away);
    for (const observer of this.#changes.splice(0)) observer.disconnect();
    this.#unmount?.();
    this.#run = this.#unmount = this.#focused = undefined;
    this.#root.replaceChildren();
    instances.delete(this.#instance);
    this.#instance = undefined;
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(`swanilai:${type}`, { detail, bubbles: true, composed: true }));
  }

  /** Links to views lead within the element, and so do those to a place in a view. */
  #follow(event) {
    const to = event.target.closest?.('a[href^="#"]')?.getAttribute("href");
    if (to === undefined || event.defaultPrevented) return;
    event.preventDefault();
    if (to.startsWith("#/")) {
      this.#address.hash = to;
    } else {
      const place = this.#root.getElementById(to.slice(1));
      place?.scrollIntoView();
      place?.focus({ preventScroll: true });
    }
  }

  /** Headings begin at the level that the page has room for. */
  #level() {
    const first = Number(this.#said("heading-level", /^[1-6]$/) || 2);
    for (const heading of this.#root.querySelectorAll("h1, h2, h3, h4")) {
      const level = String(Math.min(6, first + Number(heading.localName.slice(1)) - 1));
      if (heading.getAttribute("aria-level") !== level) heading.setAttribute("aria-level", level);
    }
  }
}

/** Whether something was filled in here before: then that is what is shown. The key is edge/storage/keys.rs's. */
function begun(instance) {
  try {
    return localStorage.getItem(`swanilai:1@${instance}:set:open`) !== null;
  } catch {
    return false;
  }
}

/** Where the app finds instruments and examples, as in the page's head. */
function metas() {
  const of = (kind, paths) =>
    Object.entries(paths).map(([id, path]) => make("meta", { name: `swanilai:${kind}:${id}`, content: address(path) }));
  return [...of("rubric", FILES.rubrics), ...of("example", FILES.examples)];
}

/** Sizes follow what the reader has set, whatever the page makes of it. */
function measure(styles, widget) {
  const probe = widget.appendChild(document.createElement("span"));
  probe.style.all = "initial";
  const size = parseFloat(getComputedStyle(probe).fontSize);
  probe.remove();
  if (size > 0) styles.sheet.insertRule(`:host { --swanilai-rem: ${size}px; }`, styles.sheet.cssRules.length);
}

if (!customElements.get("swanilai-widget")) customElements.define("swanilai-widget", SwanilaiWidget);
