// Rows about money as the payment side leaves them, for tests of what the people side makes of them.
import type { Db } from "../../src/records/database.js";

type Bought = { readonly db: Db; readonly clock: { now(): Date } };

let keys = 0;

/** An intent of a chat (nobody's, if none is named). */
export async function insertIntent({ db, clock }: Bought, state: string, chat = ""): Promise<number> {
  keys += 1;
  const now = clock.now();
  const { id } = await db
    .insertInto("intents")
    .values({
      effect_key: `bought ${keys}`,
      state,
      payer: "account",
      chat,
      language: "en",
      total_fils: 5000,
      fee_schedule: "kd5",
      quote_digest: "d",
      terms_version: "1",
      accepted_at: now,
      opened_at: now,
      expires_at: now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function insertAttempt({ db, clock }: Bought, intent_id: number, state: string): Promise<number> {
  const owed = { gateway: "sandbox", provider_refs: "{}", fils: 5000, currency: "KWD" };
  keys += 1;
  const { id } = await db
    .insertInto("attempts")
    .values({ ...owed, intent_id, reference: `bought ${keys}`, state, opened_at: clock.now() })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** What was paid for an intent, as its payer has it in hand. */
export async function insertReceipt({ db, clock }: Bought, intent_id: number, number: string): Promise<void> {
  await db.insertInto("receipts").values({ intent_id, number, issued_at: clock.now() }).execute();
}

/** What an intent asks for: the year 2027 of a worker (the first on record, if none is named). */
export async function insertLine({ db }: Bought, intent_id: number, worker?: number) {
  const first = await db.selectFrom("workers").select("id").orderBy("id").executeTakeFirstOrThrow();
  const period = { worker_id: worker ?? first.id, from_day: "2027-01-01", until_day: "2027-12-31" };
  const { id } = await db
    .insertInto("intent_lines")
    .values({ ...period, intent_id, years: 1, fils: 5000, rule: "r", source: "s", certainty: "A" })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { ...period, intent_line_id: id };
}

/** A renewal of a worker (the first on record, if none is named) for the year 2027. */
export async function insertRenewal(
  world: Bought,
  state: string,
  of: { readonly worker?: number; readonly intent?: number; readonly promised?: string } = {},
): Promise<number> {
  const { db, clock } = world;
  const { intent_line_id, ...period } = await insertLine(
    world,
    of.intent ?? (await insertIntent(world, "paid")),
    of.worker,
  );
  const at = { paid_at: clock.now(), changed_at: clock.now(), promised_day: of.promised ?? null };
  const renewal = await db
    .insertInto("renewals")
    .values({ ...period, ...at, intent_line_id, state })
    .returning("id")
    .executeTakeFirstOrThrow();
  return renewal.id;
}
