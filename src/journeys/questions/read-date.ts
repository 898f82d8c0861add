// Reads a day as people type it: 2026-12-01, 1/12/2026 (the day first), 1 Dec 2026, 1/12, today, in any digits and either language.
import { addDays, type IsoDate, parseIsoDate } from "../../domain/iso-date.js";
import { foldText } from "../../words/fold-text.js";
import words from "./date-words.json" with { type: "json" };

const monthOf: ReadonlyMap<string, number> = new Map(
  words.months.flatMap((names, index) => names.map((name) => [foldText(name), index + 1] as const)),
);
const today = new Set(words.today.map(foldText));
const tomorrow = new Set(words.tomorrow.map(foldText));

/** `not-for-this`: nothing that looks like a day, so surely meant for something else. */
export type ReadDate = { ok: true; date: IsoDate } | { ok: false; reason: "not-a-date" | "not-for-this" };

export function readDate(text: string, now: IsoDate): ReadDate {
  const folded = foldText(text);
  if (today.has(folded)) return { ok: true, date: now };
  if (tomorrow.has(folded)) return { ok: true, date: addDays(now, 1) };
  const [, year, month, day] = /^(\d{4}) (\d{1,2}) (\d{1,2})$/.exec(folded) ?? [];
  if (year !== undefined) return dateOf(year, month, day);
  const [, dayFirst, second, rest] = /^(\d{1,2}) (\d{1,2}|\p{L}[\p{L} ]*?)(?: (\d{4}|\d{2}))?$/u.exec(folded) ?? [];
  const named = second === undefined ? undefined : (monthOf.get(second) ?? (/^\d/.test(second) ? second : undefined));
  if (named !== undefined) return rest === undefined ? nextSuch(named, dayFirst, now) : dateOf(rest, named, dayFirst);
  const digits = folded.replace(/\D/g, "").length;
  const isAboutDays = /^[\d ]*$/.test(folded) || folded.split(" ").some((word) => monthOf.has(word));
  // More digits than any day has: a civil ID, a phone.
  return { ok: false, reason: isAboutDays && digits > 0 && digits <= 8 ? "not-a-date" : "not-for-this" };
}

type Part = string | number | undefined;

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
