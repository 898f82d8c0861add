// What this program reads of an update, checked at the border; everything else of it passes by unread.
import { z } from "zod";

const id = z.int();
const user = z.looseObject({ id, is_bot: z.boolean(), language_code: z.string().optional() });
const chat = z.looseObject({ id, type: z.string() });

const message = z.looseObject({
  message_id: id,
  chat,
  from: user.optional(),
  text: z.string().optional(),
  contact: z.looseObject({ phone_number: z.string(), user_id: id.optional() }).optional(),
});

const update = z.looseObject({
  update_id: id,
  message: message.optional(),
  edited_message: message.optional(),
  callback_query: z
    .looseObject({
      id: z.string(),
      from: user,
      // Absent under a message of another bot; without more than its chat and id when it is old.
      message: z.looseObject({ message_id: id, chat }).optional(),
      data: z.string().optional(),
    })
    .optional(),
  my_chat_member: z
    .looseObject({ chat, from: user, new_chat_member: z.looseObject({ status: z.string() }) })
    .optional(),
});

export type TelegramUpdate = z.infer<typeof update>;
export type TelegramMessage = z.infer<typeof message>;

/** The updates asked for: what this program can do something with. */
export const allowedUpdates = ["message", "edited_message", "callback_query", "my_chat_member"] as const;

export function parseUpdate(
  json: unknown,
): { readonly ok: true; readonly update: TelegramUpdate } | { readonly ok: false; readonly reason: "malformed" } {
  const parsed = update.safeParse(json);
  return parsed.success ? { ok: true, update: parsed.data } : { ok: false, reason: "malformed" };
}
