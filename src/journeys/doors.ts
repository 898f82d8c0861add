// What becomes of people who may not go on yet: a stranger registers at once, everybody else is told why and which way leads on.
import { line } from "../words/line.js";
import type { Ending } from "./journey.js";
import { nextSteps } from "./next-steps.js";
import { type Wish, wishArgument } from "./wish.js";
import type { World } from "./world.js";

/** For a chat without an account: registering begins, and goes on with this very command. */
export function registerFirst({ argument }: World, command: Wish["command"]): Ending {
  const wish: Wish = argument === undefined ? { command } : { command, argument };
  return { say: [], next: { command: "register", argument: wishArgument(wish) } };
}

/** For an account that is not on record: it sees only what its holder typed. */
export function notOnRecord({ service }: World): Ending {
  const lines = [line("not-on-record"), line("not-on-record-next", { hotline: service.hotline })];
  return { say: [{ lines, buttons: nextSteps("pay-quick", "workers", "human") }] };
}

/** For a sponsor on record without a worker on record. */
export function noWorkers({ service }: World): Ending {
  const lines = [line("no-workers"), line("no-workers-next", { hotline: service.hotline })];
  return { say: [{ lines, buttons: nextSteps("workers", "quote", "human") }] };
}
