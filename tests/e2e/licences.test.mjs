/** The terms of others' work, from Tentang. */

import assert from "node:assert/strict";

import { assertAccessible } from "./support/axe.mjs";
import { VIEWPORTS, scenario, stageFile } from "./support/browser.mjs";

stageFile();

for (const viewport of Object.keys(VIEWPORTS)) {
  scenario(`Tentang leads to the licences, readable and without script, on a ${viewport} screen`, { viewport }, async ({ page, context, open }) => {
    await open("#/tentang");
    const arrives = context.waitForEvent("page");
    await page.getByRole("link", { name: "Lihat semua lisensi" }).click();
    const licences = await arrives;
    await licences.getByRole("heading", { level: 1, name: "Lisensi" }).waitFor();
    assert.ok((await licences.getByRole("listitem").count()) > 10);
    assert.equal(await licences.locator("script").count(), 0);
    const sideways = await licences.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    assert.equal(sideways, false, "nobody has to scroll sideways");
    await assertAccessible(licences);
    await licences.getByRole("link", { name: "Kembali ke Swanilai" }).click();
    await licences.getByRole("heading", { level: 1, name: "Perkirakan nilai" }).waitFor();
  });
}
