/** Promises values for property tests: valid civil IDs and dates, digits in every script, and text nobody expects. */
import fc from "fast-check";
import { checkDigit } from "../../src/domain/civil-id.js";
import { addDays, type IsoDate } from "../../src/domain/iso-date.js";

const epoch = "1970-01-01" as IsoDate;

/** Any day from 1900 to 2199. */
export const anyDate = fc.integer({ min: -25_567, max: 84_005 }).map((n) => addDays(epoch, n));

/** Days off of which some stand one after the other, near to where other days are drawn. */
export const anyHolidays = fc
  .array(fc.tuple(anyDate, fc.integer({ min: 1, max: 9 })), { maxLength: 12 })
  .map((runs) => new Set(runs.flatMap(([from, n]) => Array.from({ length: n }, (_, at) => addDays(from, at)))));

/** Twelve ASCII digits that pass every check, born 1900–2049. */
export const validCivilId = fc
  .tuple(fc.integer({ min: -25_567, max: 29_219 }), fc.integer({ min: 0, max: 9999 }))
  .map(([days, serial]) => {
    const birth = addDays(epoch, days).replaceAll("-", "");
    return `${birth.startsWith("19") ? 2 : 3}${birth.slice(2)}${String(serial).padStart(4, "0")}`;
  })
  .filter((eleven) => checkDigit(eleven) !== undefined)
  .map((eleven) => `${eleven}${checkDigit(eleven)}`);

const zeros = [0x30, 0x660, 0x6f0, 0xff10];
const noise = [
  "",
  "",
  "",
  " ",
  "-",
  "\u00a0",
  "\u200f",
  "\u200e",
  "\u061c",
  "\u0640",
  "\u2069",
  "\ufeff",
  "\u2011",
  "\t",
];

/** ASCII digits as somebody might type them: each in any of four scripts, with what people put between them. */
export function typed(digits: string): fc.Arbitrary<string> {
  const each = fc.tuple(fc.constantFrom(...zeros), fc.constantFrom(...noise));
  return fc
    .array(each, { minLength: digits.length, maxLength: digits.length })
    .map((ways) => ways.map(([zero, between], i) => String.fromCharCode(zero + Number(digits[i])) + between).join(""));
}

/** Text of any kind: any Unicode, lone surrogates too, and near misses made of the signs the parsers know. */
export const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 }).map((units) => String.fromCharCode(...units)),
  fc.string({ unit: fc.constantFrom(..."0123456789٠١٢٣٤٥٦٧٨٩۰۹０９.٫,-−+ KDkd@TJ\u200fد.ك()"), maxLength: 30 }),
);

/** What a caller outside TypeScript might pass for a text. */
export const notText = fc.constantFrom<unknown>(
  undefined,
  null,
  288_070_804_106,
  Number.NaN,
  {},
  [],
  true,
  Symbol("x"),
  1n,
);
