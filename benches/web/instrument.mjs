/**
 * PEKPPP as it ships, and instruments of the same shape with more indicators; and what is pressed in each.
 *
 * Invariant: what the form must show after each press is reckoned by the tests' oracle, which no app shares.
 */

import assert from "node:assert/strict";

import { indicators, instrument as shipped } from "../../tests/e2e/support/journey.mjs";
import { point } from "../../tests/e2e/support/oracle.mjs";
import { line, prepared, score } from "./apps/shared/score.js";

export const ID = "pekppp-2023-luring";

/** Indicators that take a level in PEKPPP as it ships. */
export const SHIPPED = 31;

/**
 * Swanilai reads a mebibyte of JSON at most. What no form shows before an answer, hints and the ends of long levels make
 * room for a thousand, for every app alike.
 */
const brief = ({ hint, step, components, levels, ...indicator }) => ({
  ...indicator,
  levels: levels?.map(({ value, text }) => ({ value, text: text.length > 60 ? `${text.slice(0, 58)} …` : text })),
});

/** The instrument with `count` indicators that take a level: PEKPPP's own wording, over and over. */
export function sized(count) {
  const rubric = shipped(ID);
  if (count === SHIPPED) return rubric;
  const survey = rubric.dimensions.at(-1);
  const asked = rubric.dimensions.slice(0, -1);
  let left = count;
  const dimensions = asked.map((dimension, at) => {
    const share = Math.ceil(left / (asked.length - at));
    left -= share;
    const own = dimension.indicators.filter(({ scored }) => scored !== false);
    return {
      ...dimension,
      indicators: Array.from({ length: share }, (_, place) => ({
        ...brief(own[place % own.length]),
        id: `I${at + 1}${String(place + 1).padStart(3, "0")}`,
        // Published ones would no longer be a hundred together.
        weight: { basis: "unpublished", bounds: [0.5, 2], sources: [] },
      })),
    };
  });
  const { maps, ...rest } = rubric;
  return { ...rest, dimensions: [...dimensions, survey] };
}

/**
 * What is pressed, in the first dimensions: some of the indicators of each, from its first to its last, then some again.
 * @returns {{dimension: string, presses: {id: string, level: number, point: string, answered: number}[]}[]}
 */
export function presses(rubric, { each, of }) {
  const answers = {};
  let turn = 0;
  const { dimensions } = rubric;
  const form = prepared(rubric);
  // Floating point rounds some halves down that are to be rounded up: such states are left out, or no two would agree.
  const agreed = (shown, given) => line(score(form, given)).startsWith(`${shown} `);
  const levels = (given) => Object.fromEntries(Object.entries(given).map(([id, { level }]) => [id, level]));
  return dimensions.slice(0, of).map(({ id: dimension, indicators: all }) => {
    const own = all.filter(({ scored }) => scored !== false);
    const count = Math.min(each, own.length);
    const chosen = Array.from({ length: count }, (_, at) => own[Math.floor((at * own.length) / count)]);
    const round = [...chosen, ...chosen.slice(0, Math.ceil(count / 2))];
    return {
      dimension,
      presses: round.map(({ id }) => {
        const before = point(rubric, answers);
        // Another level than it had, and one that moves what is shown.
        const level = [1, 4, 2, 5, 3, 0, 1, 4].slice((turn += 1) % 3).find((one) => {
          const given = { ...answers, [id]: { level: one } };
          const shown = point(rubric, given);
          return answers[id]?.level !== one && shown !== before && agreed(shown, levels(given));
        });
        assert.notEqual(level, undefined, `no level of ${id} moves the score`);
        answers[id] = { level };
        return { id, level, point: point(rubric, answers), answered: Object.keys(answers).length };
      }),
    };
  });
}

/** The question that is painted first. */
export const first = (rubric) => indicators(rubric)[0].id;
