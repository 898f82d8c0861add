// What the desk sends to either side goes through the outbox: to the person, and to the handoff's place in the staff's group.
import type { Transaction } from "kysely";
import type { View } from "../../desk/view.js";
import type { Message } from "../../journeys/message.js";
import type { Rendered } from "../../messages/channel.js";
import type { RenderView } from "../../messages/render-view.js";
import type { Language } from "../../words/line.js";
import { enqueue } from "../outbox.js";
import type { Schema } from "../schema.js";
import type { Earlier } from "../stored-message.js";
import type { Vault } from "../vault.js";
import type { HandoffRow } from "./handoff-rows.js";
import { readStaffGroup } from "./staff-group.js";
import type { endKind } from "./with-agent.js";

export type DeskMessages = {
  readonly vault: Vault;
  readonly renderView: RenderView;
  readonly render: (message: Message, language: Language) => Rendered;
};

/** Where in the group a handoff is. */
type Place = Pick<HandoffRow, "id" | "thread" | "card_outbox">;
type To = Place & Pick<HandoffRow, "chat" | "language">;
type Sent = { readonly key: string; readonly now: Date };

/** Of the chat, as it is chosen there now. */
export async function languageOf(trx: Transaction<Schema>, { chat, language }: To): Promise<Language> {
  const row = await trx.selectFrom("chats").select("language").where("chat", "=", chat).executeTakeFirst();
  return row?.language ?? language;
}

/** In the person's language. */
export async function tellPerson(
  of: DeskMessages,
  trx: Transaction<Schema>,
  to: To,
  message: Message,
  { key, now, kind = "desk" }: Sent & { readonly kind?: "desk" | typeof endKind },
): Promise<void> {
  const rendered = of.render(message, await languageOf(trx, to));
  await enqueue(trx, of.vault, { chat: to.chat, kind, effectKey: key, message: rendered, now });
}

/** In the group's language. */
export async function tellGroup(
  of: Pick<DeskMessages, "vault" | "renderView">,
  trx: Transaction<Schema>,
  to: Place,
  view: View,
  sent: Sent,
): Promise<void> {
  const group = await readStaffGroup(trx);
  if (group !== undefined) await postToGroup(of, trx, to, of.renderView(view, group.language, "group"), "", sent);
}

/**
 * Into the handoff's topic, or as an answer to its card. Kept as a relay, so that whoever answers it there means this chat.
 * @param source the person's message that it passes on; none of theirs: empty
 */
export async function postToGroup(
  of: Pick<DeskMessages, "vault">,
  trx: Transaction<Schema>,
  to: Place,
  rendered: Rendered,
  source: string,
  sent: Sent,
  edited?: number,
): Promise<void> {
  const item = await putInPlace(of, trx, to, rendered, sent, edited);
  if (item === undefined) return;
  await trx
    .insertInto("relays")
    .values({
      handoff_id: to.id,
      to_person: false,
      source_message: source,
      outbox_id: item,
      what: edited === undefined ? "message" : "edit",
      at: sent.now,
      effect_key: sent.key,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** @returns the outbox's item; `undefined`: there is no group, or it was done before */
export async function putInPlace(
  of: Pick<DeskMessages, "vault">,
  trx: Transaction<Schema>,
  { id, thread, card_outbox }: Place,
  rendered: Rendered,
  { key, now }: Sent,
  edited?: number,
): Promise<number | undefined> {
  const group = await readStaffGroup(trx);
  if (group === undefined) return undefined;
  const answersCard = thread === null && card_outbox !== null && rendered.replyTo === undefined;
  const earlier: Earlier | undefined =
    edited !== undefined
      ? { item: edited, as: "edited" }
      : answersCard
        ? { item: card_outbox, as: "answered" }
        : undefined;
  return enqueue(trx, of.vault, {
    chat: group.chat,
    kind: "desk",
    effectKey: key,
    message: { ...rendered, isRelayed: true, ...(thread === null ? {} : { thread }) },
    ...(earlier === undefined ? {} : { earlier }),
    isAhead: await isOwned(trx, id),
    now,
  });
}

/** As it is now: somebody talks there, and chats that only wait do not hold them up. */
async function isOwned(trx: Transaction<Schema>, handoff: number): Promise<boolean> {
  const row = await trx.selectFrom("handoffs").select("state").where("id", "=", handoff).executeTakeFirst();
  return row?.state === "agent";
}
