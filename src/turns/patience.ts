// Whoever is not understood three times in a row is not left alone with the bot: what it made nothing of is kept, and a person is called.
import type { Missed } from "../desk/handoff.js";
import { maskIdentifiers } from "../desk/mask-identifiers.js";
import type { Promised } from "../journeys/desk-port.js";
import { type Answering, operatorOf, phoneLine, promiseLines } from "../journeys/promise.js";
import { type Line, line } from "../words/line.js";
import { preceded, type Turned } from "./saying.js";
import type { Session } from "./session.js";

/** After so many messages in a row that nothing came of, the way to a person is shown. */
const patience = 3;

/** Enough to see what somebody is about; a session and a card stay small. */
const longestKept = 60;

/**
 * How a message failed. `unread`: it means nothing here, words or what cannot be read at all; `why` is said to it. `refused`: the
 * question would not have it, and says why. Both count: whoever types a civil ID wrong for the third time needs a person as much as
 * whoever writes what no question asks for. `known`: the bot knows what it is, and that nothing is to be done (a button of an earlier
 * question, an edit of what was answered before, a number that nobody asked for): no sign of being lost, none of having got on either.
 */
export type Failed =
  | { readonly how: "unread"; readonly what: Missed; readonly why: Line }
  | { readonly how: "refused"; readonly what: Missed }
  | { readonly how: "known"; readonly why?: Line };

/** `failed` absent: the message was understood, and whatever went wrong before it is forgotten. */
export type Answered = Turned & { readonly failed?: Failed };

export type PatienceDeps = {
  readonly service: Answering;
  readonly now: Date;
  /** The chat waits for a person; `heard`: who has got this very message. */
  readonly awaits: "heard" | "waiting" | undefined;
  /** The newest handoff of this chat, over or not; 0: there was none. What failed before a person had the chat is not in a row with what fails after. */
  readonly lastHandoff: number;
  /** Asks for a person in this chat, who sees what was not understood. `undefined`: nobody would come. */
  readonly callPerson: (missed: readonly Missed[]) => Promise<Promised | undefined>;
};

export async function withPatience(
  deps: PatienceDeps,
  before: Session,
  { failed, ...turned }: Answered,
): Promise<Turned> {
  const { missed: _before, ...session } = turned.session;
  if (failed === undefined) return { ...turned, session };
  if (deps.awaits !== undefined) return whileWaiting(deps, deps.awaits, before, { ...turned, session }, failed);
  const earlier = before.missed?.after === deps.lastHandoff ? before.missed.what : [];
  const missed = failed.how === "known" ? earlier : [...earlier, failed.what];
  const isLost = missed.length >= patience;
  const kept =
    isLost || missed.length === 0 ? session : { ...session, missed: { what: missed, after: deps.lastHandoff } };
  if (isLost) return preceded({ ...turned, session: kept }, ...(await wayOut(deps, missed, failed.how)));
  const why = "why" in failed ? failed.why : undefined;
  return why === undefined ? { ...turned, session: kept } : preceded({ ...turned, session: kept }, why);
}

/** Somebody is coming already, so nothing counts; and what they have got was not in vain, whatever the bot makes of it. */
function whileWaiting(
  { service }: PatienceDeps,
  awaits: "heard" | "waiting",
  before: Session,
  turned: Turned,
  failed: Failed,
): Turned {
  if (!("why" in failed) || failed.why === undefined) return turned;
  if (awaits === "waiting") return preceded(turned, failed.why);
  const heard = line("waiting-heard", { operator: operatorOf(service) });
  const [first, ...others] = turned.says;
  if (first === undefined || before.draft !== undefined) return preceded(turned, heard);
  // Of the menu its buttons are enough; those of a question that is open say nothing without it.
  return { ...turned, says: [{ ...first, message: { ...first.message, lines: [heard] } }, ...others] };
}

async function wayOut(
  { callPerson, service, now }: PatienceDeps,
  missed: readonly Missed[],
  how: Failed["how"],
): Promise<readonly Line[]> {
  const promised = await callPerson(missed);
  const isRefused = how === "refused";
  return promised === undefined
    ? [line(isRefused ? "stuck-nobody" : "lost-nobody"), phoneLine(service)]
    : [line(isRefused ? "stuck-person" : "lost-person"), ...promiseLines(service, promised, now)];
}

/** A person's words as the team may see them: masked before they are cut, since half a number would not be known for one. */
export function missedWords(text: string): Missed {
  const letters = [...maskIdentifiers(text).replace(/\s+/gu, " ").trim()];
  return { said: letters.length > longestKept ? `${letters.slice(0, longestKept).join("")}…` : letters.join("") };
}
