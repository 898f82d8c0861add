// What an import confirms is told to its payer as what the desk files is: once, in the transaction that confirms it.
import type { Transaction } from "kysely";
import type { FilingNotices } from "../../desk/filing-notices.js";
import type { Period } from "../../domain/cover.js";
import { payerMaySee } from "../../payments/payer-sees.js";
import type { Ledger } from "../ledger.js";
import type { Schema } from "../schema.js";
import { holdRenewal, paidLine, tellPayer } from "./held-renewal.js";

/** @param cover as the Ministry's system has it, whatever was paid for; a quick payer reads only of what they paid for */
export type TellIssued = (
  trx: Transaction<Schema>,
  renewal: number,
  cover: Period & { readonly policyNumber: string },
) => Promise<void>;

export function createTellIssued(
  deps: Pick<Ledger, "vault" | "render" | "clock"> & { readonly notices: Pick<FilingNotices, "issued"> },
): TellIssued {
  return async (trx, renewal, { from, until, policyNumber }) => {
    const held = await holdRenewal(trx, renewal);
    if (held === undefined) return;
    const paid = await paidLine(deps, trx, held);
    const message = deps.notices.issued(
      payerMaySee(paid, "cover-period") ? { ...paid, from, until } : paid,
      policyNumber,
    );
    await tellPayer(deps, trx, held, { about: "filing", message });
  };
}
