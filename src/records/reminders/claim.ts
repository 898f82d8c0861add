// Takes chats whose reminders are due into the outbox: one message a chat and day, whose words are written when its turn to be sent has come.
import { sql } from "kysely";
import { addDays, kuwaitDate } from "../../domain/iso-date.js";
import type { Db } from "../database.js";

/** The one message of a chat's day. */
const effectKey = (chat: string, day: string) => sql<string>`'reminder:' || ${sql.ref(chat)} || ':' || ${day}::text`;

/**
 * The most pressing chats first; rows locked by another claimer are skipped.
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
    const { rows: due } = await sql<{ chat: string }>`
      select c.chat from reminders r join chats c on c.chat = r.chat
      where r.state = 'planned' and r.due_at <= ${now}
      order by r.due_at limit ${room}
      for update of c skip locked`.execute(trx);
    if (due.length === 0) return { chats: 0, isFull: false };
    const chats = [...new Set(due.map(({ chat }) => chat))];
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
