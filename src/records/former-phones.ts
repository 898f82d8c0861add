// Phones that stood on record once: whoever was proved by one keeps seeing what was done to the record while they were.
import { type RawBuilder, sql, type Transaction } from "kysely";
import type { Schema } from "./schema.js";

/** Before another takes its place, in the same transaction; the same phone again is no other. */
export async function keepFormerPhone(
  trx: Transaction<Schema>,
  of: { readonly sponsor: number; readonly next: Buffer; readonly now: Date },
): Promise<void> {
  await sql`insert into former_phones (sponsor_id, phone_index, until_at)
    select id, phone_index, ${of.now}::timestamptz from sponsors
    where id = ${of.sponsor} and phone_index <> ${of.next}`.execute(trx);
}

/** The rows of the access log, by their ids, from the time in which this chat was proved by a phone of its sponsor that has been replaced since. */
export function accessesWhileProved(chat: string): RawBuilder<number> {
  return sql`select log.id from chats
    join accounts on accounts.id = chats.account_id
    join sponsors on sponsors.civil_id_index = accounts.civil_id_index
    join former_phones former on former.sponsor_id = sponsors.id
    join proofs on proofs.chat = chats.chat and proofs.civil_id_index = accounts.civil_id_index
      and proofs.phone_index = former.phone_index
    join access_log log on log.sponsor_id = sponsors.id and log.at between proofs.proved_at and former.until_at
    where chats.chat = ${chat}`;
}
