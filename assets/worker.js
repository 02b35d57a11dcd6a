/**
 * Reads files beside the page, for the recapitulation: `{rubrics: [text]}` once, then `{turn, name, file}` each; for each
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

let read = () => null;

onmessage = async ({ data: { rubrics, turn, name, file } }) => {
  try {
    await ready;
    if (rubrics) {
      read = make(rubrics);
      return;
    }
    const row = read(name, new Uint8Array(await file.arrayBuffer()));
    postMessage({ turn, row }, row ? [row.buffer] : []);
  } catch {
    // The page reads it, and says what is wrong with it.
    if (turn !== undefined) postMessage({ turn, row: null });
  }
};
