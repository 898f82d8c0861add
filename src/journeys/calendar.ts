// The calendar of all ends of cover, as a file in the chat: each end on its day, with where it is known from.
import type { KnownCover, WaitingCover } from "../domain/cover.js";
import { daysBetween, type IsoDate } from "../domain/iso-date.js";
import type { ReminderWishes } from "../domain/reminder.js";
import { type Line, line } from "../words/line.js";
import { writeCalendar } from "./calendar-file.js";
import { lastKnownCover } from "./last-known-cover.js";
import type { Message } from "./message.js";
import { nextSteps } from "./next-steps.js";
import { maskedName, workerName } from "./worker-lines.js";
import type { Worker } from "./workers-port.js";

/** A copy that goes where others may read it: workers are named as the person wishes, and by no more than the last four digits. */
export function calendarMessage(of: {
  readonly workers: readonly Worker[];
  readonly today: IsoDate;
  readonly now: Date;
  readonly names: ReminderWishes["names"];
}): Message {
  const { workers, today, now, names } = of;
  const ends = workers
    .flatMap((worker) => {
      const last = lastKnownCover(worker);
      return last === undefined ? [] : [{ worker, last }];
    })
    .toSorted((a, b) => daysBetween(b.last.until, a.last.until));
  const without = workers.length - ends.length;
  if (ends.length === 0) return { lines: [line("calendar-empty")], buttons: nextSteps("workers") };
  return {
    lines: [
      line("calendar-what", { n: ends.length }),
      line("calendar-as-known", { on: { date: today } }),
      ...(without > 0 ? [line("calendar-without-end", { n: without })] : []),
    ],
    buttons: nextSteps("workers"),
    file: {
      name: "tajdeed.ics",
      mediaType: "text/calendar",
      text: (say) =>
        writeCalendar(
          ends.map(({ worker, last }) => ({
            uid: `${worker.id}-${last.until}@tajdeed`,
            day: last.until,
            summary: say(
              line("calendar-event", { worker: names === "name" ? workerName(worker) : maskedName(worker) }),
            ),
            description: [knownFrom(last), line("calendar-event-next")].map(say).join("\n"),
          })),
          now,
        ),
    },
  };
}

function knownFrom(cover: KnownCover | WaitingCover): Line {
  if ("paidOn" in cover) return line("calendar-event-paid", { paidOn: { date: cover.paidOn } });
  return line(`cover-source-${cover.source}`, { on: { date: cover.knownAt } });
}
