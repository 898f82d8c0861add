// An admin who writes in a group's own name: who it is, Telegram tells nobody.
import type { ChatMember } from "grammy/types";
import { z } from "zod";
import { failureOf } from "./failures.js";

const written = z.looseObject({ chat: z.looseObject({ id: z.int() }), sender_chat: z.looseObject({ id: z.int() }) });

export function isAnonymousAdmin(message: unknown): boolean {
  const read = written.safeParse(message);
  return read.success && read.data.sender_chat.id === read.data.chat.id;
}

/** Telegram lists those who are anonymous, too. @throws while it cannot say: then the update comes again */
export async function isAdministeredBy(
  isMeant: (user: string) => Promise<boolean>,
  readAdministrators: () => Promise<readonly ChatMember[]>,
): Promise<boolean> {
  for (const { user } of await readAdministrators().catch(noneWhereRefused))
    if (!user.is_bot && (await isMeant(String(user.id)))) return true;
  return false;
}

/** In a group that the bot is in no more, say. */
function noneWhereRefused(error: unknown): readonly ChatMember[] {
  const { reason } = failureOf(error);
  if (reason === "refused" || reason === "unreachable") return [];
  throw error;
}
