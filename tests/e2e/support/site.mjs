/**
 * A page of someone else, on the origin that also keeps our files, under the policy that docs/embedding-element.md
 * names and nothing more.
 *
 * Invariant: what a policy line is for is shown by leaving it out.
 */

/** What a site's own policy has to allow, line by line. */
export const NEEDED = {
  "script-src": "'self' 'wasm-unsafe-eval'",
  "style-src": "'self'",
  "connect-src": "'self'",
};

/** The strictest policy under which the element works, Trusted Types enforced and no policy of anyone's allowed. */
export function policy(lines = NEEDED) {
  const needed = Object.entries(lines).map(([name, value]) => `${name} ${value}`);
  return ["default-src 'none'", ...needed, "require-trusted-types-for 'script'", "trusted-types 'none'"].join("; ");
}

/** An element as a site writes it. */
export function widget(attributes) {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
  return `<swanilai-widget${written.join("")}></swanilai-widget>`;
}

/**
 * Opens a page of a site.
 * @param {import("./browser.mjs").Stage} stage
 * @param {string} body
 * @param {{styles?: string, csp?: string, path?: string}} [more]
 */
export async function visit({ page, context, origin }, body, { styles = "", csp = policy(), path = "/situs" } = {}) {
  const own = { "content-type": "text/html; charset=utf-8", "content-security-policy": csp };
  await context.route(`${origin}${path}`, (route) =>
    route.fulfill({
      headers: own,
      body: `<!doctype html><html lang="id"><head><title>Dinas Contoh</title><meta name="viewport" content="width=device-width">
        <link rel="stylesheet" href="/situs.css"><script type="module" src="/element.js"></script></head>
        <body><main><h1>Layanan kami</h1><p><a href="#berita">Berita</a></p>${body}<p id="berita">Berita hari ini.</p></main></body></html>`,
    }),
  );
  await context.route(`${origin}/situs.css`, (route) => route.fulfill({ headers: { "content-type": "text/css" }, body: styles }));
  await page.goto(origin + path);
}
