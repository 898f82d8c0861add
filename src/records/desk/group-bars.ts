// Whom the staff's group is barred to, on the database: what should be follows from their state, what is stands in a row for each group.
import { type Kysely, sql } from "kysely";
import { byHandView, doorWaitMs, type GroupBars, isForSupervisors, type Passage } from "../../desk/group-door.js";
import type { Clock } from "../../journeys/clock.js";
import type { RenderView } from "../../messages/render-view.js";
import type { Language } from "../../words/line.js";
import type { Db } from "../database.js";
import { pauseGroup } from "../group-pace.js";
import type { Schema } from "../schema.js";
import type { Vault } from "../vault.js";
import { groupChat, readStaffGroup } from "./staff-group.js";
import { writeToSupervisors } from "./supervisors.js";

/** Longer than the call it covers (8 s), and short enough that after a crash nobody reads on for long. */
const leaseMs = 15_000;

export function createGroupBars(of: {
  readonly db: Db;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly renderView: RenderView;
  readonly firstLanguage: Language;
  readonly wakeSenders: () => void;
}): GroupBars {
  const { db, vault, clock } = of;

  return {
    async next() {
      const [row] = (await claimNext(clock.now()).execute(db)).rows;
      if (row === undefined) return undefined;
      const open = (sealed: Buffer) => vault.seal.open(sealed, "chats.chat_id_sealed");
      return {
        staff: row.staff_id,
        what: row.what,
        group: { chat: row.chat, id: open(row.group_sealed) },
        user: row.user_sealed === null ? undefined : open(row.user_sealed),
        attempt: row.attempt,
      };
    },

    async done(passage) {
      const standing = passage.what === "bar" ? "barred" : "free";
      const ended = await ownRow(db, passage)
        .set({ standing, leased_until: null, tries: 0, try_at: null, told_at: null })
        .executeTakeFirst();
      if (ended.numUpdatedRows === 0n) await doubt(db, passage);
    },

    async failed(passage, why) {
      const now = clock.now();
      const { staff, what, group } = passage;
      await db.transaction().execute(async (trx) => {
        const { state, name_sealed } = await trx
          .selectFrom("staff")
          .select(["state", "name_sealed"])
          .where("id", "=", staff)
          .forShare()
          .executeTakeFirstOrThrow();
        const row = await ownRow(trx, passage)
          .set((value) => ({
            leased_until: null,
            tries: value("tries", "+", 1),
            // It is certain that they were not taken out: there is nothing to be undone when they are back.
            ...(what === "bar" && isForSupervisors(why) ? { standing: "free" as const } : {}),
          }))
          .returning(["tries", "told_at"])
          .executeTakeFirst();
        if (row === undefined) return doubt(trx, passage);
        const isForNobody = row.told_at !== null || !isForSupervisors(why);
        const isStillMeant =
          what === "admit"
            ? state === "active"
            : state !== "active" && (await readStaffGroup(trx))?.chat === group.chat;
        const isTold = !isForNobody && isStillMeant;
        await ownRow(trx, passage)
          .set({
            try_at: new Date(now.getTime() + doorWaitMs(why, row.tries)),
            ...(isTold ? { told_at: now } : {}),
          })
          .execute();
        if (why.reason === "throttled") await pauseGroup(trx, group.chat, why.retryAfterMs);
        if (!isTold) return;
        const view = byHandView(what, why, vault.seal.open(name_sealed, "staff.name_sealed"));
        const key = `group-door:${staff}:${group.chat}:${passage.attempt}`;
        await writeToSupervisors(of, trx, view, { key, now });
      });
      of.wakeSenders();
    },
  };
}

/** Whether they are, or may be, kept out of any group. */
export async function isBarred(db: Kysely<Schema>, staff: number): Promise<boolean> {
  const row = await db
    .selectFrom("group_bars")
    .select("staff_id")
    .where("staff_id", "=", staff)
    .where("standing", "!=", "free")
    .executeTakeFirst();
  return row !== undefined;
}

type Row = {
  readonly staff_id: number;
  readonly chat: string;
  readonly what: Passage["what"];
  readonly group_sealed: Buffer;
  readonly user_sealed: Buffer | null;
  readonly attempt: number;
};

/**
 * Finds the first who is on the wrong side and marks the row before the call: whatever becomes of this process, the next look does
 * what is wanted then. Of processes that come at once the second finds the first one's lease, and leaves the rest to it.
 */
const claimNext = (now: Date) => sql<Row>`
  with wanted as (
    select s.id as staff_id, s.sitting, s.chat as own, ${groupChat} as chat, 'bar' as what
    from staff s where s.state <> 'active'
    union all
    select s.id, s.sitting, s.chat, b.chat, 'admit'
    from staff s join group_bars b on b.staff_id = s.id where s.state = 'active' and b.standing <> 'free'
  ), next as (
    select w.staff_id, w.sitting, w.chat, w.what, g.chat_id_sealed as group_sealed, u.chat_id_sealed as user_sealed,
      coalesce(b.attempt, 0) + 1 as attempt
    from wanted w
    join chats g on g.chat = w.chat
    left join chats u on u.chat = w.own
    left join group_bars b on b.staff_id = w.staff_id and b.chat = w.chat
    where (w.what = 'admit' or b.standing is distinct from 'barred')
      and (b.leased_until is null or b.leased_until <= clock_timestamp())
      and (b.sitting is distinct from w.sitting
        or (b.try_at is null or b.try_at <= ${now}) and (u.chat is not null or b.told_at is null))
      and not exists (select from group_pace p where p.chat = w.chat and p.paused_until > clock_timestamp())
    order by w.staff_id, w.chat limit 1
  ), claimed as (
    insert into group_bars as b (staff_id, chat, standing, leased_until, sitting, attempt)
    select staff_id, chat, case when user_sealed is null then 'free' else 'unsure' end,
      clock_timestamp() + ${leaseMs} * interval '1 millisecond', sitting, attempt
    from next
    on conflict (staff_id, chat) do update set
      -- Where nobody is known, no call follows.
      standing = case when excluded.standing = 'unsure' then 'unsure' else b.standing end,
      attempt = excluded.attempt,
      leased_until = excluded.leased_until,
      sitting = excluded.sitting,
      tries = case when b.sitting = excluded.sitting then b.tries else 0 end,
      told_at = case when b.sitting = excluded.sitting then b.told_at end
      -- Somebody else's whole call may have come between looking and writing.
      where b.attempt = excluded.attempt - 1 and (b.leased_until is null or b.leased_until <= clock_timestamp())
    returning attempt
  )
  select next.* from next, claimed`;

const rowOf = (db: Kysely<Schema>, { staff, group }: Passage) =>
  db.updateTable("group_bars").where("staff_id", "=", staff).where("chat", "=", group.chat);

const ownRow = (db: Kysely<Schema>, passage: Passage) => rowOf(db, passage).where("attempt", "=", passage.attempt);

/** The call took so long that another was begun: which of them came last nobody knows, so what is wanted is done again. */
async function doubt(db: Kysely<Schema>, passage: Passage): Promise<void> {
  await rowOf(db, passage).set({ standing: "unsure" }).execute();
}
