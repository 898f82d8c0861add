// What anybody in the simulator can do in any chat, done to the fake platform as a phone would do it.
import { z } from "zod";
import type { Place } from "./bot-api/place.js";
import type { Thumb } from "./bot-api/thumb.js";
import type { MessageView } from "./bot-api/view.js";

export const thumbActs = [
  z.object({ act: z.literal("say"), text: z.string().trim().min(1).max(20_000) }),
  z.object({ act: z.literal("edit"), messageId: z.number().int(), text: z.string().trim().min(1).max(4096) }),
  z.object({ act: z.literal("press"), messageId: z.number().int(), data: z.string() }),
  z.object({ act: z.enum(["photo", "voice", "document"]) }),
] as const;

type ThumbAct = z.infer<(typeof thumbActs)[number]>;

/** What stands in a chat may have changed between its drawing and the thumb. */
export type ThumbDone = "done" | "button-gone" | "message-gone";

type Chat = { readonly thumb: Thumb; readonly messages: readonly MessageView[]; readonly place?: Place };

export function doThumbAct(act: ThumbAct, { thumb, messages, place }: Chat): ThumbDone {
  switch (act.act) {
    case "say":
      thumb.say(act.text, place);
      return "done";
    case "edit":
      if (!isOwn(messages, { messageId: act.messageId, userId: thumb.id })) return "message-gone";
      thumb.edit(act.messageId, act.text);
      return "done";
    case "press":
      if (!hasButton(messages, act)) return "button-gone";
      thumb.press(act.messageId, act.data);
      return "done";
    case "photo":
      thumb.sendPhoto({}, place);
      return "done";
    case "voice":
      thumb.sendVoice({}, place);
      return "done";
    case "document":
      thumb.sendDocument({}, place);
      return "done";
  }
}

function isOwn(messages: readonly MessageView[], of: { messageId: number; userId: number }): boolean {
  return messages.some(({ id, sender }) => id === of.messageId && sender.id === of.userId);
}

function hasButton(messages: readonly MessageView[], press: { messageId: number; data: string }): boolean {
  const message = messages.find(({ id }) => id === press.messageId);
  return message?.buttons.flat().some(({ data }) => data === press.data) === true;
}
