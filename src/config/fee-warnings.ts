// What an operator should know of the chosen fees: a schedule is never refused for its dates, so somebody must say when they do not hold.
import { builtInSchedules, type FeeSchedule, feeRow } from "../domain/fee-schedule.js";
import type { IsoDate } from "../domain/iso-date.js";

/** One line each, for the log and for `doctor`. */
export function feeWarnings(chosen: FeeSchedule, today: IsoDate): readonly string[] {
  const warnings: string[] = [];
  if (chosen.from !== undefined && today < chosen.from) warnings.push(`${chosen.id} holds from ${chosen.from} only`);
  if (chosen.until !== undefined && today > chosen.until) warnings.push(`${chosen.id} held until ${chosen.until}`);
  for (const later of Object.values(builtInSchedules)) {
    const isOver = later.until !== undefined && today > later.until;
    if (isOver || later.id === chosen.id || !isLater(later, chosen) || !contradicts(later, chosen)) continue;
    warnings.push(`${later.id}, a later source (from ${later.from}), contradicts ${chosen.id}`);
  }
  return warnings;
}

function isLater(other: FeeSchedule, chosen: FeeSchedule): boolean {
  return other.from !== undefined && (chosen.from === undefined || other.from > chosen.from);
}

/** Whether the later one has a fee for somebody to whom the chosen one gives another, or none. */
function contradicts(later: FeeSchedule, chosen: FeeSchedule): boolean {
  const articles = new Set(later.rows.flatMap((row) => row.articles));
  const places = Array.from({ length: lastPlace(later, chosen) + 1 }, (_, n) => n + 1);
  return [...articles].some((article) =>
    [true, false].some((kuwaiti) =>
      places.some((nth) => {
        const worker = { article, kuwaiti, nth };
        const fee = feeRow(later, worker)?.fils;
        return fee !== undefined && fee !== feeRow(chosen, worker)?.fils;
      }),
    ),
  );
}

/** Beyond the last place that any row names, nothing changes. */
function lastPlace(...schedules: readonly FeeSchedule[]): number {
  const rows = schedules.flatMap((schedule) => schedule.rows);
  return Math.max(1, ...rows.flatMap((row) => [row.nth?.from ?? 1, row.nth?.to ?? 1]));
}
