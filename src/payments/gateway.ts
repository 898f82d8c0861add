// The port to a payment gateway: open one try, read its callback as a hint, and ask it for the truth with our own credentials.
import type { Fils } from "../domain/kwd.js";
import type { Language } from "../words/line.js";

/** What a gateway wants to hear in answer to its callback, byte for byte. */
export type Acknowledgement = { readonly status: number; readonly contentType: string; readonly body: string };

/** The gateway's own names for a try (charge id, payment id …), as it gave them; shown on the receipt. */
export type ProviderRefs = Readonly<Record<string, string>>;

export type NewAttempt = {
  /** Ours, at most 40 alphanumerics, new for each attempt: it is the idempotency key too, so creating twice makes one. */
  readonly reference: string;
  readonly fils: Fils;
  readonly currency: "KWD";
  readonly language: Language;
  readonly returnUrl: string;
  readonly callbackUrl: string;
};

export type Created =
  | {
      readonly ok: true;
      readonly redirectUrl: string;
      readonly providerRefs: ProviderRefs;
      /** When the gateway's page stops taking money, if it says so. */
      readonly expiresAt?: Date;
    }
  /** indeterminate: no answer was seen, it may exist there: create it again under the same reference, or ask. refused: it does not. */
  | { readonly ok: false; readonly reason: "indeterminate" | "refused" };

type Callback =
  /** `reference` is what the call claims to be about: a hint to ask, never a fact. */
  | {
      readonly ok: true;
      readonly reference: string;
      readonly authenticity: "signed" | "encrypted" | "none";
      readonly ack: Acknowledgement;
    }
  | { readonly ok: false; readonly ack: Acknowledgement };

/** `unknown`: no answer, not understood, or nothing known under this reference. `failed`: declined, no money was taken. */
export type GatewayAnswer = {
  readonly status: "paid" | "pending" | "failed" | "cancelled" | "expired" | "unknown";
  /** What was captured, as the gateway says; without it `paid` cannot be believed. */
  readonly fils?: Fils;
  readonly currency?: string;
  readonly refs?: ProviderRefs;
};

export type Gateway = {
  readonly name: "sandbox";
  /** Where the pay page's form may lead to (for the content security policy's form-action). */
  readonly origins: readonly string[];
  createAttempt(attempt: NewAttempt): Promise<Created>;
  parseCallback(rawBody: string, headers: Readonly<Record<string, string | undefined>>, url: string): Callback;
  /** Never rejects for a gateway that is down: that is `unknown`. */
  query(attempt: { readonly reference: string; readonly providerRefs: ProviderRefs }): Promise<GatewayAnswer>;
};
