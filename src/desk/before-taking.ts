// What went on in a chat before somebody takes it: the last questions and answers with their times, and what the bot said about money.

import type { IsoDate } from "../domain/iso-date.js";
import type { Fils } from "../domain/kwd.js";
import type { TrailStep } from "../turns/session.js";
import { type Line, line, type Value } from "../words/line.js";
import { moment, timeOfDay } from "../words/moment.js";
import { journeyLine, questionTitle } from "./where-they-were.js";

/** What the bot told of money, and when. */
export type MoneySaid = {
  readonly what: "quote-read" | "link-sent" | "paid";
  readonly at: Date;
  readonly total: Fils;
  readonly receiptNumber?: string;
};

export function beforeTakingLines(trail: readonly TrailStep[], money: readonly MoneySaid[]): readonly Line[] {
  if (trail.length === 0 && money.length === 0) return [];
  return [line("desk-trail-title"), ...trailLines(trail), ...money.map(moneyLine)];
}

/** A journey is named where it begins. */
function trailLines(trail: readonly TrailStep[]): readonly Line[] {
  const journeyOf = ({ asked }: TrailStep) => asked.split(":")[0] ?? "";
  return trail.flatMap((step, at) => {
    const [name, ...key] = step.asked.split(":");
    const title = questionTitle(key.join(":"));
    const before = trail[at - 1];
    const begins = before === undefined || journeyOf(before) !== name;
    const journey = begins ? journeyLine(name ?? "") : undefined;
    return [
      ...(journey === undefined ? [] : [line("desk-trail-journey", { journey })]),
      // A question of an older program has no name any more.
      ...(title === undefined ? [] : [stepLine(step, title)]),
    ];
  });
}

function stepLine({ at, said }: TrailStep, question: Line): Line {
  const of = { time: timeOfDay(new Date(at)), question };
  return said === undefined
    ? line("desk-trail-step", of)
    : line("desk-trail-step-said", { ...of, said: saidValue(said) });
}

function saidValue(said: string): Value {
  if (said.startsWith("…")) return { code: said };
  return said.includes("-") ? { date: said as IsoDate } : said;
}

function moneyLine({ what, at, total, receiptNumber }: MoneySaid): Line {
  const of = { moment: moment(at), total: { kwd: total } };
  if (what !== "paid") return line(`desk-trail-${what}`, of);
  return receiptNumber === undefined
    ? line("desk-trail-paid", of)
    : line("desk-trail-paid-receipt", { ...of, receipt: { code: receiptNumber } });
}
