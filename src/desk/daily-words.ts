// What is told once a working day, within the operator's hours: overdue filings, to supervisors and payers, and money that is owed back; each replica runs this loop.
import { type IsoDate, kuwaitDate } from "../domain/iso-date.js";
import { isWithinHours, type ReminderHours } from "../domain/reminder.js";
import { type Holidays, isWorkingDay } from "../domain/working-days.js";
import type { Clock } from "../journeys/clock.js";
import type { Log } from "../log.js";
import { keepLooking } from "../messages/keep-looking.js";
import type { Time } from "../messages/pace.js";

/** One kind of word: told once to each person and day, whoever asks. @returns how much there is to tell of */
export type TellOfDay = (today: IsoDate) => Promise<number>;

/** A look asks the records once a day, and the clock otherwise. */
const restMs = 5_000;

export function startDailyWords(of: {
  readonly words: readonly TellOfDay[];
  readonly hours: ReminderHours;
  readonly holidays: Holidays;
  readonly clock: Clock;
  readonly time: Time;
  readonly wakeSender: () => void;
  readonly log: Log;
}): { stop(): Promise<void> } {
  const { words, hours, holidays, clock } = of;
  const toldOn = new Map<TellOfDay, IsoDate>();

  async function look(): Promise<number> {
    const now = clock.now();
    const today = kuwaitDate(now);
    if (!isWorkingDay(today, holidays) || !isWithinHours(now, hours)) return restMs;
    const due = words.filter((tell) => toldOn.get(tell) !== today);
    // Each by itself: what fails with one keeps nobody from the others.
    const faults: unknown[] = [];
    for (const tell of due)
      try {
        if ((await tell(today)) > 0) of.wakeSender();
        toldOn.set(tell, today);
      } catch (error) {
        faults.push(error);
      }
    if (faults.length > 0) throw faults[0];
    return restMs;
  }

  return keepLooking({ ...of, look, restMs, event: "daily-words-put-off" });
}
