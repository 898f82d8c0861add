// A document as the platform keeps it: an upload under a new id, one that was uploaded before by its id, any other by its address.
import type { Document } from "grammy/types";
import type { Chats } from "./chats.js";
import { UploadedFile } from "./uploaded-file.js";

export function documentOf(given: unknown, chats: Chats): Document {
  if (given instanceof UploadedFile) return keep(given, chats);
  const id = String(given);
  const known = chats.file(id);
  if (known !== undefined) return describe(id, known.name, known.mediaType, Buffer.from(known.base64, "base64").length);
  return { file_id: id, file_unique_id: id.slice(-16), file_name: id.split("/").at(-1) ?? "" };
}

function keep({ name, mediaType, bytes }: UploadedFile, chats: Chats): Document {
  const id = `document-${chats.sequence()}`;
  const file = { name, mediaType: mediaTypeOf(name) ?? mediaType, base64: bytes.toString("base64") };
  chats.record({ kind: "file", fileId: id, file });
  return describe(id, name, file.mediaType, bytes.length);
}

const describe = (id: string, file_name: string, mime_type: string, file_size: number): Document => ({
  file_id: id,
  file_unique_id: id,
  file_name,
  mime_type,
  file_size,
});

/** Clients upload everything as octets: the platform goes by the name. */
function mediaTypeOf(name: string): string | undefined {
  return name.endsWith(".ics") ? "text/calendar" : undefined;
}
