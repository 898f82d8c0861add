// Cross-validates the table of phrasings: each phrase is read by what was learned from the other folds alone.
import { readFile } from "node:fs/promises";
import { learnTable } from "../../src/words/learn-table.js";
import { type Meaning, registers, type Table } from "../../src/words/meanings.js";
import { createUnderstand, type Understanding } from "../../src/words/understand.js";

type Outcome = "right" | "wrong" | "near-right" | "near" | "unknown";
type Written = { readonly expected: string; readonly language: (typeof registers)[number]; readonly text: string };
type Reading = Written & { readonly outcome: Outcome; readonly read: string };
type Texts = Table["nothing"];

/** @param read how many of the folds are read: fewer are quicker */
export function crossValidated(table: Table, folds: number, read = folds): readonly Reading[] {
  const all = [...Object.entries(table.phrases), ["nothing", table.nothing] as const].flatMap(([expected, texts]) =>
    registers.flatMap((language) => texts[language].map((text) => ({ expected, language, text }))),
  );
  return Array.from({ length: read }, (_, fold) => {
    const held = all.filter((_row, at) => at % folds === fold);
    const out = new Set(held.map(({ text }) => text));
    const without = ({ ar, en, arabizi }: Texts): Texts => {
      const rest = (texts: readonly string[]) => texts.filter((text) => !out.has(text));
      return { ar: rest(ar), en: rest(en), arabizi: rest(arabizi) };
    };
    const phrases = Object.fromEntries(
      Object.entries(table.phrases).map(([meaning, texts]) => [meaning, without(texts)]),
    ) as Record<Meaning, Texts>;
    const rest: Table = { ...table, phrases, nothing: without(table.nothing) };
    const understand = createUnderstand(learnTable(rest), []);
    return held.map((row) => ({ ...row, ...outcomeOf(row.expected, understand(row.text)) }));
  }).flat();
}

function outcomeOf(expected: string, understanding: Understanding): { outcome: Outcome; read: string } {
  if (expected === "nothing")
    return understanding.kind === "meant"
      ? { outcome: "wrong", read: understanding.meaning }
      : { outcome: "right", read: understanding.kind };
  if (understanding.kind === "meant")
    return { outcome: understanding.meaning === expected ? "right" : "wrong", read: understanding.meaning };
  if (understanding.kind === "unknown") return { outcome: "unknown", read: "unknown" };
  const [first = "unknown"] = understanding.meanings;
  return { outcome: understanding.meanings.some((each) => each === expected) ? "near-right" : "near", read: first };
}

/** Shares of the whole; `near` is all that was offered, `nearRight` what was offered with the right one among it. */
export function ratesOf(readings: readonly Reading[]) {
  const share = (...outcomes: readonly Outcome[]) =>
    readings.filter(({ outcome }) => outcomes.includes(outcome)).length / readings.length;
  return {
    right: share("right"),
    wrong: share("wrong"),
    near: share("near", "near-right"),
    nearRight: share("near-right"),
    unknown: share("unknown"),
  };
}

/** What people write that is no business of the service, and that nothing was learned from. */
export async function heldNothing(): Promise<readonly string[]> {
  const { texts }: { texts: string[] } = JSON.parse(await readFile("tools/phrases-nothing.json", "utf8"));
  return texts;
}
