// A group that becomes a supergroup gets another id: Telegram says so in both, and to whoever writes to the old one.
import { GrammyError } from "grammy";
import { z } from "zod";

const service = z.looseObject({
  chat: z.looseObject({ id: z.int() }),
  migrate_to_chat_id: z.int().optional(),
  migrate_from_chat_id: z.int().optional(),
});

export type Migrated = { readonly from: string; readonly to: string };

export function migratedIn(message: unknown): Migrated | undefined {
  const read = service.safeParse(message);
  if (!read.success) return undefined;
  const { chat, migrate_to_chat_id: to, migrate_from_chat_id: from } = read.data;
  if (to !== undefined) return { from: String(chat.id), to: String(to) };
  return from === undefined ? undefined : { from: String(from), to: String(chat.id) };
}

/** Where the chat of a failed call is now. */
export function migratedTo(error: unknown): string | undefined {
  const to = error instanceof GrammyError ? error.parameters.migrate_to_chat_id : undefined;
  return to === undefined ? undefined : String(to);
}
