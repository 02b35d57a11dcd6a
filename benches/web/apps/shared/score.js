/**
 * The point of the form, as the apps beside Swanilai reckon it: in floating point, and no range.
 *
 * Weights that nobody published share what the published ones leave; what is unanswered is left out of the mean.
 */

/** Shares of a whole, one for each of these. */
function shares(items) {
  const stated = items.map(({ weight }) => weight.value);
  const rest = 100 - stated.reduce((sum, value) => sum + (value ?? 0), 0);
  const blank = stated.filter((value) => value === undefined).length;
  return stated.map((value) => value ?? rest / blank);
}

/** What of an instrument the point needs, looked up once. */
export function prepared({ scales, dimensions, result }) {
  const greatest = new Map(scales.map(({ id, levels, maximum }) => [id, maximum ?? Math.max(...levels.map(({ value }) => value))]));
  const weights = shares(dimensions);
  return dimensions.map(({ indicators }, at) => {
    const scored = indicators.filter(({ scored }) => scored !== false);
    const own = shares(scored);
    return {
      weight: weights[at],
      items: scored.map(({ id, scale }, place) => ({ id, weight: own[place], each: result.maximum / greatest.get(scale) })),
    };
  });
}

/** The point and how much of it is answered. */
export function score(form, answers) {
  let [sum, whole, answered, total] = [0, 0, 0, 0];
  for (const { weight, items } of form) {
    let [own, present] = [0, 0];
    for (const { id, weight, each } of items) {
      const value = answers[id];
      total += 1;
      if (value === undefined) continue;
      answered += 1;
      own += weight * value * each;
      present += weight;
    }
    if (present === 0) continue;
    sum += (weight * own) / present;
    whole += weight;
  }
  return { point: whole === 0 ? undefined : sum / whole, answered, total };
}

/** Both as a line. */
export function line({ point, answered, total }) {
  const number = point === undefined ? "belum ada nilai" : point.toFixed(2).replace(".", ",");
  return `${number} · ${answered} dari ${total} terisi`;
}

/** The rows of an indicator that takes a level. */
export function rows(instrument, indicator) {
  const own = new Map((indicator.levels ?? []).map(({ value, text }) => [value, text]));
  const { levels } = instrument.scales.find(({ id }) => id === indicator.scale);
  return levels?.map(({ value, text }) => ({ value, text: own.get(value) ?? text }));
}
