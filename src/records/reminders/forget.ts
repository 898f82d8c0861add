// Leaving: what is kept of how a person is reminded goes with their last account, and what was about their own followed workers at once.
import { sql, type Transaction } from "kysely";
import type { Schema } from "../schema.js";

/** Messages of reminders first, as whoever sends them takes them first: so that neither waits for the other. */
export async function holdReminders(trx: Transaction<Schema>, account: number): Promise<void> {
  await sql`select o.id from outbox o join chats c on c.chat = o.chat
    where c.account_id = ${account} and o.kind = 'reminder' and o.state in ('waiting', 'sending')
    order by o.id for update of o`.execute(trx);
}

/** @param names of the person, and of the account that goes */
export async function forgetReminders(trx: Transaction<Schema>, names: readonly string[]): Promise<void> {
  const its = sql<string>`any(${[...names]}::text[])`;
  await trx.deleteFrom("reminder_wishes").where("person", "=", its).execute();
  await trx.deleteFrom("reminder_answers").where("person", "=", its).execute();
  await trx.deleteFrom("reminders").where("person", "=", its).execute();
}

/** What was said and planned about workers whom only this account follows, and what was told in its chats. */
export async function forgetFollowed(trx: Transaction<Schema>, account: number): Promise<void> {
  const followed = sql`select 't' || id from tracked_workers where account_id = ${account}`;
  await sql`delete from reminder_answers where worker in (${followed})`.execute(trx);
  await sql`delete from reminders where worker in (${followed})
    or chat in (select chat from chats where account_id = ${account})`.execute(trx);
}
