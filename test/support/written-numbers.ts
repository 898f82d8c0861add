// Numbers as people write them, in any digits and spacing, and what may stand beside them: for tests that draw them at random.
import fc from "fast-check";
import { checkDigit } from "../../src/domain/civil-id.js";
import { formatReceiptNumber } from "../../src/domain/receipt-number.js";

const digits = fc.constantFrom("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "０１２３４５６７８９", "०१२३४५६७८९");
const gap = fc.constantFrom(" ", "  ", "-", " - ", "–", ".", "/", "\n", "\u00a0", "\u200f", "\u0640");
/** A number as somebody writes it: its digits of one script or of two, set apart anywhere by the same sign. */
export const written = (number: fc.Arbitrary<string>) =>
  fc
    .tuple(number, digits, digits, gap, fc.array(fc.nat({ max: 12 }), { maxLength: 5 }))
    .map(([text, one, other, sign, cuts]) =>
      [...text].map((digit, i) => {
        const shown = /\d/u.test(digit) ? ([...(i % 2 ? one : other)][Number(digit)] ?? digit) : digit;
        return i > 0 && cuts.includes(i) ? sign + shown : shown;
      }),
    )
    .map((parts) => parts.join(""));
export const civilId = fc
  .tuple(
    fc.constantFrom("2", "3"),
    fc.integer({ min: 10, max: 24 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 0, max: 9999 }),
  )
  .map(([century, ...rest]) => century + rest.map((part, i) => `${part}`.padStart(i === 3 ? 4 : 2, "0")).join(""))
  .filter((eleven) => checkDigit(eleven) !== undefined)
  .map((eleven) => `${eleven}${checkDigit(eleven)}`);
export const mobile = fc
  .tuple(
    fc.constantFrom("", "+965", "00965", "965"),
    fc.constantFrom("50", "55", "60", "66", "90", "99", "41"),
    fc.integer({ min: 0, max: 999_999 }),
  )
  .map(([code, start, rest]) => `${code}${start}${`${rest}`.padStart(6, "0")}`);
const amount = fc
  .tuple(fc.integer({ min: 0, max: 9999 }), fc.nat({ max: 99 }))
  .map(([dinars, rest]) => `${dinars}.${`${rest}`.padStart(2, "0")}0`);
const date = fc
  .tuple(
    fc.integer({ min: 2020, max: 2030 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.boolean(),
    fc.constantFrom("/", "-", "."),
  )
  .map(([y, m, d, iso, sign]) => (iso ? [y, `${m}`.padStart(2, "0"), `${d}`.padStart(2, "0")] : [d, m, y]).join(sign));
const receipt = fc.uint8Array({ minLength: 8, maxLength: 8 }).map((bytes) => formatReceiptNumber(2026, bytes));
const policy = fc.integer({ min: 0, max: 99_999_999 }).map((n) => `HI-2026-${n}`);
const word = fc.constantFrom("paid", "for", "دفعت", "until", "and", "رقم", "KD", "my worker", "why?");
const harmless = fc.oneof(amount, date, receipt, policy, word);
export const between = fc.constantFrom(" ", "\n", ", ", "; ", ": ");
export const company = fc
  .array(
    fc.tuple(harmless, between).map((parts) => parts.join("")),
    { maxLength: 4 },
  )
  .map((parts) => parts.join(""));
