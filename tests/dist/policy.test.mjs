/** The policies of the build, held against csp_evaluator, which knows the usual ways round a policy. */

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
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

/** Every policy sent as a header or written into a page. */
const policies = () => {
  const sent = [...readFileSync(join(DIST, "_headers"), "utf8").matchAll(/Content-Security-Policy: (.*)/g)].map(([, policy]) => policy);
  const pages = readdirSync(DIST).filter((name) => name.endsWith(".html"));
  const written = pages.flatMap((name) => {
    const metas = readFileSync(join(DIST, name), "latin1").matchAll(/<meta http-equiv="Content-Security-Policy" content="([^"]*)"/gi);
    return [...metas].map(([, policy]) => policy);
  });
  return new Set([...sent, ...written]);
};

test("no policy of the build has a known hole", () => {
  assert.ok(policies().size > 0);
  for (const policy of policies()) assert.deepEqual(findings(policy), [], policy);
});

test("the evaluator does find the holes it is there for", () => {
  const open = "default-src 'none'; script-src 'self' 'unsafe-inline' https://cdn.jsdelivr.net; base-uri 'none'";
  assert.ok(findings(open).length >= 2);
});
