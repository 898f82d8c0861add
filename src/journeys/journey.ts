// The shape of a journey: straight-line code over `ask`, ending in what is said.
import type { Challenge, Proof } from "./challenge.js";
import type { Command, Message } from "./message.js";
import type { Question } from "./question.js";
import type { World } from "./world.js";

/**
 * Gives the answer to a question: the stored one if it still holds today, or else the run stops here and the question is shown.
 * @param key names the answer in the log; a question asked once per worker carries the worker's id (`years:<worker>`)
 */
export type Ask = <T>(key: string, question: Question<T>) => Promise<T>;

/** `ask`'s one sibling: gives a proof that was made in this chat, or stops here and sets the challenge. */
export type Prove = (key: string, challenge: Challenge) => Promise<Proof>;

export type Ending = {
  readonly say: readonly Message[];
  /** Which journey begins in the same turn, where this one leads straight into it; what is said here stands above its first message. */
  readonly next?: { readonly command: Exclude<Command, "cancel" | "resume">; readonly argument?: string };
  /** What was open is shown again under it, or the menu: everything is said in another language from now on. */
  readonly showsAgain?: true;
  /** The person left, or may be another by now: what was set aside holds their answers, and goes too. */
  readonly forgets?: true;
};

export type Journey = (ask: Ask, prove: Prove, world: World) => Promise<Ending>;
