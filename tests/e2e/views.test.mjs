/** Every view in every state: no sideways scroll, one heading of the first level, no barrier, targets large enough. */

import assert from "node:assert/strict";

import { assertAccessible } from "./support/axe.mjs";
import { VIEWPORTS, scenario, stageFile } from "./support/browser.mjs";
import { begin, eventually, instrument, saved } from "./support/journey.mjs";
import { PLACES } from "./support/places.mjs";

stageFile();

/** What must hold wherever one is. */
async function sound(page) {
  const { sideways, wide } = await page.evaluate(() => ({
    sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    wide: [...document.querySelectorAll("body *")]
      .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest(".scroll, svg, .visually-hidden"))
      .map((one) => `${one.tagName} ${one.className} ${one.textContent.slice(0, 40)}`)
      .slice(0, 5),
  }));
  assert.equal(sideways, 0, `nobody has to scroll sideways: ${wide.join("; ")}`);
  // A paper of many offices has a title for the sheet, where the view's own is not printed.
  const titles = page.getByRole("heading", { level: 1 }).and(page.locator(":not(.recap .letter h1)"));
  await eventually(async () => assert.equal(await titles.count(), 1, "one heading of the first level"));
  await page.getByRole("contentinfo").getByText("Penilaian mandiri, bukan hasil resmi.").waitFor();
  assert.deepEqual(await small(page), [], "targets are large enough");
  await assertAccessible(page);
}

/** Controls that are too small to hit: 44 px for buttons and rows of radios, 24 px for everything else. */
function small(page) {
  return page.evaluate(() => {
    const shown = (one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest(".visually-hidden");
    const tooSmall = (one, least) => {
      const { width, height } = one.getBoundingClientRect();
      return Math.min(width, height) < least - 0.5 ? [`${least}: ${one.tagName} “${one.textContent.trim().slice(0, 40)}” ${width} x ${height}`] : [];
    };
    const inText = (link) => getComputedStyle(link).display === "inline";
    const all = (selector) => [...document.querySelectorAll(selector)].filter(shown);
    const rows = all(":is(input[type=radio], input[type=checkbox], input[type=file].visually-hidden) + label");
    const fields = all("select, textarea, input:not([type=radio], [type=checkbox], .visually-hidden), summary, a").filter((one) => !inText(one));
    return [...rows.flatMap((one) => tooSmall(one, 44)), ...all("button").flatMap((one) => tooSmall(one, 44)), ...fields.flatMap((one) => tooSmall(one, 24))];
  });
}

for (const [name, way] of Object.entries(PLACES)) {
  for (const viewport of Object.keys(VIEWPORTS)) {
    scenario(`${name}: holds on a ${viewport} screen`, { viewport }, async ({ page, open }) => {
      await open();
      await way(page);
      await sound(page);
    });
  }
  scenario(`${name}: holds in the dark`, { viewport: "phone", context: { colorScheme: "dark" } }, async ({ page, open }) => {
    await open();
    await way(page);
    await assertAccessible(page);
  });
}

scenario("blocked storage: holds on a phone screen", { viewport: "phone", blockedStorage: true }, async ({ page, open }) => {
  await open();
  await begin(page, instrument("sakip-2021").shortName);
  await page.getByRole("alert").getByText("tidak mengizinkan penyimpanan").waitFor();
  await sound(page);
});

scenario("a tab that was overtaken: holds on a phone screen", { viewport: "phone" }, async ({ page, open, context, origin }) => {
  await open();
  await begin(page, instrument("sakip-2021").shortName);
  await saved(page);
  const other = await context.newPage();
  await other.goto(`${origin}/#/isi`);
  await other.getByRole("group", { name: "1a.1" }).locator("label").first().click();
  await page.getByRole("alert").getByText("di tab lain").waitFor();
  await eventually(() => sound(page));
});
