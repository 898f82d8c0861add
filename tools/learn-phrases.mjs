// Writes locales/phrases.learned from locales/phrases.json: what the service would otherwise have to learn when it starts.
// `--check` writes nothing and fails when the file was learned from other phrasings, or by other rules.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { learnTable } from "../src/words/learn-table.js";
import { digestIn, packLearned } from "../src/words/learned.js";

const table = "locales/phrases.json";
const target = "locales/phrases.learned";
/** What a text is taken apart by, and how is learned: other rules teach other things. */
const rules = [
  "command",
  "concepts",
  "fold-text",
  "hash",
  "learn",
  "learn-table",
  "learned",
  "meanings",
  "scorer",
  "skeleton",
  "spelling",
  "stems",
  "topics",
  "traits",
];

const hash = createHash("sha256");
for (const path of [table, "src/domain/digits.ts", ...rules.map((name) => `src/words/${name}.ts`)])
  hash.update(readFileSync(path));
const digest = hash.digest("hex");

if (process.argv.includes("--check")) {
  if (!existsSync(target) || digestIn(readFileSync(target)) !== digest) {
    console.error(`${target} is stale: run npx tsx tools/learn-phrases.mjs`);
    process.exit(1);
  }
} else {
  writeFileSync(target, packLearned(learnTable(JSON.parse(readFileSync(table, "utf8"))), digest));
}
