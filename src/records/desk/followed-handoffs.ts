// What cards and topics show of handoffs, compared with what is true, on the database; what they show is kept sealed beside the handoff.
import { sql, type Transaction } from "kysely";
import { type FollowedHandoffs, followedAtOnce, followMs } from "../../desk/follow-handoffs.js";
import { handoffCard } from "../../desk/handoff-card.js";
import { topicTitle } from "../../desk/topic-title.js";
import type { Rendered } from "../../messages/channel.js";
import type { Language } from "../../words/line.js";
import { readChat } from "../accounts.js";
import { pauseGroup } from "../group-pace.js";
import { enqueue } from "../outbox.js";
import type { Schema } from "../schema.js";
import type { Vault } from "../vault.js";
import { readCardFacts } from "./card-facts.js";
import type { HandoffParts } from "./handoff-parts.js";
import { type HandoffRow, lockHandoff, toHandoff } from "./handoff-rows.js";
import { groupChat, readStaffGroup } from "./staff-group.js";

const column = "handoffs.told_sealed";

/** As the group was last told; `card` is absent where nobody knows what stands there. */
type Told = { readonly card?: Rendered; readonly topic?: string };

export const sealTold = (vault: Vault, told: Told): Buffer => vault.seal.seal(JSON.stringify(told), column);

const openTold = (vault: Vault, sealed: Buffer | null): Told =>
  sealed === null ? {} : JSON.parse(vault.seal.open(sealed, column));

export async function readTopicTitle(
  trx: Transaction<Schema>,
  of: Pick<HandoffParts, "vault" | "plain">,
  row: HandoffRow,
  language: Language,
): Promise<string> {
  const handoff = toHandoff(of.vault, row);
  const account = (await readChat(trx, of.vault, handoff.chat))?.account;
  return of.plain(topicTitle(handoff, account?.name), language);
}

export function createFollowedHandoffs(of: HandoffParts): FollowedHandoffs {
  const { db, vault, clock } = of;

  return {
    async next() {
      const now = clock.now();
      // Once it is over it is looked at a last time; what is still on its way to the group cannot be changed yet.
      const { rows } = await sql<{ id: number }>`
        update handoffs set followed_at = ${now} where id in (
          select h.id from handoffs h join outbox o on o.id = h.card_outbox
          where o.state = 'sent' and h.close_reason is distinct from 'erased'
            and (h.followed_at is null or h.followed_at <= ${new Date(now.getTime() - followMs)})
            and (h.state <> 'bot' or h.followed_at is null or h.followed_at <= h.closed_at)
          order by h.followed_at nulls first, h.id limit ${followedAtOnce} for update of h skip locked)
        returning id`.execute(db);
      return rows.map(({ id }) => id);
    },

    async follow(id) {
      const renamed = await db.transaction().execute(async (trx) => {
        const row = await lockHandoff(trx, id);
        const group = await readStaffGroup(trx);
        if (row?.card_outbox == null || row.close_reason === "erased" || group === undefined) return undefined;
        const before = openTold(vault, row.told_sealed);
        const card = await followCard(of, trx, row, before, group.language);
        const title = row.thread === null ? undefined : await readTopicTitle(trx, of, row, group.language);
        const told: Told = {
          ...(card === undefined ? {} : { card }),
          ...(title === undefined ? {} : { topic: title }),
        };
        if (JSON.stringify(told) !== JSON.stringify(before))
          await trx
            .updateTable("handoffs")
            .set({ told_sealed: sealTold(vault, told) })
            .where("id", "=", id)
            .execute();
        if (row.thread === null || title === undefined || title === before.topic) return undefined;
        const { chat_id_sealed } = await trx
          .selectFrom("chats")
          .select("chat_id_sealed")
          .where("chat", "=", groupChat)
          .executeTakeFirstOrThrow();
        const at = vault.seal.open(chat_id_sealed, "chats.chat_id_sealed");
        return { handoff: id, group: at, thread: row.thread, title };
      });
      of.wakeSenders();
      return renamed;
    },

    async notRenamed({ handoff }, why) {
      await db.transaction().execute(async (trx) => {
        const row = await lockHandoff(trx, handoff);
        if (row === undefined) return;
        const { topic: _never, ...told } = openTold(vault, row.told_sealed);
        await trx
          .updateTable("handoffs")
          .set({ told_sealed: sealTold(vault, told) })
          .where("id", "=", handoff)
          .execute();
      });
      const group = await readStaffGroup(db);
      if (why.reason === "throttled" && group !== undefined) await pauseGroup(db, group.chat, why.retryAfterMs);
    },
  };
}

/** No word of anybody's: it holds up none, and where it does not come the card is no worse than it was. */
async function editCard(
  { vault, clock }: HandoffParts,
  trx: Transaction<Schema>,
  { id, card_outbox, thread }: HandoffRow,
  card: Rendered,
): Promise<void> {
  const group = await readStaffGroup(trx);
  if (group === undefined || card_outbox === null) return;
  const now = clock.now();
  await enqueue(trx, vault, {
    chat: group.chat,
    kind: "desk",
    effectKey: `handoff:${id}:card-follows:${card_outbox}:${now.getTime()}`,
    message: { ...card, isRelayed: true, ...(thread === null ? {} : { thread }) },
    earlier: { item: card_outbox, as: "edited" },
    now,
  });
}

/** While it waits, all of it; once somebody has it, or it is over, what it says stays, and nobody can take it from there. */
async function followCard(
  of: HandoffParts,
  trx: Transaction<Schema>,
  row: HandoffRow,
  { card: before }: Told,
  language: Language,
): Promise<Rendered | undefined> {
  const handoff = toHandoff(of.vault, row);
  const isWaiting = handoff.state === "queue";
  if (!isWaiting && before === undefined) return undefined;
  const card =
    isWaiting || before === undefined
      ? of.renderView(handoffCard(await readCardFacts(trx, of, handoff)), language, "group")
      : { ...before, buttons: [] };
  if (JSON.stringify(card) === JSON.stringify(before)) return before;
  await editCard(of, trx, row, card);
  return card;
}
