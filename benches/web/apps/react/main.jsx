/** The form in React: one state for the answers, a card is drawn again only when its own answer changes. */

import { memo, useCallback, useMemo, useState } from "react";
import { createRoot } from "react-dom/client";

import "../shared/form.css";
import { line, prepared, rows, score } from "../shared/score.js";

const Rows = ({ levels, id, given, choose }) =>
  levels.map(({ value, text }) => (
    <label className="row" key={value}>
      <input type="radio" name={id} id={`a-${id}-${value}`} value={value} checked={given === value} onChange={() => choose(id, value)} />
      {text}
    </label>
  ));

const Figure = ({ scale, id, given, choose }) => (
  <input
    type="number"
    name={id}
    min={scale.minimum}
    max={scale.maximum}
    step="any"
    value={given ?? ""}
    onChange={({ target }) => choose(id, target.value === "" ? undefined : Number(target.value))}
  />
);

const Card = memo(function Card({ instrument, indicator, given, choose }) {
  const { id, name, question, hint, scale } = indicator;
  // Looked up once a card, not once a drawing.
  const levels = useMemo(() => rows(instrument, indicator), [instrument, indicator]);
  return (
    <article id={`card-${id}`}>
      <p>
        {id} · {name}
      </p>
      <fieldset>
        <legend>
          <h3 id={`q-${id}`}>{question}</h3>
        </legend>
        {hint && <p>{hint}</p>}
        {levels ? (
          <Rows levels={levels} id={id} given={given} choose={choose} />
        ) : (
          <Figure scale={instrument.scales.find((one) => one.id === scale)} id={id} given={given} choose={choose} />
        )}
      </fieldset>
    </article>
  );
});

function App({ instrument }) {
  const [answers, setAnswers] = useState({});
  const [at, setAt] = useState(0);
  const form = useMemo(() => prepared(instrument), [instrument]);
  // The same function for as long as the page lives, so that `memo` holds.
  const choose = useCallback((id, value) => setAnswers((before) => ({ ...before, [id]: value })), []);
  const { dimensions } = instrument;
  return (
    <main>
      <h1>Penilaian mandiri PEKPPP</h1>
      <p id="board">{line(score(form, answers))}</p>
      <nav>
        {dimensions.map(({ id, name }, place) => (
          <button type="button" key={id} data-id={id} aria-current={place === at ? "page" : "false"} onClick={() => setAt(place)}>
            {name}
          </button>
        ))}
      </nav>
      <h2>{dimensions[at].name}</h2>
      <div id="cards">
        {dimensions[at].indicators.map((indicator) => (
          <Card key={indicator.id} instrument={instrument} indicator={indicator} given={answers[indicator.id]} choose={choose} />
        ))}
      </div>
    </main>
  );
}

const instrument = await (await fetch("/data.json")).json();
createRoot(document.getElementById("root")).render(<App instrument={instrument} />);
