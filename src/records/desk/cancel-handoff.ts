// A person takes back that they asked for somebody: while nobody has the chat it is over, and the team's group is told.
import type { Transaction } from "kysely";
import { nextHandoff } from "../../domain/handoff.js";
import { line } from "../../words/line.js";
import type { Schema } from "../schema.js";
import { type DeskMessages, tellGroup } from "./desk-messages.js";
import { lockHandoff } from "./handoff-rows.js";

export async function cancelHandoff(
  deps: Pick<DeskMessages, "vault" | "renderView">,
  trx: Transaction<Schema>,
  { id, chat, key, now }: { readonly id: number; readonly chat: string; readonly key: string; readonly now: Date },
): Promise<"cancelled" | "taken" | "over"> {
  const row = await lockHandoff(trx, id);
  // A number is easily guessed: only one's own is there.
  if (row === undefined || row.chat !== chat) return "over";
  const done = await trx.selectFrom("handoff_events").select("id").where("effect_key", "=", key).executeTakeFirst();
  if (done !== undefined) return "cancelled";
  if (row.state !== "queue") return row.state === "agent" ? "taken" : "over";
  await trx
    .updateTable("handoffs")
    .set({ state: nextHandoff(row.state, "closed"), closed_at: now, close_reason: "cancelled", promised_at: null })
    .where("id", "=", id)
    .execute();
  await trx
    .insertInto("handoff_events")
    .values({ handoff_id: id, at: now, event: "closed", effect_key: key })
    .execute();
  // Of what was over before its card came, nobody there knows.
  if (row.card_outbox !== null)
    await tellGroup(deps, trx, row, { lines: [line("desk-handoff-cancelled")] }, { key: `${key}:group`, now });
  return "cancelled";
}
