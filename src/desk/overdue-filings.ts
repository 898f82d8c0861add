// Supervisors are told of overdue filings: once a working day, within the operator's hours; each replica runs this loop.
import { type IsoDate, kuwaitDate } from "../domain/iso-date.js";
import { isWithinHours, type ReminderHours } from "../domain/reminder.js";
import { isWorkingDay } from "../domain/working-days.js";
import type { Clock } from "../journeys/clock.js";
import type { Log } from "../log.js";
import { keepLooking } from "../messages/keep-looking.js";
import type { Time } from "../messages/pace.js";
import { line } from "../words/line.js";
import { deskData, type View } from "./view.js";

/** What the loop needs of the records. */
export type OverdueFilings = {
  /** Once for each supervisor and day, whoever asks. @returns how many filings they were told of */
  tell(today: IsoDate): Promise<number>;
};

/** A look asks the records once a day, and the clock otherwise. */
const restMs = 5_000;

export function startWatchingFilings(of: {
  readonly overdue: OverdueFilings;
  readonly hours: ReminderHours;
  readonly clock: Clock;
  readonly time: Time;
  readonly wakeSender: () => void;
  readonly log: Log;
}): { stop(): Promise<void> } {
  const { overdue, hours, clock } = of;
  let toldOn: IsoDate | undefined;

  async function look(): Promise<number> {
    const now = clock.now();
    const today = kuwaitDate(now);
    if (toldOn === today || !isWorkingDay(today) || !isWithinHours(now, hours)) return restMs;
    if ((await overdue.tell(today)) > 0) of.wakeSender();
    toldOn = today;
    return restMs;
  }

  return keepLooking({ ...of, look, restMs, event: "overdue-filings-put-off" });
}

/** @param oldest the day on which the oldest of them was paid */
export function overdueView(overdue: number, oldest: IsoDate): View {
  return {
    lines: [line("desk-filing-late", { n: overdue, oldest: { date: oldest } })],
    buttons: [[{ label: line("desk-filing-button-queue"), data: deskData("filing", "page", 0) }]],
  };
}
