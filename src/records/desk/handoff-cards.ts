// Cards of handoffs on the database: one process at a time opens a topic, under a lease by the database's clock, and one card is posted.
import { type SqlBool, sql, type Transaction } from "kysely";
import type { HandoffCards } from "../../desk/cards.js";
import { handoffCard } from "../../desk/handoff-card.js";
import { kuwaitDate } from "../../domain/iso-date.js";
import { line } from "../../words/line.js";
import { pauseGroup } from "../group-pace.js";
import { enqueue } from "../outbox.js";
import type { Schema } from "../schema.js";
import { readCardFacts } from "./card-facts.js";
import { readTopicTitle, sealTold } from "./followed-handoffs.js";
import type { HandoffParts } from "./handoff-parts.js";
import { cardKey, lockHandoff, selectHandoffs, toHandoff } from "./handoff-rows.js";
import { showHeld } from "./held-words.js";
import { readStaffGroup } from "./staff-group.js";
import { writeToSupervisors } from "./supervisors.js";

/** Longer than the call it covers (8 s), and short enough that after a crash nobody waits long for another process. */
const leaseMs = 15_000;

export function createHandoffCards(of: HandoffParts): HandoffCards {
  const { db, vault, clock } = of;

  return {
    async withoutCard() {
      const rows = await db
        .selectFrom("handoffs")
        .select("id")
        .where("card_outbox", "is", null)
        .where(isShown)
        .orderBy("id")
        .execute();
      return rows.map(({ id }) => id);
    },

    async claimTopic(id) {
      const shown = await db.selectFrom("handoffs").select("id").where("id", "=", id).where(isShown).executeTakeFirst();
      if (shown === undefined) return { kind: "over" };
      const group = await readStaffGroup(db);
      if (group?.hasTopics !== true) return { kind: "none-wanted" };
      // One statement: of processes that come at once the second finds the first one's lease.
      const { rows } = await sql<{ claimed: boolean; paused: boolean }>`
        with pace as (
          select exists (select from group_pace where chat = ${group.chat} and paused_until > clock_timestamp()) as paused
        ), claimed as (
          update handoffs set topic_leased_until = clock_timestamp() + ${leaseMs} * interval '1 millisecond'
          where id = ${id} and card_outbox is null and not (select paused from pace)
            and (topic_leased_until is null or topic_leased_until <= clock_timestamp())
          returning id
        )
        select exists (select from claimed) as claimed, paused from pace, handoffs
        where handoffs.id = ${id} and card_outbox is null`.execute(db);
      const [row] = rows;
      if (row === undefined) return { kind: "none-wanted" };
      if (!row.claimed) return { kind: row.paused ? "later" : "taken" };
      const { chat_id_sealed } = await db
        .selectFrom("chats")
        .select("chat_id_sealed")
        .where("chat", "=", group.chat)
        .executeTakeFirstOrThrow();
      const title = await db.transaction().execute(async (trx) => {
        const standing = await selectHandoffs(trx).where("handoffs.id", "=", id).executeTakeFirstOrThrow();
        return readTopicTitle(trx, of, standing, group.language);
      });
      return { kind: "mine", group: vault.seal.open(chat_id_sealed, "chats.chat_id_sealed"), title };
    },

    async postCard(id, thread) {
      await db.transaction().execute(async (trx) => {
        const row = await lockHandoff(trx, id);
        const group = await readStaffGroup(trx);
        if (row === undefined || row.card_outbox !== null || group === undefined) return;
        const view = handoffCard(await readCardFacts(trx, of, toHandoff(vault, row)));
        const card = of.renderView(view, group.language, "group");
        const title = thread === undefined ? {} : { topic: await readTopicTitle(trx, of, row, group.language) };
        const now = clock.now();
        const effectKey = await nextCardKey(trx, id);
        const item = await enqueue(trx, vault, {
          chat: group.chat,
          kind: "desk",
          effectKey,
          message: {
            ...card,
            isRelayed: true,
            ...(thread === undefined ? {} : { thread }),
          },
          // One for each: whoever waits to be taken is seen, however much is talked.
          isAhead: true,
          now,
        });
        if (item === undefined) return;
        await trx
          .updateTable("handoffs")
          .set(({ selectFrom }) => ({
            card_outbox: item,
            card_event: selectFrom("handoff_events")
              .select(({ fn }) => fn.max("handoff_events.id").as("id"))
              .where("handoff_id", "=", id),
            card_case: row.case_id,
            told_sealed: sealTold(vault, { card, ...title }),
            thread: thread ?? null,
            topic_leased_until: null,
            topic_closed_at: null,
          }))
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
        // What was written before there was a place for it.
        await showHeld(of, trx, { ...row, card_outbox: item, thread: thread ?? null }, now);
      });
      of.wakeSenders();
    },

    async noteFailure(failure) {
      const group = await readStaffGroup(db);
      if (group === undefined) return;
      if (failure.reason === "throttled") return pauseGroup(db, group.chat, failure.retryAfterMs);
      // Of a group that cannot be written to at all they are told by its messages.
      if (failure.reason !== "refused") return;
      const now = clock.now();
      const view = { lines: [line("desk-group-no-topics")] };
      const sent = { key: `group-no-topics:${kuwaitDate(now)}`, now };
      await db.transaction().execute((trx) => writeToSupervisors(of, trx, view, sent));
      of.wakeSenders();
    },
  };
}

/** Of a handoff: it is not over, or words are kept for it, which stand under a card. */
const isShown = sql<SqlBool>`handoffs.id in (select id from handoffs where state <> 'bot'
  union select handoff_id from relays where held_sealed is not null)`;

/** Each place that it had, and lost, had a card of its own. */
async function nextCardKey(trx: Transaction<Schema>, id: number): Promise<string> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from relays
    where handoff_id = ${id} and effect_key like ${`${cardKey(id)}%`}`.execute(trx);
  const before = rows[0]?.n ?? 0;
  return before === 0 ? cardKey(id) : `${cardKey(id)}:${before + 1}`;
}
