// What supervisors are told of filings that are overdue.
import type { IsoDate } from "../domain/iso-date.js";
import { line } from "../words/line.js";
import { deskData, type View } from "./view.js";

/** @param oldest the day on which the oldest of them was paid */
export function overdueView(overdue: number, oldest: IsoDate): View {
  return {
    lines: [line("desk-filing-late", { n: overdue, oldest: { date: oldest } })],
    buttons: [[{ label: line("desk-filing-button-queue"), data: deskData("filing", "page", 0) }]],
  };
}
