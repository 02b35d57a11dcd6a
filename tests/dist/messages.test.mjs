/** The gate between the frame and the site around it, under whatever a site may send: seeded, so that a failure comes again. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import vm from "node:vm";

const GATE = readFileSync(fileURLToPath(new URL("../../assets/frame.js", import.meta.url)), "utf8");
const HOST = "https://contoh.go.id";
const ROUNDS = 20_000;

/** The gate in a window of stubs, which write down whatever it does. */
function gate(mode) {
  const done = { posted: [], set: [], events: [] };
  let hear;
  const element = () => ({ addEventListener() {}, dispatchEvent: (event) => done.events.push(event), focus() {}, hidden: true, href: "" });
  const elements = new Map();
  const root = {
    dataset: {},
    style: { setProperty: (name, value) => done.set.push([name, value]), removeProperty() {} },
    getBoundingClientRect: () => ({ height: 100, top: 0 }),
  };
  class Observer { observe() {} }
  const parent = { postMessage: (message, target) => done.posted.push([message, target]) };
  const globals = {
    document: {
      documentElement: root, activeElement: null, body: root, addEventListener() {}, querySelectorAll: () => [], querySelector: () => null,
      // What the app itself draws is not there.
      getElementById: (id) => (["take", "notice"].includes(id) ? null : (elements.get(id) ?? elements.set(id, element()).get(id))),
    },
    location: { search: `?id=a&host=${encodeURIComponent(HOST)}&mode=${mode}&results=1`, hash: "", ancestorOrigins: [HOST] },
    history: { replaceState() {} }, parent, scrollY: 0, URL, URLSearchParams,
    MutationObserver: Observer, ResizeObserver: Observer, requestAnimationFrame() {}, setTimeout() {}, clearTimeout() {},
    matchMedia: () => ({ matches: false, addEventListener() {} }),
    getComputedStyle: () => ({ getPropertyValue: () => "#ffffff" }),
    CSS: { supports: () => true },
    CustomEvent: class { constructor(type, how) { Object.assign(this, { type }, how); } },
    addEventListener: (name, listener) => name === "message" && (hear = listener),
  };
  globals.window = globals;
  vm.runInNewContext(GATE, globals);
  return { done, parent, hear };
}

/** Chance that falls the same way every time. */
function dice(seed) {
  let state = BigInt(seed);
  return (sides) => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
    return Number((state >> 33n) % BigInt(sides));
  };
}

const NAMES = ["ns", "v", "id", "type", "properties", "document", "--swanilai-brand", "--swanilai-font", "--swanilai-radius", "--swanilai-space", "color", "__proto__", "constructor", "toString"];
const WORDS = ["swanilai", "a", "init", "theme", "prefill", "getResult", "focus", "toString", "#000000", "#fff", "12px", "99px", "1.2", "9", "Arial", "x;}*{}", "url(https://x.test)", "javascript:0", "</style>", "\u202e", "", "{}"];

function anything(throws, depth = 0) {
  const kind = throws(depth > 3 ? 6 : 9);
  if (kind < 3) return WORDS[throws(WORDS.length)];
  if (kind === 3) return [0, 1, -1, NaN, Infinity, 2 ** 53, 1n][throws(7)];
  if (kind === 4) return [null, undefined, true, false][throws(4)];
  if (kind === 5) return [new Date(0), new Map([[1, 2]]), new ArrayBuffer(4), /x/][throws(4)];
  if (kind === 6) return Array.from({ length: throws(4) }, () => anything(throws, depth + 1));
  const made = kind === 7 ? {} : Object.create(null);
  for (let count = throws(6); count > 0; count -= 1) made[NAMES[throws(NAMES.length)]] = anything(throws, depth + 1);
  if (throws(3) === 0) made.self = made;
  return made;
}

/** Mostly a message in its form, with one member odd. */
function message(throws) {
  if (throws(5) === 0) return anything(throws);
  const sound = { ns: "swanilai", v: 1, id: "a", type: ["theme", "prefill", "getResult", "focus", "init"][throws(5)] };
  sound[NAMES[throws(NAMES.length)]] = anything(throws);
  if (throws(2)) sound.properties = { [NAMES[6 + throws(4)]]: anything(throws), ...(throws(2) && { "--swanilai-ink": "#000000" }) };
  if (throws(2)) sound.document = anything(throws);
  return sound;
}

for (const mode of ["latihan", "kantor"]) {
  test(`whatever a site sends in mode ${mode}, nothing is raised, set or told but what may be`, () => {
    const { done, parent, hear } = gate(mode);
    const throws = dice(7);
    for (let round = 0; round < ROUNDS; round += 1) hear({ source: parent, origin: HOST, data: message(throws) });
    for (const [said, target] of done.posted) {
      assert.ok(target === HOST || (target === "*" && ["resize", "ready"].includes(said.type)), `${said.type} to ${target}`);
      assert.ok(["error", "resize", "ready"].includes(said.type), said.type);
    }
    for (const [name, value] of done.set) {
      assert.match(name, /^--swanilai-(brand|brand-strong|ground|surface|ink|radius|space|font)$/);
      assert.match(value, /^(#[0-9a-f]{3,6}|\d{1,2}px|\d(\.\d+)?|[\w "',-]+)$/i);
    }
    for (const { type, detail } of done.events) assert.ok(type === "swanilai:prefill" && typeof detail === "string");
    assert.ok(done.set.length > 10 && done.events.length > 10 && done.posted.length > 10, "much of it does get through");
  });
}

test("from another window, another origin or before a greeting nothing does anything", () => {
  const { done, parent, hear } = gate("kantor");
  const throws = dice(11);
  for (let round = 0; round < ROUNDS; round += 1) {
    hear({ source: {}, origin: HOST, data: message(throws) });
    hear({ source: parent, origin: `${HOST}.contoh.test`, data: message(throws) });
    const data = message(throws);
    if (data?.type !== "init") hear({ source: parent, origin: HOST, data });
  }
  assert.deepEqual(done, { posted: [], set: [], events: [] });
});
