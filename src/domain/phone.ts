/** Promises that a phone number is a Kuwaiti mobile, in one form, before anything is sent to it. */
import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import type { Brand } from "./brand.js";
import { foldDigits } from "./digits.js";

/** A Kuwaiti mobile in E.164: "+965" and eight digits. */
export type Phone = Brand<string, "Phone">;

/** Why a text is no Kuwaiti mobile; of several, the first in this order. */
export type PhoneFault = "not-a-number" | "not-kuwaiti" | "not-mobile";

const landline = /^[12]/; // Of Kuwait's numbers, 2… are landlines and 18… services; all others are mobiles.

/**
 * Reads a mobile in any digits and the usual punctuation, as "5012 3456", "+965…", "00965…" or "965…".
 * Kuwait's numbering plan is libphonenumber's, in its small form: the finer ranges of the large one leave out more than
 * half of the mobile numbers there can be, and whoever has a newly allocated one would be locked out.
 */
export function parsePhone(text: string): { ok: true; phone: Phone } | { ok: false; reason: PhoneFault } {
  const typed =
    typeof text === "string"
      ? foldDigits(text)
          .replace(/\uFF0B/g, "+")
          .replace(/[().]/g, "")
      : "";
  // Letters are refused here: libphonenumber would read "5FLOWERS" as a number and "x5" as an extension.
  const found = /^\+?\d+$/.test(typed) ? parsePhoneNumberFromString(typed, "KW") : undefined;
  if (!found?.isPossible()) return { ok: false, reason: "not-a-number" };
  if (found.countryCallingCode !== "965") return { ok: false, reason: "not-kuwaiti" };
  if (!found.isValid()) return { ok: false, reason: "not-a-number" };
  if (landline.test(found.nationalNumber)) return { ok: false, reason: "not-mobile" };
  return { ok: true, phone: `+965${found.nationalNumber}` as Phone };
}

/** What a chat may show of it: the last three digits. Four would give away half of a Kuwaiti number. */
export function maskPhone(phone: Phone): string {
  return phone.slice(-3);
}

/** The whole number for those who may see it, grouped as people in Kuwait write it: "+965 5012 3456". */
export function formatPhone(phone: Phone): string {
  return `${phone.slice(0, 4)} ${phone.slice(4, 8)} ${phone.slice(8)}`;
}
