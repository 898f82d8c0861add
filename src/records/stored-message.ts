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

/** By the items' ids; `undefined` where the message that is to be changed has not arrived, or nobody knows. */
export async function openMessages(
  trx: Transaction<Schema>,
  vault: Vault,
  rows: readonly { readonly id: number; readonly message_sealed: Buffer }[],
): Promise<ReadonlyMap<number, Rendered | undefined>> {
  const stored = rows.map(
    (row) => [row.id, JSON.parse(vault.seal.open(row.message_sealed, context)) as Stored] as const,
  );
  const items = stored.flatMap(([, { earlier }]) => (earlier === undefined ? [] : [earlier.item]));
  const ids = await messageIds(trx, items);
  return new Map(stored.map(([id, message]) => [id, resolved(message, ids)]));
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

function resolved({ earlier, ...message }: Stored, ids: ReadonlyMap<number, string>): Rendered | undefined {
  if (earlier === undefined) return message;
  const messageId = ids.get(earlier.item);
  if (earlier.as === "answered") return messageId === undefined ? message : { ...message, replyTo: messageId };
  if (messageId === undefined) return undefined;
  return { ...message, changes: { messageId, how: earlier.as === "edited" ? "edit" : "remove" } };
}

async function messageIds(trx: Transaction<Schema>, items: readonly number[]): Promise<ReadonlyMap<number, string>> {
  if (items.length === 0) return new Map();
  const rows = await trx.selectFrom("outbox").select(["id", "message_id"]).where("id", "in", items).execute();
  return new Map(rows.flatMap(({ id, message_id }) => (message_id === null ? [] : [[id, message_id] as const])));
}
