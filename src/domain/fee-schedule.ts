/** Promises that a fee comes from a checked, dated row with its source beside it, or that there is no fee to tell. */
import { z } from "zod";
import before306 from "./fee-schedules/before-306.json" with { type: "json" };
import decision306 from "./fee-schedules/decision-306-2025.json" with { type: "json" };
import kd5 from "./fee-schedules/kd5.json" with { type: "json" };
import { type IsoDate, parseIsoDate } from "./iso-date.js";
import { fils, mostFils } from "./kwd.js";

const words = z.string().regex(/\S/, "must not be empty");
const inBothLanguages = z.strictObject({ ar: words, en: words }).readonly();
const date = z.custom<IsoDate>((v) => typeof v === "string" && parseIsoDate(v).ok, "must be a real date, YYYY-MM-DD");
const place = z.int("must be a whole number").min(1, "places count from 1");
const end = (range: { to?: number | undefined }) => range.to ?? Number.POSITIVE_INFINITY;

const feeRowSchema = z
  .strictObject({
    id: words,
    title: inBothLanguages,
    articles: z.array(z.int().positive()).min(1, "must name at least one residency article").readonly(),
    sponsor: z.enum(["kuwaiti", "other"]).optional(),
    nth: z
      .strictObject({ from: place, to: place.optional() })
      .refine((range) => range.from <= end(range), "from must not be after to")
      .readonly()
      .optional(),
    fils: z
      .int("must be a whole number of fils")
      .min(0, "must not be negative")
      .max(mostFils, "is larger than any amount taken here")
      .transform(fils),
    source: words,
    certainty: z.enum(["brief", "A", "B", "C"]),
  })
  .readonly();

// Unknown names are faults: a misspelt "sponsor" would otherwise quietly make a row fit everybody.
const feeScheduleSchema = z
  .strictObject({
    id: words,
    title: inBothLanguages,
    from: date.optional(),
    until: date.optional(),
    rows: z.array(feeRowSchema).min(1, "must have at least one row").readonly(),
  })
  .readonly()
  .check(({ value, issues }) => {
    for (const found of contradictions(value)) issues.push({ code: "custom", ...found, input: value });
  });

/**
 * One row: the fee per year in fils for workers of these residency articles, for a Kuwaiti or another sponsor (absent:
 * any), from and to which place among the sponsor's workers (absent: any). `certainty`: brief = the operator's own
 * documents, A = several independent public sources, B = one good source, C = weak or conflicting.
 */
export type FeeRow = z.infer<typeof feeRowSchema>;

/** Dated rows; the first that fits decides. `from` and `until` say when it holds, but never refuse a quote. */
export type FeeSchedule = z.infer<typeof feeScheduleSchema>;

type Place = NonNullable<FeeRow["nth"]>;
const meet = (a: Place, b: Place) => a.from <= end(b) && b.from <= end(a);
const isNarrower = (a: Place, b: Place) => a.from >= b.from && end(a) <= end(b) && (a.from > b.from || end(a) < end(b));

/** What no single value shows: what two values of one schedule say against each other. */
function contradictions(schedule: FeeSchedule): { path: (string | number)[]; message: string }[] {
  const found: { path: (string | number)[]; message: string }[] = [];
  if (schedule.from !== undefined && schedule.until !== undefined && schedule.from > schedule.until) {
    found.push({ path: ["until"], message: "must not be before from" });
  }
  schedule.rows.forEach((row, i) => {
    schedule.rows.slice(0, i).forEach((earlier, j) => {
      if (earlier.id === row.id) found.push({ path: ["rows", i, "id"], message: `already used by rows[${j}]` });
      if (placesClash(earlier, row)) {
        found.push({
          path: ["rows", i, "nth"],
          message: `overlaps nth of rows[${j}] for the same article and sponsor`,
        });
      }
    });
  });
  return found;
}

/**
 * Whether two rows for the same people name overlapping places. A narrower row before a wider one is an exception and
 * its fallback, which the order settles; any other overlap is a slip of the pen.
 */
function placesClash(earlier: FeeRow, later: FeeRow): boolean {
  if (earlier.nth === undefined || later.nth === undefined || earlier.sponsor !== later.sponsor) return false;
  if (!earlier.articles.some((article) => later.articles.includes(article))) return false;
  return meet(earlier.nth, later.nth) && !isNarrower(earlier.nth, later.nth);
}

/** "rows[2].nth.from" */
function written(path: readonly PropertyKey[]): string {
  const text = path.map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`)).join("");
  return text === "" ? "the schedule" : text.replace(/^\./, "");
}

/**
 * Checks an operator's schedule. `faults` has one plain line for each, "rows[0].fils: must not be negative"; what two
 * rows say against each other is told once each by itself is right.
 */
export function loadFeeSchedule(json: unknown): { ok: true; schedule: FeeSchedule } | { ok: false; faults: string[] } {
  const checked = feeScheduleSchema.safeParse(json);
  if (checked.success) return { ok: true, schedule: checked.data };
  return { ok: false, faults: checked.error.issues.map(({ path, message }) => `${written(path)}: ${message}`) };
}

/** The schedules that come with the program, by the id an operator names in the settings. Article 20 only. */
export const builtInSchedules: Record<"kd5" | "before-306" | "decision-306-2025", FeeSchedule> = {
  kd5: feeScheduleSchema.parse(kd5),
  "before-306": feeScheduleSchema.parse(before306),
  "decision-306-2025": feeScheduleSchema.parse(decision306),
};

/** The first row that fits a worker in that place (1…), or `undefined`: a fee is never guessed. */
export function feeRow(
  schedule: FeeSchedule,
  worker: { article: number; kuwaiti: boolean; nth: number },
): FeeRow | undefined {
  if (!Number.isInteger(worker.nth) || worker.nth < 1) return undefined;
  const sponsor = worker.kuwaiti ? "kuwaiti" : "other";
  return schedule.rows.find(
    (row) =>
      row.articles.includes(worker.article) &&
      (row.sponsor ?? sponsor) === sponsor &&
      (row.nth === undefined || (row.nth.from <= worker.nth && worker.nth <= end(row.nth))),
  );
}
