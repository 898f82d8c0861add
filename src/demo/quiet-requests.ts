// The demo's log: its requests are the simulator's and the fake platform's, so many that they would bury the address printed at the start.
import type { Log } from "../log.js";

/** The same log, with requests at `debug`. */
export function quietRequests(log: Log): Log {
  return { ...log, info: (fields) => (fields.event === "request" ? log.debug(fields) : log.info(fields)) };
}
