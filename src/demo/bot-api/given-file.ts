// A file as a call gives it: an upload is kept under a new id, what was sent before comes by its id, any other by its address.
import type { Chats } from "./chats.js";
import { describeMedia, type MediaContent, type MediaKind } from "./media.js";
import { UploadedFile } from "./uploaded-file.js";

/** `problem` continues "Bad Request: ". */
type ReadMedia =
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
