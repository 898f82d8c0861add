// Recognizes what one of the staff typed: a civil ID, phone, policy or receipt number, or a pay link, in any digits and spacing.
import { type CivilId, parseCivilId } from "../domain/civil-id.js";
import { dropInvisible, foldDigits } from "../domain/digits.js";
import { type Phone, parsePhone } from "../domain/phone.js";
import { parseReceiptNumber, type ReceiptNumber } from "../domain/receipt-number.js";

/** One way to read it; `policy` is without spaces and hyphens, in capitals. */
export type Reading =
  | { readonly by: "civil-id"; readonly civilId: CivilId }
  | { readonly by: "phone"; readonly phone: Phone }
  | { readonly by: "policy"; readonly number: string }
  | { readonly by: "receipt"; readonly number: ReceiptNumber }
  | { readonly by: "link"; readonly token: string }
  /** A civil ID with a slip of the pen, most likely: it is nobody's, and that is said. */
  | { readonly by: "wrong-digit" };

const linkShape = /\/[pr]\/([\w-]{22})(?:[/?#]\S*)?$/u;
const tokenShape = /^[\w-]{22}$/u;
/** As an import takes it, with at least one digit. */
const policyShape = /^(?=.*\p{N})[\p{L}\p{N}][\p{L}\p{N}./_]{2,59}$/u;
/** A civil ID or phone by itself among words, not a part of some other number. */
const numberInside = /(?<![\p{L}\p{N}./_-])\+?\p{Nd}(?:[\s-]?\p{Nd}){7,}(?![\p{L}\p{N}])/gu;
/** A number is typed in a few groups; more words are a sentence. */
const mostGroups = 5;

/**
 * All ways to read it: eight digits can be a phone's and a policy's. None: it names nobody.
 *
 * @example readQuery("٥٠١٢ ٣٤٥٦") // a phone, or the policy 50123456
 */
export function readQuery(text: string): readonly Reading[] {
  const typed = dropInvisible(text).trim();
  const token = linkShape.exec(typed)?.[1];
  // A link says what it is; its parts are nothing else.
  if (token !== undefined) return [{ by: "link", token }];
  const receipt = parseReceiptNumber(typed);
  if (receipt.ok) return [{ by: "receipt", number: receipt.receiptNumber }];
  const whole = numberReadings(typed);
  const inside = [...typed.matchAll(numberInside)].map(([found]) => found);
  // Of several in one sentence it is not told which is meant.
  const among = whole.length === 0 && inside.length === 1 ? inside.flatMap(numberReadings) : [];
  const policy = foldDigits(typed).toUpperCase();
  return [
    ...whole.filter(({ by }) => by !== "wrong-digit"),
    ...(tokenShape.test(typed) ? [{ by: "link", token: typed } as const] : []),
    ...(policyShape.test(policy) && typed.split(/\s+/u).length <= mostGroups
      ? [{ by: "policy", number: policy } as const]
      : []),
    ...among,
    ...whole.filter(({ by }) => by === "wrong-digit"),
  ];
}

function numberReadings(text: string): readonly Reading[] {
  const civilId = parseCivilId(text);
  const phone = parsePhone(text);
  return [
    ...(civilId.ok ? [{ by: "civil-id", civilId: civilId.civilId } as const] : []),
    ...(phone.ok ? [{ by: "phone", phone: phone.phone } as const] : []),
    ...(!civilId.ok && civilId.reason === "check-digit" ? [{ by: "wrong-digit" } as const] : []),
  ];
}
