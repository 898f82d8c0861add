// What is due of handoffs without anybody's doing: cards to post, supervisors to tell, agents to ask.
import { sql, type Transaction } from "kysely";
import type { HandoffDue, HandoffWatch } from "../../desk/handoff.js";
import { handoffButtons, handoffCard, queueLine } from "../../desk/handoff-view.js";
import type { FeeSchedule } from "../../domain/fee-schedule.js";
import { handoffDue } from "../../domain/handoff.js";
import type { Language } from "../../words/line.js";
import { line } from "../../words/line.js";
import { enqueue } from "../outbox.js";
import type { Schema } from "../schema.js";
import { readCardFacts } from "./card-facts.js";
import { readCaseOver } from "./case-over.js";
import { tellGroup } from "./desk-messages.js";
import { cardKey, lockHandoff, selectHandoffs, toHandoff } from "./handoff-rows.js";
import type { HandoffParts } from "./handoffs.js";
import { seeToLost } from "./lost-words.js";
import { readStaffGroup } from "./staff-group.js";
import { writeToSupervisors } from "./supervisors.js";

export function createHandoffWatch(
  of: HandoffParts & {
    readonly firstLanguage: Language;
    readonly fees: FeeSchedule;
    readonly topicTitle: (handoff: number, language: Language) => string;
  },
): HandoffWatch {
  const { db, vault, clock } = of;

  return {
    async withoutCard() {
      const rows = await db
        .selectFrom("handoffs")
        .select("id")
        .where("state", "!=", "bot")
        .where("card_outbox", "is", null)
        .orderBy("id")
        .execute();
      return rows.map(({ id }) => id);
    },

    async topicWanted(id) {
      const row = await db
        .selectFrom("handoffs")
        .select(["id", "reason"])
        .where("id", "=", id)
        .where("thread", "is", null)
        .where("card_outbox", "is", null)
        .executeTakeFirst();
      const group = await readStaffGroup(db);
      if (row === undefined || group?.hasTopics !== true) return undefined;
      const { chat_id_sealed } = await db
        .selectFrom("chats")
        .select("chat_id_sealed")
        .where("chat", "=", group.chat)
        .executeTakeFirstOrThrow();
      const title = of.topicTitle(id, group.language);
      return { group: vault.seal.open(chat_id_sealed, "chats.chat_id_sealed"), title };
    },

    async postCard(id, thread) {
      await db.transaction().execute(async (trx) => {
        const row = await lockHandoff(trx, id);
        const group = await readStaffGroup(trx);
        if (row === undefined || row.card_outbox !== null || group === undefined) return;
        const view = handoffCard(await readCardFacts(trx, of, toHandoff(vault, row)));
        const now = clock.now();
        const effectKey = await nextCardKey(trx, id);
        const item = await enqueue(trx, vault, {
          chat: group.chat,
          kind: "desk",
          effectKey,
          message: {
            ...of.renderView(view, group.language),
            isRelayed: true,
            ...(thread === undefined ? {} : { thread }),
          },
          now,
        });
        if (item === undefined) return;
        await trx
          .updateTable("handoffs")
          .set({ card_outbox: item, thread: thread ?? null })
          .where("id", "=", id)
          .execute();
        // Whoever answers the card means this chat.
        await trx
          .insertInto("relays")
          .values({
            handoff_id: id,
            to_person: false,
            source_message: "",
            outbox_id: item,
            at: now,
            effect_key: effectKey,
          })
          .execute();
      });
      of.wakeSenders();
    },

    async due() {
      const now = clock.now();
      const rows = await selectHandoffs(db).where("handoffs.state", "!=", "bot").orderBy("handoffs.id").execute();
      const caseOver = await readCaseOver(db);
      return rows.flatMap((row) => {
        const { id, state, openedAt, since } = toHandoff(vault, row);
        if (state === "bot") return [];
        if (caseOver.has(id)) return [{ id, what: "case-over" as HandoffDue }];
        if (state === "agent" && row.staff_state !== "active") return [{ id, what: "owner-left" as HandoffDue }];
        const isTold = (state === "queue" ? row.escalated_at : row.asked_idle_at) !== null;
        const what = handoffDue({ state, openedAt, since, isTold }, now);
        return what === undefined ? [] : [{ id, what }];
      });
    },

    seeToLost: () => seeToLost(of),

    async remind(id, what) {
      await db.transaction().execute(async (trx) => {
        const row = await lockHandoff(trx, id);
        if (row === undefined || row.state === "bot") return;
        const now = clock.now();
        const isAsking = what === "ask-agent";
        if ((isAsking ? row.asked_idle_at : row.escalated_at) !== null) return;
        const key = `handoff:${id}:${what}:${(row.last_word_at ?? row.opened_at).getTime()}`;
        await trx
          .updateTable("handoffs")
          .set(isAsking ? { asked_idle_at: now } : { escalated_at: now })
          .where("id", "=", id)
          .execute();
        const handoff = toHandoff(vault, row);
        if (!isAsking) {
          const lines = [line("desk-handoff-unclaimed"), queueLine(handoff)];
          return writeToSupervisors(of, trx, { lines, buttons: handoffButtons(handoff) }, { key, now });
        }
        const view = {
          lines: [line("desk-handoff-idle", { name: handoff.owner?.name ?? "" })],
          buttons: handoffButtons(handoff),
        };
        await tellGroup(of, trx, row, view, { key, now });
      });
      of.wakeSenders();
    },
  };
}

/** Each place that it had, and lost, had a card of its own. */
async function nextCardKey(trx: Transaction<Schema>, id: number): Promise<string> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from relays
    where handoff_id = ${id} and effect_key like ${`${cardKey(id)}%`}`.execute(trx);
  const before = rows[0]?.n ?? 0;
  return before === 0 ? cardKey(id) : `${cardKey(id)}:${before + 1}`;
}
