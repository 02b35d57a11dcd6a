/**
 * WebKitGTK, by WebKitWebDriver on a screen of its own (Xvfb).
 *
 * Invariant: the browser keeps everything in one folder and reaches nothing but this machine: what it would fetch
 * elsewhere goes to a proxy that only takes it down.
 */

import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

import { answering } from "./site.mjs";

const DRIVER = process.env.SWANILAI_WEBKIT_DRIVER ?? "/usr/bin/WebKitWebDriver";
const XVFB = process.env.SWANILAI_XVFB ?? "Xvfb";
const BROWSER = process.env.SWANILAI_WEBKIT ?? "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";

/** Milliseconds after which an answer of the driver will never come. */
const LIMIT = 10_000;
/** Pixels that hold the tallest frame: in one that is scrolled by the page around it, clicks miss what they are meant for. */
const TALL = 7800;
/** How often it may crash while it starts. */
const TURNS = 5;
/** What WebDriver calls an element. */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
/** What WebDriver calls the keys that write nothing. */
const KEYS = { ArrowDown: "\uE015", Enter: "\uE007", Space: " ", Tab: "\uE004" };
/** It keeps storage of frames apart always; what can be had besides is none at all: `localStorage` is then `null`. */
const STORAGE = { partitioned: [], blocked: ["--enable-html5-local-storage=false"] };

/** @type {import("./browsers.mjs").Launch} */
export async function launch(given) {
  for (let turn = 1; ; turn += 1) {
    try {
      return await attempt(given);
    } catch (cause) {
      // It crashes now and then while it starts, and its driver then waits for ever.
      if (turn === TURNS || cause.name !== "TimeoutError") throw cause;
    }
  }
}

async function attempt({ folder, storage, viewport }) {
  const faults = [];
  const started = [];
  const stop = async () => {
    for (const child of started.reverse()) {
      const ended = new Promise((done) => child.once("exit", done));
      if (child.kill()) await ended;
    }
    await outside.stop();
  };
  const outside = await answering("127.0.0.1", async (request, response) => {
    faults.push({ kind: "request", text: `left this machine: ${request.method} ${request.url}` });
    response.writeHead(502).end();
  });
  try {
    const screen = await startScreen(started);
    const downloads = join(folder, "downloads");
    const call = await startDriver(started, folder, downloads, screen);
    const { host } = new URL(outside.origin);
    const { sessionId, capabilities } = await call("POST", "/session", {
      capabilities: {
        alwaysMatch: {
          unhandledPromptBehavior: "accept",
          proxy: { proxyType: "manual", httpProxy: host, sslProxy: host, noProxy: ["127.0.0.1", "localhost"] },
          "webkitgtk:browserOptions": { binary: BROWSER, args: ["--automation", ...STORAGE[storage]] },
        },
      },
    });
    const ask = (method, path, body) => call(method, `/session/${sessionId}${path}`, body);
    const driven = drive(ask);
    await driven.resize(viewport.width, viewport.height);
    const close = async () => {
      await ask("DELETE", "");
      await stop();
    };
    return { name: "WebKitGTK", version: capabilities.browserVersion, faults, requests: [], downloads, ...driven, close };
  } catch (cause) {
    await stop();
    throw cause;
  }
}

/** What is done with a page, as requests to the driver. */
function drive(ask) {
  const run = (work, ...given) => ask("POST", "/execute/sync", { script: `return (${work})(...arguments);`, args: given });
  const resize = async (width, height) => {
    await ask("POST", "/window/rect", { x: 0, y: 0, width, height });
    // The window's own bars count in what was asked for.
    const [wide, high] = await run(() => [innerWidth, innerHeight]);
    await ask("POST", "/window/rect", { x: 0, y: 0, width: 2 * width - wide, height: 2 * height - high });
  };
  return {
    open: async (url) => {
      await ask("POST", "/frame", { id: null });
      await ask("POST", "/url", { url });
    },
    reload: async () => {
      await ask("POST", "/frame", { id: null });
      await ask("POST", "/refresh");
    },
    enter: async (selector) => {
      await ask("POST", "/frame", { id: null });
      const [width, height] = await run(() => [innerWidth, innerHeight]);
      if (height < TALL) await resize(width, TALL);
      const id = await ask("POST", "/element", { using: "css selector", value: selector });
      await ask("POST", "/frame", { id });
    },
    run,
    find: async (work, ...given) => (await run(work, ...given))?.[ELEMENT] ?? null,
    click: async (element) => {
      try {
        await ask("POST", `/element/${element}/click`);
      } catch (cause) {
        // In a shadow root it takes the host for something in between; the pointer goes there all the same.
        const place = await run(middle, { [ELEMENT]: element });
        if (!place) throw cause;
        const actions = [{ type: "pointerMove", origin: "viewport", ...place }, { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }];
        await ask("POST", "/actions", { actions: [{ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions }] });
      }
    },
    type: (element, text) => ask("POST", `/element/${element}/value`, { text }),
    press: async (key) => {
      const value = KEYS[key] ?? key;
      const actions = [{ type: "keyDown", value }, { type: "keyUp", value }];
      await ask("POST", "/actions", { actions: [{ type: "key", id: "keyboard", actions }] });
    },
    choose: (element, path) => ask("POST", `/element/${element}/value`, { text: path }),
    // Neither this driver nor WebKitGTK's page can print without a person.
    paper: async () => null,
    picture: async () => Buffer.from(await ask("GET", "/screenshot"), "base64"),
    resize,
  };
}

/** Runs in the page: the middle of an element in a shadow root, if nothing else there lies over it. */
function middle(element) {
  const root = element.getRootNode();
  const { x, y, width, height } = element.getBoundingClientRect();
  const place = { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
  const hit = root instanceof ShadowRoot ? root.elementFromPoint(place.x, place.y) : null;
  return hit && element.contains(hit) ? place : null;
}

async function startScreen(started) {
  const screen = spawn(XVFB, ["-displayfd", "3", "-screen", "0", `1600x${TALL + 200}x24`, "-nolisten", "tcp", "-noreset"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  started.push(screen);
  return new Promise((resolve, reject) => {
    screen.stdio[3].once("data", (number) => resolve(`:${String(number).trim()}`));
    screen.once("error", reject);
    screen.once("exit", (code) => reject(new Error(`Xvfb ended at once (${code})`)));
  });
}

/** Starts the driver; what comes back asks it, and fails where it says that it failed. */
async function startDriver(started, folder, downloads, screen) {
  const own = (name) => join(folder, name);
  mkdirSync(own("config"), { recursive: true });
  mkdirSync(downloads, { recursive: true });
  writeFileSync(own("config/user-dirs.dirs"), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
  const port = await freePort();
  const driver = spawn(DRIVER, [`--port=${port}`, "--host=127.0.0.1"], {
    stdio: "ignore",
    env: {
      PATH: process.env.PATH,
      DISPLAY: screen,
      HOME: folder,
      XDG_CACHE_HOME: own("cache"),
      XDG_CONFIG_HOME: own("config"),
      XDG_DATA_HOME: own("data"),
      XDG_RUNTIME_DIR: folder,
      LANG: "C.UTF-8",
      TZ: "Asia/Jakarta",
      GDK_BACKEND: "x11",
      GTK_USE_PORTAL: "0",
      NO_AT_BRIDGE: "1",
      LIBGL_ALWAYS_SOFTWARE: "1",
    },
  });
  started.push(driver);
  const call = async (method, path, body = {}) => {
    const asked = { method, signal: AbortSignal.timeout(LIMIT), ...(method === "POST" && { body: JSON.stringify(body) }) };
    const response = await fetch(`http://127.0.0.1:${port}${path}`, asked);
    const { value } = await response.json();
    if (value?.error) throw new Error(`${method} ${path}: ${value.error} ${value.message}`);
    return value;
  };
  for (let turn = 0; ; turn += 1) {
    try {
      await call("GET", "/status");
      return call;
    } catch (cause) {
      if (turn === 200) throw cause;
      await new Promise((done) => setTimeout(done, 50));
    }
  }
}

async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}
