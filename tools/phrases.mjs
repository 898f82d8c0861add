// `npm run phrases`: how well free text is understood, five-fold cross-validated: rates by language, the worst meanings, the confusions.
// `--all` prints every phrase that was read wrongly.
import { readFile } from "node:fs/promises";
import { createUnderstand } from "../src/words/understand.js";
import { crossValidated, heldNothing, ratesOf } from "../test/support/read-phrases.js";

const table = JSON.parse(await readFile("locales/phrases.json", "utf8"));
const rows = crossValidated(table, 5);
const percent = (share) => `${(share * 100).toFixed(1)} %`.padStart(8);
const show = (name, of) => {
  const { right, wrong, near, nearRight, unknown } = ratesOf(of);
  console.log(
    `${name.padEnd(20)}${String(of.length).padStart(6)}${[right, wrong, near, nearRight, unknown].map(percent).join(" ")}`,
  );
};

console.log(`${"".padEnd(20)}${"phrases".padStart(6)}    right    wrong     near  (its own)  unknown`);
show("all", rows);
for (const language of ["ar", "en", "arabizi"])
  show(
    language,
    rows.filter((row) => row.language === language),
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
for (const { expected, read, outcome, text } of rows)
  if (outcome === "wrong") {
    const pair = `${expected} → ${read}`;
    confusions.set(pair, [...(confusions.get(pair) ?? []), text]);
  }
const most = process.argv.includes("--all") ? Number.POSITIVE_INFINITY : 25;
for (const [pair, texts] of [...confusions].sort(([, a], [, b]) => b.length - a.length).slice(0, most))
  console.log(`${String(texts.length).padStart(4)}  ${pair}: ${texts.join(" | ")}`);

const understand = createUnderstand(table, []);
const texts = await heldNothing();
const begun = texts.flatMap((text) => {
  const understanding = understand(text);
  return understanding.kind === "meant" ? [`  ${text} → ${understanding.meaning}`] : [];
});
console.log(`\nno business of ours, never learned: ${texts.length}, taken for something all the same: ${begun.length}`);
for (const line of begun) console.log(line);
