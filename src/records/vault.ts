// The keys to what is personal in the records: sealed columns, and keyed indexes to find them by.
import { createKeyedIndex, type KeyedIndex } from "../secrets/keyed-index.js";
import { createSeal } from "../secrets/seal.js";
import type { ChatKey } from "../turns/session-store.js";
import type { Schema } from "./schema.js";

type SealedColumns = {
  [T in keyof Schema]: {
    [C in keyof Schema[T]]: C extends `${string}_sealed` ? `${T}.${C}` : never;
  }[keyof Schema[T]];
}[keyof Schema];

/** A place for sealed text: any column named `…_sealed`, or the value that tells whether a key is the right one. */
export type SealedColumn = SealedColumns | "meta.key_check";

/**
 * Binds each sealed text to its table and column: one moved to another column is refused. Not to its row: the row's id is not
 * known before the insert, and whoever can swap rows' values can swap the rows.
 */
type ColumnSeal = {
  seal(text: string, column: SealedColumn): Buffer;
  /** @throws when it is not whole, not ours, or of another column */
  open(sealed: Uint8Array, column: SealedColumn): string;
};

export type Vault = {
  readonly seal: ColumnSeal;
  readonly civilIdIndex: KeyedIndex;
  readonly phoneIndex: KeyedIndex;
  readonly chatIndex: KeyedIndex;
  readonly codeIndex: KeyedIndex;
  readonly linkIndex: KeyedIndex;
  readonly nameIndex: KeyedIndex;
};

/** @param fieldKey 32 bytes */
export function createVault(fieldKey: Uint8Array): Vault {
  return {
    seal: createSeal(fieldKey, "fields"),
    civilIdIndex: createKeyedIndex(fieldKey, "civil-id"),
    phoneIndex: createKeyedIndex(fieldKey, "phone"),
    chatIndex: createKeyedIndex(fieldKey, "chat"),
    codeIndex: createKeyedIndex(fieldKey, "code"),
    linkIndex: createKeyedIndex(fieldKey, "link"),
    nameIndex: createKeyedIndex(fieldKey, "name-word"),
  };
}

const channelPrefix = { telegram: "tg", whatsapp: "wa" } as const;
// 192 bits: no two chats will ever share a key, and it fits beside a prefix in 40 characters.
const chatKeyBytes = 24;

/** @param chatId the channel's own chat id */
export function chatKey(vault: Vault, channel: keyof typeof channelPrefix, chatId: string): ChatKey {
  const index = vault.chatIndex(`${channel}:${chatId}`).subarray(0, chatKeyBytes);
  return `${channelPrefix[channel]}:${index.toString("base64url")}` as ChatKey;
}
