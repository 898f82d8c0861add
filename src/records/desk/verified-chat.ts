// The chat in which the staff reaches a sponsor: one that is proved to be theirs, the newest that can be reached.
import type { Kysely } from "kysely";
import type { Language } from "../../words/line.js";
import { findPersons } from "../reminders/persons.js";
import type { Schema } from "../schema.js";

export async function verifiedChat(
  trx: Kysely<Schema>,
  sponsor: number,
): Promise<{ readonly chat: string; readonly language: Language | undefined } | undefined> {
  const persons = await findPersons(trx, { sponsors: [sponsor] });
  return persons.find(({ id }) => id === `s${sponsor}`)?.chats.find(({ isReachable }) => isReachable);
}
