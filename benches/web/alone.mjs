/** What is of Swanilai alone: started anew offline, as Lighthouse sees it, and ten thousand files in one tab. */

import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { EXECUTABLE } from "../../tests/e2e/support/browser.mjs";
import { stage } from "./visit.mjs";

/** Milliseconds until the first question is painted, in turns. */
export async function restarts(browser, app, site, rubric, profile, state, rounds) {
  const { context, page } = await stage(browser, app, rubric, profile, state, { serviceWorkers: "allow" });
  const start = async () => {
    await page.goto("about:blank");
    await page.goto(site.origin + app.path, { waitUntil: "commit" });
    return (await page.evaluate(() => globalThis.probe.started())).painted;
  };
  const seen = { online: [], offline: [] };
  try {
    await start();
    await page.locator(":root[data-offline=ready]").waitFor({ state: "attached" });
    for (let round = 0; round < rounds; round += 1) {
      for (const kind of ["online", "offline"]) {
        await context.setOffline(kind === "offline");
        seen[kind].push(await start());
      }
    }
  } finally {
    await context.close();
  }
  return seen;
}

/** Points of a hundred by category, on a phone as Lighthouse imagines one. */
export async function lighthouse({ origin }) {
  const program = fileURLToPath(new URL("node_modules/.bin/lighthouse", import.meta.url));
  const flags = ["--no-sandbox", "--headless=new", "--disable-gpu", "--disable-dev-shm-usage"].join(" ");
  const asked = ["performance", "accessibility", "best-practices", "seo"];
  const { stdout } = await promisify(execFile)(
    program,
    [`${origin}/`, "--quiet", "--output=json", "--output-path=stdout", `--chrome-flags=${flags}`, `--only-categories=${asked.join(",")}`],
    { env: { ...process.env, CHROME_PATH: EXECUTABLE }, maxBuffer: 64e6 },
  );
  const { categories, audits, lighthouseVersion: version } = JSON.parse(stdout);
  const faults = Object.values(categories).flatMap(({ id, auditRefs }) =>
    auditRefs.filter(({ id: name, weight }) => weight > 0 && audits[name].score !== null && audits[name].score < 0.9).map((one) => `${id}: ${audits[one.id].title} ${audits[one.id].displayValue ?? ""}`.trim()),
  );
  return { version, points: asked.map((id) => `${id} ${Math.round(categories[id].score * 100)}`), faults };
}

/** A line each way of reading 10,000 files; see recap.mjs. */
export async function recapitulation() {
  const program = fileURLToPath(new URL("recap.mjs", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [program, "10000"]);
  return stdout.split("\n").filter((row) => /^\d+ files/.test(row));
}
