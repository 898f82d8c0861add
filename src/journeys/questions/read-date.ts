// Reads a day as people type it: 2026-12-01, 1/12/2026 (the day first), December 1st, the day after tomorrow, next Sunday, أول الشهر الجاي.
import { addDays, type IsoDate, parseIsoDate } from "../../domain/iso-date.js";
import { foldText } from "../../words/fold-text.js";
import words from "./date-words.json" with { type: "json" };
import { withDigits } from "./read-number.js";
import { readRelativeDay } from "./relative-day.js";

const monthOf: ReadonlyMap<string, number> = new Map(
  words.months.flatMap((names, index) => names.map((name) => [foldText(name), index + 1] as const)),
);
const fillers = new Set(words.fillers.map(foldText));

/** `not-for-this`: nothing that looks like a day, so surely meant for something else. */
export type ReadDate = { ok: true; date: IsoDate } | { ok: false; reason: "not-a-date" | "not-for-this" };

/** A longer text tells something else. */
const longestRead = 60;

export function readDate(text: string, now: IsoDate): ReadDate {
  if (text.length > longestRead) return { ok: false, reason: "not-for-this" };
  const folded = foldText(text);
  const relative = readRelativeDay(folded, now);
  if (relative !== undefined) return { ok: true, date: relative };
  const said = withDigits(withMonths(folded));
  const tokens = said.filter((token) => !fillers.has(token));
  const read = readTokens(tokens, now);
  if (read !== undefined) return read;
  const dayAlone = /^\d{1,2}$/u.test(tokens[0] ?? "") && tokens.length === 1 && isDayOfMonth(folded);
  if (dayAlone) return nextInSomeMonth(Number(tokens[0]), now);
  const digits = folded.replace(/\D/g, "").length;
  const isAboutDays = /^[\d ]*$/.test(folded) || tokens.some((token) => token.startsWith("#"));
  // More digits than any day has: a civil ID, a phone.
  return { ok: false, reason: isAboutDays && digits > 0 && digits <= 8 ? "not-a-date" : "not-for-this" };
}

/** Months as "#12": their names may be two words, one of which is a number elsewhere (كانون الثاني). */
function withMonths(folded: string): string {
  const read: string[] = [];
  let isTaken = false;
  for (const [at, token] of folded.split(" ").entries()) {
    if (isTaken) {
      isTaken = false;
      continue;
    }
    const two = monthOf.get(
      folded
        .split(" ", at + 2)
        .slice(at)
        .join(" "),
    );
    const month = two ?? monthOf.get(token);
    isTaken = two !== undefined && two !== monthOf.get(token);
    read.push(month === undefined ? token : `#${month}`);
  }
  return read.join(" ");
}

function readTokens(tokens: readonly string[], now: IsoDate): ReadDate | undefined {
  const [a = "", b = "", c] = tokens;
  if (tokens.length < 2 || tokens.length > 3) return undefined;
  const isSmall = (token: string) => /^\d{1,2}$/u.test(token);
  const month = (token: string) => (token.startsWith("#") ? token.slice(1) : undefined);
  if (/^\d{4}$/u.test(a) && c !== undefined && isSmall(c)) {
    const named = month(b) ?? (isSmall(b) ? b : undefined);
    return named === undefined ? undefined : dateOf(a, named, c);
  }
  if (c !== undefined && !/^(?:\d{4}|\d{2})$/u.test(c)) return undefined;
  const [day, named] = month(a) === undefined ? [a, month(b) ?? (isSmall(b) ? b : undefined)] : [b, month(a)];
  if (!isSmall(day) || named === undefined) return undefined;
  return c === undefined ? nextSuch(named, day, now) : dateOf(c, named, day);
}

type Part = string | number;

function dateOf(year: Part, month: Part, day: Part): ReadDate {
  const two = (part: Part) => String(part).padStart(2, "0");
  const parsed = parseIsoDate(`${String(year).padStart(4, "20")}-${two(month)}-${two(day)}`);
  return parsed.ok ? parsed : { ok: false, reason: "not-a-date" };
}

/** A day without its year: the first such day from today on. */
function nextSuch(month: Part, day: Part, now: IsoDate): ReadDate {
  const year = Number(now.slice(0, 4));
  const inThisYear = dateOf(year, month, day);
  return inThisYear.ok && inThisYear.date < now ? dateOf(year + 1, month, day) : inThisYear;
}

/** "the 20th", "يوم 20": a number that says by its company that it is a day. */
function isDayOfMonth(folded: string): boolean {
  return /(?:^| )(?:the |يوم )?\d{1,2}(?:st|nd|rd|th)$/u.test(folded) || /(?:^| )يوم \d{1,2}$/u.test(folded);
}

/** The first day of this number from today on, in whichever month has it. */
function nextInSomeMonth(day: number, now: IsoDate): ReadDate {
  for (let ahead = 0; day >= 1 && day <= 31 && ahead < 62; ahead += 1) {
    const date = addDays(now, ahead);
    if (Number(date.slice(8)) === day) return { ok: true, date };
  }
  return { ok: false, reason: "not-a-date" };
}
