// Logs for tests: one that says nothing, and one whose lines can be read.
import { createLog, type Log, type LogThreshold } from "../../src/log.js";

/** The program's own log with its lines kept, so that a test reads exactly what stdout would get. */
export function keptLog(level: LogThreshold = "debug"): {
  readonly log: Log;
  lines(): Record<string, unknown>[];
  text(): string;
} {
  const written: string[] = [];
  const log = createLog({ level }, { write: (line) => void written.push(line) });
  return {
    log,
    text: () => written.join(""),
    lines: () => written.map((line) => JSON.parse(line)),
  };
}

const nothing = () => undefined;
export const silentLog: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
