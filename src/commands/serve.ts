// `tajdeed serve`: runs until it is told to stop, finishes what it began, and ends with 0.
import { runDemo } from "../compose/demo.js";
import { type Running, runService } from "../compose/run.js";
import { openStores } from "../compose/stores.js";
import type { Config } from "../config.js";
import { createLog, type Log } from "../log.js";
import { configured } from "./configured.js";
import type { Ending } from "./endings.js";
import { isOperators } from "./operators-fault.js";

export async function serve(flags: { readonly demo: boolean }, ending: Ending): Promise<void> {
  const config = configured(flags);
  const log = createLog({ level: config.logLevel });
  try {
    const running = await begin(config, log);
    ending.finishFirst(() => end(running, log));
  } catch (error) {
    fail(error, log);
  }
}

async function begin(config: Config, log: Log): Promise<Running> {
  if (config.mode === "service") {
    const stores = await openStores(config, log);
    const clock = { now: () => new Date() };
    return runService({ config, stores, telegram: config.telegram, sms: config.sms, clock, log });
  }
  const running = await runDemo(config, log);
  process.stdout.write(`Tajdeed demo: ${config.publicUrl}/demo\n`);
  return running;
}

async function end(running: Running, log: Log): Promise<void> {
  await running.stop().catch((error: unknown) => log.error({ event: "stop-failed", error }));
}

/** What an operator can mend is told in a line of its own; anything else is a fault of ours, and goes to the log. */
function fail(error: unknown, log: Log): never {
  if (isOperators(error)) process.stderr.write(`${error.message}\n`);
  else log.error({ event: "start-failed", error });
  process.exit(1);
}
