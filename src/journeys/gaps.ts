// Days without cover: what a later first day leaves open, for whom, from when to when; and whether that is meant.
import { addDays, daysBetween, type IsoDate } from "../domain/iso-date.js";
import { type Line, line } from "../words/line.js";
import type { Question } from "./question.js";
import type { Renewable } from "./renewable.js";
import { workerName } from "./worker-lines.js";

/** Both days are without cover. */
export type Gap = { readonly of: Renewable; readonly from: IsoDate; readonly until: IsoDate };

export type Started = { readonly of: Renewable; readonly start: IsoDate | undefined };

export function gapsOf(started: readonly Started[]): readonly Gap[] {
  return started.flatMap(({ of, start }) =>
    start === undefined || start <= of.first ? [] : [{ of, from: of.first, until: addDays(start, -1) }],
  );
}

/** @param isNamed where it must be said whose days they are */
export function gapLine({ of, from, until }: Gap, isNamed: boolean): Line {
  const days = { from: { date: from }, until: { date: until }, n: daysBetween(from, until) + 1 };
  return isNamed ? line("gap-days-for", { worker: workerName(of.worker), ...days }) : line("gap-days", days);
}

const keep = "keep";

/**
 * Asks whether these gaps are meant. The other answer gives the first day up for the earliest: that is told by `start`, so nothing
 * needs to be read from this question's own answer.
 */
export function gapsAsked(gaps: readonly [Gap, ...Gap[]], count: number, today: IsoDate): Question<true> {
  const earliest = { start: "earliest" };
  const bound = gaps.map(({ of, until }) => `${of.worker.id} ${until}`).join(", ");
  const day = addDays(gaps[0].until, 1);
  const isOneDay = gaps.every(({ until }) => until === gaps[0].until);
  const kept = isOneDay ? line("button-start-on", { first: { date: day } }) : line("button-keep-days");
  const without = gaps.every(({ from }) => from === today) ? line("button-start-today") : line("button-no-gap");
  return {
    show: () => ({
      lines: [...gaps.map((gap) => gapLine(gap, count > 1)), line("gap-ask")],
      buttons: [
        [{ kind: "answer", label: without, value: earliest.start }],
        [{ kind: "answer", label: kept, value: keep }],
      ],
    }),
    help: line("start-help"),
    read(input) {
      if (input.kind !== "press") return { kind: "unread" };
      if (input.value === keep) return { kind: "answer", stored: bound };
      return input.value === earliest.start ? { kind: "answer", stored: bound, also: earliest } : { kind: "unread" };
    },
    revive: (stored) => (stored === bound ? true : undefined),
  };
}
