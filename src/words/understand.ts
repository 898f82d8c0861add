// Understands free text: which command or control word a person means, from the table of phrasings in locales/phrases.json.
import { buttonsAlone, type Command, commands } from "./command.js";
import { foldText } from "./fold-text.js";
import { type Language, languages } from "./line.js";
import type { Topic } from "./topics.js";

/** What free text can mean: a command of the chat, or a word that steers the question on the table (`cancel` and `help` are both). */
export type Understood = Exclude<Command, (typeof buttonsAlone)[number]> | "back" | "change" | "yes" | "no";
export const understood: readonly Understood[] = [...commands.filter(isSaid), "back", "change", "yes", "no"];

function isSaid(command: Command): command is Exclude<Command, (typeof buttonsAlone)[number]> {
  return !buttonsAlone.some((answer) => answer === command);
}

export type Phrases = Readonly<Record<Understood, Readonly<Record<Language, readonly string[]>>>>;

/** Everything that free text can mean: an act of the chat, a word that steers, or a question to answer. */
export type Meaning = Understood | Topic;

/** What a sentence says besides: "renew for two years" names the years, "in English please" the language. */
export type Said = { readonly years?: 1 | 2 | 3; readonly language?: Language };

/** `near`: one to three likely meanings, the best first, to be offered as buttons. */
export type Understanding =
  | { readonly kind: "meant"; readonly meaning: Meaning; readonly said?: Said }
  | { readonly kind: "near"; readonly meanings: readonly Meaning[] }
  | { readonly kind: "unknown" };

/** Reads what a person typed. Never throws, whatever the text. */
export type Understand = (text: string) => Understanding;

/**
 * Meant only when they are all that was said: "no" stands in many a sentence that refuses nothing, and a draft is not thrown
 * away for a "cancel" somewhere in a question. So too what is done at once where one worker is all there is: "if she left, …?".
 */
const onlyAlone: ReadonlySet<Understood> = new Set([
  "back",
  "change",
  "yes",
  "no",
  "cancel",
  "language",
  "start",
  "worker-left",
  "not-mine",
  "stop-reminding",
  "undo",
  "helped",
]);

/** What one asks for stands at the beginning; the rest of a pasted page is not searched. */
const longestRead = 500;

/** @param labels what the buttons say, in every language: a label means its button, whatever a phrasing says of it */
export function createUnderstand(
  phrases: Phrases,
  labels: readonly (readonly [label: string, Understood])[],
): Understand {
  const whole = new Map<string, Understood>();
  for (const meaning of understood)
    for (const language of languages)
      for (const phrase of phrases[meaning][language]) {
        const folded = foldText(phrase);
        const other = whole.get(folded);
        if (folded === "" || (other !== undefined && other !== meaning))
          throw new Error(
            `phrases.json: "${phrase}" cannot mean ${meaning}${other === undefined ? "" : ` and ${other}`}`,
          );
        whole.set(folded, meaning);
      }
  for (const [label, meaning] of labels) whole.set(foldText(label), meaning);
  const contained = [...whole]
    .filter(([, meaning]) => !onlyAlone.has(meaning))
    .sort(([a], [b]) => b.length - a.length)
    .map(([phrase, meaning]) => [` ${phrase} `, meaning] as const);

  return (text) => {
    const folded = foldText(text.slice(0, longestRead));
    const exact = whole.get(folded);
    if (exact !== undefined) return { kind: "meant", meaning: exact };
    const padded = ` ${folded} `;
    const meaning = contained.find(([phrase]) => padded.includes(phrase))?.[1];
    return meaning === undefined ? { kind: "unknown" } : { kind: "meant", meaning };
  };
}
