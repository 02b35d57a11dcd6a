/** The form by hand: one dimension as text for the parser, one listener for all of it, one line of score. */

import "../shared/form.css";
import { line, prepared, rows, score } from "../shared/score.js";

const instrument = await (await fetch("/data.json")).json();
const form = prepared(instrument);
const answers = {};

const board = document.querySelector("#board");
const nav = document.querySelector("nav");
const title = document.querySelector("h2");
const cards = document.querySelector("#cards");

const escapes = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const text = (raw) => raw.replace(/[&<>"]/g, (sign) => escapes[sign]);

function field(indicator) {
  const { id } = indicator;
  const given = answers[id];
  const levels = rows(instrument, indicator);
  if (!levels) {
    const { minimum, maximum } = instrument.scales.find((scale) => scale.id === indicator.scale);
    return `<input type="number" name="${id}" min="${minimum}" max="${maximum}" step="any" value="${given ?? ""}">`;
  }
  return levels
    .map(
      ({ value, text: words }) =>
        `<label class="row"><input type="radio" name="${id}" id="a-${id}-${value}" value="${value}"${given === value ? " checked" : ""}>${text(words)}</label>`,
    )
    .join("");
}

const card = (indicator) =>
  `<article id="card-${indicator.id}"><p>${indicator.id} · ${text(indicator.name)}</p>` +
  `<fieldset><legend><h3 id="q-${indicator.id}">${text(indicator.question)}</h3></legend>` +
  `${indicator.hint ? `<p>${text(indicator.hint)}</p>` : ""}${field(indicator)}</fieldset></article>`;

function show(at) {
  title.textContent = instrument.dimensions[at].name;
  cards.innerHTML = instrument.dimensions[at].indicators.map(card).join("");
  for (const [place, button] of [...nav.children].entries()) button.ariaCurrent = place === at ? "page" : "false";
}

const tell = () => (board.textContent = line(score(form, answers)));

cards.addEventListener("change", ({ target }) => {
  answers[target.name] = target.value === "" ? undefined : Number(target.value);
  tell();
});
nav.addEventListener("click", ({ target }) => target.dataset.at && show(Number(target.dataset.at)));
nav.innerHTML = instrument.dimensions.map(({ id, name }, at) => `<button type="button" data-at="${at}" data-id="${id}">${text(name)}</button>`).join("");
show(0);
tell();
