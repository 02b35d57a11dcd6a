/** The forms that Swanilai is measured against reckon what it reckons, or the measure would compare different work. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { line, prepared, score } from "../../benches/web/apps/shared/score.js";
import { presses, SHIPPED, sized } from "../../benches/web/instrument.mjs";
import { indicators } from "../e2e/support/journey.mjs";
import { point } from "../e2e/support/oracle.mjs";

/** What Swanilai reads at most. */
const MEBIBYTE = 1_048_576;

for (const size of [SHIPPED, 100, 1_000]) {
  const rubric = sized(size);

  test(`the instrument of ${size} has as many levels to choose, each under its own id, and can be read`, () => {
    const all = indicators(rubric);
    const scales = new Map(rubric.scales.map((scale) => [scale.id, scale]));
    assert.equal(all.filter(({ scale }) => scales.get(scale).levels).length, size);
    assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
    assert.ok(Buffer.byteLength(JSON.stringify(rubric)) <= MEBIBYTE);
  });

  test(`each press among ${size} changes what the others show, to what is exact`, () => {
    const form = prepared(rubric);
    const answers = {};
    let before = line(score(form, answers));
    for (const { presses: own } of presses(rubric, { each: 4, of: 6 })) {
      for (const press of own) {
        answers[press.id] = press.level;
        const shown = line(score(form, answers));
        assert.match(shown, new RegExp(`^${press.point} · ${press.answered} dari `));
        assert.notEqual(shown, before);
        before = shown;
      }
    }
    const exact = Object.fromEntries(Object.entries(answers).map(([id, level]) => [id, { level }]));
    assert.ok(before.startsWith(`${point(rubric, exact)} `));
  });
}
