// Policy numbers as they are compared: in any digits, without spaces and hyphens, in capitals.
import { type RawBuilder, sql } from "kysely";
import { asciiDigits } from "../../domain/digits.js";

const folded = (of: RawBuilder<unknown>) => sql<string>`upper(translate(${of}, ${sql.lit(written)}, ${sql.lit(read)}))`;
const written = "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹ -‐‑‒–—";
const read = "01234567890123456789";

/** Letter for letter as the indexes covers_policy and renewals_policy have it, or they would not be used. */
export const foldedPolicy = (column: "c.policy_number" | "policy_number" | "typed.policy_number") =>
  folded(sql.ref(column));

/** What was typed, to be compared with it. */
export const foldedTyped = (typed: string) => folded(sql`${typed}::text`);

/** The same for numbers that are compared outside the database. */
export const foldPolicy = (number: string): string =>
  asciiDigits(number)
    .replace(/[ \-‐‑‒–—]/gu, "")
    .toUpperCase();
