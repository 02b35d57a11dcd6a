/** The WordPress plugin in a real WordPress: what writers, visitors and administrators get. */

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { ROOT } from "../e2e/support/serve.mjs";
import { walked } from "../e2e/support/walked.mjs";
import { blocks, lines } from "./support/docs.mjs";
import { HOST, THERE, only, outcome, sites } from "./support/sites.mjs";
import { wordpress } from "./support/wordpress.mjs";

const GUIDE = blocks("wordpress");
const NEEDED = lines(GUIDE.policy);

/** @type {import("./support/sites.mjs").Sites} */
let set;
/** @type {import("./support/wordpress.mjs").WordPress} */
let wp;
before(async () => {
  set = await sites();
  wp = await wordpress();
});
after(async () => {
  await set?.stop();
  await wp?.stop();
});

/** A post by a person of this role, on the site, under a policy. */
function posted(content, { role = "author", policy, settings = { address: THERE } } = {}) {
  wp.run("option", settings);
  const id = wp.run("write", { role, content });
  set.onHost(async (request) => {
    const answer = await wp.answer(request);
    if (policy) answer.headers["content-security-policy"] = policy;
    return answer;
  });
  return `/?p=${id}`;
}

/** What the theme and WordPress itself print inline is refused by so strict a policy; that is none of ours. */
const ours = (said) => said.filter((line) => !/inline|www\.example\.go\.id|data:|blob:/.test(line));

/** The attributes of each container on a page, by name. */
async function containers(path) {
  const context = await set.browser.newContext();
  const tab = await context.newPage();
  let dialogs = 0;
  tab.on("dialog", (dialog) => void (dialogs += 1, dialog.dismiss()));
  await tab.goto(HOST + path);
  const found = await tab.locator("div.swanilai").evaluateAll((all) =>
    all.map((one) => Object.fromEntries([...one.attributes].map(({ name, value }) => [name, value]))),
  );
  const others = await tab.locator("[onload], [onerror], [onmouseover], img[src='x']").count();
  const text = await tab.locator("body").innerText();
  const tags = await tab.locator("script[src*='embed.js']").evaluateAll((all) => all.map((one) => one.outerHTML));
  await context.close();
  assert.equal(dialogs, 0, "no script of a writer runs");
  assert.equal(others, 0, "no attribute of a writer but the allowed");
  return { found, text, tags };
}

const BLOCK = '<!-- wp:swanilai/penilaian {"rubric":"sakip-2021"} /-->';

for (const [name, content] of Object.entries({ "the shortcode": () => GUIDE.shortcode, "the shortcode with all choices": () => GUIDE["shortcode-all"], "the block": () => BLOCK })) {
  walked(`${name} of an author works under nothing but the lines of the guide`, { timeout: 60_000 }, async () => {
    const path = posted(content(), { policy: only(NEEDED) });
    const { works, said } = await outcome(set, undefined, { path, patient: ours });
    assert.deepEqual(ours(said), []);
    assert.ok(works);
  });
}

for (const missing of NEEDED) {
  const directive = missing.split(" ")[0];
  walked(`the shortcode does not work without its ${directive}`, { timeout: 60_000 }, async () => {
    const path = posted(GUIDE.shortcode, { policy: only(NEEDED.filter((line) => line !== missing)) });
    const { works, said } = await outcome(set, undefined, { path, patient: ours });
    assert.equal(works, false);
    assert.match(ours(said).join("\n"), new RegExp(directive));
  });
}

walked("WordPress takes script and frame from what an author writes, and leaves shortcode and block", { timeout: 60_000 }, async () => {
  const path = posted(`<iframe src="${THERE}/embed.html"></iframe><script src="${THERE}/embed.js" data-rubric="sakip-2021"></script>`);
  assert.deepEqual((await containers(path)).tags, []);
  const { found, tags } = await containers(posted(`${GUIDE.shortcode}\n${BLOCK}`));
  assert.deepEqual(found.map((one) => one["data-rubric"]), ["sakip-2021", "sakip-2021"]);
  assert.equal(tags.length, 1, "the script is asked for once");
});

walked("of hostile attributes only those of the right form reach the page", { timeout: 60_000 }, async () => {
  const hostile = [
    `[swanilai rubric='"><img src=x onerror=alert(1)>' mode="kantor"]`,
    `[swanilai rubric="sakip-2021" onload="alert(1)" style="position:fixed" allow-results="1" data-allow-results="1" id="x"]`,
    `[swanilai rubric="sakip-2021&quot; onmouseover=&quot;alert(1)" heading="7" brand="red;}" mode="javascript:alert(1)"]`,
    `[swanilai rubric="sakip-2021\n" brand="#0b4f8a" heading="2"]`,
    `<!-- wp:swanilai/penilaian {"rubric":"\\u0022\\u003e\\u003cscript\\u003ealert(1)\\u003c/script\\u003e","mode":"kantor"} /-->`,
    `<!-- wp:swanilai/penilaian {"rubric":["sakip-2021"],"mode":{"a":1}} /-->`,
  ];
  const { found } = await containers(posted(hostile.join("\n\n"), { role: "administrator" }));
  const plain = { class: "swanilai", "data-swanilai": "" };
  assert.deepEqual(found, [
    plain,
    { ...plain, "data-rubric": "sakip-2021" },
    plain,
    { ...plain, "data-heading-level": "2", "data-theme-brand": "#0b4f8a" },
    { ...plain, "data-mode": "kantor" },
    { ...plain, "data-mode": "latihan" },
  ]);
});

test("an address is an https site and nothing else", { timeout: 60_000 }, () => {
  const kept = (address) => wp.run("option", { address }).address;
  for (const address of ["http://swanilai.example.go.id", "javascript:alert(1)", "//a.go.id", `${THERE}/?x`, `${THERE}/"><b>`, `${THERE}@evil.example`, "https://a b", "data:text/html,x", ["x"]]) {
    assert.equal(kept(address), "", String(address));
  }
  assert.equal(kept(`${THERE}/`), THERE);
  assert.equal(kept(`${THERE}:8443/alat/swanilai/`), `${THERE}:8443/alat/swanilai`);
});

walked("without an address visitors see nothing", { timeout: 60_000 }, async () => {
  const { found, text, tags } = await containers(posted(`Sebelum ${GUIDE.shortcode} Sesudah`, { settings: { address: "" } }));
  assert.deepEqual([found, tags], [[], []]);
  assert.doesNotMatch(text, /wanilai/);
});

walked("an integrity in the settings is checked by the browser", { timeout: 60_000 }, async () => {
  const sha = (text) => `sha384-${createHash("sha384").update(text).digest("base64")}`;
  const outcomeOf = async (integrity) => {
    const path = posted(GUIDE.shortcode, { settings: { address: THERE, integrity } });
    return outcome(set, undefined, { path, patient: ours });
  };
  assert.equal((await outcomeOf(sha(readFileSync(join(ROOT, "dist/embed.js"))))).works, true);
  const { works, said } = await outcomeOf(sha("another"));
  assert.equal(works, false);
  assert.match(said.join("\n"), /integrity/);
  const { tags } = await containers(posted(GUIDE.shortcode, { settings: { address: THERE, integrity: 'sha384-"><b>' } }));
  assert.doesNotMatch(tags[0], /integrity/);
});

walked("an administrator sets the address, puts the block into a page and sees it work", { timeout: 120_000 }, async () => {
  posted("", { settings: { address: "" } });
  const context = await set.browser.newContext({ locale: "id-ID", viewport: { width: 1366, height: 900 } });
  context.setDefaultTimeout(30_000);
  try {
    const tab = await context.newPage();
    const faults = [];
    tab.on("pageerror", (error) => faults.push(String(error)));
    await tab.goto(`${HOST}/wp-login.php`);
    await tab.locator("#user_login").fill("administrator");
    await tab.locator("#user_pass").fill("administrator");
    await tab.locator("#wp-submit").click();
    await tab.waitForURL("**/wp-admin/**");

    await tab.goto(`${HOST}/wp-admin/options-general.php?page=swanilai`);
    await tab.getByLabel("Alamat Swanilai").fill("https://swanilai.example.go.id?");
    await tab.locator("#submit").click();
    await tab.getByText("Alamat tidak disimpan").waitFor();
    await tab.getByLabel("Alamat Swanilai").fill(THERE);
    await tab.locator("#submit").click();
    await tab.locator("pre code").first().waitFor();
    const printed = await tab.locator("pre code").allInnerTexts();
    assert.deepEqual(printed.map(lines), [NEEDED, [lines(GUIDE.ancestors)[0].replace("frame-ancestors ", "")]]);

    await tab.goto(`${HOST}/wp-admin/post-new.php?post_type=page`);
    await tab.waitForFunction(() => window.wp?.data?.select("core/blocks")?.getBlockType("swanilai/penilaian"));
    // Past the welcome and the inserter, which are WordPress's own; from here on it is our block.
    await tab.evaluate(() => {
      window.wp.data.dispatch("core/edit-post").closeGeneralSidebar();
      if (window.wp.data.select("core/edit-post").isFeatureActive("welcomeGuide")) window.wp.data.dispatch("core/edit-post").toggleFeature("welcomeGuide");
      const block = window.wp.blocks.createBlock("swanilai/penilaian");
      window.wp.data.dispatch("core/block-editor").insertBlock(block);
      window.wp.data.dispatch("core/block-editor").selectBlock(block.clientId);
      window.wp.data.dispatch("core/edit-post").openGeneralSidebar("edit-post/block");
    });
    await tab.getByLabel("Instrumen").selectOption("ombudsman-kepatuhan-2023");
    await tab.getByText("Swanilai: Kepatuhan Ombudsman 2023-2024").waitFor();
    const id = await tab.evaluate(async () => {
      window.wp.data.dispatch("core/editor").editPost({ title: "Penilaian", status: "publish" });
      await window.wp.data.dispatch("core/editor").savePost();
      return window.wp.data.select("core/editor").getCurrentPostId();
    });
    assert.deepEqual(faults, []);
    const { works } = await outcome(set, async (page) => {
      assert.equal(await page.locator("div.swanilai").getAttribute("data-rubric"), "ombudsman-kepatuhan-2023");
    }, { path: `/?page_id=${id}`, patient: ours });
    assert.ok(works);
  } finally {
    await context.close();
  }
});

test("the block offers the instruments that can be filled in, by their names", () => {
  const catalog = JSON.parse(readFileSync(join(ROOT, "rubrics/catalog.json"), "utf8"));
  const fillable = Object.fromEntries(catalog.filter((one) => one.fillable).map((one) => [one.id, one.shortName]));
  const source = readFileSync(join(ROOT, "integrations/wordpress/swanilai/render.php"), "utf8");
  const listed = Object.fromEntries([...source.matchAll(/^\t\t'([a-z0-9-]+)' *=> '([^']+)',$/gm)].map(([, id, name]) => [id, name]));
  assert.deepEqual(listed, fillable);
});

test("every PHP file refuses to be called by its own address", () => {
  const folder = join(ROOT, "integrations/wordpress/swanilai");
  for (const name of readdirSync(folder).filter((one) => one.endsWith(".php"))) {
    assert.match(readFileSync(join(folder, name), "utf8"), /^defined\( '(ABSPATH|WP_UNINSTALL_PLUGIN)' \) \|\| exit;$/m, name);
  }
});

test("PHP and WordPress had nothing to say against the plugin, and nothing of it stays when it is deleted", { timeout: 60_000 }, () => {
  assert.deepEqual(wp.log(), []);
  assert.deepEqual(wp.run("uninstall"), []);
});
