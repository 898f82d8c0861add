// What a payer may see of what was paid for: the account's holder as a proved sponsor, anybody else as a quick payer.
import { type Fact, maySee } from "../domain/access.js";
import type { PaidLine } from "../journeys/payments-port.js";

/** A quick payer's line has no name. */
export function payerMaySee({ worker }: Pick<PaidLine, "worker">, fact: Fact): boolean {
  return maySee(worker.name === undefined ? "quick-payer" : "proved-sponsor", fact);
}
