// Where the staff meets, on the database: what belonged to an earlier group does not follow by its numbers, but is opened anew in the new one.
import type { Transaction } from "kysely";
import type { StaffGroup } from "../../desk/staff.js";
import type { TeamGroups } from "../../desk/team-group.js";
import type { Clock } from "../../journeys/clock.js";
import type { RenderView } from "../../messages/render-view.js";
import { type Language, line } from "../../words/line.js";
import type { Db } from "../database.js";
import type { Schema } from "../schema.js";
import { chatKey, type Vault } from "../vault.js";
import { isAtWork } from "./access-log.js";
import { groupName, readStaffGroup } from "./staff-group.js";
import { writeToSupervisors } from "./supervisors.js";

export function createTeamGroups(of: {
  readonly db: Db;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly renderView: RenderView;
  readonly firstLanguage: Language;
  readonly wakeSenders: () => void;
}): TeamGroups {
  const { db, vault, clock } = of;

  const woken = async (work: (trx: Transaction<Schema>, now: Date) => Promise<void>): Promise<void> => {
    await db.transaction().execute((trx) => work(trx, clock.now()));
    of.wakeSenders();
  };

  return {
    name: ({ title, ...group }, by, key) =>
      woken(async (trx, now) => {
        const done = await trx.selectFrom("staff_events").select("id").where("effect_key", "=", key).executeTakeFirst();
        if (done !== undefined || !(await isAtWork(trx, by.id))) return;
        if (!(await meetIn(trx, vault, group, now))) return;
        await trx
          .insertInto("staff_events")
          .values({ at: now, staff_id: by.id, by_staff: by.id, event: "group-named", effect_key: key })
          .execute();
        const view = { lines: [line("desk-group-named-by", { name: by.name, group: title })] };
        await writeToSupervisors(of, trx, view, { key, now, but: by.id });
      }),

    follow: (from, to) =>
      woken(async (trx, now) => {
        const group = await readStaffGroup(trx);
        if (group === undefined || group.chat !== chatKey(vault, "telegram", from)) return;
        const chat = chatKey(vault, "telegram", to);
        // Topics are switched on later, if at all: then it is named again.
        await meetIn(trx, vault, { ...group, chat, hasTopics: false, id: to }, now);
        await writeToSupervisors(
          of,
          trx,
          { lines: [line("desk-group-followed")] },
          { key: `group:${chat}:followed`, now },
        );
      }),

    async cameIn(group, users) {
      const keyOf = (id: string) => chatKey(vault, "telegram", id);
      await db
        .updateTable("group_bars")
        .from("staff")
        .whereRef("staff.id", "=", "group_bars.staff_id")
        .set({ standing: "unsure" })
        .where("group_bars.chat", "=", keyOf(group))
        .where("group_bars.standing", "=", "barred")
        .where("staff.chat", "in", users.map(keyOf))
        .execute();
    },
  };
}

/** @returns whether it is another group than before */
export async function meetIn(
  trx: Transaction<Schema>,
  vault: Vault,
  { id, ...group }: StaffGroup & { readonly id: string },
  now: Date,
): Promise<boolean> {
  const before = await readStaffGroup(trx);
  const value = JSON.stringify(group);
  await trx
    .insertInto("chats")
    .values({
      chat: group.chat,
      channel: "telegram",
      chat_id_sealed: vault.seal.seal(id, "chats.chat_id_sealed"),
      first_seen_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await trx
    .insertInto("meta")
    .values({ name: groupName, value })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ value }))
    .execute();
  if (before?.chat === group.chat) return false;
  if (before !== undefined) await leave(trx, before.chat, now);
  return true;
}

/** Topics and messages have numbers of their own in each group: kept, they would mean somebody else's in the next. */
async function leave(trx: Transaction<Schema>, chat: string, now: Date): Promise<void> {
  await trx
    .updateTable("handoffs")
    .set({ thread: null, card_outbox: null, told_sealed: null, topic_leased_until: null })
    .where((where) => where.or([where("thread", "is not", null), where("card_outbox", "is not", null)]))
    .execute();
  // What did not come there is shown again where they meet now; an answer to somebody's press is nobody's any more.
  const waiting = trx.updateTable("outbox").where("chat", "=", chat).where("state", "=", "waiting");
  await waiting.set({ state: "failed", leased_until: null, settled_at: now }).where("kind", "=", "desk").execute();
  await waiting.set({ state: "dropped", effect_key: null, leased_until: null, settled_at: now }).execute();
}
