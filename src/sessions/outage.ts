// Tells a Redis that is out of reach from a command that is wrong: the first is waited out, the second is a fault of ours.

const clientSays =
  /^(Stream isn't writeable|Cluster isn't ready|Connection is closed|Command timed out|Reached the max retries|Failed to refresh slots cache|connect ETIMEDOUT)/;
/** A password that was changed on one side alone is the operator's to mend, and no fault of the update that meets it. */
const serverSays =
  /^(LOADING|CLUSTERDOWN|MASTERDOWN|TRYAGAIN|OOM|MISCONF|BUSY|NOREPLICAS|NOAUTH|WRONGPASS|NOPERM|ERR max number of clients)\b/;
/** In any wording: Redis 6.2 says it inside what a script failed with. */
const readOnly = /\bREADONLY\b/;
const networkCodes = /^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)/;

export function isRedisOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  const { message } = error;
  return networkCodes.test(code) || clientSays.test(message) || serverSays.test(message) || isOfNoWriter(error);
}

/** This server takes no writes any more: after a failover behind one address the connection leads to the wrong one. */
export function isOfNoWriter({ message }: Error): boolean {
  return readOnly.test(message);
}
