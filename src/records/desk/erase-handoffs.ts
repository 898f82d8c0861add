// A person who leaves is nobody's case any more: what the desk had with them ends, and what was said is blanked where it is kept.
import { sql, type Transaction } from "kysely";
import { erasedView } from "../../desk/handoff-view.js";
import { nextHandoff } from "../../domain/handoff.js";
import type { RenderView } from "../../messages/render-view.js";
import { enqueue } from "../outbox.js";
import type { Schema } from "../schema.js";
import { step } from "../step.js";
import { blankMessages } from "../stored-message.js";
import type { Vault } from "../vault.js";
import { postToGroup, tellGroup } from "./desk-messages.js";
import { type HandoffRow, lockHandoff } from "./handoff-rows.js";
import { relayed } from "./relays.js";
import { groupChat, readStaffGroup } from "./staff-group.js";

type Parts = { readonly vault: Vault; readonly renderView: RenderView };

/** The chats' turns must be held. Whoever is in their place later finds nothing of it. */
export async function eraseHandoffs(
  { vault, toStaff }: { readonly vault: Vault; readonly toStaff: RenderView },
  trx: Transaction<Schema>,
  chats: readonly string[],
  now: Date,
): Promise<void> {
  const rows = await trx.selectFrom("handoffs").select("id").where("chat", "in", chats).orderBy("id").execute();
  for (const { id } of rows) {
    const row = await lockHandoff(trx, id);
    // Done again it changes nothing: the words of the end may not have gone out yet.
    if (row === undefined || row.close_reason === "erased") continue;
    await removeWords(trx, vault, row, now);
    await blankWords(trx, vault, id, now);
    if (row.state !== "bot") await end({ vault, renderView: toStaff }, trx, row, now);
    await blankCard({ vault, renderView: toStaff }, trx, row, now);
  }
}

/** Also what agents noted; what was lost of it is not shown again. */
async function blankWords(trx: Transaction<Schema>, vault: Vault, id: number, now: Date): Promise<void> {
  const { rows } = await sql<{ item: number }>`
    update relays set lost = lost + 2, held_sealed = null where handoff_id = ${id} returning outbox_id as item`.execute(
    trx,
  );
  const items = rows.map(({ item }) => item).filter((item) => item !== null);
  await blankMessages(trx, vault, items, now);
  await trx.updateTable("handoff_events").set({ note_sealed: null }).where("handoff_id", "=", id).execute();
  await trx.updateTable("handoffs").set({ about_sealed: null, told_sealed: null }).where("id", "=", id).execute();
}

async function end(of: Parts, trx: Transaction<Schema>, row: HandoffRow, now: Date): Promise<void> {
  const key = `handoff:${row.id}:erased`;
  await trx
    .updateTable("handoffs")
    .set({ state: step(nextHandoff, row.state, "closed"), closed_at: now, close_reason: "erased" })
    .where("id", "=", row.id)
    .execute();
  await trx
    .insertInto("handoff_events")
    .values({ handoff_id: row.id, at: now, event: "closed", effect_key: key })
    .execute();
  await tellGroup(of, trx, row, erasedView, { key: `${key}:group`, now });
}

/** What they wrote and what we said of them, but for the card, as far as it stands in the group: the platform deletes it, or the team does by hand. */
async function removeWords(
  trx: Transaction<Schema>,
  vault: Vault,
  { id, card_outbox }: HandoffRow,
  now: Date,
): Promise<void> {
  const shown = await trx
    .selectFrom("relays")
    .innerJoin("outbox", "outbox.id", "relays.outbox_id")
    .select(["outbox.id", "outbox.chat"])
    .where("relays.handoff_id", "=", id)
    .where("relays.to_person", "=", false)
    .where("relays.what", "=", "message")
    .where("relays.outbox_id", "is distinct from", card_outbox)
    .where("outbox.state", "=", "sent")
    .where("outbox.chat", "=", groupChat)
    .orderBy("outbox.id")
    .execute();
  for (const { id: item, chat } of shown) {
    const of = { chat, kind: "desk", effectKey: `erased:${item}`, message: relayed({ text: "" }, "ar"), now };
    await enqueue(trx, vault, { ...of, earlier: { item, as: "removed" } });
  }
}

/** Also of a handoff that was over before. */
async function blankCard(of: Parts, trx: Transaction<Schema>, row: HandoffRow, now: Date): Promise<void> {
  const group = await readStaffGroup(trx);
  if (group === undefined || row.card_outbox === null) return;
  const card = of.renderView(erasedView, group.language, "group");
  await postToGroup(of, trx, row, card, "", { key: `handoff:${row.id}:erased:card`, now }, row.card_outbox);
}
