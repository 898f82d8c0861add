// On which days a person is reminded: some of the operator's milestones, counted in days before the end of cover.
import { asciiDigits } from "../domain/digits.js";
import type { ReminderRules } from "../domain/reminder.js";
import { type Line, line, type Value } from "../words/line.js";
import type { Question } from "./question.js";
import { someOf } from "./questions/some-of.js";

/** As they hold now: before the end with its last day, and after it. */
export function daysTold(days: readonly number[]): readonly Line[] {
  if (days.length === 0) return [line("reminders-no-day")];
  const before = list(
    days.filter((day) => day >= 0).map((day) => (day === 0 ? line("reminders-last-day") : String(day))),
  );
  const after = list(days.filter((day) => day < 0).map((day) => String(-day)));
  return [
    ...(before === undefined ? [] : [line("reminders-before", { days: before })]),
    ...(after === undefined ? [] : [line("reminders-after", { days: after })]),
  ];
}

/** The items one after the other, parted as the reader's language parts them. */
function list(items: readonly Value[]): Value | undefined {
  const [last, ...others] = items.toReversed();
  return last && others.reduce((rest, first) => line("list-more", { first, rest }), last);
}

export function daysAsked({ days }: ReminderRules): Question<readonly number[]> {
  return someOf({
    prompt: [line("reminder-days-prompt")],
    help: line("reminder-days-help"),
    name: line("reminder-days-name"),
    none: line("reminder-days-none"),
    options: days.map((day) => ({ value: String(day), label: dayLabel(day), means: day })),
    readText(text) {
      const typed = asciiDigits(text).trim();
      return days.some((day) => String(day) === typed) ? { tick: typed } : undefined;
    },
  });
}

function dayLabel(day: number): Line {
  if (day === 0) return line("button-day-last");
  return day > 0 ? line("button-day-before", { n: day }) : line("button-day-after", { n: -day });
}
