// A message of Telegram's as it can be passed on to somebody else: its words, and its file by Telegram's own id.
import { z } from "zod";
import type { Content, Place } from "../../desk/handoff.js";
import type { RenderedMedia } from "../../messages/channel.js";

const file = z.looseObject({ file_id: z.string() });
const message = z.looseObject({
  message_id: z.int(),
  text: z.string().optional(),
  caption: z.string().optional(),
  photo: z.array(file).optional(),
  document: file.optional(),
  voice: file.optional(),
  animation: z.unknown().optional(),
  media_group_id: z.string().optional(),
});
const placed = z.looseObject({
  message_thread_id: z.int().optional(),
  is_topic_message: z.boolean().optional(),
  reply_to_message: z.looseObject({ message_id: z.int() }).optional(),
});

/** `undefined`: there is nothing in it that could be passed on. Somebody else's words, forwarded, are passed on as text. */
export function contentOf(sent: unknown, isEdited: boolean): Content | undefined {
  const read = message.safeParse(sent);
  if (!read.success) return undefined;
  const media = mediaOf(read.data);
  const { message_id, text = read.data.caption ?? "", media_group_id: album } = read.data;
  if (media === undefined && text === "") return undefined;
  return {
    message: String(message_id),
    text,
    isEdited,
    ...(media === undefined ? {} : { media }),
    ...(album === undefined ? {} : { album }),
  };
}

function mediaOf({ photo, document, voice, animation }: z.infer<typeof message>): RenderedMedia | undefined {
  // The largest stands last.
  const picture = photo?.at(-1);
  if (picture !== undefined) return { kind: "photo", fileId: picture.file_id };
  // An animation also has a document, which cannot be sent as one.
  if (document !== undefined && animation === undefined) return { kind: "document", fileId: document.file_id };
  return voice === undefined ? undefined : { kind: "voice", fileId: voice.file_id };
}

/** Where in a group it stands: in a topic, or as an answer. */
export function placeOf(sent: unknown): Place {
  const read = placed.safeParse(sent);
  if (!read.success) return {};
  const { message_thread_id: thread, is_topic_message: isInTopic, reply_to_message: answered } = read.data;
  return {
    ...(isInTopic === true && thread !== undefined ? { thread: String(thread) } : {}),
    ...(answered === undefined ? {} : { replyTo: String(answered.message_id) }),
  };
}
