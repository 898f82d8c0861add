// Reads a day that is said by today: tomorrow, in three days, next Sunday, the beginning of the month.
import { addDays, type IsoDate } from "../../domain/iso-date.js";
import { foldText } from "../../words/fold-text.js";
import words from "./date-words.json" with { type: "json" };
import { withDigits } from "./read-number.js";

const folded = (each: readonly string[]): ReadonlySet<string> => new Set(each.map(foldText));
const today = folded(words.today);
const tomorrow = folded(words.tomorrow);
const dayAfter = folded(words.dayAfter);
const after = folded(words.after);
const fromNow = [...folded(words.fromNow)];
const next = folded(words.next);
const nextOne = folded(words.nextOne);
const month = folded(words.month);
const beginning = folded(words.beginning);
const end = folded(words.end);
const quiet = new Set(["the", "of", "on", "from", "a", ...["يوم", "من", "في", "بيوم"].map(foldText)]);
const unitOf = new Map(
  Object.entries(words.units).flatMap(([days, names]) => names.map((name) => [foldText(name), Number(days)] as const)),
);
const twoOf = new Map(
  Object.entries(words.twoUnits).flatMap(([days, names]) =>
    names.map((name) => [foldText(name), 2 * Number(days)] as const),
  ),
);
const weekdayOf = new Map(
  words.weekdays.flatMap((names, index) => names.map((name) => [foldText(name), index] as const)),
);

/** As far ahead as anybody means a day that they count. */
const longestAhead = 1100;

/** @param text folded */
export function readRelativeDay(text: string, now: IsoDate): IsoDate | undefined {
  const bare = text.replace(/^(?:from|on|من|في) /u, "");
  if (today.has(text) || today.has(bare)) return now;
  if (tomorrow.has(text) || tomorrow.has(bare)) return addDays(now, 1);
  if (dayAfter.has(text) || dayAfter.has(bare)) return addDays(now, 2);
  return counted(text, now) ?? weekday(text, now) ?? edgeOfMonth(text, now);
}

/** "in 3 days", "two weeks from now", "بعد أسبوعين", "next week". */
function counted(text: string, now: IsoDate): IsoDate | undefined {
  const tail = fromNow.find((each) => text.endsWith(` ${each}`));
  const tokens = withDigits(tail === undefined ? text : text.slice(0, -tail.length - 1)).filter((each) => each !== "a");
  const [first = ""] = tokens;
  const isAfter = after.has(first);
  if (!isAfter && tail === undefined) return nextWeek(tokens, now);
  const rest = isAfter ? tokens.slice(1) : tokens;
  const [count = "", unit] = rest;
  if (rest.length === 1) return ahead(now, twoOf.get(count) ?? unitOf.get(count));
  const days = unit === undefined ? undefined : unitOf.get(unit);
  if (rest.length !== 2 || days === undefined || !/^\d{1,3}$/u.test(count)) return undefined;
  return ahead(now, Number(count) * days);
}

function ahead(now: IsoDate, days: number | undefined): IsoDate | undefined {
  return days === undefined || days > longestAhead ? undefined : addDays(now, days);
}

function nextWeek(tokens: readonly string[], now: IsoDate): IsoDate | undefined {
  const others = tokens.filter((token) => !nextOne.has(token));
  const [only = ""] = others;
  return others.length === 1 && tokens.length === 2 && unitOf.get(only) === 7 ? addDays(now, 7) : undefined;
}

/** The next such day after today. */
function weekday(text: string, now: IsoDate): IsoDate | undefined {
  const tokens = text.split(" ").filter((token) => !quiet.has(token) && !next.has(token));
  const day = tokens.length === 1 ? weekdayOf.get(tokens.join("")) : undefined;
  if (day === undefined) return undefined;
  const isToday = new Date(`${now}T00:00:00Z`).getUTCDay();
  return addDays(now, ((day - isToday + 6) % 7) + 1);
}

/** The beginning of a month that has begun is the next one's. */
function edgeOfMonth(text: string, now: IsoDate): IsoDate | undefined {
  const tokens = text.split(" ").filter((token) => !quiet.has(token));
  const isNext = tokens.some((token, index) => index > 0 && nextOne.has(token));
  const said = tokens.filter((token, index) => index === 0 || !nextOne.has(token)).join(" ");
  const edge = [...beginning, ...end].find((each) => [...month].some((of) => said === `${each} ${of}`));
  if (edge === undefined) return undefined;
  if (!beginning.has(edge)) return addDays(firstOfNextMonth(isNext ? firstOfNextMonth(now) : now), -1);
  return !isNext && now.endsWith("-01") ? now : firstOfNextMonth(now);
}

function firstOfNextMonth(day: IsoDate): IsoDate {
  return addDays(day, 1).endsWith("-01") ? addDays(day, 1) : firstOfNextMonth(addDays(day, 1));
}
