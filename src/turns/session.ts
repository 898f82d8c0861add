// A chat's session: the draft under way, one set aside, whether we said who we are, the quote last read, and what we did not understand. Kept sealed, forgotten after seven days.
import { z } from "zod";
import { type Missed, unreadable } from "../desk/handoff.js";
import type { IsoDate } from "../domain/iso-date.js";
import type { Fils } from "../domain/kwd.js";
import type { Draft } from "../journeys/draft.js";
import { commands, type Quoted } from "../journeys/message.js";
import type { Seal } from "../secrets/seal.js";
import type { ChatKey } from "./session-store.js";

/** Since when it is known, too: what was opened since is about something else. */
export type ReadQuote = Quoted & { readonly at: string };

/** A question that was answered here. */
export type TrailStep = {
  /** "renew:years:w12", as a handoff names a place. */
  readonly asked: string;
  readonly at: string;
  /** A number, a date, or a civil ID's last digits ("…4106"); absent where it is the person's own. */
  readonly said?: string;
};

export type Session = {
  readonly draft?: Draft;
  /** What was under way when the person turned to something else. */
  readonly aside?: Draft;
  /** It was offered again: once is enough. */
  readonly offered?: true;
  /** The last message here came to nothing: a yes after it may be meant for what it asked. */
  readonly isUnsure?: true;
  /** Who runs this service was said in this chat already. */
  readonly introduced?: true;
  /** Messages in a row of which nothing came, the last two at most, and the chat's newest handoff then. */
  readonly missed?: { readonly what: readonly Missed[]; readonly after: number };
  /** The quote that was last read here. */
  readonly quoted?: ReadQuote;
  /** The person's last messages, each by its id and a digest: an edit that changes nothing is no act of theirs. */
  readonly own?: readonly (readonly [message: string, digest: string])[];
  /** The album whose first picture was answered. */
  readonly album?: string;
  /** It was offered once to go on in the other language. */
  readonly offeredLanguage?: true;
  /** What was asked and answered here last. */
  readonly trail?: readonly TrailStep[];
  /** Where one of the staff stands in the desk's dialogues, as those keep it. */
  readonly desk?: string;
  /** A reply of this chat waits in the outbox: later ones queue behind it. */
  readonly queued?: true;
};

const stored = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.string()),
  z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
]);
const draft = z.object({
  id: z.string(),
  command: z.enum(commands),
  argument: z.string().exactOptional(),
  answers: z.record(z.string(), stored),
  pending: z
    .object({
      key: z.string(),
      fingerprint: z.string(),
      shown: z.string().exactOptional(),
      partial: stored.exactOptional(),
    })
    .exactOptional(),
});
const missed = z.union([z.object({ said: z.string() }), z.object({ sent: z.enum(unreadable) })]);
const day = z.string().transform((text) => text as IsoDate);
const quoted = z.object({
  schedule: z.string(),
  at: z.string(),
  lines: z.array(
    z.object({
      worker: z.string(),
      from: day,
      until: day,
      fils: z.number().transform((n) => n as Fils),
      rule: z.string(),
    }),
  ),
});
const session = z.object({
  draft: draft.exactOptional(),
  aside: draft.exactOptional(),
  offered: z.literal(true).exactOptional(),
  isUnsure: z.literal(true).exactOptional(),
  introduced: z.literal(true).exactOptional(),
  missed: z.object({ what: z.array(missed), after: z.number() }).exactOptional(),
  quoted: quoted.exactOptional(),
  own: z.array(z.tuple([z.string(), z.string()])).exactOptional(),
  album: z.string().exactOptional(),
  offeredLanguage: z.literal(true).exactOptional(),
  trail: z.array(z.object({ asked: z.string(), at: z.string(), said: z.string().exactOptional() })).exactOptional(),
  desk: z.string().exactOptional(),
  queued: z.literal(true).exactOptional(),
});

export function sealSession(seal: Seal, chat: ChatKey, kept: Session): Uint8Array {
  return seal.seal(JSON.stringify(kept), `session:${chat}`);
}

/**
 * Empty when there is nothing, or nothing that this version can read: the person then begins again, and a press on an older button
 * says so; what matters for more than a chat is in the database.
 */
export function openSession(seal: Seal, chat: ChatKey, sealed: Uint8Array | null): Session {
  if (sealed === null) return {};
  try {
    return session.parse(JSON.parse(seal.open(sealed, `session:${chat}`)));
  } catch {
    return {};
  }
}
