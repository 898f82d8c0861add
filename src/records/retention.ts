// How long what is over is kept, and why; a sweep removes some of it at a time, so that nobody waits for its locks.
import { type RawBuilder, sql } from "kysely";
import type { Db } from "./database.js";
import { tallyMs } from "./tallies.js";

const dayMs = 24 * 60 * 60 * 1000;

/** A sweep runs every ten minutes: 288,000 rows a day, and each of its statements is done in some milliseconds. */
const mostAtOnce = 2_000;

/** A platform sends an update again for a day (Telegram) or for eight (WhatsApp). */
const repeatedMs = 8 * dayMs;

type Kept = { readonly table: string; readonly forMs: number; readonly over: (before: Date) => RawBuilder<unknown> };

/** In this order: a code's text goes before the challenge that it belongs to. */
const kept: readonly Kept[] = [
  // No limit looks at it any more.
  { table: "tallies", forMs: tallyMs, over: (before) => sql`at < ${before}` },

  // It can be met for ten minutes and is never sent after them. A day, in which operators may ask what became of it.
  { table: "sms_outbox", forMs: dayMs, over: (before) => sql`enqueued_at < ${before}` },

  // A challenge that nobody met dies in ten minutes; its draft, which would only set it anew, lives seven days.
  {
    table: "proofs",
    forMs: 8 * dayMs,
    over: (before) => sql`proved_at is null and sent_at < ${before}
      and not exists (select from sms_outbox where proof_id = proofs.id)`,
  },
  // A proof is looked at until its draft has ended, which takes seven days of silence; after that it is the evidence of the account
  // whose phone and civil ID it proved, and is kept with it.
  {
    table: "proofs",
    forMs: 30 * dayMs,
    over: (before) => sql`proved_at < ${before}
      and not exists (select from sms_outbox where proof_id = proofs.id)
      and not exists (
        select from chats join accounts on accounts.id = chats.account_id
        where chats.chat = proofs.chat and accounts.civil_id_index = proofs.civil_id_index
          and accounts.phone_index = proofs.phone_index
      )`,
  },

  // Its effect key keeps a message from being said twice, and must outlive whatever could say it again: a turn that the platform
  // sends once more (Telegram for a day, WhatsApp for eight), a payment that is asked about (until three days after it was opened).
  {
    table: "outbox",
    forMs: 30 * dayMs,
    over: (before) => sql`state in ('sent', 'dropped') and settled_at < ${before}`,
  },
  // What failed or may have arrived is what operators look into.
  {
    table: "outbox",
    forMs: 90 * dayMs,
    over: (before) => sql`state in ('unknown', 'failed') and settled_at < ${before}`,
  },

  // What was told of an end keeps it from being told twice, until no milestone (a year after it at most) can come any more.
  {
    table: "reminders",
    forMs: 400 * dayMs,
    over: (before) => sql`state = 'told' and end_day < ${before}::timestamptz::date`,
  },

  // Works once, for fifteen minutes. A week, in which its page says that it is over; then it is unknown like any other.
  {
    table: "links",
    forMs: 7 * dayMs,
    over: (before) => sql`kind = 'export' and (used_at < ${before} or expires_at < ${before})`,
  },
  // A link that ended unpaid says so as long as somebody may press it in the chat. One that was paid leads to the receipt, and it
  // and the receipt's own stay as long as the books: people keep receipts for longer than we can know.
  {
    table: "links",
    forMs: 90 * dayMs,
    over: (before) => sql`kind = 'pay' and exists (
      select from intents where intents.id = links.intent_id
        and state in ('expired', 'superseded', 'cancelled') and expires_at < ${before}
    )`,
  },

  // A link that comes twice is answered alike for as long as a platform repeats it; who was invited by whom is among the staff's events.
  { table: "staff_invites", forMs: repeatedMs, over: (before) => sql`expires_at < ${before}` },
  // A consent holds for minutes; that it was asked for, and given, stands in the log of accesses.
  { table: "consents", forMs: 30 * dayMs, over: (before) => sql`expires_at < ${before}` },
  { table: "reveals", forMs: 30 * dayMs, over: (before) => sql`deleted_at < ${before}` },
  // Nobody confirmed it in its day, and its number was never anybody's on record.
  {
    table: "phone_corrections",
    forMs: repeatedMs,
    over: (before) => sql`confirmed_at is null and asked_at < ${before}`,
  },
  // What two people wrote to one another is not kept as long as other failures: nobody looks into it once their talk is long over.
  {
    table: "outbox",
    forMs: 30 * dayMs,
    over: (before) => sql`kind = 'desk' and state in ('unknown', 'failed') and exists (
      select from relays join handoffs on handoffs.id = relays.handoff_id
      where relays.outbox_id = outbox.id and handoffs.closed_at < ${before}
    )`,
  },

  // An update that failed and then went well comes no more; one that was set aside is shown to operators.
  { table: "troubled_updates", forMs: 30 * dayMs, over: (before) => sql`parked_at is null and last_at < ${before}` },
  { table: "troubled_updates", forMs: 90 * dayMs, over: (before) => sql`parked_at < ${before}` },
];

/** @returns how many rows went; what is left goes with the next sweep */
export async function sweepOver(db: Db, now: Date): Promise<number> {
  let gone = 0;
  for (const { table, forMs, over } of kept) {
    const from = sql.table(table);
    // Another process's sweep takes other rows, and a row that is being written is left for the next.
    const { numAffectedRows } = await sql`
      delete from ${from} where ctid in (
        select ctid from ${from} where ${over(new Date(now.getTime() - forMs))}
        limit ${sql.lit(mostAtOnce)} for update of ${from} skip locked
      )`.execute(db);
    gone += Number(numAffectedRows ?? 0);
  }
  return gone;
}
