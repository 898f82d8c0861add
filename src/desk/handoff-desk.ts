// What the staff can do with chats that need a person: take and give them, talk in them, and answer with what is often said.
import type { Language } from "../words/line.js";
import type { Handoffs, Relays } from "./handoff.js";
import type { ReadyAnswer } from "./ready-answers.js";

export type HandoffDesk = Handoffs &
  Relays & {
    /** Its card stands in the staff's group; `false`: it cannot be put there now. */
    ensureCard(handoff: number): Promise<boolean>;
    /** In the person's language. */
    readyText(answer: ReadyAnswer, language: Language): string;
  };
