/** What was seen, as tables; and docs/performance.md with them in it. */

import { readFileSync, writeFileSync } from "node:fs";
import { cpus, release } from "node:os";
import { join } from "node:path";

import { ROOT } from "../../tests/e2e/support/serve.mjs";
import { versions } from "./apps.mjs";
import { PROFILES } from "./visit.mjs";

/** Against whom ratios are. */
const HAND = "hand-written";

const FIGURES = [
  { name: "bytes", title: "Bytes until the first click counts (brotli)", unit: (value) => `${(value / 1_000).toFixed(1)} kB` },
  { name: "painted", title: "First question painted", unit: (value) => `${Math.round(value)} ms` },
  { name: "counted", title: "First click counts", unit: (value) => `${Math.round(value)} ms` },
  { name: "document", title: "Click to score, in the document", unit: (value) => `${value.toFixed(1)} ms` },
  { name: "frame", title: "Click to score, frame painted", unit: (value) => `${value.toFixed(1)} ms` },
  { name: "busy", title: "Main thread, a click with the way to it and what it sets off", unit: (value) => `${value.toFixed(1)} ms` },
  { name: "heap", title: "Held by scripts and wasm", unit: (value) => `${(value / 1e6).toFixed(1)} MB` },
];

const sorted = (values) => values.toSorted((one, other) => one - other);
const median = (values) => {
  const [all, half] = [sorted(values), Math.floor(values.length / 2)];
  return values.length % 2 === 1 ? all[half] : (all[half - 1] + all[half]) / 2;
};

/** A table a figure: apps by row, sizes and profiles by column; then a line each of what is of Swanilai alone. */
export function report(seen, more, { rounds, chromium }) {
  const apps = [...new Set(seen.map(({ app }) => app))];
  const columns = [...new Set(seen.map(({ size, profile }) => `${size} ${profile}`))].map((key) => key.split(" "));
  const of = (figure, app, [size, profile]) =>
    seen.filter((one) => one.app === app && one.size === Number(size) && one.profile === profile).flatMap(({ figures }) => figures[figure] ?? []);
  const tables = FIGURES.map(({ name, title, unit }) => {
    const shown = columns.filter((column) => apps.some((app) => of(name, app, column).length > 0));
    // The network changes nothing of what is sent.
    const own = name === "bytes" ? shown.filter(([, profile]) => profile === shown[0][1]) : shown;
    if (own.length === 0) return "";
    const head = `| ${title} | ${own.map(([size, profile]) => `${size}${name === "bytes" ? "" : `, ${PROFILES[profile].label}`}`).join(" | ")} |`;
    const body = apps.map((app) => {
      const cells = own.map((column) => {
        const values = of(name, app, column);
        if (values.length === 0) return "–";
        const hand = of(name, HAND, column);
        const ratio = hand.length > 0 ? `**${(median(values) / median(hand)).toFixed(2)}** ` : "";
        const [low, high] = [sorted(values)[0], sorted(values).at(-1)];
        return `${ratio}${unit(median(values))}${low === high ? "" : ` (${unit(low).split(" ")[0]}–${unit(high).split(" ")[0]})`}`;
      });
      return `| ${app} | ${cells.join(" | ")} |`;
    });
    return [head, `|---|${own.map(() => "---").join("|")}|`, ...body].join("\n");
  });
  const installed = (more?.installed ?? []).map(({ profile, online, offline }) => {
    const [with_, without] = [online, offline].map(median);
    const told = (values) => `${Math.round(median(values))} ms (${Math.round(sorted(values)[0])}–${Math.round(sorted(values).at(-1))})`;
    return `Installed, first question painted, ${PROFILES[profile].label}: online ${told(online)}, offline ${told(offline)}, **${(without / with_).toFixed(2)}** times.`;
  });
  const seenBy = more && `Lighthouse ${more.lighthouse.version}, mobile, first page: ${more.lighthouse.points.join(", ")}${more.lighthouse.faults.length > 0 ? `; less than 90: ${more.lighthouse.faults.join("; ")}` : ""}.`;
  const late = seen.filter(({ figures }) => figures.late).map(({ app, size, profile }) => `${app} (${size}, ${PROFILES[profile].label})`);
  const given = late.length > 0 && `Visits given up after three minutes: ${late.join("; ")}.`;
  const machine = `${cpus().length} cores of ${cpus()[0].model}, Linux ${release()}, Node ${process.versions.node}, Chromium ${chromium}; ${versions()}.`;
  const when = new Date().toISOString().slice(0, 10);
  return [`${when}, ${machine} ${rounds} rounds in turns: the median, with the least and the most; in bold times what is written by hand.`, ...tables, given, ...installed, seenBy, ...(more?.files ?? [])].filter(Boolean).join("\n\n");
}

const FROM = "<!-- benches/web/forms.mjs -->";
const TO = "<!-- end of benches/web/forms.mjs -->";

/** Puts the tables into docs/performance.md, in place of those before. */
export function write(text) {
  const path = join(ROOT, "docs/performance.md");
  const all = readFileSync(path, "utf8");
  const [from, to] = [all.indexOf(FROM), all.indexOf(TO)];
  if (from < 0 || to < from) throw new Error(`${path} has no place for the tables`);
  writeFileSync(path, `${all.slice(0, from + FROM.length)}\n${text}\n${all.slice(to)}`);
}
