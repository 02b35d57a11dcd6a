/** The policies of the build, held against csp_evaluator, which knows the usual ways round a policy. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import evaluator from "csp_evaluator/dist/evaluator.js";
import parser from "csp_evaluator/dist/parser.js";

const DIST = fileURLToPath(new URL("../../dist", import.meta.url));

/** What is wrong with a policy. Left out: that `'self'` is weak where the host serves what others upload; SECURITY.md says so. */
const findings = (policy) =>
  new evaluator.CspEvaluator(new parser.CspParser(policy).csp)
    .evaluate()
    .filter(({ directive, value }) => !(directive === "script-src" && value === "'self'"))
    .map(({ directive, value, description }) => `${directive} ${value ?? ""}: ${description}`);

/** The policy each file comes under: what is sent as a header, and what a page itself adds to that. */
const policies = () => {
  const parts = readFileSync(join(DIST, "_headers"), "utf8").split(/^\//m);
  return parts.flatMap((part) => {
    const [, sent] = /Content-Security-Policy: (.*)/.exec(part) ?? [];
    if (!sent) return [];
    const path = part.slice(0, part.indexOf("\n"));
    const page = path.endsWith(".html") ? readFileSync(join(DIST, path), "latin1") : "";
    const [, written] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/i.exec(page) ?? [];
    return [written ? `${sent}; ${written}` : sent];
  });
};

test("no policy of the build has a known hole", () => {
  assert.ok(policies().length > 0);
  for (const policy of new Set(policies())) assert.deepEqual(findings(policy), [], policy);
});

test("the evaluator does find the holes it is there for", () => {
  const open = "default-src 'none'; script-src 'self' 'unsafe-inline' https://cdn.jsdelivr.net; base-uri 'none'";
  assert.ok(findings(open).length >= 2);
});
