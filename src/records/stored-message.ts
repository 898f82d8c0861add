// A message as the outbox keeps it: sealed, and, where it has to do with an earlier one, bound to that one's item until its id on the platform is known.
import type { Transaction } from "kysely";
import type { Rendered } from "../messages/channel.js";
import type { Schema } from "./schema.js";
import type { Vault } from "./vault.js";

const context = "outbox.message_sealed";

/** An item of the same chat, whose message is answered, edited or removed by this one. */
export type Earlier = { readonly item: number; readonly as: "answered" | "edited" | "removed" };

type Stored = Rendered & { readonly earlier?: Earlier };

export function sealMessage(vault: Vault, message: Rendered, earlier: Earlier | undefined): Buffer {
  const stored: Stored = earlier === undefined ? message : { ...message, earlier };
  return vault.seal.seal(JSON.stringify(stored), context);
}

/** By the items' ids; `undefined` where the message that is to be changed has not arrived, or nobody knows, or stands in another chat. */
export async function openMessages(
  trx: Transaction<Schema>,
  vault: Vault,
  rows: readonly { readonly id: number; readonly chat: string; readonly message_sealed: Buffer }[],
): Promise<ReadonlyMap<number, Rendered | undefined>> {
  const stored = rows.map(
    ({ id, chat, message_sealed }) =>
      [id, chat, JSON.parse(vault.seal.open(message_sealed, context)) as Stored] as const,
  );
  const items = stored.flatMap(([, , { earlier }]) => (earlier === undefined ? [] : [earlier.item]));
  const standing = await readStanding(trx, items);
  return new Map(stored.map(([id, chat, message]) => [id, resolved(message, chat, standing)]));
}

/** As it was first said, to be said again in another place: what it belonged to, it belongs to no more. */
export function readWords(vault: Vault, sealed: Buffer): Rendered {
  const {
    earlier: _,
    thread: _thread,
    replyTo: _replyTo,
    ...words
  } = JSON.parse(vault.seal.open(sealed, context)) as Stored;
  return words;
}

/** Their words go: nobody reads these items any more. What had not gone out never does. */
export async function blankMessages(
  trx: Transaction<Schema>,
  vault: Vault,
  items: readonly number[],
  now: Date,
): Promise<void> {
  if (items.length === 0) return;
  await trx
    .updateTable("outbox")
    .set({ message_sealed: vault.seal.seal("{}", context) })
    .where("id", "in", items)
    .execute();
  await trx
    .updateTable("outbox")
    .set({ state: "dropped", leased_until: null, settled_at: now })
    .where("id", "in", items)
    .where("state", "=", "waiting")
    .execute();
}

type Standing = { readonly chat: string; readonly messageId: string };

function resolved(
  { earlier, ...message }: Stored,
  chat: string,
  standing: ReadonlyMap<number, Standing>,
): Rendered | undefined {
  if (earlier === undefined) return message;
  const there = standing.get(earlier.item);
  // In another chat the same number is another message.
  const messageId = there?.chat === chat ? there.messageId : undefined;
  if (earlier.as === "answered") return messageId === undefined ? message : { ...message, replyTo: messageId };
  if (messageId === undefined) return undefined;
  return { ...message, changes: { messageId, how: earlier.as === "edited" ? "edit" : "remove" } };
}

async function readStanding(
  trx: Transaction<Schema>,
  items: readonly number[],
): Promise<ReadonlyMap<number, Standing>> {
  if (items.length === 0) return new Map();
  const rows = await trx.selectFrom("outbox").select(["id", "chat", "message_id"]).where("id", "in", items).execute();
  return new Map(
    rows.flatMap(({ id, chat, message_id }) =>
      message_id === null ? [] : [[id, { chat, messageId: message_id }] as const],
    ),
  );
}
