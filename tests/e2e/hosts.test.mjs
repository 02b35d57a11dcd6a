/** The page in frames of other sites and in browsers that refuse things: never blank, and the data always has a way out. */

import assert from "node:assert/strict";
import { createServer } from "node:http";

import { scenario, stageFile } from "./support/browser.mjs";
import { binjai, instrument, level, press } from "./support/journey.mjs";

stageFile();

const SAKIP = instrument("sakip-2021");

/** Serves what `answer` makes of a path, on a port of its own, for one scenario. */
async function serving(answer, play) {
  const server = createServer(async ({ url }, response) => {
    const { status = 200, headers, body } = await answer(url);
    response.writeHead(status, headers).end(body);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  try {
    await play(server.address().port);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/**
 * Shows the page in a frame of another site. The production headers forbid every frame; a site that lets itself be
 * framed is played by changing this one directive, and by letting frames without an origin load its files.
 */
async function framed({ page, origin, allow }, sandbox, play) {
  allow("request", /left the origin|favicon|^404|blob:/);
  // Whatever the browser says that a sandbox makes it say.
  allow("console", /sandbox|download|permissions.policy|allow-|404/i);
  const own = async (path) => {
    const response = await fetch(origin + path);
    const headers = { "access-control-allow-origin": "*", "content-type": response.headers.get("content-type") };
    const policy = response.headers.get("content-security-policy");
    if (policy) headers["content-security-policy"] = policy.replace("frame-ancestors 'none'", "frame-ancestors *");
    return { status: response.status, headers, body: Buffer.from(await response.arrayBuffer()) };
  };
  await serving(own, async (inner) => {
    const body = `<title>x</title><iframe title="Swanilai" sandbox="${sandbox}" src="http://127.0.0.1:${inner}/" width="1000" height="700"></iframe>`;
    await serving(() => ({ headers: { "content-type": "text/html" }, body }), async (outer) => {
      await page.goto(`http://127.0.0.1:${outer}/`);
      const frame = page.frameLocator("iframe");
      await frame.getByRole("heading", { level: 1, name: "Perkirakan nilai" }).waitFor();
      await play(frame);
    });
  });
}

/** As journey.begin, in a frame, with the Enter key where asked. */
async function beginIn(frame, withEnter = false) {
  await frame.getByRole("link", { name: `Mulai ${SAKIP.shortName}`, exact: true }).click();
  await frame.getByRole("textbox", { name: "Perangkat daerah" }).fill("Dinas Uji");
  if (withEnter) await frame.getByRole("textbox", { name: "Tahun penilaian" }).press("Enter");
  else await frame.getByRole("button", { name: "Mulai mengisi" }).click();
  await frame.getByRole("searchbox", { name: "Cari indikator" }).waitFor();
}

for (const withEnter of [false, true]) {
  scenario(`without leave to submit forms an assessment can be begun by ${withEnter ? "the Enter key" : "its button"}`, (stage) =>
    framed(stage, "allow-scripts allow-same-origin allow-downloads", (frame) => beginIn(frame, withEnter)),
  );
}

scenario("where a frame may block downloads in silence, the text is offered beside the file", (stage) =>
  framed(stage, "allow-scripts allow-same-origin", async (frame) => {
    await beginIn(frame);
    await press(level(frame, SAKIP, "1a", 5));
    await frame.getByRole("navigation").getByRole("link", { name: "Hasil" }).click();
    const arrives = stage.page.waitForEvent("download", { timeout: 1_500 }).then(() => true, () => false);
    await frame.getByRole("button", { name: "Unduh berkas" }).click();
    await frame.getByRole("status").getByText("Bila berkas tidak muncul di Unduhan, salin teks ini").waitFor();
    const text = await frame.getByRole("textbox", { name: "Teks untuk disalin" }).inputValue();
    assert.equal(JSON.parse(text).answers["1a"].level, 80);
    assert.equal(await arrives, false, "the browser did block it");
    await frame.getByRole("button", { name: "Salin", exact: true }).click();
    await frame.getByRole("status").getByText("Teks disalin.").waitFor();
  }),
);

scenario("a frame without an origin works in memory, says so, and hands out the text", (stage) =>
  framed(stage, "allow-scripts", async (frame) => {
    await beginIn(frame);
    const trouble = frame.getByRole("alert").filter({ hasText: "Peramban ini tidak mengizinkan penyimpanan." });
    await trouble.waitFor();
    await press(level(frame, SAKIP, "1a", 5));
    await trouble.getByRole("button", { name: "Unduh berkas" }).click();
    const text = await frame.getByRole("textbox", { name: "Teks untuk disalin" }).inputValue();
    assert.equal(JSON.parse(text).answers["1a"].level, 80);
    await frame.getByRole("navigation").getByRole("link", { name: "Beranda" }).click();
    await frame.getByRole("button", { name: /^Lanjutkan Dinas Uji/ }).waitFor();
  }),
);

scenario("on a page of its own a download says only that", async ({ page, open }) => {
  await open();
  await page.getByLabel("Buka berkas").setInputFiles({ name: "a.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(binjai())) });
  await page.getByRole("button", { name: "Ambil" }).click();
  await page.getByRole("navigation").getByRole("link", { name: "Hasil" }).click();
  await page.getByRole("button", { name: "Unduh berkas" }).click();
  await page.getByRole("status").getByText("diserahkan ke peramban.").waitFor();
  assert.equal(await page.getByRole("textbox", { name: "Teks untuk disalin" }).count(), 0);
});

scenario("where nothing can be copied the text is shown for copying by hand", async ({ page, open, context }) => {
  await context.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", { value: undefined });
    document.execCommand = () => false;
  });
  await open();
  await page.getByLabel("Buka berkas").setInputFiles({ name: "a.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(binjai())) });
  await page.getByRole("button", { name: "Ambil" }).click();
  await page.getByRole("navigation").getByRole("link", { name: "Hasil" }).click();
  await page.getByRole("button", { name: "Salin ringkasan" }).click();
  await page.getByRole("status").getByText("Pilih teks di bawah ini dan salin sendiri.").waitFor();
  assert.match(await page.getByRole("textbox", { name: "Teks untuk disalin" }).inputValue(), /87,80/);
});
