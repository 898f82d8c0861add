// What operators learn of turns: a metric each, and a line for what went wrong.
import type { Log } from "../log.js";
import type { Metrics } from "../metrics.js";
import type { TurnReport } from "../turns/turn.js";

export function reportTurns(metrics: Metrics, log: Log): TurnReport {
  return {
    turn({ result, kind, ms }) {
      metrics.countTurn({ result, kind, ms });
      log.debug({ event: "turn", result, kind, ms: Math.round(ms) });
    },
    fault({ update, parked, error }) {
      metrics.countTurnFault({ parked });
      log.error({ event: parked ? "update-parked" : "turn-failed", update, error });
    },
    outage({ error }) {
      metrics.countTurnOutage();
      log.warn({ event: "turn-put-off", error });
    },
  };
}
