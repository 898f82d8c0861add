// The ports to the books: intents, tries and receipts as they are recorded, each method one transaction.
import type { Fils } from "../domain/kwd.js";
import type { AttemptState, IntentState } from "../domain/payment.js";
import type { RenewalState } from "../domain/renewal.js";
import type { Order, PaidLine, Receipt, Renewal } from "../journeys/payments-port.js";
import type { Fence } from "../turns/session-store.js";
import type { Language } from "../words/line.js";
import type { Created, Gateway, GatewayAnswer, ProviderRefs } from "./gateway.js";
import type { ReceiptPage } from "./service.js";

/** A try as it is recorded. `redirectUrl` is there once the gateway has given it. */
export type AttemptRecord = {
  readonly reference: string;
  readonly gateway: Gateway["name"];
  readonly state: AttemptState;
  readonly providerRefs: ProviderRefs;
  readonly redirectUrl?: string;
};

/** What is owed as it is recorded; an intent whose time is over reads `expired` even before it is written so. */
export type IntentRecord = {
  readonly id: number;
  readonly state: IntentState;
  readonly language: Language;
  readonly lines: readonly PaidLine[];
  readonly totalFils: Fils;
  readonly termsVersion: string;
  readonly expiresAt: Date;
  /** The newest try. */
  readonly attempt?: AttemptRecord;
  readonly receiptNumber?: string;
};

/** Who opens an intent: the chat with its turn's right to write, and the account if there is one. */
export type Payer = {
  readonly fence: Fence;
  readonly account: string | undefined;
  readonly language: Language;
};

export type OpenedIntent =
  | {
      readonly ok: true;
      readonly kind: "owed";
      readonly intent: number;
      readonly url: string;
      readonly totalFils: Fils;
      readonly expiresAt: Date;
    }
  | { readonly ok: true; readonly kind: "nothing-to-pay"; readonly renewals: readonly RenewalState[] }
  | { readonly ok: false; readonly reason: "covered" | "no-worker"; readonly worker: string }
  /** `reference` is the try that is under way for this worker and period: ask about it before taking this for an answer. */
  | { readonly ok: false; readonly reason: "paying"; readonly worker: string; readonly reference: string };

export type IntentBooks = {
  /**
   * Opens what is owed, once per key, under the fence, with the workers' rows locked; the payer's older unpaid intents for the same
   * workers are superseded. A basket of zero goes straight to its renewals.
   */
  open(key: string, order: Order, payer: Payer): Promise<OpenedIntent>;
  /** Whether the payer's account has opened anything under this version of the terms, by any other key. */
  hasAccepted(termsVersion: string, key: string, payer: Payer): Promise<boolean>;
  /** The intent behind a pay link. */
  byToken(token: string): Promise<IntentRecord | undefined>;
  /** The payer's intents that are unpaid and payable, or have a try under way; newest first. */
  unpaidOf(payer: Payer): Promise<readonly IntentRecord[]>;
  /** A new link to the payer's own unpaid intent. */
  link(intent: number, payer: Payer): Promise<{ readonly url: string } | undefined>;
  /** Closes the intents whose time is over. */
  expire(): Promise<void>;
};

export type BegunAttempt =
  | {
      readonly ok: true;
      readonly attempt: AttemptRecord;
      readonly fils: Fils;
      readonly currency: "KWD";
      readonly language: Language;
    }
  | {
      readonly ok: false;
      readonly reason: "unknown-link" | "expired" | "superseded" | "paid" | "conflicted";
    }
  | { readonly ok: false; readonly reason: "covered"; readonly worker: PaidLine["worker"] }
  | {
      readonly ok: false;
      readonly reason: "paying-elsewhere";
      readonly worker: PaidLine["worker"];
      readonly reference: string;
    };

/** What became of a try that was asked about, and of its intent. */
export type Settled = {
  readonly gateway: Gateway["name"];
  readonly from: AttemptState;
  readonly to: AttemptState;
  readonly intent: IntentState;
  /** taken: this very call changed it. same: still undecided. refused: the table has no such step, nothing was changed. */
  readonly step: "taken" | "same" | "refused";
};

export type AttemptBooks = {
  /**
   * First phase of a try: with the workers' rows locked, refuses what may not be paid, gives the try under way again, or records a new
   * one as `opening` under this reference. Committed before the gateway is called.
   */
  begin(token: string, gateway: Gateway["name"], reference: string): Promise<BegunAttempt>;
  /** Second phase: what the gateway said to creating it. too-late: others may have been let through by now, lead nobody there. */
  created(reference: string, created: Created): Promise<"recorded" | "too-late">;
  byReference(reference: string): Promise<AttemptRecord | undefined>;
  /** The one place where a gateway's word changes anything: one transition of the try and its intent, with all that follows from it. */
  settle(reference: string, answer: GatewayAnswer): Promise<Settled | undefined>;
  /** Tells the chat, once per try, that the payer came back and the gateway has not said how it ended. */
  tellUnanswered(reference: string): Promise<void>;
  /** Takes tries that are due to be asked about; nobody else gets them for two minutes. */
  due(limit: number): Promise<readonly string[]>;
};

export type ReceiptBooks = {
  /** Through a receipt link, or the pay link that was paid. */
  byToken(token: string): Promise<Omit<ReceiptPage, "isTest"> | undefined>;
  /** The payer's receipts, newest first, each with its link. */
  of(payer: Payer): Promise<readonly Receipt[]>;
  renewalsOf(payer: Payer): Promise<readonly Renewal[]>;
  /** What the payer's order of zero under this key became; `undefined` if there was none. */
  freed(key: string, payer: Payer): Promise<readonly Renewal[] | undefined>;
};

export type PaymentBooks = {
  readonly intents: IntentBooks;
  readonly attempts: AttemptBooks;
  readonly receipts: ReceiptBooks;
};
