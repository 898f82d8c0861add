// `npm run phrases`: how well free text is understood, ten-fold cross-validated: rates by language, the worst meanings, the
// confusions, what is foreign and taken for ours, and how long a reading takes. `--all` prints every phrase that was read wrongly.
import { readFile } from "node:fs/promises";
import { loadavg } from "node:os";
import { learnTable } from "../src/words/learn-table.js";
import { loadWords } from "../src/words/load.js";
import { createUnderstand, steering } from "../src/words/understand.js";
import { crossValidated, heldNothing, ratesOf } from "../test/support/read-phrases.js";
import { readingTimes } from "../test/support/reading-times.js";

const table = JSON.parse(await readFile("locales/phrases.json", "utf8"));
const everything = crossValidated(table, 10);
// Words that steer are read from the table alone: to hold them out would say nothing.
const rows = everything.filter(({ expected }) => expected !== "nothing" && !steering.has(expected));
const percent = (share) => `${(share * 100).toFixed(1)} %`.padStart(8);
const show = (name, of) => {
  const { right, wrong, near, nearRight, unknown } = ratesOf(of);
  console.log(
    `${name.padEnd(20)}${String(of.length).padStart(6)}${[right, wrong, near, nearRight, unknown].map(percent).join(" ")}`,
  );
};

console.log(`${"".padEnd(20)}${"phrases".padStart(6)}    right    wrong     near  (its own)  unknown`);
show("all but steering", rows);
for (const language of ["ar", "en", "arabizi"])
  show(
    language,
    rows.filter((row) => row.language === language),
  );
show(
  "nothing of ours",
  everything.filter(({ expected }) => expected === "nothing"),
);
console.log("\nby meaning, the worst first");
const meanings = [...new Set(rows.map(({ expected }) => expected))];
const rightOf = (meaning) => ratesOf(rows.filter(({ expected }) => expected === meaning)).right;
for (const meaning of meanings.sort((a, b) => rightOf(a) - rightOf(b)))
  show(
    meaning,
    rows.filter(({ expected }) => expected === meaning),
  );

console.log("\nconfusions");
const confusions = new Map();
for (const { expected, read, outcome, text } of everything)
  if (outcome === "wrong") {
    const pair = `${expected} → ${read}`;
    confusions.set(pair, [...(confusions.get(pair) ?? []), text]);
  }
const most = process.argv.includes("--all") ? Number.POSITIVE_INFINITY : 25;
for (const [pair, texts] of [...confusions].sort(([, a], [, b]) => b.length - a.length).slice(0, most))
  console.log(`${String(texts.length).padStart(4)}  ${pair}: ${texts.join(" | ")}`);

const understand = createUnderstand(learnTable(table), []);
const texts = await heldNothing();
const begun = texts.flatMap((text) => {
  const understanding = understand(text);
  return understanding.kind === "meant" ? [`  ${text} → ${understanding.meaning}`] : [];
});
console.log(`\nno business of ours, never learned: ${texts.length}, taken for something all the same: ${begun.length}`);
for (const line of begun) console.log(line);

const from = process.cpuUsage();
const words = await loadWords("locales");
const { user, system } = process.cpuUsage(from);
console.log(`\nin milliseconds of the processor, at a load of ${loadavg()[0].toFixed(1)}`);
console.log(`reading locales/     ${((user + system) / 1000).toFixed(0)} ms`);
for (const [name, { median, p99, most: slowest }] of Object.entries(readingTimes(words.understand, table)))
  console.log(
    `${name.padEnd(20)} median ${median.toFixed(3)} ms, p99 ${p99.toFixed(3)} ms, slowest ${slowest.toFixed(1)} ms`,
  );
