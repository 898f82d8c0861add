// How the process ends: by a signal from its first millisecond, or by a fault that nothing caught.
import { createLog } from "../log.js";

/** What a signal waits for before the process exits with 0. */
export type Ending = {
  /** Replaces what is finished first; until it is called a signal ends the process at once. */
  finishFirst(finish: () => Promise<void>): void;
};

/** Shells tell an interrupted command by this code. */
const interrupted = 130;

/**
 * Listens at once: as a container's first process, Node has no default for SIGTERM. A second signal does not wait.
 * What a signal cuts off before `finishFirst`, a migration or an import, is rolled back by its connection's end.
 */
export function endOnSignals(process: NodeJS.Process): Ending {
  let finish = async (): Promise<void> => undefined;
  let isEnding = false;
  const end = () => {
    if (isEnding) process.exit(interrupted);
    isEnding = true;
    finish().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on("SIGTERM", end);
  process.on("SIGINT", end);
  return {
    finishFirst(next) {
      finish = next;
    },
  };
}

/** What nothing caught leaves the state unknown: it goes to the log, masked as everything there, and the process ends. */
export function endOnFaults(process: NodeJS.Process): void {
  const end = (event: string) => (error: unknown) => {
    createLog({ level: "error" }).error({ event, error });
    process.exit(1);
  };
  process.on("uncaughtException", end("uncaught-exception"));
  process.on("unhandledRejection", end("unhandled-rejection"));
}
