// When the operator's people answer: the week's hours and the days off, in the setting itself or in a file.
import type { DeskHours } from "../domain/desk-hours.js";
import { defaultDeskRanges } from "../domain/desk-hours.js";
import { parseHolidays } from "../domain/working-days.js";
import type { FaultList } from "./fault-list.js";
import type { ReadFile } from "./raw-settings.js";
import type { Settings } from "./settings.js";

const cures = {
  "not-days": "give days off as 2026-12-16,2027-01-01, or a file with one a line",
  "too-many": "give at most 366 days off",
};

export function readDeskHours(given: Settings, readFile: ReadFile, faults: FaultList): DeskHours | undefined {
  const text = given.HOLIDAYS === undefined ? "" : holidayText(given.HOLIDAYS, readFile);
  if (text === undefined) return faults.add("HOLIDAYS", "give days off as 2026-12-16, or name a file that can be read");
  const read = parseHolidays(text);
  if (!read.ok) return faults.add("HOLIDAYS", cures[read.reason]);
  return { ranges: given.DESK_HOURS ?? defaultDeskRanges, holidays: read.holidays };
}

/** What begins with a year is the list itself: an operator who has a single holiday needs no file. */
function holidayText(setting: string, readFile: ReadFile): string | undefined {
  if (/^\s*\d{4}-/u.test(setting)) return setting;
  try {
    return readFile(setting.trim());
  } catch {
    return undefined;
  }
}
