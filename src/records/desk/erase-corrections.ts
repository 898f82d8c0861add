// A phone that was corrected for a person who leaves: the record keeps what an import could have brought, and nothing else keeps the number.
import type { Transaction } from "kysely";
import { provedSponsor } from "../accounts.js";
import type { Schema } from "../schema.js";

const blank = Buffer.alloc(0);

/** While their account is still there, by which their record is known. */
export async function eraseCorrections(trx: Transaction<Schema>, chat: string): Promise<void> {
  // Confirmed after they left it would change the record of somebody who is not there to notice.
  await trx
    .deleteFrom("phone_corrections")
    .where("sponsor_id", "=", provedSponsor(chat))
    .where("confirmed_at", "is", null)
    .execute();
  await trx
    .updateTable("phone_corrections")
    .set({ phone_sealed: blank, phone_index: blank, former_index: null })
    .where("sponsor_id", "=", provedSponsor(chat))
    .execute();
}
