// What the pay pages, the gateways' callbacks and the clockwork need of payments.
import type { IsoDate } from "../domain/iso-date.js";
import type { Fils } from "../domain/kwd.js";
import type { RenewalState } from "../domain/renewal.js";
import type { PaidLine } from "../journeys/payments-port.js";
import type { Language } from "../words/line.js";
import type { ProviderRefs } from "./gateway.js";

export type PayPage = {
  /**
   * open: may be paid (`lastTry` says how an earlier try ended). at-gateway: a try is under way, paying resumes it.
   * unknown: the gateway has not said how a try ended, nobody should pay again now. paid: see `receiptUrl`.
   * conflicted: money came that cannot count, the team gives it back.
   */
  readonly state: "open" | "at-gateway" | "unknown" | "paid" | "expired" | "superseded" | "conflicted";
  readonly language: Language;
  readonly lines: readonly PaidLine[];
  readonly totalFils: Fils;
  readonly termsVersion: string;
  /** When the link ends. */
  readonly expiresAt: Date;
  readonly lastTry?: "declined" | "cancelled" | "expired";
  readonly receiptUrl?: string;
  readonly receiptNumber?: string;
};

export type OpenedAttempt =
  | { readonly ok: true; readonly redirectUrl: string }
  | {
      readonly ok: false;
      /**
       * covered: a line's period is paid or covered by now, see `worker`. paying-elsewhere: somebody else, or another link, is at the
       * gateway with it. gateway-down: nothing was taken, the same link may be tried again. paid: see `receiptUrl`.
       */
      readonly reason:
        | "unknown-link"
        | "expired"
        | "superseded"
        | "paid"
        | "covered"
        | "paying-elsewhere"
        | "gateway-down"
        | "conflicted";
      readonly receiptUrl?: string;
      /** The payer's; absent for an unknown link. */
      readonly language?: Language;
      readonly worker?: PaidLine["worker"];
    };

export type ReceiptLine = PaidLine & {
  /** issued: in force, with its number. paid, filed: not yet in the Ministry's system. refund-due …: its money goes back. */
  readonly state: RenewalState;
  readonly policyNumber?: string;
};

/** `initials` may be empty: not everybody has a name on record. */
export type MaskedPayer = { readonly initials: string; readonly lastFour: string };

export type ReceiptPage = {
  readonly number: string;
  /** The one address at which it is read; the pay link that was paid leads there. */
  readonly url: string;
  /** The account that paid, or that whoever paid had none; absent for one that is erased. */
  readonly payer?: MaskedPayer | "quick";
  readonly paidAt: Date;
  readonly paidOn: IsoDate;
  readonly language: Language;
  readonly lines: readonly ReceiptLine[];
  readonly totalFils: Fils;
  /** Absent when nothing was to be paid. */
  readonly payment?: {
    readonly gateway: string;
    /** Ours: the track id. */
    readonly reference: string;
    /** The gateway's own: payment id and the like. */
    readonly refs: ProviderRefs;
  };
  readonly isTest: boolean;
};

export type PaymentService = {
  /** What a pay link shows; `undefined` for an unknown one. Changes nothing: link previews come here too. */
  payPage(token: string): Promise<PayPage | undefined>;
  /** Pay was pressed: opens a try at the gateway, or resumes the one under way, or says why not. */
  openAttempt(token: string): Promise<OpenedAttempt>;
  /** The browser came back: asks the gateway first, and believes nothing else. */
  returned(token: string): Promise<PayPage | undefined>;
  /** A gateway called: asks it. Throws when the books are out of reach, so that it calls again. */
  calledBack(gateway: string, reference: string): Promise<"confirmed" | "unknown-reference">;
  receipt(token: string): Promise<ReceiptPage | undefined>;
  /** One pass: asks about every try that is due, and closes what ran out. */
  mopUp(): Promise<{ readonly asked: number }>;
};
