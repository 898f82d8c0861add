// Keyed indexes: a civil ID, phone or chat is found by an HMAC under FIELD_KEY, never by a plain hash that a list of numbers would undo.
import { createHash, createHmac, hkdfSync, randomBytes } from "node:crypto";

/** The index of a value for one purpose ("civil-id", "phone", "chat"): 32 bytes; equal values in one purpose give equal bytes. */
export type KeyedIndex = (value: string) => Buffer;

/** @param fieldKey 32 bytes */
export function createKeyedIndex(fieldKey: Uint8Array, purpose: string): KeyedIndex {
  const key = Buffer.from(hkdfSync("sha256", fieldKey, "tajdeed", `index:${purpose}`, 32));
  return (value) => createHmac("sha256", key).update(value).digest();
}

/** A link's secret that comes again for the same index: as long as a random one. */
export const tokenOf = (index: Buffer): string => index.subarray(0, tokenBytes).toString("base64url");

const tokenBytes = 16;

/** A link's secret: 128 random bits, and the hash that is all the database keeps of them. */
export function newToken(): { readonly token: string; readonly hash: Buffer } {
  const token = randomBytes(tokenBytes).toString("base64url");
  return { token, hash: hashToken(token) };
}

/** @returns 32 bytes. A plain hash suffices: 128 random bits cannot be listed. */
export function hashToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
