// Pay was pressed: opens a try at the gateway in phases, so that a crash between them loses nothing and makes no second charge.
import { randomBytes } from "node:crypto";
import type { BegunAttempt, PaymentBooks } from "./books.js";
import type { Confirm } from "./confirm.js";
import type { Gateway } from "./gateway.js";
import type { OpenedAttempt } from "./service.js";
import { isUnderWay } from "./verdict.js";

export type OpenAttempt = (token: string) => Promise<OpenedAttempt>;

export function createOpenAttempt(of: {
  readonly gateway: Gateway;
  readonly books: Pick<PaymentBooks, "intents" | "attempts">;
  readonly confirm: Confirm;
  readonly baseUrl: string;
}): OpenAttempt {
  const { gateway, books, confirm, baseUrl } = of;

  /** A try that is only believed to be under way is asked about before anybody is sent away, or back to a page that is over. */
  async function begin(token: string): Promise<BegunAttempt> {
    const begun = await books.attempts.begin(token, gateway.name, newReference());
    if (begun.ok || begun.reason !== "paying-elsewhere") return begun;
    const settled = await confirm(begun.reference);
    if (settled !== undefined && isUnderWay(settled.to)) return begun;
    return books.attempts.begin(token, gateway.name, newReference());
  }

  return async (token) => {
    const intent = await books.intents.byToken(token);
    if (intent === undefined) return { ok: false, reason: "unknown-link" };
    const { attempt, language } = intent;
    if (attempt?.redirectUrl !== undefined && isUnderWay(attempt.state)) await confirm(attempt.reference);

    const begun = await begin(token);
    if (!begun.ok) {
      const receipt = begun.reason === "paid" ? { receiptUrl: `${baseUrl}/r/${token}` } : {};
      const worker = "worker" in begun ? { worker: begun.worker } : {};
      return { ok: false, reason: begun.reason, language, ...receipt, ...worker };
    }
    if (begun.attempt.redirectUrl !== undefined) return { ok: true, redirectUrl: begun.attempt.redirectUrl };

    // `opening` is committed by now. The reference is the idempotency key: whoever comes here again for the same try (a second
    // press, the next press after a crash or a timeout) creates nothing new at the gateway, and is led to the same page.
    const created = await gateway.createAttempt({
      reference: begun.attempt.reference,
      fils: begun.fils,
      currency: begun.currency,
      language: begun.language,
      returnUrl: `${baseUrl}/p/${token}/return`,
      callbackUrl: `${baseUrl}/gateways/${gateway.name}/callback`,
    });
    const recorded = await books.attempts.created(begun.attempt.reference, created);
    return created.ok && recorded === "recorded"
      ? { ok: true, redirectUrl: created.redirectUrl }
      : { ok: false, reason: "gateway-down", language };
  };
}

/** Alphanumeric and at most 40 long, as the strictest gateway wants it; 128 random bits, so no two are alike. */
function newReference(): string {
  return randomBytes(16).toString("hex");
}
