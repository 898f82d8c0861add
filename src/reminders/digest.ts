// The digest: one message a day about all the workers of whom a person is to be told, the most urgent first.
import { daysBetween, type IsoDate } from "../domain/iso-date.js";
import type { Fils } from "../domain/kwd.js";
import type { ReminderWishes } from "../domain/reminder.js";
import type { Button, Message } from "../journeys/message.js";
import { nextSteps } from "../journeys/next-steps.js";
import { operatorLine } from "../journeys/pay-lines.js";
import { answersButton, quickAnswers } from "../journeys/reminder-answers.js";
import { due, formatRenewalArgument } from "../journeys/renewal-argument.js";
import { maskedName, workerName } from "../journeys/worker-lines.js";
import type { Household, Worker } from "../journeys/workers-port.js";
import type { Service } from "../journeys/world.js";
import { yearButtons } from "../journeys/year-buttons.js";
import { type Line, line } from "../words/line.js";
import { endKnownFrom } from "./end-known-from.js";
import { yearlyFees } from "./yearly-fee.js";

/** A worker of whom a person is told, as that person may see them. `end` is the last day of cover that is known, told or paid. */
export type Reminded = { readonly worker: Worker; readonly end: IsoDate };

export type DigestOf = {
  /** At least one. */
  readonly reminded: readonly Reminded[];
  /** What the fee depends on; empty where nothing is on record. */
  readonly household: Household;
  readonly names: ReminderWishes["names"];
  readonly today: IsoDate;
};

export type Digest = (of: DigestOf) => Message;

/** As many as a phone's screen bears, and far fewer than Telegram's 4096 characters hold; the others are counted. */
const mostTold = 10;

/** @param service what the operator has set: who speaks, and what a year costs */
export function createDigest(service: Service): Digest {
  return ({ reminded, household, names, today }) => {
    const urgentFirst = reminded.toSorted((a, b) => daysBetween(b.end, a.end));
    const shown = urgentFirst.slice(0, mostTold);
    const fees = yearlyFees(
      urgentFirst.map(({ worker }) => worker),
      { household, fees: service.fees, today },
    );
    const nameOf = names === "initials" ? maskedName : workerName;
    const told = shown.map((of) => ({
      ends: endLine(nameOf(of.worker), of.end, today),
      beside: besideLines(fees.get(of.worker.id), endKnownFrom(of.worker, of.end)),
    }));
    const isOne = reminded.length === 1;
    return {
      lines: [
        ...(isOne ? [] : [line("digest-several", { n: reminded.length })]),
        ...told.flatMap(({ ends, beside }) => [line(isOne ? "digest-one" : "digest-row", { told: ends }), ...beside]),
        ...(reminded.length > shown.length ? [line("digest-more", { n: reminded.length - shown.length })] : []),
        ...whatToDo(urgentFirst.filter(({ end }) => end < today)),
        operatorLine(service),
        line("notice-never"),
        line("digest-check"),
      ],
      buttons: isOne ? buttonsForOne(shown, fees) : buttonsForSeveral(shown, urgentFirst, nameOf),
    };
  };
}

function endLine(worker: Line, end: IsoDate, today: IsoDate): Line {
  const left = daysBetween(today, end);
  const until = { date: end };
  if (left === 0) return line("remind-ends-today", { worker, until });
  return left > 0 ? line("remind-ends", { worker, until, n: left }) : line("remind-ended", { worker, until, n: -left });
}

function besideLines(fils: Fils | undefined, source: Line | undefined): readonly Line[] {
  const fee =
    fils === undefined ? [] : [fils === 0 ? line("digest-fee-none") : line("digest-fee", { fee: { kwd: fils } })];
  const [first, second] = [...fee, ...(source === undefined ? [] : [source])];
  if (first === undefined) return [];
  return [second === undefined ? first : line("digest-beside", { fee: first, source: second })];
}

/** Of cover that has ended: what can be done, and no word of what might follow. */
function whatToDo(ended: readonly Reminded[]): readonly Line[] {
  const has = (source: Worker["source"]) => ended.some(({ worker }) => worker.source === source);
  return [...(has("record") ? [line("digest-ended-renew")] : []), ...(has("told") ? [line("digest-ended-told")] : [])];
}

/** The years with what they cost, each one press from the summary; then the likeliest answers, and the others behind "more". */
function buttonsForOne(shown: readonly Reminded[], fees: ReadonlyMap<string, Fils>): NonNullable<Message["buttons"]> {
  return shown.flatMap(({ worker }) => [
    ...(worker.source === "record" ? yearButtons(worker, fees.get(worker.id)) : []),
    quickAnswers(worker),
    [answersButton(worker, line("button-more"))],
  ]);
}

/** The renewal of all of them, then of some; then a way to the answers for each. */
function buttonsForSeveral(
  shown: readonly Reminded[],
  all: readonly Reminded[],
  nameOf: (worker: Worker) => Line,
): NonNullable<Message["buttons"]> {
  return [
    ...renewals(all.filter(({ worker }) => worker.source === "record")),
    ...shown.map(({ worker }) => [answersButton(worker, nameOf(worker))]),
    ...(all.length > shown.length ? nextSteps("workers") : nextSteps()),
  ];
}

/** Of those on record alone: who is only followed cannot be paid for here. */
function renewals(onRecord: readonly Reminded[]): readonly (readonly Button[])[] {
  const [one, ...others] = onRecord;
  if (one === undefined) return [];
  const renew = (label: Line, argument: string): Button => ({ kind: "command", label, command: "renew", argument });
  if (others.length === 0) return [[renew(line("button-renew-now"), one.worker.id)]];
  return [
    [renew(line("button-renew-all", { n: onRecord.length }), formatRenewalArgument({ worker: due }))],
    [{ kind: "command", label: line("button-choose-workers"), command: "renew" }],
  ];
}
