// Tells a Redis that is out of reach from a command that is wrong: the first is waited out, the second is a fault of ours.

const clientSays =
  /^(Stream isn't writeable|Cluster isn't ready|Connection is closed|Command timed out|Reached the max retries|Failed to refresh slots cache|connect ETIMEDOUT)/;
/** A password that was changed on one side alone is the operator's to mend, and no fault of the update that meets it. */
const serverSays =
  /^(LOADING|READONLY|CLUSTERDOWN|MASTERDOWN|TRYAGAIN|OOM|MISCONF|BUSY|NOREPLICAS|NOAUTH|WRONGPASS|NOPERM|ERR max number of clients)\b/;
const networkCodes = /^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)/;

export function isRedisOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  return networkCodes.test(code) || clientSays.test(error.message) || serverSays.test(error.message);
}
