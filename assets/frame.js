/**
 * The page in a frame of another site: the one place where it speaks with that site.
 *
 * Loaded by embed.html alone, before boot.js. What the address asks for becomes attributes of the root element, which
 * the app reads. What the app tells (src/edge/host.rs) are events here; what passes on goes to the one origin that the
 * address names, after that origin has greeted. docs/embedding.md describes the messages.
 */

const root = document.documentElement;
const asked = new URLSearchParams(location.search);
const by = (id) => document.getElementById(id);

/* What the address asks for. */

/** What may be asked for, and how it has to look; anything else is as if it were not there. */
const given = (name, form) => {
  const value = asked.get(name) ?? "";
  return form.test(value) ? value : "";
};
const id = given("id", /^[\w-]{1,64}$/);
const rubric = given("rubric", /^[a-z0-9-]{1,64}$/);
const office = given("mode", /^kantor$/) !== "";
const heading = Number(given("heading", /^[2-6]$/) || 1);
const mayAsk = given("results", /^1$/) !== "" && office;

root.dataset.mode = office ? "kantor" : "latihan";
// Exercises are kept apart from an office's own assessments, and both from the page by itself, whose storage a browser may
// give to frames as well; no name that a site can ask for is one of these two.
root.dataset.instance = office ? id || "~kantor" : `${id}~latihan`;
if (rubric) {
  root.dataset.rubric = rubric;
  by("outside").href = `./#/mulai/${rubric}`;
  if (!location.hash) history.replaceState(null, "", first());
}

/**
 * The first view: what was being filled in here; the list where that is of another instrument and one of this is kept; else
 * the beginning. The keys and what they hold are edge/storage's: a slot is a line of its own, then the document.
 */
function first() {
  const scope = `swanilai:1@${root.dataset.instance}:`;
  const ours = (key) => {
    try {
      const raw = localStorage[key];
      return JSON.parse(raw.slice(raw.indexOf("\n"))).rubric.id === rubric;
    } catch {
      // Broken, or not there.
      return false;
    }
  };
  try {
    const open = `${scope}doc:${localStorage[`${scope}set:open`]}:`;
    if (ours(`${open}a`) || ours(`${open}b`)) return "#/isi";
    if (Object.keys(localStorage).some((key) => key.startsWith(`${scope}doc:`) && ours(key))) return "#/";
  } catch {
    // This browser keeps nothing here.
  }
  return `#/mulai/${rubric}`;
}

/* Who is spoken with. */

/** The origin that the address names, unless the browser says that another one is around the page. */
const partner = (() => {
  const named = asked.get("host");
  try {
    if (new URL(named).origin !== named || named === "null") return null;
  } catch {
    return null;
  }
  const around = location.ancestorOrigins?.[0];
  return around === undefined || around === named ? named : null;
})();
let greeted = false;
/** The latest of each type, for when the partner greets. */
const latest = new Map();

const post = (type, more, target) => parent.postMessage({ ...more, ns: "swanilai", v: 1, id, type }, target);

/** Tells the partner, and nobody else. */
const tell = (type, more) => {
  if (greeted) post(type, more, partner);
  else latest.set(type, more);
};

const TYPES = { dirty: "dirty", progress: "progress", error: "error", ...(office && { zonechange: "zone" }) };
for (const [event, type] of Object.entries(TYPES)) {
  document.addEventListener(`swanilai:${event}`, ({ detail }) => tell(type, detail));
}
/** Whether there is anything to send yet. */
let begun = false;
document.addEventListener("swanilai:progress", () => (begun = true), { once: true });

/* Height: holds no data, so anyone may hear it. */

let height = 0;
let ready = false;
const measure = () => Math.ceil(root.getBoundingClientRect().height);

/** How long the site may take to give the height it was told, in milliseconds. */
const ANSWER = 250;
let waiting;
/** Without a bar only while the site gives the height, but for a pixel of rounding; where it does not, the frame scrolls. */
const fit = () => root.toggleAttribute("data-managed", greeted && innerHeight + 1 >= measure());
const fitLater = () => {
  clearTimeout(waiting);
  waiting = setTimeout(fit, ANSWER);
};
addEventListener("resize", fitLater);

const resized = (at) => {
  fitLater();
  const now = measure();
  if (!ready || (now === height && at === undefined)) return;
  height = now;
  post("resize", at === undefined ? { height } : { height, at }, "*");
};
new ResizeObserver(() => resized()).observe(root);

/** Brings a part into sight: here where the frame scrolls, and by the site where that does. */
const lead = (part) => {
  const { top } = part.getBoundingClientRect();
  resized(Math.max(0, Math.round(top + ("managed" in root.dataset ? scrollY : 0))));
};

/** A new view begins where the focus is led to: two frames later it is drawn. */
addEventListener("hashchange", () => {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => lead(document.activeElement ?? document.body)),
  );
});

/* What happens to the app. */

/** The first heading's level as the site has it, and the others below it. */
const level = () => {
  for (const title of document.querySelectorAll("h1, h2, h3, h4")) {
    const own = String(Math.min(6, Number(title.localName[1]) + heading - 1));
    if (title.getAttribute("aria-level") !== own) title.setAttribute("aria-level", own);
  }
};

let notice;
new MutationObserver(() => {
  if (heading > 1) level();
  // What came of a press may stand far from what was pressed.
  const shown = by("notice");
  if (shown && shown.textContent !== notice && !document.activeElement?.closest(".here")) {
    shown.scrollIntoView({ block: "nearest" });
    lead(shown);
  }
  notice = shown?.textContent;
  if (!ready && !document.querySelector(".boot-status")) {
    ready = true;
    height = measure();
    post("ready", { height }, "*");
  }
}).observe(by("app"), { childList: true, subtree: true });

for (const screen of [by("panic"), by("boot-failure")]) {
  new MutationObserver(() => tell("error", { reason: screen.id })).observe(screen, { attributeFilter: ["hidden"] });
}

/* The result: only where the site may ask, has asked, and the person presses the button that names it. */

/** How long the button does nothing, in milliseconds: what was about to be pressed there was something else. */
const SETTLE = 700;
/** After how many refusals nobody is asked again. */
const ENOUGH = 2;
let refusals = 0;

let letGo = false;
document.addEventListener("swanilai:result", ({ detail }) => {
  if (letGo) tell("result", detail);
  letGo = false;
});
const closeQuestion = () => (by("result-asked").hidden = true);

by("result-send").addEventListener("click", () => {
  closeQuestion();
  letGo = true;
  by("app").dispatchEvent(new CustomEvent("swanilai:getresult"));
  if (letGo) tell("error", { reason: "nothing" });
  letGo = false;
});
const declined = () => tell("error", { reason: "declined" });
by("result-keep").addEventListener("click", () => {
  closeQuestion();
  refusals += 1;
  declined();
});

/* What the site offers: shown at once only where nobody is at work. */

let held;
const show = (text) => {
  by("offered").hidden = true;
  by("app").dispatchEvent(new CustomEvent("swanilai:prefill", { detail: text }));
};
const isBusy = () => begun || by("take") || document.activeElement?.matches?.("input, textarea, select");
by("offered-show").addEventListener("click", () => show(held));
by("offered-leave").addEventListener("click", () => (by("offered").hidden = true));

/* Colours, font and space. */

const COLOUR = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i;
const within = (least, most) => (value) => Number(value) >= least && Number(value) <= most;
/** What may be set, and how its value has to look: never text of CSS, never an address. */
const THEME = new Map([
  ["--swanilai-brand", (value) => COLOUR.test(value)],
  ["--swanilai-ground", (value) => COLOUR.test(value)],
  ["--swanilai-surface", (value) => COLOUR.test(value)],
  ["--swanilai-ink", (value) => COLOUR.test(value)],
  ["--swanilai-radius", (value) => /^\d{1,2}px$/.test(value) && within(0, 24)(value.slice(0, -2))],
  ["--swanilai-space", (value) => /^\d(\.\d{1,2})?$/.test(value) && within(0.75, 1.5)(value)],
  ["--swanilai-font", (value) => /^[\w "',-]{1,200}$/.test(value) && CSS.supports("font-family", value)],
]);
const READABLE = 4.5;
const SEEN = 3;
/** What is read on what, and the lines of fields, which have to be seen. */
const PAIRS = [
  ["ink", "ground"], ["ink", "surface"], ["ink", "tint"],
  ["muted", "ground"], ["muted", "surface"],
  ["error", "ground"], ["error", "surface"],
  ["brand", "ground"], ["brand", "surface"], ["brand", "tint"],
  ["on-brand", "brand"],
  ["line-strong", "surface", SEEN],
];

const luminance = (colour) => {
  const digits = colour.length === 4 ? colour.replace(/[^#]/g, "$&$&") : colour;
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(digits.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one, other) => {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

let wanted = new Map();
const dress = () => {
  for (const name of [...THEME.keys(), "--swanilai-brand-strong"]) root.style.removeProperty(name);
  // Who has chosen colours for the whole system keeps them.
  if (matchMedia("(forced-colors: active)").matches) return;
  const own = getComputedStyle(root);
  const worn = new Map(wanted);
  const colour = (name) => worn.get(`--swanilai-${name}`) ?? own.getPropertyValue(`--swanilai-${name}`).trim();
  // What cannot be read is given up, pair by pair, until everything can: at the latest with our own colours.
  for (let again = true; again; ) {
    again = false;
    for (const [first, second, least = READABLE] of PAIRS) {
      const pair = [first, second];
      const chosen = pair.map((name) => `--swanilai-${name}`).filter((name) => worn.has(name));
      const [one, other] = pair.map(colour);
      if (chosen.length > 0 && !(COLOUR.test(one) && COLOUR.test(other) && contrast(one, other) >= least)) {
        for (const name of chosen) worn.delete(name);
        again = true;
      }
    }
  }
  for (const [name, value] of worn) root.style.setProperty(name, value);
  const brand = worn.get("--swanilai-brand");
  if (brand) root.style.setProperty("--swanilai-brand-strong", brand);
};
for (const what of ["(prefers-color-scheme: dark)", "(forced-colors: active)", "(prefers-contrast: more)"]) {
  matchMedia(what).addEventListener("change", dress);
}

/* What the partner may say. */

const MOST = 1024 * 1024;
const SAID = new Map([
  ["init", () => {
    greeted = true;
    root.dataset.managed = "";
    fitLater();
    for (const [type, more] of latest) tell(type, more);
    latest.clear();
  }],
  ["theme", ({ properties }) => {
    const fits = ([name, value]) => typeof value === "string" && THEME.get(name)?.(value);
    wanted = new Map(Object.entries(properties ?? {}).filter(fits));
    dress();
  }],
  ["prefill", ({ document: offered }) => {
    const text = typeof offered === "string" ? offered : JSON.stringify(offered);
    if (typeof text !== "string" || text.length > MOST) throw new TypeError("no document");
    if (!isBusy()) return show(text);
    held = text;
    by("offered").hidden = false;
  }],
  ["getResult", () => {
    if (!mayAsk) return tell("error", { reason: office ? "notAllowed" : "practice" });
    if (!begun) return tell("error", { reason: "nothing" });
    if (refusals >= ENOUGH) return declined();
    if (!by("result-asked").hidden) return;
    for (const place of document.querySelectorAll("[data-asker]")) place.textContent = partner;
    by("result-asked").hidden = false;
    const send = by("result-send");
    send.disabled = true;
    setTimeout(() => (send.disabled = false), SETTLE);
    resized(0);
  }],
  ["focus", () => {
    if (document.activeElement === document.body) by("view-title")?.focus();
  }],
]);

addEventListener("message", ({ source, origin, data }) => {
  if (source !== parent || parent === window || partner === null || origin !== partner) return;
  if (typeof data !== "object" || data === null || data.ns !== "swanilai" || data.v !== 1 || data.id !== id) return;
  const act = SAID.get(data.type);
  if (!act || (!greeted && data.type !== "init")) return;
  try {
    act(data);
  } catch {
    // Whatever was sent that is none of ours.
    tell("error", { reason: data.type });
  }
});
