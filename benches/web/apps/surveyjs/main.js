/**
 * The form in SurveyJS. The score comes from a handler of our own, which is what is quick with it; with `?expressions`,
 * from calculated values, which is how its forms reckon when nobody programs.
 */

import { Model } from "survey-core";
import "survey-core/survey-core.fontless.min.css";
import "survey-js-ui";
import "./host.css";

import { line, prepared, score } from "../shared/score.js";
import { calculated, definition } from "./definition.js";

const board = document.querySelector("#board");
const instrument = await (await fetch("/data.json")).json();
const form = prepared(instrument);

if (location.search === "?expressions") {
  const survey = new Model({ ...definition(instrument), calculatedValues: calculated(instrument) });
  const { total } = score(form, {});
  const tell = () => {
    const point = survey.getVariable("point");
    board.textContent = line({ point: point >= 0 ? point : undefined, answered: survey.getVariable("answered") ?? 0, total });
  };
  survey.onVariableChanged.add((_, { name }) => (name === "point" || name === "answered") && tell());
  tell();
  shown(survey);
} else {
  const survey = new Model(definition(instrument));
  const tell = () => (board.textContent = line(score(form, survey.data)));
  survey.onValueChanged.add(tell);
  tell();
  shown(survey);
}

function shown(survey) {
  survey.render(document.querySelector("#survey"));
  // For the bench, which turns pages by it.
  globalThis.survey = survey;
}
