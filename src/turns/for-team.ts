// What a person writes while their chat waits is the team's only where it is words: answers to the bot's questions, and what may be a code, are nobody else's.
import type { Content } from "../desk/handoff.js";
import { isLookup } from "../desk/words.js";
import { asciiDigits } from "../domain/digits.js";
import type { Input } from "../journeys/input.js";
import type { Answered } from "./patience.js";
import type { Session } from "./session.js";

/** Fewer words that the bot understands are a name of something it does: a button's, a menu's. */
const leastWords = 3;

/** Of a code, or of a number that nobody else should read, however its digits are parted. */
const mostDigits = 3;

/** @param answered what the conversation made of it, and the session after it */
export function isForTeam(
  { input, content }: { readonly input: Input; readonly content: Content | undefined },
  before: Session,
  { failed, session }: Answered,
): boolean {
  if (content === undefined) return false;
  // Whether its former words were passed on is known where they were.
  if (content.isEdited) return true;
  // No question takes a photo, a voice note or a file.
  if (input.kind === "media") return true;
  if (input.kind !== "text" || isLookup(input.text)) return false;
  if (failed?.how === "unread") return !("sent" in failed.what) || digitsIn(input.text) < mostDigits;
  return failed === undefined && !isTaken(before, session) && wordsIn(input.text) >= leastWords;
}

/** The question that was open has had its answer: the draft went on, or is over. The menu's question is nobody's errand. */
function isTaken({ draft }: Session, after: Session): boolean {
  return draft?.pending !== undefined && draft.command !== "start" && after.aside?.id !== draft.id;
}

const digitsIn = (text: string): number => asciiDigits(text).match(/\d/gu)?.length ?? 0;
const wordsIn = (text: string): number => text.match(/\p{L}+/gu)?.length ?? 0;
