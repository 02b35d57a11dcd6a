/** The papers beside the page say of the build what is so. */

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import Ajv from "ajv";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const DIST = join(ROOT, "dist");
const read = (path) => readFileSync(join(DIST, path));
const text = (path) => read(path).toString("utf8");
const json = (path) => JSON.parse(text(path));

/** Every file of the build, by its path. */
const FILES = readdirSync(DIST, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(DIST.length + 1))
  .sort();

test("the sums name every file of the build and hold", () => {
  const sums = text("SHA256SUMS").trimEnd().split("\n").map((line) => line.split("  "));
  assert.deepEqual(sums.map(([, path]) => path).sort(), FILES.filter((path) => path !== "SHA256SUMS"));
  for (const [sum, path] of sums) assert.equal(createHash("sha256").update(read(path)).digest("hex"), sum, path);
});

test("integrity values are there for every script and style and hold", () => {
  const values = json("sri.json");
  for (const path of FILES.filter((path) => /\.(js|css)$/.test(path))) assert.ok(values[path], path);
  for (const [path, value] of Object.entries(values)) {
    assert.equal(value, `sha384-${createHash("sha384").update(read(path)).digest("base64")}`, path);
  }
});

test("the bill of materials is sound CycloneDX 1.6", () => {
  const resolve = createRequire(import.meta.url).resolve;
  const folder = join(dirname(resolve("@cyclonedx/cyclonedx-library/package.json")), "res/schema");
  const schema = (name) => JSON.parse(readFileSync(join(folder, `${name}.SNAPSHOT.schema.json`), "utf8"));
  const ajv = new Ajv({ strict: false, validateFormats: false });
  for (const name of ["spdx", "jsf-0.82"]) ajv.addSchema(schema(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`);
  const check = ajv.compile(schema("bom-1.6"));
  const bill = json("sbom.cdx.json");
  assert.ok(check(bill), JSON.stringify(check.errors, null, 1));
  assert.ok(!check({ ...bill, serialNumber: "x" }), "the schema does refuse");

  const refs = new Set([bill.metadata.component, ...bill.components].map((one) => one["bom-ref"]));
  assert.equal(refs.size, bill.components.length + 1, "each is named once");
  for (const { ref, dependsOn } of bill.dependencies) for (const one of [ref, ...dependsOn]) assert.ok(refs.has(one), one);
});

test("whatever the bill of materials lists is in Cargo.lock, with the same sum", () => {
  const lock = readFileSync(join(ROOT, "Cargo.lock"), "utf8");
  const crates = json("sbom.cdx.json").components.filter((one) => one.purl);
  assert.ok(crates.length > 10);
  for (const { name, version, hashes } of crates) {
    const [, part] = lock.split(`name = "${name}"\nversion = "${version}"\n`);
    assert.ok(part?.split("[[package]]")[0].includes(`checksum = "${hashes[0].content}"`), name);
  }
});

test("the notices name every crate of the bill of materials, need no script and load with no first view", () => {
  const notices = text("licences.html");
  for (const { name, version } of json("sbom.cdx.json").components.filter((one) => one.purl)) {
    const found = notices.split(`${name} ${version}`).length - 1;
    assert.ok(found >= 2, `${name} ${version} is listed, and so are its terms`);
  }
  assert.doesNotMatch(notices, /<script|style=/);
  assert.ok(!json("first-load.json").files.some(({ path }) => path === "licences.html"));
  assert.match(text("index.html"), /<meta name="swanilai:licences" content="licences.html">/);
});

test("no file of the build tells a path of the machine it was built on", () => {
  const home = process.env.HOME ?? "/root";
  for (const path of FILES.filter((path) => !path.endsWith(".br"))) {
    const bytes = read(path);
    for (const here of [ROOT.replace(/\/$/, ""), join(home, ".cargo"), join(home, ".rustup")]) {
      assert.ok(!bytes.includes(here), `${path} names ${here}`);
    }
  }
});
