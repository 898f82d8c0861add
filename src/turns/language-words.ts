// The language of a chat: a word for it changes it at once, and whoever writes in the other one is offered to go on in that.

import type { Button } from "../journeys/message.js";
import { type Language, line } from "../words/line.js";
import type { Understanding } from "../words/understand.js";
import type { Answered } from "./patience.js";
import type { Session } from "./session.js";
import type { WayDeps } from "./under-way.js";

/** "English", "بالعربي": the language that is asked for. */
export function languageSaid(read: Understanding): Language | undefined {
  return read.kind === "meant" && read.meaning === "language" ? read.said?.language : undefined;
}

/** Offered once, as one button under what is answered anyway. */
export async function offeringLanguage(
  deps: WayDeps,
  before: Session,
  text: string,
  turned: Answered,
): Promise<Answered> {
  const last = turned.says.at(-1);
  const written = writtenIn(text);
  if (written === undefined || last === undefined || before.offeredLanguage) return turned;
  const { world } = await deps.worldOf({ id: deps.draftId("language"), command: "language", answers: {} });
  if (world.language === written) return turned;
  const label = line(written === "ar" ? "button-in-arabic" : "button-in-english");
  const offer: Button = { kind: "command", label, command: "language", argument: written };
  const message = { ...last.message, buttons: [...(last.message.buttons ?? []), [offer]] };
  return {
    ...turned,
    session: { ...turned.session, offeredLanguage: true },
    says: [...turned.says.slice(0, -1), { ...last, message }],
  };
}

/** Words that stand in nearly every English sentence and in no Arabic one that is written in Latin letters. */
const english =
  /\b(?:the|is|are|my|i|to|for|how|what|when|where|why|can|do|does|did|please|want|need|not|have|your|you|it|who|much|renew|pay|help)\b/giu;

/** Arabic by its letters; Latin letters may be Arabic too, so English by its words. `undefined`: neither for sure. */
function writtenIn(text: string): Language | undefined {
  const arabic = text.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (arabic > latin) return "ar";
  return latin > arabic && new Set(text.toLowerCase().match(english)).size > 1 ? "en" : undefined;
}
