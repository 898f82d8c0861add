// What free text can mean, and the table of phrasings that tells how people say it.
import { buttonsAlone, type Command, commands } from "./command.js";
import { type Language, languages } from "./line.js";
import { type Topic, topics } from "./topics.js";

/** What free text can mean: a command of the chat, or a word that steers the question on the table (`cancel` and `help` are both). */
export type Understood = Exclude<Command, (typeof buttonsAlone)[number]> | "back" | "change" | "yes" | "no";
export const understood: readonly Understood[] = [...commands.filter(isSaid), "back", "change", "yes", "no"];

function isSaid(command: Command): command is Exclude<Command, (typeof buttonsAlone)[number]> {
  return !buttonsAlone.some((answer) => answer === command);
}

/** Everything that free text can mean: an act of the chat, a word that steers, or a question to answer. */
export type Meaning = Understood | Topic;
export const meanings: readonly Meaning[] = [...understood, ...topics];

/** Arabizi is Arabic in Latin letters, with digits for some. */
export const registers = [...languages, "arabizi"] as const;
type Texts = Readonly<Record<Language | "arabizi", readonly string[]>>;

/** `nothing` holds what people write that is no business of this service; `words` what many words stand for alike. */
export type Table = {
  readonly phrases: Readonly<Record<Meaning, Texts>>;
  readonly nothing: Texts;
  readonly words: Readonly<Record<string, readonly string[]>>;
};
