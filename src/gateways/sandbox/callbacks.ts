// How the sandbox tells the service that a charge has news: one short call, and whoever misses it has to ask.
import type { Clock } from "../../journeys/clock.js";
import type { Log } from "../../log.js";
import type { SandboxBooks } from "./books.js";
import type { Charge } from "./charge.js";
import { callbackForm } from "./wire.js";

/** The payer's browser waits for this call: a service that takes longer is told nothing, and asks by itself. */
const callbackTimeoutMs = 5000;

/** Not called again, whatever happens: so that asking is what the service relies on. */
export async function callBack({ callbackUrl, reference }: Charge, log: Log): Promise<void> {
  try {
    const response = await fetch(callbackUrl, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: callbackForm(reference),
      redirect: "error",
      signal: AbortSignal.timeout(callbackTimeoutMs),
    });
    if (!response.ok) log.warn({ event: "sandbox-unheard", status: response.status });
  } catch (error) {
    log.warn({ event: "sandbox-unheard", error });
  }
}

/** How often late answers are looked for: much shorter than their delay. */
const lookMs = 1000;

/** Tells late answers when their time has come by the given clock. @returns what stops it, once the look under way is over */
export function startLateAnswers(of: {
  readonly books: SandboxBooks;
  readonly clock: Clock;
  readonly log: Log;
}): () => Promise<void> {
  let looking = Promise.resolve();
  const look = async () => {
    try {
      for (const charge of await of.books.takeDue(of.clock.now())) await callBack(charge, of.log);
    } catch (error) {
      of.log.error({ event: "sandbox-late-fault", error });
    }
  };
  const timer = setInterval(() => {
    looking = looking.then(look);
  }, lookMs);
  return async () => {
    clearInterval(timer);
    await looking;
  };
}
