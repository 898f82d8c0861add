// A day between two days, by button or typed; or "as early as possible", which stays true tomorrow; or a day for each.
import type { IsoDate } from "../../domain/iso-date.js";
import { type Line, line } from "../../words/line.js";
import type { Button } from "../message.js";
import type { Question, Reading } from "../question.js";
import type { Asked } from "./one-of.js";
import { readDate } from "./read-date.js";

const earliest = "earliest";
const each = "each";

export type DateWithin = Asked & {
  readonly today: IsoDate;
  readonly first: IsoDate;
  readonly last: IsoDate;
  /** The label of "as early as possible". */
  readonly earliest: Line;
  /** The label of "another day for each", where there are several to choose for. */
  readonly each?: Line;
};

/** `earliest` is stored as such: it means the first possible day on the day it is asked, not on the day it was pressed. */
export type ChosenDay = IsoDate | "earliest" | "each";

export function dateWithin(of: DateWithin): Question<ChosenDay> {
  const isWithin = (day: IsoDate) => of.first <= day && day <= of.last;
  const choices: Button[] = [{ kind: "answer", label: of.earliest, value: earliest }];
  if (of.each !== undefined) choices.push({ kind: "answer", label: of.each, value: each });
  const isChoice = (value: unknown): value is "earliest" | "each" =>
    value === earliest || (value === each && of.each !== undefined);

  const read = (text: string): Reading => {
    const typed = readDate(text, of.today);
    if (!typed.ok)
      return typed.reason === "not-for-this" ? { kind: "unread" } : { kind: "refused", why: line("date-not-a-date") };
    if (typed.date < of.first) return { kind: "refused", why: line("date-too-early", { first: { date: of.first } }) };
    if (typed.date > of.last) return { kind: "refused", why: line("date-too-late", { last: { date: of.last } }) };
    return { kind: "answer", stored: typed.date };
  };

  return {
    show: () => ({ lines: of.prompt, buttons: choices.map((button) => [button]) }),
    help: of.help,
    ...(of.name === undefined ? {} : { name: of.name }),
    read(input) {
      if (input.kind === "press" && isChoice(input.value)) return { kind: "answer", stored: input.value };
      return input.kind === "text" ? read(input.text) : { kind: "unread" };
    },
    revive(stored) {
      if (isChoice(stored)) return stored;
      const day = typeof stored === "string" ? readDate(stored, of.today) : undefined;
      return day?.ok === true && isWithin(day.date) ? day.date : undefined;
    },
  };
}
