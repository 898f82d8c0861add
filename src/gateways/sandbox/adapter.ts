// The sandbox as a gateway like any other: opened, asked and listened to over HTTP, across an origin of its own.
import type { z } from "zod";
import { fils } from "../../domain/kwd.js";
import type { Acknowledgement, Gateway, GatewayAnswer } from "../../payments/gateway.js";
import type { ChargeStatus } from "./charge.js";
import { chargeAnswer, createdCharge, readCallbackForm } from "./wire.js";

/** Somebody waits with a browser: two tries at creating and the page around them still fit into ten seconds. */
const createTimeoutMs = 3000;
/** Creating twice makes one charge, so a lost answer is worth one more try at once; then it is indeterminate. */
const createTries = 2;
/** Asked once: who got no answer is asked again by the return page, the callback or the mop-up. */
const queryTimeoutMs = 4000;

const statuses: Readonly<Record<ChargeStatus, GatewayAnswer["status"]>> = {
  open: "pending",
  "no-answer": "unknown",
  captured: "paid",
  declined: "failed",
  cancelled: "cancelled",
  expired: "expired",
};

const heard: Acknowledgement = { status: 200, contentType: "text/plain", body: "OK" };
const notUnderstood: Acknowledgement = { status: 400, contentType: "text/plain", body: "reference missing" };

/**
 * @param askUrl where it is asked, server to server: "http://127.0.0.1:8081"
 * @param pageUrl how links name it: SANDBOX_URL
 */
export function createSandbox({ askUrl, pageUrl }: { readonly askUrl: string; readonly pageUrl: string }): Gateway {
  return {
    name: "sandbox",
    origins: [new URL(pageUrl).origin],

    async createAttempt(attempt) {
      for (let tries = 0; tries < createTries; tries++) {
        const answer = await call(`${askUrl}/charges`, createdCharge, createTimeoutMs, attempt);
        if (answer.kind === "refused") return { ok: false, reason: "refused" };
        if (answer.kind === "silent") continue;
        const { paymentId, payUrl, expiresAt } = answer.value;
        return { ok: true, redirectUrl: payUrl, providerRefs: { paymentId }, expiresAt: new Date(expiresAt) };
      }
      return { ok: false, reason: "indeterminate" };
    },

    parseCallback(rawBody) {
      const reference = readCallbackForm(rawBody);
      if (reference === undefined) return { ok: false, ack: notUnderstood };
      return { ok: true, reference, authenticity: "none", ack: heard };
    },

    async query({ reference }) {
      const answer = await call(`${askUrl}/charges/${encodeURIComponent(reference)}`, chargeAnswer, queryTimeoutMs);
      if (answer.kind !== "answered" || answer.value.reference !== reference) return { status: "unknown" };
      const { status, currency, paymentId } = answer.value;
      return { status: statuses[status], fils: fils(answer.value.fils), currency, refs: { paymentId } };
    },
  };
}

/** refused: a clear no (4xx). silent: down, late, or not to be understood; whether it was done is not known. */
type Answer<T> =
  | { readonly kind: "answered"; readonly value: T }
  | { readonly kind: "refused" }
  | { readonly kind: "silent" };

async function call<T>(url: string, shape: z.ZodType<T>, timeoutMs: number, body?: object): Promise<Answer<T>> {
  try {
    const response = await fetch(url, {
      ...(body === undefined
        ? {}
        : { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (response.status >= 400 && response.status < 500) return { kind: "refused" };
    if (!response.ok) return { kind: "silent" };
    return { kind: "answered", value: shape.parse(await response.json()) };
  } catch {
    return { kind: "silent" };
  }
}
