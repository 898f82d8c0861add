// Whoever is given a chat by a colleague hears of it in their own chat with the bot, in the transaction of the step, with the way to its place in the group.
import type { Transaction } from "kysely";
import { givenView } from "../../desk/handoff-view.js";
import { enqueue } from "../outbox.js";
import type { Schema } from "../schema.js";
import type { HandoffParts } from "./handoff-parts.js";
import type { HandoffRow } from "./handoff-rows.js";
import { groupChat } from "./staff-group.js";

export async function tellColleague(
  { vault, renderView, placeLink, firstLanguage }: HandoffParts,
  trx: Transaction<Schema>,
  row: HandoffRow,
  { to, by, key, now }: { readonly to: number; readonly by: string; readonly key: string; readonly now: Date },
): Promise<void> {
  const colleague = await trx
    .selectFrom("staff")
    .leftJoin("chats", "chats.chat", "staff.chat")
    .select(["staff.chat", "chats.language"])
    .where("staff.id", "=", to)
    .executeTakeFirstOrThrow();
  const { chat, language } = colleague;
  const at = await placeIn(trx, row);
  const link = at && placeLink(vault.seal.open(at.group, "chats.chat_id_sealed"), at.place);
  const message = renderView(givenView(row.id, by, link), language ?? firstLanguage);
  await enqueue(trx, vault, { chat, kind: "desk", effectKey: key, message, now });
}

/** Its topic, or its card; `undefined`: it has none that is known. */
async function placeIn(
  trx: Transaction<Schema>,
  { thread, card_outbox }: HandoffRow,
): Promise<{ readonly group: Buffer; readonly place: string } | undefined> {
  const group = await trx.selectFrom("chats").select("chat_id_sealed").where("chat", "=", groupChat).executeTakeFirst();
  const card = await trx.selectFrom("outbox").select("message_id").where("id", "=", card_outbox).executeTakeFirst();
  const place = thread ?? card?.message_id ?? undefined;
  return group === undefined || place === undefined ? undefined : { group: group.chat_id_sealed, place };
}
