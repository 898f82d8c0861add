// Tells a database that is out of reach from a statement that is wrong: the first is waited out, the second is a fault of ours.

/** SQLSTATE classes and codes of a server that goes away, comes up, or has no room: 08 connection, 53 resources, 57P operator. */
const outageStates = /^(08|53|57P|25006|40001|40P01|55P03|57014)/;
/** What Node says of a connection that could not be made or broke. */
const networkCodes = /^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)/;
/** pg gives these no code. */
const driverSays =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout|Cannot use a pool after calling end)/;

/** The server takes no writes any more: after a failover behind one address the connection leads to the wrong one. */
export function isOfNoWriter(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "25006";
}

export function isDatabaseOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  return outageStates.test(code) || networkCodes.test(code) || driverSays.test(error.message);
}
