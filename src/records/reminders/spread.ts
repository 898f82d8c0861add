// Where in its window a chat's slot lies: by chance among chats, always the same for one.
import { createHash } from "node:crypto";

/** 0 ≤ spread < 1. */
export function spreadOf(chat: string): number {
  return createHash("sha256").update(chat).digest().readUInt32BE(0) / 2 ** 32;
}
