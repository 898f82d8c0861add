// An admin who writes in a group's own name: who it is, Telegram tells nobody.
import { z } from "zod";

const written = z.looseObject({ chat: z.looseObject({ id: z.int() }), sender_chat: z.looseObject({ id: z.int() }) });

export function isAnonymousAdmin(message: unknown): boolean {
  const read = written.safeParse(message);
  return read.success && read.data.sender_chat.id === read.data.chat.id;
}
