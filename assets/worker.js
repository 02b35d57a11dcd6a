/**
 * Reads files beside the page, for the recapitulation: `{rubrics: [address], own: [text]}` once, then `{turn, name, file}` each; for each
 * comes `{turn, row}`, the row packed, or null where the page has to read that file itself.
 *
 * The build writes the addresses in. Invariant: every message with a turn is answered, whatever is in the file.
 */

const FILES = "xtask: addresses";

/** How the module makes a reader. */
let make;
globalThis.swanilaiServed = (given) => {
  make = given;
};
const ready = import(FILES.glue).then((glue) => glue.default({ module_or_path: new URL(FILES.wasm, import.meta.url) }));

/** How a file becomes a row, once the instruments are here. */
let reading;

const withInstruments = async (rubrics, own) => {
  const fetched = rubrics.map(async (address) => (await fetch(new URL(address, import.meta.url))).text());
  const texts = await Promise.all(fetched);
  await ready;
  return make([...texts, ...own]);
};

onmessage = async ({ data: { rubrics, own, turn, name, file } }) => {
  if (rubrics) {
    reading = withInstruments(rubrics, own);
    // Whoever waits for it is told.
    reading.catch(() => {});
    return;
  }
  try {
    const read = await reading;
    const row = read(name, new Uint8Array(await file.arrayBuffer()));
    postMessage({ turn, row }, row ? [row.buffer] : []);
  } catch {
    // The page reads it, and says what is wrong with it.
    postMessage({ turn, row: null });
  }
};
