/** Promises an e-mail address that a mail server can take, and nothing that could pass for a header. */
import { z } from "zod";
import type { Brand } from "./brand.js";
import { dropInvisible } from "./digits.js";

/** An address, "local@domain", ASCII, the domain in lower case, at most 254 characters (RFC 5321). */
export type Email = Brand<string, "Email">;

const address = z.email().max(254);

/** Reads an address; the local part keeps its case, which only its own server may interpret. */
export function parseEmail(text: string): { ok: true; email: Email } | { ok: false; reason: "not-an-address" } {
  const typed = typeof text === "string" ? dropInvisible(text).trim() : text;
  const checked = address.safeParse(typed);
  if (!checked.success) return { ok: false, reason: "not-an-address" };
  const at = checked.data.lastIndexOf("@");
  return { ok: true, email: `${checked.data.slice(0, at)}${checked.data.slice(at).toLowerCase()}` as Email };
}
