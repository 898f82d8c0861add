// One-time codes through an HTTP service: POST {"to","text"} with a Bearer token, and any 2xx means that it is taken.
import type { SendSms, SmsSent } from "../messages/sms.js";

// Services answer within a second or two; what takes longer than this may be out all the same, so it is not sent again.
const timeoutMs = 10_000;

/** The connection was never made: nothing can have been taken. */
const notReached = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH", "UND_ERR_CONNECT_TIMEOUT"];

/** No retry and no idempotency key here: the interface has none, so only what surely was not taken is tried again. */
export function createSendSms({ url, token }: { readonly url: string; readonly token: string }): SendSms {
  return async ({ to, text }) => {
    try {
      const response = await fetch(url, {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        body: JSON.stringify({ to, text }),
        // A redirect would take the token and the code to an address that nobody set.
        redirect: "manual",
        signal: AbortSignal.timeout(timeoutMs),
      });
      await response.body?.cancel();
      return answered(response);
    } catch (error) {
      return { ok: false, reason: isNotReached(error) ? "down" : "unknown" };
    }
  };
}

function answered({ ok, status }: Response): SmsSent {
  if (ok) return { ok: true };
  return { ok: false, reason: status === 429 || status >= 500 ? "down" : "refused" };
}

function isNotReached(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { cause } = error;
  return cause instanceof Error && "code" in cause && notReached.includes(String(cause.code));
}
