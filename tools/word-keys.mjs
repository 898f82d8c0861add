// Writes src/words/keys.ts from locales/en.ftl: every sentence's id with its variables, so that the compiler checks them.
// `--check` writes nothing and fails when the file is stale.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parse, Visitor } from "@fluent/syntax";

const source = "locales/en.ftl";
const target = "src/words/keys.ts";

/** Finds the variables of a message, and the other messages it is built from. */
class Uses extends Visitor {
  variables = new Set();
  messages = new Set();
  visitVariableReference(node) {
    this.variables.add(node.id.name);
  }
  visitMessageReference(node) {
    this.messages.add(node.id.name);
  }
}

function readUses(text) {
  const uses = new Map();
  for (const entry of parse(text, { withSpans: true }).body) {
    if (entry.type === "Junk") throw new Error(`${source}: not Fluent: ${entry.content.trim()}`);
    if (entry.type !== "Message") continue;
    if (entry.value === null || entry.attributes.length > 0)
      throw new Error(`${source}: ${entry.id.name}: a sentence has a value and no attributes`);
    if (uses.has(entry.id.name)) throw new Error(`${source}: ${entry.id.name} stands there twice`);
    const found = new Uses();
    found.visit(entry.value);
    uses.set(entry.id.name, found);
  }
  return uses;
}

function variablesOf(id, uses, seen = new Set()) {
  const found = uses.get(id);
  if (found === undefined) throw new Error(`${source}: no sentence named ${id}`);
  if (seen.has(id)) return new Set();
  seen.add(id);
  const nested = [...found.messages].flatMap((other) => [...variablesOf(other, uses, seen)]);
  return new Set([...found.variables, ...nested]);
}

const property = (name) => (/^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name));

function typeLine(id, variables) {
  if (variables.length === 0) return `  readonly ${property(id)}: null;`;
  const fields = variables.map((name) => `readonly ${property(name)}: true`);
  const oneLine = `  readonly ${property(id)}: { ${fields.join("; ")} };`;
  if (oneLine.length <= 120) return oneLine;
  return [`  readonly ${property(id)}: {`, ...fields.map((field) => `    ${field};`), "  };"].join("\n");
}

const uses = readUses(readFileSync(source, "utf8"));
const lines = [...uses.keys()].map((id) => typeLine(id, [...variablesOf(id, uses)].sort()));
const written = `// Every sentence of locales/ with its variables. Written by tools/word-keys.mjs: edit locales/en.ftl instead.
export type Words = {
${lines.join("\n")}
};
`;

if (process.argv.includes("--check")) {
  const present = existsSync(target) ? readFileSync(target, "utf8") : "";
  if (present !== written) {
    console.error(`${target} is stale: run node tools/word-keys.mjs`);
    process.exit(1);
  }
} else {
  writeFileSync(target, written);
}
