// What journeys need of payments: open what is owed, and tell what is unpaid, paid and filed. Bound to one chat and one turn.
import type { IsoDate } from "../domain/iso-date.js";
import type { Fils } from "../domain/kwd.js";
import type { Quote } from "../domain/quote.js";
import type { RenewalState } from "../domain/renewal.js";
import type { PersonName } from "./people-port.js";

type QuoteLine = Quote["lines"][number];

/** One line of an order; `worker` is the worker's id on record. */
export type OrderLine = QuoteLine;

export type Order = {
  readonly lines: readonly OrderLine[];
  readonly totalFils: Fils;
  readonly quoteDigest: string;
  readonly termsVersion: string;
  /** `quick`: somebody who gave both civil IDs; sees initials and last four, on every page too. */
  readonly payer: "account" | "quick";
};

export type Opened =
  | {
      readonly ok: true;
      readonly kind: "link";
      readonly intent: string;
      readonly url: string;
      readonly totalFils: Fils;
      /** UTC instant, ISO 8601: 24 hours after opening. */
      readonly expiresAt: string;
    }
  /** The whole basket costs nothing: no link, the renewals go on to filing (or are issued, with `FILING=own`). */
  | { readonly ok: true; readonly kind: "nothing-to-pay"; readonly renewals: readonly RenewalState[] }
  | {
      readonly ok: false;
      /** covered: the period is covered or paid by now. paying: somebody is at the gateway with it. no-worker: no longer on record. */
      readonly reason: "covered" | "paying" | "no-worker";
      readonly worker: string;
    };

/** A worker as a payer may see one: by name for an account, by initials otherwise; `name` is absent for a quick payer. */
export type PaidLine = {
  readonly worker: { readonly name?: PersonName; readonly initials: string; readonly lastFour: string };
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly fils: Fils;
};

export type Unpaid = {
  readonly intent: string;
  readonly lines: readonly PaidLine[];
  readonly totalFils: Fils;
  readonly expiresAt: string;
  /** As the gateway tells it: nothing tried, at the gateway now, no answer yet, or the last try was declined or cancelled. */
  readonly state: "not-tried" | "at-gateway" | "unknown" | "declined" | "cancelled" | "expired";
};

export type Receipt = {
  readonly number: string;
  readonly url: string;
  readonly paidOn: IsoDate;
  readonly totalFils: Fils;
  readonly lines: readonly PaidLine[];
};

export type Renewal = PaidLine & {
  readonly state: RenewalState;
  readonly paidOn: IsoDate;
  readonly policyNumber?: string;
};

export type Payments = {
  /** Opens an intent, or tells why not. The same `key` gives the same intent again, with the same link. */
  open(key: string, order: Order): Promise<Opened>;
  /** Whether this account accepted this version of the terms, by any other key than this one. False without an account. */
  hasAccepted(termsVersion: string, key: string): Promise<boolean>;
  /** What an order of zero that was opened under this key became; `undefined` if there was none. */
  freed(key: string): Promise<readonly Renewal[] | undefined>;
  /** Unpaid intents of this chat, newest first, each state asked from the gateway where one is under way. */
  unpaid(): Promise<readonly Unpaid[]>;
  /** The pay link of one's own unpaid intent, again; `undefined` if it is not (or no longer) payable. */
  link(intent: string): Promise<{ readonly url: string } | undefined>;
  receipts(): Promise<readonly Receipt[]>;
  renewals(): Promise<readonly Renewal[]>;
};
