// How a worker and a worker's cover are told: by name and last four digits, never more, and always with where it is known from.
import { maskCivilId } from "../domain/civil-id.js";
import { type KnownCover, type Standing, standing, type WaitingCover } from "../domain/cover.js";
import type { IsoDate } from "../domain/iso-date.js";
import { initials } from "../domain/person-name.js";
import { type Line, line } from "../words/line.js";
import type { PersonName } from "./people-port.js";
import type { Worker } from "./workers-port.js";

type Named = { readonly name: PersonName; readonly lastFour: string };

/** What is known of a worker's cover, whoever the worker is to its reader. */
type Covered = Pick<Worker, "covers" | "waiting">;

/** "Maria Santos …4106"; by the digits alone where no name is known. */
export function named({ name, lastFour }: Named): Line {
  return name.ar || name.en ? line("worker-named", { name: { name }, lastFour }) : line("worker-unnamed", { lastFour });
}

export function workerName(worker: Worker): Line {
  return named({ name: worker.name, lastFour: maskCivilId(worker.civilId) });
}

/** "M. S. …4106", for a quick payer. */
export function maskedName({ name, civilId }: Worker): Line {
  const masked = { ar: name.ar && initials(name.ar), en: name.en && initials(name.en) };
  return named({ name: masked, lastFour: maskCivilId(civilId) });
}

/** Tells workers by their ids, as `tell` does; one that is not among them is "this worker". */
export function namesOf(workers: readonly Worker[], tell: (worker: Worker) => Line): (id: string | undefined) => Line {
  const names = new Map<string | undefined, Line>(workers.map((worker) => [worker.id, tell(worker)]));
  return (id) => names.get(id) ?? line("worker-this");
}

function told(now: Standing): Line {
  switch (now.state) {
    case "none":
      return line("standing-none");
    case "active":
    case "ends-soon":
      return now.daysLeft === 0
        ? line("standing-last-day", { until: { date: now.through } })
        : line(`standing-${now.state}`, { until: { date: now.through }, n: now.daysLeft });
    case "ended":
      return line("standing-ended", { until: { date: now.cover.until }, n: now.daysSince });
    case "not-yet-started":
      return line("standing-not-yet-started", {
        from: { date: now.cover.from },
        until: { date: now.cover.until },
        n: now.startsIn,
      });
    case "paid-not-filed":
      return waitingLine(now.waiting);
  }
}

/** Everything that is known of the worker's cover: state, period, number, what comes after, and where it is known from. */
export function coverLines(worker: Worker, today: IsoDate): readonly Line[] {
  const now = standing(worker.covers, worker.waiting, today);
  const lines = [told(now)];
  if (now.state === "none") return lines;
  if (now.cover !== undefined) lines.push(...knownLines(now.cover, now.state === "paid-not-filed"));
  if ("next" in now && now.next !== undefined) lines.push(line("cover-next", period(now.next)));
  return [...lines, ...alsoWaiting(now)];
}

/** How the worker stands today, and in a second sentence what is paid and not yet in the Ministry's system: no answer leaves that out. */
export function standingLines(worker: Covered, today: IsoDate): readonly [Line, ...Line[]] {
  const now = standing(worker.covers, worker.waiting, today);
  return [told(now), ...alsoWaiting(now)];
}

function alsoWaiting(now: Standing): readonly Line[] {
  if (now.state === "paid-not-filed" || !("waiting" in now) || now.waiting === undefined) return [];
  return [waitingLine(now.waiting)];
}

function knownLines(cover: KnownCover, isPast: boolean): readonly Line[] {
  const policy =
    cover.policyNumber === undefined ? [] : [line("cover-policy", { number: { code: cover.policyNumber } })];
  return [
    line(isPast ? "cover-last-period" : "cover-period", period(cover)),
    ...policy,
    line(`cover-source-${cover.source}`, { on: { date: cover.knownAt } }),
  ];
}

/** What is paid and not yet in the Ministry's system. */
export function waitingLine(waiting: WaitingCover): Line {
  return line("standing-paid-not-filed", { ...period(waiting), paidOn: { date: waiting.paidOn } });
}

function period({ from, until }: { readonly from: IsoDate; readonly until: IsoDate }) {
  return { from: { date: from }, until: { date: until } };
}
