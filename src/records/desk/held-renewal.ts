// A renewal held for a step of its life: under its worker's lock and its own, with the line that was paid and the one who paid it.
import type { Transaction } from "kysely";
import type { IsoDate } from "../../domain/iso-date.js";
import type { RenewalState } from "../../domain/renewal.js";
import type { Message } from "../../journeys/message.js";
import type { PaidLine } from "../../journeys/payments-port.js";
import { readIntentLines } from "../intent-lines.js";
import type { Ledger } from "../ledger.js";
import type { Schema } from "../schema.js";
import { lockWorkers } from "../taken.js";
import { tell } from "../tell.js";

export type HeldRenewal = {
  readonly id: number;
  readonly worker_id: number;
  readonly intent_line_id: number;
  readonly intent_id: number;
  readonly state: RenewalState;
  readonly promised_day: IsoDate | null;
};

/** The worker first, as whoever pays or imports does it: so that no two transactions wait for one another. */
export async function holdRenewal(trx: Transaction<Schema>, id: number): Promise<HeldRenewal | undefined> {
  const row = await trx.selectFrom("renewals").select("worker_id").where("id", "=", id).executeTakeFirst();
  if (row === undefined) return undefined;
  await lockWorkers(trx, [row.worker_id]);
  const held = await trx
    .selectFrom("renewals")
    .innerJoin("intent_lines", "intent_lines.id", "renewals.intent_line_id")
    .select([
      "renewals.id",
      "renewals.worker_id",
      "renewals.intent_line_id",
      "renewals.state",
      "renewals.promised_day",
      "intent_lines.intent_id",
    ])
    .where("renewals.id", "=", id)
    .forUpdate("renewals")
    .executeTakeFirstOrThrow();
  return { ...held, state: held.state as RenewalState, promised_day: held.promised_day as IsoDate | null };
}

export async function paidLine(
  { vault }: Pick<Ledger, "vault">,
  trx: Transaction<Schema>,
  held: HeldRenewal,
): Promise<PaidLine> {
  const lines = (await readIntentLines(trx, vault, [held.intent_id])).get(held.intent_id);
  const paid = lines?.find(({ id }) => id === held.intent_line_id);
  if (paid === undefined) throw new Error(`renewal ${held.id} has no line`);
  return paid.shown;
}

/** @param about with the renewal the message's key: each is said once */
export async function tellPayer(
  deps: Pick<Ledger, "vault" | "render" | "clock">,
  trx: Transaction<Schema>,
  held: HeldRenewal,
  { about, message }: { readonly about: "filed" | "filing" | "filing-late" | "refunded"; readonly message: Message },
): Promise<void> {
  const payer = await trx
    .selectFrom("intents")
    .select(["chat", "language"])
    .where("id", "=", held.intent_id)
    .executeTakeFirstOrThrow();
  await tell(deps, trx, payer, `${about}:${held.id}`, message);
}
