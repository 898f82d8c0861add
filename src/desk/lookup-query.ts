// Recognizes what one of the staff typed: a civil ID, phone, policy, receipt or payment number, or a pay link, in any digits and spacing.
import { type CivilId, parseCivilId } from "../domain/civil-id.js";
import { asciiDigits, dropInvisible, foldDigits } from "../domain/digits.js";
import { nameWords } from "../domain/name-words.js";
import { type Phone, parsePhone } from "../domain/phone.js";
import { parseReceiptNumber, type ReceiptNumber } from "../domain/receipt-number.js";

/** One way to read it; `policy` and `payment` are without spaces and hyphens, in capitals. */
export type Reading =
  | { readonly by: "civil-id"; readonly civilId: CivilId }
  | { readonly by: "phone"; readonly phone: Phone }
  | { readonly by: "policy"; readonly number: string }
  | { readonly by: "receipt"; readonly number: ReceiptNumber }
  /** Our reference of a try at a gateway, or an id that the gateway gave it. */
  | { readonly by: "payment"; readonly name: string }
  | { readonly by: "link"; readonly token: string }
  /** Words of a name, two at least; never the only word, which hundreds bear. */
  | { readonly by: "name"; readonly words: readonly string[] }
  /** A civil ID with a slip of the pen, most likely: it is nobody's, and that is said. */
  | { readonly by: "wrong-digit" };

/** Wherever it stands: a chat adds a full stop to an address, and people add words. */
const links = /(?:\/|%2F)\s*[pr]\s*(?:\/|%2F)\s*([\w-]{22})(?![\w-])/giu;
const tokenShape = /^[\w-]{22}$/u;
const receipts =
  /(?<![\p{L}\p{N}])TJ(?:[\s\p{Pd}\u0640._/]*\d){4}(?:[\s\p{Pd}\u0640._/]*[\dA-Z]){8}(?![\p{L}\p{N}])/giu;
/** As an import takes it, with at least one digit. */
const policyShape = /^(?=.*\p{N})[\p{L}\p{N}][\p{L}\p{N}./_]{2,59}$/u;
/** Shorter, it would be a day or a bank's code that many payments share. */
const paymentShape = /^(?=.*\d)[\dA-Z][\dA-Z./_]{7,59}$/u;
/** Our own reference of a try at a gateway: 128 bits, in as many groups as one likes. */
const references = /(?<![\p{L}\p{N}])[\dA-F](?:[\s\p{Pd}]?[\dA-F]){31}(?![\p{L}\p{N}])/giu;
/** A civil ID or phone by itself among words, not a part of some other number. */
const numberInside = /(?<![\p{L}\p{N}./_-])\+?\p{Nd}(?:[\s./_·-]?\p{Nd}){7,}(?![\p{L}\p{N}])/gu;
/** A policy's or payment's number among words: letters and at least four digits. */
const codeInside =
  /(?<![\p{L}\p{N}./_-])(?=[\p{N}./_-]*\p{L})(?=(?:[\p{L}./_-]*\p{Nd}){4})[\p{L}\p{N}][\p{L}\p{N}./_-]{5,59}(?<![./_-])/gu;
/** A number is typed in a few groups; more words are a sentence. */
const mostGroups = 5;
/** What a sentence or a copied line leaves at a number's edges; a question stays one. */
const edges = /^[\s"'«»“”()[\].,:;،؛]+|[\s"'«»“”()[\].,:;،؛]+$/gu;

/**
 * All ways to read it: eight digits can be a phone's and a policy's. None: it names nobody.
 *
 * @example readQuery("٥٠١٢ ٣٤٥٦") // a phone, or the policy 50123456
 */
export function readQuery(text: string): readonly Reading[] {
  const typed = dropInvisible(text).replace(edges, "");
  // These say what they are; their parts are nothing else.
  const named = namedInside(typed);
  // Of two it is not told which is meant.
  if (named.length > 0) return named.length > 1 ? [] : named;
  const whole = numberReadings(typed);
  return [
    ...whole.filter(({ by }) => by !== "wrong-digit"),
    ...(tokenShape.test(typed) ? [{ by: "link", token: typed } as const] : []),
    ...codeReadings(typed),
    ...(whole.length === 0 ? readingsInside(typed) : []),
    ...whole.filter(({ by }) => by === "wrong-digit"),
  ];
}

/** Fewer than two words name too many. */
const leastNameWords = 2;
const mostNameLetters = 80;

/** A name, where it is said that somebody is looked up: two to five words of letters alone. None otherwise. */
export function readName(text: string): readonly Reading[] {
  const typed = dropInvisible(text).replace(edges, "");
  if (typed.length > mostNameLetters || !/^[\p{L}\p{M}\s'’.-]+$/u.test(typed)) return [];
  const words = nameWords(typed);
  return words.length < leastNameWords || words.length > mostGroups ? [] : [{ by: "name", words }];
}

/** Links, or else receipts' numbers, or else our references: each once. */
function namedInside(typed: string): readonly Reading[] {
  const ascii = asciiDigits(typed);
  const tokens = new Set([...typed.matchAll(links)].flatMap(([, token]) => token ?? []));
  if (tokens.size > 0) return [...tokens].map((token) => ({ by: "link", token }));
  const numbers = new Set([...ascii.matchAll(receipts)].flatMap(([found]) => receiptOf(found)));
  if (numbers.size > 0) return [...numbers].map((number) => ({ by: "receipt", number }));
  const names = new Set([...ascii.matchAll(references)].map(([found]) => codeOf(found)));
  return [...names].map((name) => ({ by: "payment", name }));
}

function receiptOf(found: string): readonly ReceiptNumber[] {
  const read = parseReceiptNumber(found.replace(/[._/]/gu, ""));
  return read.ok ? [read.receiptNumber] : [];
}

/** Of several in one sentence it is not told which is meant. */
function readingsInside(typed: string): readonly Reading[] {
  // What stands in an e-mail address is no number of anybody's.
  const words = typed.replace(/\S+@\S+/gu, " ");
  const found = [...words.matchAll(numberInside), ...words.matchAll(codeInside)].map(([inside]) => inside);
  const [only] = found;
  if (only === undefined || only === typed || found.length > 1) return [];
  const read = numberReadings(only);
  // Digits that are set apart are a day or an amount more likely than a code.
  return read.length > 0 || !/\p{L}|^\p{Nd}+$/u.test(only) ? read : codeReadings(only);
}

function numberReadings(text: string): readonly Reading[] {
  const number = text.replace(/(?<=\p{Nd})[./_·](?=\p{Nd})/gu, "");
  const civilId = parseCivilId(number);
  const phone = parsePhone(number);
  return [
    ...(civilId.ok ? [{ by: "civil-id", civilId: civilId.civilId } as const] : []),
    ...(phone.ok ? [{ by: "phone", phone: phone.phone } as const] : []),
    ...(!civilId.ok && civilId.reason === "check-digit" ? [{ by: "wrong-digit" } as const] : []),
  ];
}

/** Numbers that have no shape of their own. */
function codeReadings(text: string): readonly Reading[] {
  if (text.split(/\s+/u).length > mostGroups) return [];
  const code = codeOf(text);
  return [
    ...(policyShape.test(code) ? [{ by: "policy", number: code } as const] : []),
    ...(paymentShape.test(code) ? [{ by: "payment", name: code } as const] : []),
  ];
}

const codeOf = (text: string) => foldDigits(text).toUpperCase();
