// Cases: what cannot end well by itself is written down with its history, once, for a person to look at.
import type { Transaction } from "kysely";
import type { Conflict } from "../payments/verdict.js";
import { openHandoff } from "./desk/open-handoff.js";
import type { Schema } from "./schema.js";

export type NewCase = {
  /**
   * `no-outcome`: the gateway never said how a try ended. `not-mine`: a sponsor says that a worker on record is not theirs.
   * `filing-rejected`: the Ministry took no renewal that was paid. `filing-overdue`: one is not issued in time. `by-hand`: the staff's own.
   */
  readonly kind: Conflict | "no-outcome" | "not-mine" | "filing-rejected" | "filing-overdue" | "by-hand";
  readonly effectKey: string;
  readonly intent?: number;
  readonly attempt?: number;
  readonly renewal?: number;
  readonly worker?: number;
  readonly sponsor?: number;
  /** Who of the staff opened it, and what they noted. */
  readonly by?: ByHand;
  /** The person's, where it is not the intent's. */
  readonly chat?: string;
  /** What is owed back, as far as the gateway told it. */
  readonly detail: Readonly<Record<string, string | number>>;
};

/** What one of the staff did about a case, with their note for colleagues, sealed. */
type ByHand = { readonly staff: number; readonly note: Buffer };

/** How a note is sealed, as every sealed column is by its name. */
export const noteColumn = "case_events.note_sealed";

export async function openCase(trx: Transaction<Schema>, opened: NewCase, now: Date): Promise<void> {
  const { kind, effectKey, intent, attempt, renewal, worker, sponsor, by, detail } = opened;
  const row = await trx
    .insertInto("cases")
    .values({
      kind,
      intent_id: intent ?? null,
      attempt_id: attempt ?? null,
      renewal_id: renewal ?? null,
      worker_id: worker ?? null,
      sponsor_id: sponsor ?? null,
      effect_key: effectKey,
      state: "open",
      opened_at: now,
    })
    .onConflict((conflict) => conflict.column("effect_key").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (row === undefined) return;
  await noteEvent(trx, row.id, { event: "opened", at: now, detail, ...(by === undefined ? {} : { by }) });
  await callPerson(trx, opened, row.id, now);
}

/** Of these there is nothing to talk about: the desk sees to them, and what comes of it is told by itself. */
const quiet: readonly NewCase["kind"][] = ["no-outcome", "filing-rejected", "filing-overdue", "by-hand"];

/** What a person must see to, a person says in the chat that it came from. */
async function callPerson(
  trx: Transaction<Schema>,
  { kind, effectKey, intent, chat: given }: NewCase,
  opened: number,
  now: Date,
): Promise<void> {
  if (quiet.includes(kind)) return;
  const payer =
    intent === undefined
      ? undefined
      : await trx.selectFrom("intents").select(["chat", "language"]).where("id", "=", intent).executeTakeFirst();
  const chat = given ?? payer?.chat;
  if (chat === undefined) return;
  const reason = kind === "not-mine" ? "not-mine" : "payment";
  const language = payer?.language === "en" ? "en" : "ar";
  await openHandoff(trx, { chat, reason, language, case: opened, effectKey: `handoff:${effectKey}` }, now);
}

type CaseEvent = {
  readonly event: string;
  readonly at: Date;
  readonly detail?: NewCase["detail"];
  readonly by?: ByHand;
  /** Of what was done by hand. */
  readonly effectKey?: string;
};

async function noteEvent(trx: Transaction<Schema>, id: number, of: CaseEvent): Promise<void> {
  await trx
    .insertInto("case_events")
    .values({
      case_id: id,
      at: of.at,
      event: of.event,
      detail: JSON.stringify(of.detail ?? {}),
      staff_id: of.by?.staff ?? null,
      note_sealed: of.by?.note ?? null,
      effect_key: of.effectKey ?? null,
    })
    .execute();
}

/** Closed by what it was opened for, with the reason in its history; one that a person has closed stays as it is. */
export async function closeCase(trx: Transaction<Schema>, effectKey: string, event: string, now: Date): Promise<void> {
  const row = await trx.selectFrom("cases").select("id").where("effect_key", "=", effectKey).executeTakeFirst();
  if (row !== undefined) await endCase(trx, row.id, { event, at: now });
}

/** @returns false: it was closed before, and stays as it is */
export async function endCase(trx: Transaction<Schema>, id: number, end: CaseEvent): Promise<boolean> {
  const row = await trx
    .updateTable("cases")
    .set({ state: "closed" })
    .where("id", "=", id)
    .where("state", "=", "open")
    .returning("id")
    .executeTakeFirst();
  if (row === undefined) return false;
  await noteEvent(trx, id, end);
  return true;
}

/** Of the case that a renewal is not issued in time: once for a renewal. */
export const overdueKey = (renewal: number): string => `filing-overdue:renewal:${renewal}`;
