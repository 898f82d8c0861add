// A chat that needs a person is written down as such, once, in the transaction of what made it so; its card follows by itself.
import { sql, type Transaction } from "kysely";
import type { HandoffReason } from "../../desk/handoff.js";
import type { Language } from "../../words/line.js";
import type { Schema } from "../schema.js";
import { readStaffGroup } from "./staff-group.js";

export type NewHandoff = {
  readonly chat: string;
  readonly reason: HandoffReason;
  readonly journey?: string | undefined;
  /** Where none was chosen in the chat. */
  readonly language: Language;
  readonly case?: number;
  readonly effectKey: string;
};

/** @returns whether somebody will see to it; where no staff meets there is nobody to wait for */
export async function openHandoff(trx: Transaction<Schema>, of: NewHandoff, now: Date): Promise<boolean> {
  if ((await readStaffGroup(trx)) === undefined) return false;
  const { rows } = await sql<{ id: number }>`
    insert into handoffs (chat, state, case_id, reason, journey, language, opened_at, effect_key)
    select chat, 'queue', ${of.case ?? null}::bigint, ${of.reason}, ${of.journey ?? null}::text,
      coalesce(language, ${of.language}), ${now}::timestamptz, ${of.effectKey}
    from chats where chat = ${of.chat}
    on conflict do nothing returning id`.execute(trx);
  const [opened] = rows;
  if (opened !== undefined) {
    await trx
      .insertInto("handoff_events")
      .values({ handoff_id: opened.id, at: now, event: "opened", effect_key: `${of.effectKey}:opened` })
      .execute();
    return true;
  }
  // One is open already: what it is about grows.
  if (of.case !== undefined)
    await trx
      .updateTable("handoffs")
      .set({ case_id: of.case })
      .where("chat", "=", of.chat)
      .where("state", "!=", "bot")
      .where("case_id", "is", null)
      .execute();
  return true;
}
