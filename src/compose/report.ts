// What operators learn of turns: a metric each, and a line for what went wrong.
import type { Log } from "../log.js";
import type { Metrics } from "../metrics.js";
import type { TurnReport } from "../turns/turn.js";

/**
 * A platform's number of an update has the length of a phone, which the log masks in a text, and is nobody's. What is no number
 * (WhatsApp's ids hold the sender's phone) stays a text, and is masked.
 */
const numbered = (update: string) => (/^\d{1,15}$/.test(update) ? Number(update) : update);

export function reportTurns(metrics: Metrics, log: Log): TurnReport {
  return {
    turn({ result, kind, ms }) {
      metrics.countTurn({ result, kind, ms });
      log.debug({ event: "turn", result, kind, ms: Math.round(ms) });
    },
    fault({ update, parked, error }) {
      metrics.countTurnFault({ parked });
      log.error({ event: parked ? "update-parked" : "turn-failed", update: numbered(update), error });
    },
    refused({ update, what }) {
      log.error({ event: `${what}-refused`, update: numbered(update) });
    },
    outage({ error }) {
      metrics.countTurnOutage();
      log.warn({ event: "turn-put-off", error });
    },
  };
}
