// What a member of the staff was in the middle of when their seat was lost.
import type { Transaction } from "kysely";
import type { Schema } from "../schema.js";
import { endReveals } from "./reveals.js";

/** What they were in the middle of goes no further, also when they are back: what was shown, allowed, or asked of colleagues. */
export async function endDoings(trx: Transaction<Schema>, staff: number, now: Date): Promise<void> {
  await endReveals(trx, staff, now);
  await trx
    .updateTable("consents")
    .set({ expires_at: now })
    .where("staff_id", "=", staff)
    .where("expires_at", ">", now)
    .execute();
  await trx
    .updateTable("phone_corrections")
    .set({ refused_at: now })
    .where("asked_by", "=", staff)
    .where("confirmed_at", "is", null)
    .where("refused_at", "is", null)
    .execute();
}
