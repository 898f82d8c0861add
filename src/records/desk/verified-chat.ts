// The chat in which the staff reaches a sponsor: one that is proved to be theirs, the newest that can be reached.
import type { Kysely } from "kysely";
import type { Language } from "../../words/line.js";
import { findPersons, type PersonChat } from "../reminders/persons.js";
import type { Schema } from "../schema.js";

export async function verifiedChat(
  trx: Kysely<Schema>,
  sponsor: number,
): Promise<{ readonly chat: string; readonly language: Language | undefined } | undefined> {
  return (await verifiedChats(trx, sponsor)).find(({ isReachable }) => isReachable);
}

/** Whether a chat is proved to be the sponsor's now: an import or an erasure may have ended that. */
export async function isProvedChat(trx: Kysely<Schema>, sponsor: number, chat: string): Promise<boolean> {
  return (await verifiedChats(trx, sponsor)).some((each) => each.chat === chat);
}

/** All that are proved to be theirs, the newest first. */
export async function verifiedChats(trx: Kysely<Schema>, sponsor: number): Promise<readonly PersonChat[]> {
  const persons = await findPersons(trx, { sponsors: [sponsor] });
  return persons.find(({ id }) => id === `s${sponsor}`)?.chats ?? [];
}
