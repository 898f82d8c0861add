// Tells what is waited out from what is a fault of ours, for every store there is.
import { FenceLost } from "../records/fence.js";
import { isDatabaseOutage } from "../records/outage.js";
import { isRedisOutage } from "../sessions/outage.js";

/** A turn that a later one overtook counts as one, too: it changed nothing, and its update comes again. */
export function isOutage(error: unknown): boolean {
  return error instanceof FenceLost || isDatabaseOutage(error) || isRedisOutage(error);
}
