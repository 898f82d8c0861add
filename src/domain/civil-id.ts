/**
 * Promises that a Kuwaiti civil ID is read as people type it, and that a wrong one is refused with a
 * reason that helps.
 *
 * The Public Authority for Civil Information issues it: 12 digits, `C YYMMDD SSSS K`. C is the century of birth
 * (2 → 19YY, 3 → 20YY), then birth date, serial, check digit. The formula is public knowledge, not a published standard:
 * https://github.com/arthurdejong/python-stdnum, https://github.com/django/django-localflavor.
 */
import type { Brand } from "./brand.js";
import { foldDigits } from "./digits.js";
import { type IsoDate, parseIsoDate } from "./iso-date.js";

/** Twelve ASCII digits with a possible birth date and a right check digit. It does not prove that the person exists. */
export type CivilId = Brand<string, "CivilId">;

/** Why a text is no civil ID; of several, the first in this order. */
export type CivilIdFault = "not-a-number" | "length" | "century" | "birth-date" | "check-digit";

/** `checkAgain`: public sources disagree about this number's check digit, so ask the person to look at it once more. */
export type ParsedCivilId =
  | { ok: true; civilId: CivilId; birthDate: IsoDate; checkAgain?: true }
  | { ok: false; reason: CivilIdFault };

const weights = [2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;

/** Σ dᵢ·wᵢ mod 11 over the first eleven digits. */
function remainder(digits: string): number {
  return weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11;
}

/**
 * The twelfth digit that belongs to eleven ASCII digits: 11 − (S mod 11); 0 where that is 11.
 * `undefined` where no digit fits (S mod 11 = 1), or where `eleven` is anything but eleven digits.
 */
export function checkDigit(eleven: string): number | undefined {
  if (!/^\d{11}$/.test(eleven)) return undefined;
  const rest = remainder(eleven);
  if (rest === 1) return undefined;
  return rest === 0 ? 0 : 11 - rest;
}

/**
 * Reads a civil ID in any digits, with spaces, hyphens and invisible marks. A birth date after `at.today` is refused;
 * without `at` any real date passes, since nothing here knows what day it is.
 *
 * @example parseCivilId("2880-7080-4106") // { ok: true, civilId: "288070804106", birthDate: "1988-07-08" }
 */
export function parseCivilId(text: string, at?: { today: IsoDate }): ParsedCivilId {
  if (typeof text !== "string") return { ok: false, reason: "not-a-number" };
  const digits = foldDigits(text);
  if (/[^0-9]/.test(digits)) return { ok: false, reason: "not-a-number" };
  if (digits.length !== 12) return { ok: false, reason: "length" };
  const century = { "2": "19", "3": "20" }[digits.slice(0, 1)];
  if (century === undefined) return { ok: false, reason: "century" };
  const birth = parseIsoDate(`${century}${digits.slice(1, 3)}-${digits.slice(3, 5)}-${digits.slice(5, 7)}`);
  if (!birth.ok || (at !== undefined && birth.date > at.today)) return { ok: false, reason: "birth-date" };
  if (checkDigit(digits.slice(0, 11)) !== Number(digits.slice(11))) return { ok: false, reason: "check-digit" };
  const found = { ok: true, civilId: digits as CivilId, birthDate: birth.date } as const;
  return remainder(digits) === 0 ? { ...found, checkAgain: true } : found;
}

/** What a chat may show of it: the last four digits, "4106". */
export function maskCivilId(civilId: CivilId): string {
  return civilId.slice(-4);
}
