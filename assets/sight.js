/**
 * What was in sight of the form when the page was left: drawn again at once where the page is opened at the same place, while
 * the app is on its way. Levels can be pressed in it; the app hears of them when it stands. Nothing else can be used, and the
 * score is not shown before it is reckoned.
 *
 * It is kept beside the documents (edge/storage takes it away with them), only while the open one is kept on this device, and
 * drawn only while that one is as it was then. On a page of its own only. It sees by itself when the app begins to be drawn;
 * boot.js, which loads the app, says where that does not come.
 *
 * Invariant: what is drawn is made of elements and attributes that run nothing and lead nowhere else; a level pressed in it is
 * answered, or it is said that it is not.
 */

const KEY = "swanilai:1:sight";
/** Characters at most: what matters more needs the room. */
const MOST = 60_000;
/** Milliseconds until the app is shown as it is, whatever it draws. */
const PATIENCE = 5_000;

const ELEMENTS = new Set(
  "a article button circle details div fieldset g h1 h2 h3 header input label legend li nav ol option p path rect section select span strong summary svg text textarea ul".split(" "),
);
const ATTRIBUTES =
  /^(class|id|for|name|type|value|checked|selected|disabled|open|role|tabindex|width|height|[xydr]|c[xy]|transform|viewBox|text-anchor|overflow|focusable|inputmode|placeholder|(aria|data)-[a-z-]+)$/;
const CONTROLS = ["button", "input", "select", "textarea"];
/** Of the moment, to be said once, or not to be seen. */
const LEFT_OUT = "[hidden], [role=alert], [role=status], details:not([open]) > :not(summary), footer";
/** What holds the score. */
const BOARD = ".scoreboard";
/** The form's address; what follows it says which part. */
const FORM = "#/isi";

const app = document.getElementById("app");
/** What tells that the app is on its way. */
const LOADING = ".boot-status, .boot-slow";
/** What stands in the app's place, if anything does. */
let sight;
/** The level pressed last in it, by group; what has the focus; whether someone is at it. */
const pressed = new Map();
let focused = "";
let used = false;
/** The document it is of. */
let drawnOf;

/** What a document is now, by the first lines of its slots, and the build that draws it; nothing where none is kept. */
function stamp(id) {
  const heads = ["a", "b"].map((side) => localStorage[`swanilai:1:doc:${id}:${side}`]?.split("\n", 1)[0]);
  const build = document.head.querySelector('link[type="application/wasm"]').href;
  return heads.some(Boolean) ? [build, id, ...heads].join("\n") : undefined;
}

const isNear = (card) => {
  const { top, bottom } = card.getBoundingClientRect();
  return bottom > 0 && top < 2 * innerHeight;
};

/** A node as it is kept: its text, or its name, its attributes and what it holds. */
function noted(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  const name = node.localName;
  if (!ELEMENTS.has(name) || node.matches(LEFT_OUT) || (node.matches(".card-place") && !isNear(node))) return "";
  const attributes = Object.fromEntries(Array.from(node.attributes, ({ name, value }) => [name, value]));
  // What was chosen and typed is no attribute of these.
  for (const state of ["checked", "selected"]) if (state in node) attributes[state] = node[state] ? "" : undefined;
  if (name === "input") attributes.value = node.value;
  const inside = node.matches(BOARD) ? [] : node.childNodes;
  const held = name === "textarea" ? [node.value] : Array.from(inside, noted);
  return [name, attributes, ...held.filter(Boolean)];
}

/** Keeps what is in sight of a page that goes out of sight; what was kept before goes where that is of no use any more. */
function keep() {
  if (sight?.isConnected) return;
  // Where it is drawn again, it goes to its place by itself: the browser would go by the length of the page.
  history.scrollRestoration = "auto";
  if (document.visibilityState !== "hidden") return;
  try {
    // In Komputer bersama nothing is kept, and another tab may have opened another assessment on this device.
    const about = location.hash.startsWith(FORM) && app.querySelector(BOARD) && shown() && stamp(shown());
    const first = scrollY && [...app.querySelectorAll(".card")].find(isNear)?.getBoundingClientRect().top;
    const text = about && JSON.stringify([about, location.hash, first, Array.from(app.childNodes, noted).filter(Boolean)]);
    if (!text || text.length > MOST) return localStorage.removeItem(KEY);
    localStorage[KEY] = text;
    history.scrollRestoration = "manual";
  } catch {
    // It is a convenience: where nothing can be kept, the page opens as it does without.
  }
}

function drawn(node, space) {
  if (!Array.isArray(node)) return String(node);
  const [name, attributes, ...held] = node;
  if (!ELEMENTS.has(name)) return "";
  const own = name === "svg" ? "http://www.w3.org/2000/svg" : space;
  const element = document.createElementNS(own, name);
  const radio = name === "input" && attributes.type === "radio";
  for (const [attribute, value] of Object.entries(attributes)) {
    const inside = attribute === "href" && /^#/.test(value);
    if (ATTRIBUTES.test(attribute) || inside) element.setAttribute(attribute, value);
  }
  // Else one group with the app's own.
  if (radio) element.name = `sight-${attributes.name}`;
  else if (CONTROLS.includes(name)) element.disabled = true;
  element.append(...held.map((one) => drawn(one, own)));
  return element;
}

/** Draws what was kept, if that still holds. */
function draw() {
  const [about, hash, first, nodes] = JSON.parse(localStorage[KEY]);
  const id = localStorage["swanilai:1:set:open"];
  if (about !== stamp(id) || ![hash, FORM].includes(location.hash)) return;
  const all = document.createElement("div");
  all.className = "sight";
  all.append(...nodes.map((node) => drawn(node, document.documentElement.namespaceURI)));
  const [board, card] = [BOARD, ".card"].map((part) => all.querySelector(part));
  if (!board || !card) return;
  board.append(...app.querySelectorAll(LOADING));
  app.hidden = true;
  app.after(all);
  sight = all;
  drawnOf = id;
  addEventListener("beforeunload", (event) => pressed.size > 0 && event.preventDefault());
  if (first) scrollBy(0, card.getBoundingClientRect().top - first);
  sight.addEventListener("change", ({ target }) => pressed.set(target.name, target.id));
  sight.addEventListener("focusin", ({ target }) => (focused = target.id));
  for (const sign of ["pointerdown", "keydown", "wheel", "touchmove"]) {
    sight.addEventListener(sign, () => (used = true), { passive: true });
  }
  // Another view was asked for.
  addEventListener("hashchange", leave, { once: true });
  watch(cover);
}

/** The document that the app shows, where that is the latest of it there is, and this tab keeps it. */
const shown = () => (sessionStorage["swanilai:1:shared"] ? undefined : app.querySelector("[data-latest]")?.dataset.latest);

/** The app's element of an id; what was drawn has the same ids. */
const own = (id) => app.querySelector(`[id="${CSS.escape(id)}"]`);

/** Has the app hear of what was pressed. */
function handOver() {
  const unheard = document.getElementById("unheard");
  for (const id of pressed.values()) {
    // Another tab may have opened another assessment since, with the same questions.
    const level = shown() === drawnOf && own(id);
    if (level) level.click();
    if (!level?.checked) unheard.hidden = false;
  }
  pressed.clear();
  // Until the next answer, or another view.
  for (const sign of ["change", "hashchange"]) addEventListener(sign, () => (unheard.hidden = true), { once: true });
}

/** Gives way to the app, once, with what was pressed; to the words that it is on its way, where it is not there. */
function leave() {
  if (!sight?.isConnected) return;
  const seen = (one) => one.getBoundingClientRect().bottom > 0 && one.getBoundingClientRect().top < innerHeight;
  const at = used && [...sight.querySelectorAll(":focus"), ...sight.querySelectorAll(".card")].find(seen);
  const top = at && at.getBoundingClientRect().top;
  app.querySelector(".boot")?.append(...sight.querySelectorAll(LOADING));
  sight.remove();
  app.hidden = false;
  history.scrollRestoration = "auto";
  handOver();
  if (used && focused) own(focused)?.focus({ preventScroll: true });
  const there = at && own(at.id);
  if (there) scrollBy(0, there.getBoundingClientRect().top - top);
}

/** The app begins to be drawn. It is seen when as much of it stands there, which on slow devices comes piece by piece. */
function cover() {
  if (!sight.isConnected) return;
  const from = scrollY;
  sight.dataset.over = "";
  sight.scrollTop = from;
  app.hidden = false;
  const cards = [...sight.querySelectorAll(".card")];
  watch(() => {
    const stands = cards.every((card) => own(card.id)) || !location.hash.startsWith(FORM);
    if (stands) {
      handOver();
      // The app goes to its place first.
      requestAnimationFrame(() => requestAnimationFrame(leave));
    }
    return !stands;
  });
  setTimeout(leave, PATIENCE);
}

/** Looks after every change in the app, before it is seen, for as long as it is told to. */
function watch(look) {
  const seen = new MutationObserver(() => look() || seen.disconnect());
  seen.observe(app, { childList: true, subtree: true });
}

try {
  draw();
} catch {
  // Nothing is kept, or nothing of ours.
}
// At the window: after the app, which hears it at the document and saves what waits.
addEventListener("visibilitychange", keep);

globalThis.swanilaiSight = Object.freeze({ stands: Boolean(sight), leave });
