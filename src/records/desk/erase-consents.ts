// Whoever leaves allows nothing any more: what the staff has in full about them goes at once, and what was allowed shows nothing.
import type { Transaction } from "kysely";
import { personOf } from "../reminders/persons.js";
import type { Schema } from "../schema.js";
import { endRevealsAbout } from "./reveals.js";

/** Before the chats' accounts are forgotten: by them is known whom it is about. The log of what was asked and seen stays. */
export async function eraseConsents(trx: Transaction<Schema>, chats: readonly string[], now: Date): Promise<void> {
  // First: whoever is just showing something by one of these has done so when this is done.
  await trx.deleteFrom("consents").where("chat", "in", chats).execute();
  for (const chat of chats) {
    const sponsor = (await personOf(trx, chat))?.sponsor;
    if (sponsor !== undefined) await endRevealsAbout(trx, sponsor, now);
  }
}
