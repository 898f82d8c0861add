// Messages with full values as they are taken back: whose time is over, which are tried when, and which nobody can take back any more.
import { sql } from "kysely";
import { deletableMs, keptView, type LostReveal, mayBeKept, type Reveals, waitMs } from "../../desk/take-back.js";
import type { Clock } from "../../journeys/clock.js";
import type { Db } from "../database.js";
import type { Replan } from "../reminders/replan.js";
import type { Schema } from "../schema.js";
import { blankMessages } from "../stored-message.js";
import { dropWaiting, type RevealDeps } from "./reveals.js";
import { writeToSupervisors } from "./supervisors.js";

export type StandingDeps = RevealDeps & { readonly db: Db; readonly clock: Clock; readonly replan: Replan };

export function createReveals(of: StandingDeps): Reveals {
  const { db, vault, clock, replan } = of;

  /** Its words go as well: nobody reads the outbox's row any more. */
  async function end(ids: readonly number[], as: "deleted_at" | "given_up_at", now: Date): Promise<void> {
    if (ids.length === 0) return;
    await db.transaction().execute(async (trx) => {
      const ended = await trx
        .updateTable("reveals")
        .set({ [as]: now })
        .where("id", "in", [...ids])
        .returning("outbox_id")
        .execute();
      const items = ended.flatMap(({ outbox_id }) => (outbox_id === null ? [] : [outbox_id]));
      await blankMessages(trx, vault, items, now);
    });
  }

  return {
    async over() {
      const now = clock.now();
      const { rows } = await sql<Row>`
        select r.id, o.state, o.message_id, o.settled_at, c.chat_id_sealed
        from reveals r left join outbox o on o.id = r.outbox_id left join chats c on c.chat = r.chat
        where r.deleted_at is null and r.given_up_at is null and r.delete_at <= ${now}
          and (r.try_at is null or r.try_at <= ${now} or (r.was_unreachable and c.unreachable_at is null))
        order by r.id limit 50`.execute(db);
      if (rows.length === 0) return { standing: [], lost: [] };
      if (rows.some(({ state }) => state === "waiting")) await dropWaiting(db, now);
      const tooLate = rows.filter(({ message_id, settled_at }) => message_id !== null && isTooOld(settled_at, now));
      const standing = rows.flatMap((row) => {
        const { id, message_id, chat_id_sealed } = row;
        if (message_id === null || chat_id_sealed === null || tooLate.includes(row)) return [];
        return [{ id, messageId: message_id, chat: vault.seal.open(chat_id_sealed, "chats.chat_id_sealed") }];
      });
      // Waiting or being sent: looked at again. Unknown may still be told as sent for as long as its sender can live.
      const ended = rows.filter(
        ({ state, message_id }) => message_id === null && state !== "waiting" && state !== "sending",
      );
      await end(idsOf(ended), "deleted_at", now);
      await end(idsOf(tooLate), "given_up_at", now);
      const unseen = ended.filter(({ state }) => state === "unknown");
      return { standing, lost: [...lost(unseen, "arrival-unknown"), ...lost(tooLate, "too-late")] };
    },

    taken: (id) => end([id], "deleted_at", clock.now()),

    stands: (id, why) =>
      db.transaction().execute(async (trx) => {
        const now = clock.now();
        const isUnreachable = why.reason === "unreachable";
        const row = await trx
          .updateTable("reveals")
          .from("staff")
          .whereRef("staff.id", "=", "reveals.staff_id")
          .set((value) => ({ tries: value("reveals.tries", "+", 1), was_unreachable: isUnreachable }))
          .where("reveals.id", "=", id)
          .where("reveals.deleted_at", "is", null)
          .returning(["reveals.tries", "reveals.chat", "staff.name_sealed"])
          .executeTakeFirst();
        if (row === undefined) return;
        const try_at = new Date(now.getTime() + waitMs(why, row.tries));
        await trx.updateTable("reveals").set({ try_at }).where("id", "=", id).execute();
        if (mayBeKept(why)) {
          const view = keptView(vault.seal.open(row.name_sealed, "staff.name_sealed"));
          const { toStaff: renderView, firstLanguage } = of;
          await writeToSupervisors({ vault, renderView, firstLanguage }, trx, view, { key: `reveal-kept:${id}`, now });
        }
        if (!isUnreachable) return;
        // As after any other message: whoever writes there again makes it reachable, and is asked for this one at once.
        await trx
          .updateTable("chats")
          .set({ unreachable_at: now })
          .where("chat", "=", row.chat)
          .where("unreachable_at", "is", null)
          .execute();
        await replan(trx, { chats: [row.chat] }, now);
      }),
  };
}

/** What stands past its time: still tried, or given up, which whoever reads it keeps. */
export async function countStanding(
  db: Db,
  now: Date,
): Promise<{ readonly tried: number; readonly "given-up": number }> {
  const { rows } = await sql<{ tried: number; given_up: number }>`
    select count(*) filter (where r.given_up_at is null)::int as tried, count(r.given_up_at)::int as given_up
    from reveals r join outbox o on o.id = r.outbox_id
    where r.deleted_at is null and r.delete_at <= ${now} and o.message_id is not null`.execute(db);
  return { tried: rows[0]?.tried ?? 0, "given-up": rows[0]?.given_up ?? 0 };
}

const isTooOld = (sentAt: Date | null, now: Date) => sentAt !== null && now.getTime() - sentAt.getTime() >= deletableMs;

const idsOf = (rows: readonly Row[]) => rows.map(({ id }) => id);

const lost = (rows: readonly Row[], why: LostReveal["why"]) => rows.map(({ id }): LostReveal => ({ id, why }));

type Row = {
  readonly id: number;
  readonly state: Schema["outbox"]["state"] | null;
  readonly message_id: string | null;
  readonly settled_at: Date | null;
  readonly chat_id_sealed: Buffer | null;
};
