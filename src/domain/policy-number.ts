/** Promises policy numbers in one form, whether an import brings them or a person types them. */
import type { Brand } from "./brand.js";
import { asciiDigits, dropInvisible } from "./digits.js";

/** The number that the Ministry's system gave a policy: letters, at least one digit and the signs between them, as it stands there. */
export type PolicyNumber = Brand<string, "PolicyNumber">;

/** Longer than any known policy number, shorter than a pasted paragraph. */
const shape = /^(?=.*\p{N})[\p{L}\p{N}][\p{L}\p{N} ./_-]{0,59}$/u;

/**
 * Reads a number as it is printed or typed: digits of any script become ASCII, what cannot be seen goes, one space stands for several.
 * @example parsePolicyNumber(" HI-٢٠٢٦ ") // { ok: true, policyNumber: "HI-2026" }
 */
export function parsePolicyNumber(
  text: string,
): { ok: true; policyNumber: PolicyNumber } | { ok: false; reason: "not-a-policy-number" } {
  const read = dropInvisible(asciiDigits(text)).trim().replace(/\s+/gu, " ");
  return shape.test(read)
    ? { ok: true, policyNumber: read as PolicyNumber }
    : { ok: false, reason: "not-a-policy-number" };
}
