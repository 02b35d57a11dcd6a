/** An instrument as SurveyJS wants it: a page a dimension. */

import { prepared, rows } from "../shared/score.js";

function element(instrument, indicator) {
  const { id, name, question, hint } = indicator;
  const titled = { name: id, title: question, description: [`${id} · ${name}`, hint].filter(Boolean).join(". ") };
  const choices = rows(instrument, indicator);
  if (choices) return { type: "radiogroup", ...titled, choices };
  const { minimum, maximum } = instrument.scales.find((scale) => scale.id === indicator.scale);
  return { type: "text", inputType: "number", ...titled, min: minimum, max: maximum };
}

export function definition(instrument) {
  return {
    showQuestionNumbers: false,
    showTOC: true,
    // Nothing is handed in: the form only shows the score.
    showNavigationButtons: false,
    // As their documentation advises for long pages.
    lazyRenderEnabled: true,
    pages: instrument.dimensions.map(({ id, name, indicators }) => ({
      name: id,
      title: name,
      elements: indicators.map((indicator) => element(instrument, indicator)),
    })),
  };
}

/** The same score in their expressions: two sums a dimension, and the means of them. */
export function calculated(instrument) {
  const form = prepared(instrument);
  const sum = (terms) => terms.join(" + ");
  const given = (id, then) => `iif({${id}} notempty, ${then}, 0)`;
  const values = form.flatMap(({ items }, at) => [
    { name: `own${at}`, expression: sum(items.map(({ id, weight, each }) => given(id, `{${id}} * ${weight * each}`))) },
    { name: `present${at}`, expression: sum(items.map(({ id, weight }) => given(id, weight))) },
    { name: `count${at}`, expression: sum(items.map(({ id }) => given(id, 1))) },
  ]);
  const present = (then) => sum(form.map(({ weight }, at) => `iif({present${at}} > 0, ${then(weight, at)}, 0)`));
  return [
    ...values,
    { name: "answered", expression: sum(form.map((_, at) => `{count${at}}`)) },
    { name: "whole", expression: present((weight) => weight) },
    { name: "point", expression: `iif({whole} > 0, (${present((weight, at) => `${weight} * {own${at}} / {present${at}}`)}) / {whole}, -1)` },
  ];
}
