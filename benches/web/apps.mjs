/** What is measured: each app's files, and how its parts are found in the document. */

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";

import { ROOT } from "../../tests/e2e/support/serve.mjs";
import { ID } from "./instrument.mjs";
import { files, headers, site } from "./serve.mjs";

const HERE = fileURLToPath(new URL(".", import.meta.url));
/** The page as it was built; another folder where a build under way would replace it. */
const DIST = process.env.SWANILAI_DIST ?? join(ROOT, "dist");
const BUILT = join(ROOT, "target/bench-web");

/** ID and LEVEL stand for an indicator and a level; `turn` runs in the page and goes to a dimension. */
const plain = {
  board: "#board",
  question: "#q-ID",
  radio: "#a-ID-LEVEL",
  card: "#card-ID",
  turn: (id) => document.querySelector(`nav [data-id="${id}"]`).click(),
};
const survey = {
  ...plain,
  question: '[data-name="ID"] .sd-question__title .sv-string-viewer',
  radio: '[data-name="ID"] input[value="LEVEL"]',
  card: '[data-name="ID"]',
  turn: (id) => void (globalThis.survey.currentPage = globalThis.survey.getPageByName(id)),
};

const swanilai = (name, dist) => ({
  name,
  dist,
  path: "/#/isi",
  ...plain,
  board: "#scoreboard-body",
  turn: (id) => void (location.hash = `#/isi/${id}`),
});

/** Another build of Swanilai, to be held against this one in the same run. */
export const other = (dist) => swanilai("Swanilai, other build", dist);

export const APPS = [
  swanilai("Swanilai", DIST),
  // As on the first visit to a form, when nothing of it was in sight before.
  { ...swanilai("Swanilai, nothing drawn ahead", DIST), bare: true },
  { name: "hand-written", folder: "vanilla", path: "/", ...plain },
  { name: "React 19", folder: "react", path: "/", ...plain },
  { name: "SurveyJS, own handler", folder: "surveyjs", path: "/", ...survey },
  { name: "SurveyJS, expressions", folder: "surveyjs", path: "/?expressions", ...survey },
];

/** Builds the others for production; Swanilai must have been built by `cargo xtask build`. */
export function build() {
  if (!existsSync(join(DIST, "index.html"))) throw new Error("build the page first: cargo xtask build");
  if (!existsSync(join(HERE, "node_modules"))) execFileSync("npm", ["ci"], { cwd: HERE, stdio: "inherit" });
  for (const app of new Set(APPS.map(({ folder }) => folder).filter(Boolean))) {
    execFileSync(join(HERE, "node_modules/.bin/vite"), ["build"], { cwd: HERE, env: { ...process.env, APP: app }, stdio: "inherit" });
  }
}

/** An app's server with this instrument in it; Swanilai's without one is as it was built, and only that can be kept offline. */
export async function served({ folder, dist: from }, instrument) {
  if (instrument === undefined) {
    const dist = files(from);
    return site(dist, headers(dist.get("_headers").toString()));
  }
  const bytes = Buffer.from(JSON.stringify(instrument));
  if (folder) return site(new Map([...files(join(BUILT, folder)), ["data.json", bytes]]));
  const dist = files(from);
  // Under the name of the instrument that ships, so that it is fetched and read as any of them.
  const path = [...dist.keys()].find((one) => one.startsWith(`rubrics/${ID}.`));
  return site(new Map([...dist, [path, bytes]]), headers(dist.get("_headers").toString()));
}

/** Versions of what was built, for the table. */
export function versions() {
  const of = (name) => JSON.parse(readFileSync(join(HERE, "node_modules", name, "package.json"), "utf8")).version;
  return ["react", "vite", "survey-core", "survey-js-ui"].map((name) => `${name} ${of(name)}`).join(", ");
}
