// Renewals: a captured (or free) line becomes cover to come, and, where these records are the registry, cover at once.
import type { Transaction } from "kysely";
import type { IsoDate } from "../domain/iso-date.js";
import { nextRenewal, type RenewalState } from "../domain/renewal.js";
import type { Service } from "../journeys/world.js";
import type { Schema } from "./schema.js";
import { step } from "./step.js";
import { isTaken } from "./taken.js";

export type DueLine = {
  readonly id: number;
  readonly worker: number;
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly fils: number;
};

export type RenewedLine = {
  readonly line: number;
  readonly renewal: number;
  readonly state: RenewalState;
  readonly policyNumber?: string;
};

type Terms = {
  readonly filing: Service["filing"];
  /** The receipt's number: policies issued here are numbered after it. */
  readonly number: string;
  readonly now: Date;
  /** By which what is not issued at once is in the Ministry's system. */
  readonly promisedDay: IsoDate;
};

/** A free period, held from now on: by cover that was issued at once, or by the renewal alone. */
type Held = { readonly cover?: { readonly id: number; readonly policyNumber: string } };

/**
 * Renews the lines whose period is free, and owes the others back. Holds the workers' locks (`lockWorkers`).
 * @returns one entry for each line; none at all, and nothing written, when not one period is free
 */
export async function renewLines(
  trx: Transaction<Schema>,
  lines: readonly DueLine[],
  terms: Terms,
): Promise<readonly RenewedLine[]> {
  const held = new Map<number, Held>();
  for (const [place, due] of lines.entries()) {
    const period = await holdPeriod(trx, due, `${terms.number}-${place + 1}`, terms);
    if (period !== undefined) held.set(due.id, period);
  }
  if (held.size === 0) return [];
  const renewed: RenewedLine[] = [];
  for (const due of lines) renewed.push(await recordRenewal(trx, due, held.get(due.id), terms));
  return renewed;
}

async function holdPeriod(
  trx: Transaction<Schema>,
  { worker, from, until }: DueLine,
  policyNumber: string,
  { filing, now }: Terms,
): Promise<Held | undefined> {
  if (await isTaken(trx, { worker, from, until })) return undefined;
  if (filing === "manual") return {};
  // The constraint has the last word, and recording a capture never fails on it: no row means the period is taken.
  const cover = await trx
    .insertInto("covers")
    .values({
      worker_id: worker,
      from_day: from,
      until_day: until,
      source: "issued",
      policy_number: policyNumber,
      known_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return cover && { cover: { id: cover.id, policyNumber } };
}

async function recordRenewal(
  trx: Transaction<Schema>,
  { id, worker, from, until, fils }: DueLine,
  held: Held | undefined,
  { now, promisedDay }: Terms,
): Promise<RenewedLine> {
  const state = stateOf(held, fils);
  const policyNumber = held?.cover?.policyNumber;
  const row = await trx
    .insertInto("renewals")
    .values({
      intent_line_id: id,
      worker_id: worker,
      from_day: from,
      until_day: until,
      state,
      policy_number: policyNumber ?? null,
      cover_id: held?.cover?.id ?? null,
      paid_at: now,
      changed_at: now,
      promised_day: state === "paid" ? promisedDay : null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { line: id, renewal: row.id, state, ...(policyNumber === undefined ? {} : { policyNumber }) };
}

function stateOf(held: Held | undefined, fils: number): RenewalState {
  if (held === undefined) return fils === 0 ? "conflicted" : step(nextRenewal, "conflicted", "refund-opened");
  return held.cover === undefined ? "paid" : step(nextRenewal, "paid", "issued");
}
