// Photos, voice notes and documents as messages hold them.
import type { Document, Message, PhotoSize, Voice } from "grammy/types";

export type MediaKind = "photo" | "voice" | "document";

/** One file in one message, under an id by which the bot may send it again. */
export type Media = { readonly kind: MediaKind; readonly fileId: string; readonly content: MediaContent };

export type MediaContent =
  | { readonly photo: PhotoSize[] }
  | { readonly voice: Voice }
  | { readonly document: Document };

export function mediaIn({ photo, voice, document }: Message): readonly Media[] {
  if (photo !== undefined) {
    return photo.map(({ file_id }) => ({ kind: "photo", fileId: file_id, content: { photo } }) as const);
  }
  if (voice !== undefined) return [{ kind: "voice", fileId: voice.file_id, content: { voice } }];
  return document === undefined ? [] : [{ kind: "document", fileId: document.file_id, content: { document } }];
}

/** `size` in bytes, where the bytes are here. */
type Described = {
  readonly fileId: string;
  readonly name: string;
  readonly mediaType?: string | undefined;
  readonly size?: number;
};

export function describeMedia(kind: MediaKind, { fileId, name, mediaType, size }: Described): MediaContent {
  const file = {
    file_id: fileId,
    file_unique_id: fileId.slice(-16),
    ...(size === undefined ? {} : { file_size: size }),
  };
  if (kind === "photo") return { photo: [{ ...file, width: 640, height: 480 }] };
  const mime = mediaType === undefined ? {} : { mime_type: mediaType };
  return kind === "voice"
    ? { voice: { ...file, duration: 3, ...mime } }
    : { document: { ...file, file_name: name, ...mime } };
}
