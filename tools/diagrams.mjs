// Draws the life cycles in the README and beside it from the tables in src/domain, between their markers; run it with tsx, which reads the sources.
// `--check` writes nothing and fails when a diagram is stale.
import { readFileSync, writeFileSync } from "node:fs";
import { handoffTable } from "../src/domain/handoff.ts";
import { attemptTable, intentTable } from "../src/domain/payment.ts";
import { renewalTable } from "../src/domain/renewal.ts";

/** Where each life begins: the tables only say how it goes on. */
const lives = {
  intent: { in: "docs/life-cycles.md", table: intentTable, begins: ["open"] },
  attempt: { in: "docs/life-cycles.md", table: attemptTable, begins: ["opening"] },
  renewal: { in: "README.md", table: renewalTable, begins: ["paid", "conflicted"] },
  handoff: { in: "docs/life-cycles.md", table: handoffTable, begins: ["bot"] },
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

for (const [name, life] of Object.entries(lives)) {
  const present = readFileSync(life.in, "utf8");
  const [begin, end] = [`<!-- ${name}: written by tools/diagrams.mjs -->`, `<!-- /${name} -->`];
  const [from, to] = [present.indexOf(begin), present.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${life.in}: put ${begin} and ${end} where the diagram goes`);
  const written = `${present.slice(0, from + begin.length)}\n${draw(life)}\n${present.slice(to)}`;
  if (!process.argv.includes("--check")) writeFileSync(life.in, written);
  else if (written !== present) {
    console.error(`${life.in} is stale: run npx tsx tools/diagrams.mjs`);
    process.exitCode = 1;
  }
}
