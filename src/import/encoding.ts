// Decodes an import file where its encoding is certain: UTF-8, UTF-16 and Windows-1256, the forms in which spreadsheets save Arabic.
import { isAscii } from "node:buffer";
import { TextDecoder } from "node:util";
import { NotAnImport } from "./faults.js";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1256";

const saveAsUtf8 = "save it as “CSV UTF-8” (in Excel: File, Save As)";

const notText: readonly (readonly [start: Buffer, what: string])[] = [
  [Buffer.from("PK\u0003\u0004"), "a workbook (.xlsx, .ods) or a zip file"],
  [Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), "a workbook (.xls)"],
  [Buffer.from([0x1f, 0x8b]), "a compressed file"],
  [Buffer.from("%PDF"), "a PDF"],
];

/** Enough of a header to see how its characters are stored. */
const headBytes = 64;

/**
 * @param onEncoding hears which encoding it is, once it is certain
 * @throws NotAnImport where the bytes are in no encoding that is certain, after the text before it
 */
export async function* decode(
  bytes: AsyncIterable<Buffer>,
  onEncoding: (encoding: Encoding) => void,
): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let encoding: Encoding = "utf-8";
  const begin = (found: Encoding) => {
    encoding = found;
    onEncoding(found);
    return new TextDecoder(found, { fatal: true });
  };
  for await (const chunk of withHead(bytes)) {
    if (chunk.isFirst) {
      const found = fromHead(chunk.bytes);
      if (found !== undefined) decoder = begin(found);
    }
    // Plain ASCII is the same in UTF-8 and Windows-1256: the first other byte decides.
    if (decoder === undefined && isAscii(chunk.bytes)) {
      yield chunk.bytes.toString("latin1");
      continue;
    }
    decoder ??= begin(isUtf8(chunk.bytes) ? "utf-8" : "windows-1256");
    const read = decodeSome(decoder, chunk.bytes, encoding);
    yield read.text;
    if (read.fault !== undefined) throw new NotAnImport(read.fault);
  }
  const rest = decoder === undefined ? undefined : decodeSome(decoder, undefined, encoding);
  if (rest?.fault !== undefined) throw new NotAnImport(rest.fault);
}

/** Lines before a fault are read: it is then of the line in which it stands. */
type Some = { readonly text: string; readonly fault: string | undefined };

function decodeSome(decoder: TextDecoder, bytes: Buffer | undefined, encoding: Encoding): Some {
  try {
    const text = bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    const doubt = encoding === "windows-1256" ? text.search(doubtful) : -1;
    if (doubt < 0) return { text, fault: undefined };
    const fault = `it is neither UTF-8 nor UTF-16, and which encoding it is in is not certain: ${saveAsUtf8}`;
    return { text: wholeLines(text.slice(0, doubt)), fault };
  } catch {
    const fault = `it begins as ${encoding.toUpperCase()} and is not all of it: ${saveAsUtf8}`;
    return { text: untilBroken(bytes, encoding), fault };
  }
}

const broken = "\uFFFD";

function untilBroken(bytes: Buffer | undefined, encoding: Encoding): string {
  const text = new TextDecoder(encoding).decode(bytes, { stream: true });
  return wholeLines(text.slice(0, Math.max(0, text.indexOf(broken))));
}

const wholeLines = (text: string) => text.slice(0, Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r")) + 1);

/** All of it, or up to one that is broken; a sequence that the chunk cuts off is no fault. */
function isUtf8(bytes: Buffer): boolean {
  const text = new TextDecoder("utf-8").decode(bytes, { stream: true });
  const end = text.indexOf(broken);
  return end < 0 || /[^\0-\u007f]/.test(text.slice(0, end));
}

/** ASCII, Arabic, and the signs around it. Another one-byte encoding read as Windows-1256 gives Latin letters with accents, or symbols. */
const doubtful = /[^\0-\u007f\u0600-\u06ff\u00a0\u00ab\u00bb\u200c-\u200f\u2013\u2014\u2018\u2019\u201c\u201d]/;

function fromHead(head: Buffer): Encoding | undefined {
  const other = notText.find(([start]) => head.subarray(0, start.length).equals(start));
  if (other !== undefined) throw new NotAnImport(`it is ${other[1]}: open it in a spreadsheet and ${saveAsUtf8}`);
  const [first, second, third] = head;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  return withoutMark(head.subarray(0, headBytes));
}

/** Column names are ASCII: in UTF-16 every second byte of them is zero. */
function withoutMark(head: Buffer): Encoding | undefined {
  const pairs = Math.floor(head.length / 2);
  let [even, odd] = [0, 0];
  for (let pair = 0; pair < pairs; pair += 1) {
    if (head[2 * pair] === 0) even += 1;
    if (head[2 * pair + 1] === 0) odd += 1;
  }
  if (even + odd === 0) return undefined;
  if (pairs > 3 && odd === pairs && even === 0) return "utf-16le";
  if (pairs > 3 && even === pairs && odd === 0) return "utf-16be";
  throw new NotAnImport(`it is no text: ${saveAsUtf8}`);
}

/** Joins what a pipe gives in small pieces, until there is enough to recognise. */
async function* withHead(bytes: AsyncIterable<Buffer>): AsyncGenerator<{ bytes: Buffer; isFirst: boolean }> {
  let head: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of bytes) {
    if (head === undefined) {
      yield { bytes: chunk, isFirst: false };
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (head.length < headBytes) continue;
    yield { bytes: head, isFirst: true };
    head = undefined;
  }
  if (head !== undefined && head.length > 0) yield { bytes: head, isFirst: true };
}
