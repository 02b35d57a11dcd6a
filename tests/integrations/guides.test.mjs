/**
 * The guides of docs/embedding, word for word: under a policy that forbids everything, each snippet works with the
 * lines its guide gives, and not with one less.
 */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { instrument, level, press } from "../e2e/support/journey.mjs";
import { ROOT } from "../e2e/support/serve.mjs";
import { walked } from "../e2e/support/walked.mjs";
import { blocks, lines } from "./support/docs.mjs";
import { blade, joomla } from "./support/php.mjs";
import { HOST, only, outcome, page, sites } from "./support/sites.mjs";

const SAKIP = instrument("sakip-2021");
const FOLDER = join(ROOT, "docs/embedding");
const HTML = blocks("html");
const JOOMLA = blocks("joomla");
const LARAVEL = blocks("laravel");

/** @type {import("./support/sites.mjs").Sites} */
let set;
before(async () => void (set = await sites()));
after(() => set?.stop());

/** Each snippet of the guides that a page can hold: what the page holds, and the lines it needs. */
const SNIPPETS = {
  "HTML, one script": [() => HTML.script, HTML["script-policy"]],
  "HTML, a place and a script": [() => HTML.container, HTML["container-policy"]],
  "HTML, a plain iframe": [() => HTML.iframe, HTML["iframe-policy"]],
  "HTML, all choices": [() => HTML.options, HTML["script-policy"]],
  "HTML, integrity": [() => HTML.integrity.replace("sha384-SIDIK", integrity()), HTML["script-policy"]],
  "Joomla, a plain iframe": [() => JOOMLA.article, JOOMLA["article-policy"]],
  "Joomla 5, the plugin": [() => joomla({ text: `<p>${JOOMLA.shortcode.trim()}</p>`, named: true }), JOOMLA.policy],
  "Joomla 4, the plugin with all choices": [() => joomla({ text: `<p>${JOOMLA["shortcode-all"].trim()}</p>` }), JOOMLA.policy],
  "Laravel": [() => blade(LARAVEL.include), LARAVEL.policy],
  "Laravel, all choices": [() => blade(LARAVEL["include-all"]), LARAVEL.policy],
};

/** What the guide's own command says. */
const integrity = () => execFileSync("sh", ["-c", HTML.digest], { cwd: ROOT, encoding: "utf8" }).trim();

for (const [name, [body, block]] of Object.entries(SNIPPETS)) {
  const needed = lines(block);
  walked(`${name}: works under nothing but the lines its guide gives`, { timeout: 60_000 }, async () => {
    set.onHost(() => page(body(), only(needed)));
    const { works, said } = await outcome(set, async (tab) => {
      assert.equal(await tab.locator("iframe").count(), 1);
      assert.notEqual(await tab.locator("iframe").getAttribute("title"), null, "a frame has a name");
      assert.equal(await tab.getByRole("link").count(), 0, "the link for where no script runs has gone");
    });
    assert.deepEqual(said, [], "the browser has nothing to complain of");
    assert.ok(works);
  });

  for (const missing of needed) {
    const directive = missing.split(" ")[0];
    walked(`${name}: does not work without its ${directive}, and the browser names it`, { timeout: 60_000 }, async () => {
      set.onHost(() => page(body(), only(needed.filter((line) => line !== missing))));
      const { works, said } = await outcome(set);
      assert.equal(works, false, `${missing} is not needed`);
      assert.match(said.join("\n"), new RegExp(`${directive}|default-src`));
    });
  }
}

walked("in the frame a visitor can begin and answer, and the site hears how far it is", { timeout: 60_000 }, async () => {
  set.onHost(() => page(HTML.script, only(lines(HTML["script-policy"]))));
  const { works, said } = await outcome(set, async (tab, frame) => {
    await frame.getByRole("button", { name: "Mulai latihan" }).click();
    await frame.getByRole("searchbox", { name: "Cari indikator" }).waitFor();
    const answered = tab.evaluate(() => new Promise((done) => addEventListener("swanilai:progress", ({ detail }) => detail.answered > 0 && done(detail))));
    await press(level(frame, SAKIP, "1a", 5));
    assert.deepEqual(await answered, { answered: 1, total: 12 });
  });
  assert.deepEqual(said, []);
  assert.ok(works);
});

walked("the link needs no line at all", { timeout: 60_000 }, async () => {
  set.onHost(() => page(HTML.link, only([])));
  const context = await set.browser.newContext({ locale: "id-ID" });
  try {
    const tab = await context.newPage();
    await tab.goto(HOST);
    const [opened] = await Promise.all([context.waitForEvent("page"), tab.getByRole("link").click()]);
    await opened.getByRole("heading", { level: 1 }).waitFor();
    assert.equal(new URL(opened.url()).hash, "#/mulai/sakip-2021");
  } finally {
    await context.close();
  }
});

walked("a wrong integrity stops the script, and the browser says so", { timeout: 60_000 }, async () => {
  const wrong = `sha384-${createHash("sha384").update("another").digest("base64")}`;
  set.onHost(() => page(HTML.integrity.replace("sha384-SIDIK", wrong), only(lines(HTML["script-policy"]))));
  const { works, said } = await outcome(set);
  assert.equal(works, false);
  assert.match(said.join("\n"), /integrity/);
});

walked("a site that writes http is stopped, and the browser calls it mixed content", { timeout: 60_000 }, async () => {
  set.onHost(() => page(HTML.iframe.replaceAll("https:", "http:")));
  const { works, said } = await outcome(set);
  assert.equal(works, false);
  assert.match(said.join("\n"), /Mixed Content/);
});

walked("without a script there is still the link in its place", { timeout: 60_000 }, async () => {
  for (const body of [HTML.container, joomla({ text: JOOMLA.shortcode }), blade(LARAVEL.include)]) {
    set.onHost(() => page(body.replace(/<script.*<\/script>/s, ""), only([])));
    const context = await set.browser.newContext();
    const tab = await context.newPage();
    await tab.goto(HOST);
    await tab.getByRole("link", { name: "Buka penilaian mandiri di tab baru" }).waitFor();
    await context.close();
  }
});

test("the policies the guides print for Laravel, nginx and Apache are the same lines", () => {
  const policy = only(lines(LARAVEL.policy));
  for (const block of [LARAVEL.route, blocks("nginx").host, blocks("apache").host]) assert.ok(block.includes(`"${policy}"`), block);
});

walked("a site that the server of Swanilai does not name is refused, and the browser names frame-ancestors", { timeout: 60_000 }, async () => {
  const closed = await sites("https://ppid.example.go.id");
  try {
    closed.onHost(() => page(HTML.iframe, only(lines(HTML["iframe-policy"]))));
    const { works, said } = await outcome(closed);
    assert.equal(works, false);
    assert.match(said.join("\n"), /frame-ancestors/);
  } finally {
    await closed.stop();
  }
});

walked("X-Frame-Options stops the frame only where the server's own policy was lost on the way, and the browser names it", { timeout: 60_000 }, async () => {
  const added = { "x-frame-options": "SAMEORIGIN" };
  for (const [works, between] of [
    [true, (headers) => ({ ...headers, ...added })],
    [false, ({ "content-security-policy": _, ...headers }) => ({ ...headers, ...added })],
  ]) {
    const behind = await sites(HOST, between);
    try {
      behind.onHost(() => page(HTML.iframe, only(lines(HTML["iframe-policy"]))));
      const found = await outcome(behind);
      assert.equal(found.works, works, found.said.join("\n"));
      if (!works) assert.match(found.said.join("\n"), /X-Frame-Options/);
    } finally {
      await behind.stop();
    }
  }
});

test("every guide has the parts an administrator looks for, and its links lead somewhere", () => {
  const guides = readdirSync(FOLDER).filter((name) => name.endsWith(".md"));
  const anchor = (heading) => heading.toLowerCase().replace(/[^\p{L}\p{N} -]/gu, "").replaceAll(" ", "-");
  const text = Object.fromEntries(guides.map((name) => [name, readFileSync(join(FOLDER, name), "utf8")]));
  for (const name of guides) {
    const headings = [...text[name].matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading);
    if (name !== "README.md") for (const part of ["Yang diperlukan", "Memeriksa", "Bila tidak tampil"]) assert.ok(headings.includes(part), `${name}: ${part}`);
    for (const [, file, part] of text[name].matchAll(/\]\(([a-z]+\.md|README\.md)?(?:#([^)]+))?\)/gi)) {
      const target = text[file ?? name];
      assert.ok(target, `${name} names ${file}`);
      if (part) assert.ok([...target.matchAll(/^#+ (.+)$/gm)].some(([, heading]) => anchor(heading) === part), `${name}: #${part}`);
    }
  }
});
