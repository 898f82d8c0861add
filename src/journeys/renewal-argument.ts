// What the argument of /renew and /quote says already: for whom, and for how many years. Both are checked as any answer is.
import { type Term, terms } from "../domain/period-rules.js";

/**
 * `[worker] [years]`, parted by spaces, at most 23 characters where a button carries it:
 * - worker: an id ("w12"), a civil ID, `due` for everybody whose cover ends soon or has ended, or a stranger's words (`asSaid`),
 *   in which a name is looked for once their workers are known
 * - years: `y1`, `y2` or `y3`
 *
 * "w12 y2", "w12", "y2", "due y1" and nothing at all are arguments; no worker's id looks like years or is `due`.
 */
export type RenewalArgument = { readonly worker?: string; readonly years?: Term };

/** Stands for all workers whose cover ends soon or has ended. */
export const due = "due";

const longestSaid = 80;

/** A sentence that may name a worker. Its first sign is in no name: it is read, and never shown as one. */
export function asSaid(text: string): string {
  return `~${text.replace(/\s+/gu, " ").trim().slice(0, longestSaid)}`;
}

export function isSaid(worker: string): boolean {
  return worker.startsWith("~");
}

export function formatRenewalArgument({ worker, years }: RenewalArgument): string {
  return [worker, years === undefined ? undefined : `y${years}`].filter((part) => part !== undefined).join(" ");
}

/** Anything can be typed after a command: what is no number of years names the worker, or nobody. */
export function parseRenewalArgument(argument: string | undefined): RenewalArgument {
  const [, digit] = /(?:^|\s)y([1-3])(?=\s|$)/u.exec(argument ?? "") ?? [];
  const years = terms.find((each) => String(each) === digit);
  const worker = (argument ?? "").replace(/(?:^|\s)y[1-3](?=\s|$)/u, " ").trim();
  return { ...(worker === "" ? {} : { worker }), ...(years === undefined ? {} : { years }) };
}
