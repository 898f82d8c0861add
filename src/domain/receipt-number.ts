/** Promises receipt numbers that can be read aloud, typed back, and not be guessed from one another. */
import type { Brand } from "./brand.js";
import { foldDigits } from "./digits.js";

/** "TJ-YYYY-XXXXXXXX": year of payment, then eight characters without order. */
export type ReceiptNumber = Brand<string, "ReceiptNumber">;

// No 0 O 1 I L U: they are mistaken for one another, on paper and over the phone.
const alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
const receiptShape = new RegExp(`^TJ(\\d{4})([${alphabet}]{8})$`);

/** Writes a number from eight random bytes (30⁸ possibilities, evenly spread). Throws RangeError for any other count. */
export function formatReceiptNumber(year: number, random: Uint8Array): ReceiptNumber {
  if (random.length !== 8) throw new RangeError("formatReceiptNumber: needs eight random bytes");
  let left = random.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  let rest = "";
  for (let i = 0; i < 8; i++) {
    rest += alphabet.charAt(Number(left % 30n));
    left /= 30n;
  }
  return `TJ-${String(year).padStart(4, "0")}-${rest}` as ReceiptNumber;
}

/** Reads a number as people type it: any digits, any case, spaces and hyphens anywhere. */
export function parseReceiptNumber(
  text: string,
): { ok: true; receiptNumber: ReceiptNumber } | { ok: false; reason: "not-a-receipt-number" } {
  const shape = typeof text === "string" ? receiptShape.exec(foldDigits(text).toUpperCase()) : null;
  if (shape === null) return { ok: false, reason: "not-a-receipt-number" };
  return { ok: true, receiptNumber: `TJ-${shape[1]}-${shape[2]}` as ReceiptNumber };
}
