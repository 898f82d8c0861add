// Photos, voice notes and documents as the platform keeps them: an upload under a new id, what was sent before by its id, any other
// by its address.
import type { Document, Message, PhotoSize, Voice } from "grammy/types";
import type { Chats } from "./chats.js";
import { UploadedFile } from "./uploaded-file.js";

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

/** `problem` continues "Bad Request: ". */
export type ReadMedia =
  | { readonly ok: true; readonly content: MediaContent }
  | { readonly ok: false; readonly problem: string };

export function readMedia(kind: MediaKind, given: unknown, chats: Chats): ReadMedia {
  if (given instanceof UploadedFile) return { ok: true, content: keep(kind, given, chats) };
  const id = String(given);
  if (/^https?:\/\//.test(id)) {
    return { ok: true, content: describeMedia(kind, { fileId: id, name: id.split("/").at(-1) ?? "" }) };
  }
  const known = chats.media(id);
  if (known === undefined) return { ok: false, problem: "wrong file identifier/HTTP URL specified" };
  if (known.kind === kind) return { ok: true, content: known.content };
  return { ok: false, problem: `can't use file of type ${typeNames[known.kind]} as ${typeNames[kind]}` };
}

const typeNames: Readonly<Record<MediaKind, string>> = { photo: "Photo", voice: "VoiceNote", document: "Document" };

function keep(kind: MediaKind, { name, mediaType, bytes }: UploadedFile, chats: Chats): MediaContent {
  const fileId = `${kind}-${chats.sequence()}`;
  const file = { name, mediaType: mediaTypeOf(name) ?? mediaType, base64: bytes.toString("base64") };
  chats.record({ kind: "file", fileId, file });
  return describeMedia(kind, { fileId, name, mediaType: file.mediaType, size: bytes.length });
}

/** Clients upload everything as octets: the platform goes by the name. */
function mediaTypeOf(name: string): string | undefined {
  return mediaTypes[name.split(".").at(-1) ?? ""];
}

const mediaTypes: Readonly<Record<string, string>> = { ics: "text/calendar", png: "image/png", jpg: "image/jpeg" };

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
