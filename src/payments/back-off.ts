// When a try is asked about again: soon at first, then ever more rarely, until two days past the link's end.
import type { AttemptState } from "../domain/payment.js";
import { isUnderWay } from "./verdict.js";

const second = 1000;
const hour = 3600 * second;

/** A pay link lives this long; the quote is made anew after. */
export const linkHours = 24;

export const backOff = {
  /** A payer needs longer than this for a card and a one-time password, so asking sooner finds nothing. */
  firstMs: 15 * second,
  /** While a try is under way somebody may be waiting for it: never rarer than this. */
  mostMs: hour,
  /** A try that failed may still be captured late; its callback can be lost, so it is looked at now and then. */
  failedMs: 6 * hour,
  /** Gateways settle within a day; a second one for weekends of their own. After it a person must look. */
  pastLinkMs: 48 * hour,
} as const;

type Tried = {
  readonly state: AttemptState;
  readonly openedAt: Date;
  readonly linkEndsAt: Date;
  /** When the gateway's page ends, if it said so: most tries that were left open are decided then. */
  readonly pageEndsAt: Date | null;
};

/** From then on nobody asks any more: what is still undecided becomes a case. */
export function givesUpAt({ linkEndsAt }: Pick<Tried, "linkEndsAt">): Date {
  return new Date(linkEndsAt.getTime() + backOff.pastLinkMs);
}

/** Half the try's age, within bounds: so it is asked often while young, without counting. `undefined`: never again. */
export function askNextAt(tried: Tried, now: Date): Date | undefined {
  if (tried.state === "captured" || tried.state === "conflicted" || tried.state === "refunded") return undefined;
  const nowMs = now.getTime();
  const end = givesUpAt(tried).getTime();
  if (nowMs >= end) return undefined;
  if (!isUnderWay(tried.state)) return new Date(Math.min(nowMs + backOff.failedMs, end));
  const age = nowMs - tried.openedAt.getTime();
  const next = nowMs + Math.min(Math.max(age / 2, backOff.firstMs), backOff.mostMs);
  const pageEnd = tried.pageEndsAt?.getTime() ?? 0;
  return new Date(Math.min(next, end, pageEnd > nowMs ? pageEnd : end));
}
