// Reads the folder of locales once, at the start: what the service says, and what it understands.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createWords, type Speak } from "./fluent.js";
import { unpackLearned } from "./learned.js";
import { languages, type WordId } from "./line.js";
import { type Understood, understood } from "./meanings.js";
import { createUnderstand, type Understand } from "./understand.js";

/** Each command or control word that has a button of its own name in locales/. */
type Labelled = { readonly [M in Understood as `button-${M}` extends WordId ? M : never]: `button-${M}` };

/** The buttons whose labels are also words: what a person types who reads one aloud. The compiler asks for each of them. */
const buttons: Labelled & Readonly<Partial<Record<Understood, WordId>>> = {
  start: "button-menu",
  register: "button-register",
  resume: "button-resume",
  inquire: "button-inquire",
  quote: "button-quote",
  renew: "button-renew",
  pay: "button-pay",
  "pay-quick": "button-pay-quick",
  workers: "button-workers",
  reminders: "button-reminders",
  "already-renewed": "button-already-renewed",
  "remind-later": "button-remind-later",
  "worker-left": "button-worker-left",
  "not-mine": "button-not-mine",
  "stop-reminding": "button-stop-reminding",
  undo: "button-undo",
  language: "button-language",
  account: "button-account",
  privacy: "button-privacy",
  help: "button-help",
  human: "button-human",
  cancel: "button-cancel",
  back: "button-back",
  change: "button-change",
};

/** @param folder the path of locales/, with en.ftl, ar.ftl and phrases.learned */
export async function loadWords(folder: string): Promise<{ readonly speak: Speak; readonly understand: Understand }> {
  const read = (name: string) => readFile(join(folder, name), "utf8");
  const [ar, en, learned] = await Promise.all([
    read("ar.ftl"),
    read("en.ftl"),
    readFile(join(folder, "phrases.learned")),
  ]);
  const speak = createWords({ ar, en });
  const labels = understood.flatMap((meaning) => {
    const id = buttons[meaning];
    return id === undefined ? [] : languages.map((language) => [speak.plain(language, { id }), meaning] as const);
  });
  return { speak, understand: createUnderstand(unpackLearned(learned), labels) };
}
