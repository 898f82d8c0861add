// Reads a multipart form as Bot API clients write it: texts by their names, and files in the places that name them ("attach://…").
import type { Params } from "./check-call.js";
import { UploadedFile } from "./uploaded-file.js";

export type ReadMultipart = { readonly ok: true; readonly params: Params } | { readonly ok: false };

/** Strict clients would quote what grammY does not; Telegram takes both, and so does this. */
const disposition = /^content-disposition:\s*form-data\s*;/i;
const nameField = /;\s*name=(?:"([^"]*)"|([^\s;]+))/i;
const fileNameField = /;\s*filename=(?:"([^"]*)"|([^\r\n;]+))/i;
const typeHeader = /^content-type:\s*(\S+)/i;

export function readMultipart(body: Buffer, contentType: string): ReadMultipart {
  const boundary = /boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType);
  if (boundary === null) return { ok: false };
  // One character for each byte: text to search in, and a file's bytes stay as they are.
  const [, ...parts] = `\r\n${body.toString("latin1")}`.split(`\r\n--${boundary[1] ?? boundary[2]}`);
  const end = parts.pop();
  if (end === undefined || !end.startsWith("--")) return { ok: false };
  const read = parts.map(readPart);
  const named = read.filter((part) => part !== undefined);
  return named.length < read.length ? { ok: false } : { ok: true, params: withAttached(Object.fromEntries(named)) };
}

function readPart(part: string): readonly [name: string, value: string | UploadedFile] | undefined {
  const headersEnd = part.indexOf("\r\n\r\n");
  if (headersEnd === -1) return undefined;
  const headers = asUtf8(part.slice(0, headersEnd)).split("\r\n");
  const about = headers.find((header) => disposition.test(header)) ?? "";
  const name = group(nameField.exec(about));
  if (name === undefined) return undefined;
  const bytes = Buffer.from(part.slice(headersEnd + 4), "latin1");
  const fileName = group(fileNameField.exec(about));
  if (fileName === undefined) return [name, bytes.toString("utf8")];
  const type = headers.map((header) => typeHeader.exec(header)?.[1]).find((found) => found !== undefined);
  return [name, new UploadedFile(fileName, type ?? "application/octet-stream", bytes)];
}

/** Puts each file where its name stands; one that nothing names stays a parameter of its own, and is checked as one. */
function withAttached(parts: Readonly<Record<string, string | UploadedFile>>): Params {
  const taken = new Set<string>();
  const params = Object.entries(parts).map(([name, value]) => {
    const id = typeof value === "string" && value.startsWith(scheme) ? value.slice(scheme.length) : "";
    const file = Object.hasOwn(parts, id) ? parts[id] : undefined;
    if (!(file instanceof UploadedFile)) return [name, value] as const;
    taken.add(id);
    return [name, file] as const;
  });
  return Object.fromEntries(params.filter(([name]) => !taken.has(name)));
}
const scheme = "attach://";

const group = (match: RegExpExecArray | null): string | undefined => match?.[1] ?? match?.[2];

const asUtf8 = (latin1: string): string => Buffer.from(latin1, "latin1").toString("utf8");
