// Cases: what cannot end well by itself is written down with its history, once, for a person to look at.
import type { Transaction } from "kysely";
import type { Conflict } from "../payments/verdict.js";
import type { Schema } from "./schema.js";

export type NewCase = {
  /** `no-outcome`: the gateway never said how a try ended. */
  readonly kind: Conflict | "no-outcome";
  readonly effectKey: string;
  readonly intent: number;
  readonly attempt?: number;
  readonly renewal?: number;
  /** What is owed back, as far as the gateway told it. */
  readonly detail: Readonly<Record<string, string | number>>;
};

export async function openCase(trx: Transaction<Schema>, opened: NewCase, now: Date): Promise<void> {
  const { kind, effectKey, intent, attempt, renewal, detail } = opened;
  const row = await trx
    .insertInto("cases")
    .values({
      kind,
      intent_id: intent,
      attempt_id: attempt ?? null,
      renewal_id: renewal ?? null,
      effect_key: effectKey,
      state: "open",
      opened_at: now,
    })
    .onConflict((conflict) => conflict.column("effect_key").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (row === undefined) return;
  await trx
    .insertInto("case_events")
    .values({ case_id: row.id, at: now, event: "opened", detail: JSON.stringify(detail) })
    .execute();
}
