// A household is read once in a turn, however often a journey looks at it.
import type { Workers } from "../journeys/workers-port.js";

/**
 * A step runs its journey from the top twice, to take the answer and to show what is next. No effect goes by what is remembered
 * here: what is to be paid is looked at again under the workers' locks.
 */
export function lookingOnce(workers: Workers): Workers {
  let household: ReturnType<Workers["household"]> | undefined;
  return {
    ...workers,
    household() {
      household ??= workers.household();
      return household;
    },
  };
}
