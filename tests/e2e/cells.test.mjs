/**
 * What a browser may do with storage, one test each: allowed, partitioned by the site around a frame, blocked, without an
 * origin, full, and gone with a private window.
 *
 * In every cell the page is there, says truly where answers are, and gives the data out. Two defaults would hide this:
 * Playwright turns partitioning off, and Debian's Chromium blocks storage in frames of other sites.
 */

import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { before } from "node:test";
import { chromium } from "playwright-core";

import { ARGUMENTS, EXECUTABLE, VIEWPORTS, booted, scenario, stageFile } from "./support/browser.mjs";
import { host as office } from "./support/host.mjs";
import { begin, binjai, downloaded, eventually, instrument, kept, level, newest, press, saved, scoreboard, take, view } from "./support/journey.mjs";
import { walked } from "./support/walked.mjs";
import { watch } from "./support/watch.mjs";

stageFile();

const SAKIP = instrument("sakip-2021");
const DENIED = "Peramban ini tidak mengizinkan penyimpanan.";
const trouble = (within, text) => within.getByRole("alert").filter({ hasText: text });
/** The widget's page is on 127.0.0.1, the site around it on localhost: two sites to a browser. */
const SITE = "http://localhost";
const FRAMED = "/embed.html?mode=kantor";
/** Whether Playwright's own switch that turns partitioning off is left out. */
let withoutPartitions;

before(async () => {
  const server = await chromium.launchServer({ executablePath: EXECUTABLE, args: ARGUMENTS });
  const disabled = server.process().spawnargs.filter((argument) => argument.startsWith("--disable-features="));
  await server.close();
  withoutPartitions = disabled.find((argument) => argument.includes("ThirdPartyStoragePartitioning"));
  assert.ok(withoutPartitions, "Playwright turns partitioning off by a switch that these tests leave out");
});

/** A page of another site that shows the widget in a frame, at an address of its own. */
async function site(source, sandbox) {
  const body = `<!doctype html><title>Situs OPD</title><iframe title="Swanilai" src="${source}" width="1000" height="700"${sandbox ? ` sandbox="${sandbox}"` : ""}></iframe>`;
  const server = createServer((_, response) => response.writeHead(200, { "content-type": "text/html" }).end(body));
  await new Promise((done) => server.listen(0, "localhost", done));
  return {
    address: `${SITE}:${server.address().port}/`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/**
 * Plays in a browser with a profile on the disk and settings of its own, as a person has one.
 * @param {{settings?: object, partitions?: boolean}} options
 */
async function profiled({ settings, partitions = false }, play) {
  const folder = await mkdtemp(join(tmpdir(), "swanilai-"));
  const host = await office();
  try {
    await mkdir(join(folder, "Default"), { recursive: true });
    await writeFile(join(folder, "Default/Preferences"), JSON.stringify({ profile: settings }));
    const context = await chromium.launchPersistentContext(folder, {
      executablePath: EXECUTABLE,
      args: ARGUMENTS,
      ignoreDefaultArgs: partitions ? [withoutPartitions] : [],
      viewport: VIEWPORTS.laptop,
      locale: "id-ID",
      timezoneId: "Asia/Jakarta",
    });
    context.setDefaultTimeout(15_000);
    const watched = await watch(context, host.origin);
    try {
      const [page] = context.pages();
      await play({ page, context, host, allow: watched.allow, origin: host.origin });
    } finally {
      await context.close();
    }
    assert.deepEqual(watched.faults.map(({ kind, text }) => `${kind}: ${text}`), [], "the page did what it must not do");
  } finally {
    await host.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Shows the widget in a frame of another site. */
async function framed({ page, host, allow }, play, { sandbox, path = FRAMED } = {}) {
  allow("request", /left the origin: GET http:\/\/localhost|carries a query|favicon|blob:/);
  allow("console", /favicon|404|sandbox|download/i);
  host.framed = true;
  const around = await site(host.origin + path, sandbox);
  try {
    await page.goto(around.address);
    const frame = page.frameLocator("iframe");
    await frame.getByRole("heading", { level: 1, name: "Perkirakan nilai" }).waitFor();
    await play(frame, around);
  } finally {
    around.stop();
  }
}

/** As journey.begin, in a frame. */
async function beginIn(frame) {
  await frame.getByRole("link", { name: `Mulai ${SAKIP.shortName}`, exact: true }).click();
  await frame.getByRole("textbox", { name: "Perangkat daerah" }).fill("Dinas Uji");
  await frame.getByRole("button", { name: "Mulai mengisi" }).click();
  await frame.getByRole("searchbox", { name: "Cari indikator" }).waitFor();
  await press(level(frame, SAKIP, "1a", 5));
}

/** The file taken out of a frame: as text where the frame may have kept it back. */
async function takenOut(frame) {
  await frame.getByRole("navigation").getByRole("link", { name: "Hasil" }).click();
  await frame.getByRole("button", { name: "Unduh berkas" }).last().click();
  return JSON.parse(await frame.getByRole("textbox", { name: "Teks untuk disalin" }).inputValue());
}

const line = (frame) => frame.getByText(/^Tersimpan \d\d\.\d\d di perangkat ini$/);
const checked = (within) => level(within, SAKIP, "1a", 5).and(within.getByRole("radio", { checked: true }));

/** Storage in frames of other sites: as people have it who were never asked, and as Debian's Chromium has it. */
const ALLOWED = { cookie_controls_mode: 0 };
const BLOCKED = { cookie_controls_mode: 1 };

walked("allowed: what a frame keeps is there after a reload, and no part of the page of its own", { timeout: 120_000 }, () =>
  profiled({ settings: ALLOWED }, (stage) =>
    framed(stage, async (frame, around) => {
      await beginIn(frame);
      await line(frame).waitFor();
      assert.equal((await takenOut(frame)).answers["1a"].level, 80);
      await stage.page.goto(around.address);
      await frame.getByRole("button", { name: /^Lanjutkan Dinas Uji/ }).click();
      await checked(frame).waitFor();
      await stage.page.goto(`${stage.origin}/`);
      await booted(stage.page);
      await stage.page.getByRole("heading", { level: 1, name: "Perkirakan nilai" }).waitFor();
      const keys = Object.keys(await kept(stage.page));
      assert.ok(keys.length > 0, "the browser does not keep the two apart");
      assert.deepEqual(keys.filter((key) => !key.startsWith("swanilai:1@~kantor:")), []);
    }),
  ),
);

for (const path of [FRAMED, "/"]) {
  walked(`allowed: even so, ${path} keeps nothing in a frame for use without a network`, { timeout: 120_000 }, () =>
    profiled({ settings: ALLOWED }, (stage) =>
      framed(
        stage,
        async (frame) => {
          await beginIn(frame);
          await line(frame).waitFor();
          assert.equal(await frame.locator(":root").evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
          assert.equal(stage.host.log.includes("/sw.js"), false);
        },
        { path },
      ),
    ),
  );
}

walked("partitioned: what a frame keeps is there after a reload, for that site alone", { timeout: 120_000 }, () =>
  profiled({ settings: ALLOWED, partitions: true }, (stage) =>
    framed(stage, async (frame, around) => {
      await beginIn(frame);
      await line(frame).waitFor();
      await eventually(() => frame.locator(":root").evaluate(() => {
        if (!Object.keys(localStorage).some((key) => key.startsWith("swanilai:1@~kantor:doc:"))) throw new Error("not kept");
      }));
      assert.equal((await takenOut(frame)).answers["1a"].level, 80);
      await stage.page.goto(around.address);
      await frame.getByRole("button", { name: /^Lanjutkan Dinas Uji/ }).click();
      await checked(frame).waitFor();
      await stage.page.goto(`${stage.origin}/`);
      await booted(stage.page);
      await stage.page.getByRole("heading", { level: 1, name: "Perkirakan nilai" }).waitFor();
      assert.deepEqual(await kept(stage.page), {}, "the browser did keep the two apart");
    }),
  ),
);

walked("blocked in frames of other sites: the form works, says that nothing is kept, and gives the data out", { timeout: 120_000 }, () =>
  profiled({ settings: BLOCKED }, (stage) =>
    framed(stage, async (frame) => {
      await beginIn(frame);
      await trouble(frame, DENIED).waitFor();
      await frame.getByText("Tidak tersimpan di perangkat ini").waitFor();
      assert.equal(await line(frame).count(), 0);
      assert.equal((await takenOut(frame)).answers["1a"].level, 80);
    }),
  ),
);

walked("blocked everywhere: the page works, says that nothing is kept, and gives the file out", { timeout: 120_000 }, () =>
  profiled({ settings: { default_content_setting_values: { cookies: 2 } } }, async ({ page, origin }) => {
    await page.goto(`${origin}/`);
    await booted(page);
    assert.equal(
      await page.evaluate(() => {
        try {
          return Boolean(localStorage);
        } catch (error) {
          return error.name;
        }
      }),
      "SecurityError",
      "the browser does block it",
    );
    await begin(page, SAKIP.shortName);
    await trouble(page, DENIED).waitFor();
    await press(level(page, SAKIP, "1a", 5));
    const file = await downloaded(page, () => trouble(page, DENIED).getByRole("button", { name: "Unduh berkas" }).click());
    assert.equal(file.json.answers["1a"].level, 80);
    await view(page, "Tentang");
    await page.getByText("Belum siap dipakai tanpa internet.").waitFor();
  }),
);

walked("without an origin: the form works, says that nothing is kept, and gives the data out", { timeout: 120_000 }, () =>
  profiled({ settings: ALLOWED }, (stage) =>
    framed(
      stage,
      async (frame) => {
        await beginIn(frame);
        await trouble(frame, DENIED).waitFor();
        await frame.getByText("Tidak tersimpan di perangkat ini").waitFor();
        assert.equal((await takenOut(frame)).answers["1a"].level, 80);
      },
      { sandbox: "allow-scripts" },
    ),
  ),
);

scenario("full: what was kept stays, the rest is said to be missing, and saving goes on once there is room", { host: true }, async ({ page, open }) => {
  await open();
  await begin(page, SAKIP.shortName);
  await press(level(page, SAKIP, "1a", 5));
  await eventually(async () => assert.equal((await newest(page)).answers["1a"].level, 80));
  // To the last character: what another page of the origin may leave.
  await page.evaluate(() => {
    for (let size = 4_194_304; size >= 1; size = Math.floor(size / 2)) {
      for (let turn = 0; turn < 3; turn += 1) {
        try {
          localStorage.setItem(`lain-${size}-${turn}`, "x".repeat(size));
        } catch {
          break;
        }
      }
    }
  });
  await press(level(page, SAKIP, "1a", 6));
  // A longer document needs room that is not there.
  await page.getByText("Catatan 1a").click();
  await page.getByRole("textbox", { name: "Catatan untuk rekan satu kantor" }).first().fill("panjang ".repeat(100));
  await trouble(page, "Tempat penyimpanan peramban penuh.").waitFor();
  await page.getByText("Tidak tersimpan di perangkat ini").waitFor();
  assert.ok([80, 90].includes((await newest(page)).answers["1a"].level), "an earlier state is whole");
  const file = await downloaded(page, () => trouble(page, "penuh").getByRole("button", { name: "Unduh berkas" }).click());
  assert.equal(file.json.answers["1a"].level, 90);
  assert.match(file.json.answers["1a"].note, /^panjang /);
  await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("lain-")).forEach((key) => localStorage.removeItem(key)));
  await trouble(page, "penuh").getByRole("button", { name: "Coba simpan lagi" }).click();
  await saved(page);
  assert.match((await newest(page)).answers["1a"].note, /^panjang /);
});

// A context of Playwright's is a private window: it has storage, and takes it along when it closes.
scenario("private: answers are there until the window closes, which the page says beforehand", { host: true }, async ({ page, open, context, host, allow }) => {
  await open();
  await take(page, binjai());
  await saved(page);
  await page.reload();
  await booted(page);
  await eventually(async () => assert.equal((await scoreboard(page)).point, "87,80"));
  const file = await downloaded(page, async () => {
    await view(page, "Hasil");
    await page.getByRole("button", { name: "Unduh berkas" }).first().click();
  });
  assert.equal(file.json.unit.name, "PA Binjai");
  await view(page, "Tentang");
  await page.getByText("di jendela penyamaran semuanya terhapus begitu jendela itu ditutup").waitFor();
  const other = await context.browser().newContext();
  const fresh = await other.newPage();
  await fresh.goto(host.origin);
  await booted(fresh);
  assert.deepEqual(await kept(fresh), {}, "another private window knows nothing of it");
  await other.close();
  allow("request", /ERR_ABORTED/);
});
