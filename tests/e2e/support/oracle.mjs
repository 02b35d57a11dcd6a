/**
 * The point of an assessment, reckoned apart from the app: exact, by fractions of whole numbers.
 *
 * Invariant: nothing is rounded before the end, and then once, half up.
 */

/** A decimal of at most four places as a fraction. */
const exact = (number) => [BigInt(Math.round(number * 10_000)), 10_000n];
const add = ([a, b], [c, d]) => [a * d + c * b, b * d];
const times = ([a, b], [c, d]) => [a * c, b * d];
const over = ([a, b], [c, d]) => [a * d, b * c];
const ZERO = [0n, 1n];

/** Working weights: what is published stands, what is not shares the rest. */
function weights(items) {
  const stated = items.map(({ weight }) => weight.value);
  const rest = add([100n, 1n], times([-1n, 1n], stated.filter((value) => value !== undefined).map(exact).reduce(add, ZERO)));
  const blank = BigInt(stated.filter((value) => value === undefined).length);
  return stated.map((value) => (value === undefined ? over(rest, [blank, 1n]) : exact(value)));
}

/** The mean by weight of those that have a score; none where none has. */
function mean(scores, weight) {
  const present = scores.map((score, at) => [score, weight[at]]).filter(([score]) => score !== undefined);
  if (present.length === 0) return undefined;
  const sum = present.map(([score, one]) => times(score, one)).reduce(add, ZERO);
  return over(sum, present.map(([, one]) => one).reduce(add, ZERO));
}

/** The point as the page writes it, `87,80`; an empty text where nothing is answered. */
export function point(rubric, answers) {
  const item = (indicator) => {
    const answer = answers[indicator.id];
    const given = answer?.level ?? answer?.value;
    if (given === undefined) return undefined;
    const scale = rubric.scales.find(({ id }) => id === indicator.scale);
    const maximum = Math.max(...(scale.levels?.map(({ value }) => value) ?? [scale.maximum]));
    return times(over(exact(given), exact(maximum)), exact(rubric.result.maximum));
  };
  const dimensions = rubric.dimensions.map(({ indicators }) => {
    const scored = indicators.filter(({ scored }) => scored !== false);
    return mean(scored.map(item), weights(scored));
  });
  const whole = mean(dimensions, weights(rubric.dimensions));
  if (whole === undefined) return "";
  const [a, b] = whole;
  const hundredths = (a * 200n + b) / (2n * b);
  return `${hundredths / 100n},${String(hundredths % 100n).padStart(2, "0")}`;
}
