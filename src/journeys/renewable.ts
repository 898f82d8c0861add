// Who of a household can be renewed today, and why not the others.
import type { IsoDate } from "../domain/iso-date.js";
import { startWindow } from "../domain/period-rules.js";
import type { QuoteRefusal } from "../domain/quote.js";
import { coverEnd } from "./quote-renewal.js";
import type { Worker } from "./workers-port.js";
import type { World } from "./world.js";

/** A worker who can be renewed today, and the first day on which the new cover may start. */
export type Renewable = { readonly worker: Worker; readonly first: IsoDate };
export type NotRenewable = { readonly worker: Worker; readonly why: QuoteRefusal };

export function isRenewable(of: Renewable | NotRenewable): of is Renewable {
  return "first" in of;
}

/** Whether there is a fee for the worker's residency at all, and whether a new cover may start within what is allowed. */
export function renewable(
  worker: Worker,
  { service, today }: Pick<World, "service" | "today">,
): Renewable | NotRenewable {
  const hasFee = service.fees.rows.some(({ articles }) => articles.includes(worker.article));
  if (!hasFee) return { worker, why: { ok: false, reason: "no-row", worker: worker.id } };
  const window = startWindow({ coverUntil: coverEnd(worker), today });
  return window.ok ? { worker, first: window.first } : { worker, why: { ...window, worker: worker.id } };
}
