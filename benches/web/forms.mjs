/**
 * The same form in Swanilai, by hand, in React and in SurveyJS, side by side in one run:
 *
 *     cargo xtask build && node benches/web/forms.mjs            all of it, and docs/performance.md written anew
 *     node benches/web/forms.mjs --rounds 3                      the same in half the time
 *     node benches/web/forms.mjs --short                         two minutes, nothing written
 *     node benches/web/forms.mjs --rounds 3 --sizes 31 --profiles none,slow --apps Swanilai,hand
 *     node benches/web/forms.mjs --short --apps Swanilai,hand --other ../before/dist      a change, before and after
 *
 * Every app is visited once a round, in turns, so that what else the machine does meets all of them alike.
 */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { chromium } from "playwright-core";

import { ARGUMENTS, EXECUTABLE } from "../../tests/e2e/support/browser.mjs";
import { ROOT } from "../../tests/e2e/support/serve.mjs";
import { lighthouse, recapitulation, restarts } from "./alone.mjs";
import { APPS, build, other, served } from "./apps.mjs";
import { presses, SHIPPED, sized } from "./instrument.mjs";
import { report, write } from "./report.mjs";
import { begun, PROFILES, visit } from "./visit.mjs";

const { values: told } = parseArgs({
  options: {
    short: { type: "boolean" },
    rounds: { type: "string" },
    sizes: { type: "string" },
    profiles: { type: "string" },
    apps: { type: "string" },
    other: { type: "string" },
  },
});
const rounds = Number(told.rounds ?? (told.short ? 1 : 7));
const sizes = (told.sizes ?? (told.short ? "31,1000" : `${SHIPPED},100,1000`)).split(",").map(Number);
const profiles = (told.profiles ?? (told.short ? "none,slow" : Object.keys(PROFILES).join(","))).split(",");
const apps = APPS.filter(({ name }) => !told.apps || told.apps.split(",").some((one) => name.startsWith(one)));
if (told.other) apps.push(other(told.other));
const { rounds: _, ...narrowed } = told;
const whole = !Object.values(narrowed).some(Boolean);

/** Every figure so far. */
const SEEN = join(ROOT, "target/bench-web/seen.json");

/** See alone.mjs. */
async function alone(browser, app, sites) {
  const site = await served(app);
  sites.push(site);
  const rubric = sized(SHIPPED);
  const state = await begun(browser, app, site, rubric);
  const installed = [];
  for (const profile of profiles.filter((one) => !PROFILES[one].network)) {
    installed.push({ profile, ...(await restarts(browser, app, site, rubric, PROFILES[profile], state, Math.max(rounds, 5))) });
  }
  return { installed, lighthouse: await lighthouse(site), files: whole ? await recapitulation() : [] };
}

build();
const browser = await chromium.launch({ executablePath: EXECUTABLE, args: ARGUMENTS });
const sites = [];
try {
  /** Every figure by size, profile and app. */
  const seen = [];
  for (const size of sizes) {
    const rubric = sized(size);
    const plan = presses(rubric, told.short ? { each: 4, of: 2 } : { each: 4, of: 6 });
    const stands = [];
    for (const app of apps) {
      const site = await served(app, rubric);
      sites.push(site);
      stands.push({ app, site, state: app.folder ? undefined : await begun(browser, app, site, rubric) });
    }
    for (let round = 0; round < rounds; round += 1) {
      for (const profile of profiles) {
        for (const { app, site, state } of stands) {
          const figures = await visit(browser, app, site, rubric, plan, PROFILES[profile], state);
          seen.push({ size, profile, app: app.name, figures });
          process.stderr.write(`${app.name}, `);
          // A long run that fails late is not lost.
          writeFileSync(SEEN, JSON.stringify(seen));
        }
      }
    }
    process.stderr.write(` ${size}\n`);
  }
  const [swanilai] = apps.filter(({ dist }) => dist);
  const more = swanilai && (await alone(browser, swanilai, sites));
  const text = report(seen, more, { rounds, chromium: browser.version() });
  console.log(text);
  if (whole) write(text);
} finally {
  await browser.close();
  for (const one of sites) await one.stop();
}
