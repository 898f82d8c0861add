// Takes chats whose reminders are due into the outbox: one message a chat and day, whose words are written when its turn to be sent has come.
import { sql, type Transaction } from "kysely";
import { addDays, kuwaitDate } from "../../domain/iso-date.js";
import type { Db } from "../database.js";
import type { Schema } from "../schema.js";

/** The one message of a chat's day. */
const effectKey = (chat: string, day: string) => sql<string>`'reminder:' || ${sql.ref(chat)} || ':' || ${day}::text`;

/**
 * What cannot wait first, also before what is late from the day before; rows locked by another claimer are skipped.
 * @param most waiting at once: what is queued behind them (a receipt) waits for all of them
 * @returns how many chats were taken, and whether more may be due
 */
export async function claimReminders(
  db: Db,
  now: Date,
  most: number,
): Promise<{ readonly chats: number; readonly isFull: boolean }> {
  return db.transaction().execute(async (trx) => {
    const { rows: waiting } = await sql<{ n: number }>`
      select count(*) as n from outbox where kind = 'reminder' and state in ('waiting', 'sending')`.execute(trx);
    const room = most - (waiting[0]?.n ?? 0);
    if (room <= 0) return { chats: 0, isFull: true };
    const urgent = await lockDue(trx, now, true, room);
    const due =
      urgent.length === room ? urgent : [...urgent, ...(await lockDue(trx, now, false, room - urgent.length))];
    if (due.length === 0) return { chats: 0, isFull: false };
    const chats = [...new Set(due)];
    const today = kuwaitDate(now);
    // A statement of its own: it sees what another claimer has just queued.
    const { rows: queued } = await sql<{ chat: string }>`
      with put as (
        insert into outbox (chat, kind, message_sealed, state, due_at, effect_key, enqueued_at)
        select chat, 'reminder', '', 'waiting', ${now}, ${effectKey("its.chat", today)}, ${now}
        from (select distinct chat from reminders
          where chat = any(${chats}::text[]) and state = 'planned' and due_day <= ${today}) as its
        on conflict (effect_key) do nothing
        returning id, chat
      )
      update reminders r set state = 'queued', outbox_id = put.id from put
      where r.chat = put.chat and r.state = 'planned' and r.due_day <= ${today}
      returning r.chat`.execute(trx);
    const taken = new Set(queued.map(({ chat }) => chat));
    const rest = chats.filter((chat) => !taken.has(chat));
    // Told today already: tomorrow, at the same time of day.
    if (rest.length > 0) {
      const tomorrow = addDays(today, 1);
      await sql`
        update reminders set due_day = ${tomorrow}, due_at = due_at + (${tomorrow}::date - due_day) * interval '1 day'
        where chat = any(${rest}::text[]) and state = 'planned' and due_day <= ${today}`.execute(trx);
    }
    return { chats: taken.size, isFull: due.length === room };
  });
}

/** Chats with due reminders, of what cannot wait or of the rest, the oldest slot first; they are locked until the transaction ends. */
async function lockDue(
  trx: Transaction<Schema>,
  now: Date,
  isUrgent: boolean,
  most: number,
): Promise<readonly string[]> {
  const { rows } = await sql<{ chat: string }>`
    select c.chat from reminders r join chats c on c.chat = r.chat
    where r.state = 'planned' and r.due_at <= ${now} and r.milestone ${sql.raw(isUrgent ? "<=" : ">")} 1
      and not exists (select from handoffs h where h.chat = r.chat and h.state = 'agent')
    order by r.due_at limit ${most}
    for update of c skip locked`.execute(trx);
  return rows.map(({ chat }) => chat);
}
