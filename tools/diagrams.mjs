// Draws the README's life cycles from the tables in src/domain, between their markers; run it with tsx, which reads the sources.
// `--check` writes nothing and fails when a diagram is stale.
import { readFileSync, writeFileSync } from "node:fs";
import { attemptTable, intentTable } from "../src/domain/payment.ts";
import { renewalTable } from "../src/domain/renewal.ts";

const target = "README.md";

/** Where each life begins: the tables only say how it goes on. */
const lives = {
  intent: { table: intentTable, begins: ["open"] },
  attempt: { table: attemptTable, begins: ["opening"] },
  renewal: { table: renewalTable, begins: ["paid", "conflicted"] },
};

/** One arrow for each pair of states, with all its events: Mermaid's names of states know no hyphen. */
function draw({ table, begins }) {
  const events = new Map();
  for (const { from, event, to } of table) {
    const arrow = `${named(from)} --> ${named(to)}`;
    events.set(arrow, [...(events.get(arrow) ?? []), event]);
  }
  return [
    "```mermaid",
    "stateDiagram-v2",
    ...begins.map((state) => `  [*] --> ${named(state)}`),
    ...[...events].map(([arrow, names]) => `  ${arrow}: ${names.join(", ")}`),
    "```",
  ].join("\n");
}

const named = (state) => state.replaceAll("-", "_");

const present = readFileSync(target, "utf8");
let written = present;
for (const [name, life] of Object.entries(lives)) {
  const [begin, end] = [`<!-- ${name}: written by tools/diagrams.mjs -->`, `<!-- /${name} -->`];
  const [from, to] = [written.indexOf(begin), written.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${target}: put ${begin} and ${end} where the diagram goes`);
  written = `${written.slice(0, from + begin.length)}\n${draw(life)}\n${written.slice(to)}`;
}

if (!process.argv.includes("--check")) writeFileSync(target, written);
else if (written !== present) {
  console.error(`${target} is stale: run npx tsx tools/diagrams.mjs`);
  process.exit(1);
}
