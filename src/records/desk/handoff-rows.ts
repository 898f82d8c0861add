// Handoffs as they are read: with who has them, by their real name among the staff, and whether the case behind them is open.
import type { Kysely } from "kysely";
import type { Handoff, HandoffReason } from "../../desk/handoff.js";
import type { ChatKey } from "../../turns/session-store.js";
import type { Schema } from "../schema.js";
import type { Vault } from "../vault.js";

export const selectHandoffs = (db: Kysely<Schema>) =>
  db
    .selectFrom("handoffs")
    .leftJoin("staff", "staff.id", "handoffs.staff_id")
    .leftJoin("cases", "cases.id", "handoffs.case_id")
    .leftJoin("chats", "chats.chat", "handoffs.chat")
    .selectAll("handoffs")
    .select([
      "chats.language as language_now",
      "staff.name_sealed",
      "staff.state as staff_state",
      "cases.state as case_state",
    ])
    .select(({ selectFrom }) =>
      selectFrom("relays")
        .select(({ fn }) => fn.max<Date | null>("at").as("at"))
        .whereRef("relays.handoff_id", "=", "handoffs.id")
        .where("relays.to_person", "=", true)
        .where("relays.what", "<>", "withdrawal")
        .as("answered_at"),
    );

export type HandoffRow = Awaited<ReturnType<ReturnType<typeof selectHandoffs>["executeTakeFirstOrThrow"]>>;

export function toHandoff(vault: Vault, row: HandoffRow): Handoff {
  const { id, state, staff_id, name_sealed } = row;
  const isOwned = state === "agent" && staff_id !== null && name_sealed !== null;
  return {
    id,
    chat: row.chat as ChatKey,
    state,
    owner: isOwned ? { id: staff_id, name: vault.seal.open(name_sealed, "staff.name_sealed") } : undefined,
    reason: row.reason as HandoffReason,
    journey: row.journey ?? undefined,
    // As it is chosen in the chat now.
    language: row.language_now ?? row.language,
    openedAt: row.opened_at,
    since: row.last_word_at ?? row.opened_at,
  };
}

/** What the effect keys of its cards begin with. */
export const cardKey = (handoff: number) => `handoff:${handoff}:card`;

/** Held until the transaction ends: steps and words of one handoff come one after the other. */
export async function lockHandoff(trx: Kysely<Schema>, id: number): Promise<HandoffRow | undefined> {
  const held = await trx.selectFrom("handoffs").select("id").where("id", "=", id).forUpdate().executeTakeFirst();
  return held && selectHandoffs(trx).where("handoffs.id", "=", id).executeTakeFirst();
}
