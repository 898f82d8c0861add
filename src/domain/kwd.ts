/** Promises that money is a whole number of fils (KD 1 = 1000 fils) from the first keystroke to the last page. */
import type { Brand } from "./brand.js";
import { asciiDigits, dropInvisible } from "./digits.js";

/** An amount in fils, a safe integer. */
export type Fils = Brand<number, "Fils">;

/** The largest amount that is read: KD 999,999.999, far above any fee and far below where sums lose a fils. */
export const mostFils = 999_999_999 as Fils;

/** Names a number as fils. Throws RangeError if it is not a safe integer: that is a fault of the caller. */
export function fils(n: number): Fils {
  if (!Number.isSafeInteger(n)) throw new RangeError(`fils: ${n} is not a safe integer`);
  return n as Fils;
}

/**
 * An amount as it is shown: three decimals, Latin digits, an ordinary space, no grouping, no direction marks.
 *
 * @example formatKwd(fils(10_000), "en") // "KD 10.000"
 * @example formatKwd(fils(10_000), "ar") // "10.000 د.ك"
 */
export function formatKwd(amount: Fils, locale: "ar" | "en"): string {
  const number = formatDinars(amount);
  return locale === "ar" ? `${number} د.ك` : `KD ${number}`;
}

/** The number alone, for a button that stands beside one with the currency: "10.000". */
export function formatDinars(amount: Fils): string {
  const size = Math.abs(amount);
  const rest = size % 1000;
  return `${amount < 0 ? "-" : ""}${(size - rest) / 1000}.${String(rest).padStart(3, "0")}`;
}

/** Why a text is no amount; of several, the first in this order. */
export type KwdFault = "not-an-amount" | "sub-fils" | "negative" | "too-large";

const amountShape = /^(?:(?:KD|د\.ك)\s*)?([-\u2212\uFF0D]\s*)?(\d+)(?:[.\u066B](\d+))?(?:\s*(?:KD|د\.ك))?$/i;

/**
 * Reads dinars in any digits, with "." or "٫" as the point, with or without the unit; what `formatKwd` prints comes back
 * as it was. No grouping signs: "1,500" could be either of two amounts a thousandfold apart.
 * Digits after the third decimal must be zeros (`sub-fils`); above `mostFils` is `too-large`.
 */
export function parseKwd(text: string): { ok: true; fils: Fils } | { ok: false; reason: KwdFault } {
  const shape = typeof text === "string" ? amountShape.exec(dropInvisible(asciiDigits(text)).trim()) : null;
  if (shape === null) return { ok: false, reason: "not-an-amount" };
  const [, minus, dinars, fraction = ""] = shape;
  if (/[^0]/.test(fraction.slice(3))) return { ok: false, reason: "sub-fils" };
  if (minus !== undefined) return { ok: false, reason: "negative" };
  const amount = Number(dinars) * 1000 + Number(fraction.slice(0, 3).padEnd(3, "0"));
  return amount > mostFils ? { ok: false, reason: "too-large" } : { ok: true, fils: fils(amount) };
}
