// "Already renewed": takes the new end date as the sponsor tells it. It moves the reminders and nothing else.
import { coverPeriod } from "../domain/cover.js";
import { addDays, addYears, type IsoDate, laterOf } from "../domain/iso-date.js";
import { maxYearsInKuwait, startAheadDays, termsAllowed } from "../domain/period-rules.js";
import { line } from "../words/line.js";
import { keepAnswer } from "./answer-lines.js";
import type { Journey } from "./journey.js";
import type { Question } from "./question.js";
import { readDate } from "./questions/read-date.js";
import { type Parsed, typed } from "./questions/typed.js";
import { coverEnd } from "./quote-renewal.js";
import { isEnding, remindWhom } from "./remind-whom.js";
import { workerName } from "./worker-lines.js";
import type { Worker } from "./workers-port.js";

export const alreadyRenewed: Journey = async (ask, _prove, world) => {
  const worker = await remindWhom(ask, world, { command: "already-renewed", prompt: line("whom-already-renewed") });
  if (isEnding(worker)) return worker;
  const { given: until } = await ask("until", untilAsked(worker, world.today));
  return keepAnswer(world, worker, { kind: "renewed", until });
};

/**
 * Later than today and than the cover on record, and no later than cover can be bought to. What was told before counts for nothing here:
 * the question must stay the same when the turn that answered it is repeated.
 */
function untilAsked(worker: Worker, today: IsoDate): Question<{ readonly given: IsoDate }> {
  const end = coverEnd(worker);
  const covered = laterOf(today, end ?? today);
  const first = addDays(covered, 1);
  const last = addYears(addDays(covered, startAheadDays), maxYearsInKuwait);
  const ends =
    end === undefined ? [] : termsAllowed(worker).map((years) => coverPeriod({ start: addDays(end, 1), years }));
  return typed<IsoDate>({
    prompt: [line("renewed-until", { worker: workerName(worker) })],
    help: line("renewed-until-help"),
    name: line("answer-until"),
    suggestions: ends
      .filter(({ until }) => first <= until)
      .map(({ until }) => ({ label: line("button-until", { until: { date: until } }), value: until })),
    isForThis(text) {
      const read = readDate(text, today);
      return read.ok || read.reason === "not-a-date";
    },
    parse(text): Parsed<IsoDate> {
      const read = readDate(text, today);
      if (!read.ok) return { ok: false, why: line("date-not-a-date") };
      if (read.date < first) return { ok: false, why: line("date-too-early", { first: { date: first } }) };
      if (read.date > last) return { ok: false, why: line("date-too-late", { last: { date: last } }) };
      return { ok: true, value: read.date };
    },
  });
}
