// Seeds the demo's database once: the sample people through the same import an operator uses, and the one renewal that waits to be filed.
import { randomBytes } from "node:crypto";
import { kuwaitDate } from "../domain/iso-date.js";
import { formatReceiptNumber } from "../domain/receipt-number.js";
import { readRow } from "../import/row.js";
import type { Clock } from "../journeys/clock.js";
import type { Db } from "../records/database.js";
import { importRows, importSponsor } from "../records/import-people.js";
import type { Replan } from "../records/reminders/replan.js";
import type { Vault } from "../records/vault.js";
import { importRows as rowsOf, type SamplePerson, type SampleWorker } from "./people.js";

export type Seeded = {
  readonly db: Db;
  readonly vault: Vault;
  readonly replan: Replan;
  readonly clock: Clock;
  readonly people: readonly SamplePerson[];
};

/** @returns whether it was done now; a database that has people keeps them as they are */
export async function seedSamplePeople(of: Seeded): Promise<boolean> {
  const { db, vault, replan, clock, people } = of;
  if ((await db.selectFrom("sponsors").select("id").limit(1).executeTakeFirst()) !== undefined) return false;
  const now = clock.now();
  const today = kuwaitDate(now);
  const rows = rowsOf(people).map((fields) => {
    const read = readRow(fields, today);
    if (!read.ok) throw new Error(`a sample person is not well-formed: ${read.reason}`);
    return read.value;
  });
  const deps = { db, vault, now, replan, tellIssued: nobodyPaid };
  for (const outcome of await importRows(deps, rows))
    if (!outcome.ok) throw new Error(`a sample person was not taken: ${outcome.reason}`);
  // A file of workers has no row for a sponsor who has none yet.
  for (const { civilId, nameAr, nameEn, phone, kuwaiti } of people.filter(({ workers }) => workers.length === 0))
    await importSponsor({ db, vault, now, replan }, { civilId, name: { ar: nameAr, en: nameEn }, phone, kuwaiti });
  for (const worker of people.flatMap(({ workers }) => workers)) await seedWaiting(of, worker);
  return true;
}

/** The first rows of a database confirm nothing that was paid there. */
const nobodyPaid = async () => undefined;

/** As if it had been paid through a service whose desk files each renewal. */
async function seedWaiting({ db, vault, clock }: Seeded, { civilId, paidNotFiled }: SampleWorker): Promise<void> {
  if (paidNotFiled === undefined) return;
  const { from, until, paidOn } = paidNotFiled;
  const paidAt = new Date(`${paidOn}T08:00:00+03:00`);
  await db.transaction().execute(async (trx) => {
    const { id: worker_id } = await trx
      .selectFrom("workers")
      .select("id")
      .where("civil_id_index", "=", vault.civilIdIndex(civilId))
      .executeTakeFirstOrThrow();
    const { id: intent_id } = await trx
      .insertInto("intents")
      .values({
        effect_key: "demo:paid-not-filed",
        state: "paid",
        payer: "quick",
        chat: "demo",
        account_id: null,
        language: "ar",
        total_fils: 5000,
        fee_schedule: "kd5",
        quote_digest: "demo",
        terms_version: "demo",
        accepted_at: paidAt,
        opened_at: paidAt,
        expires_at: clock.now(),
        paid_at: paidAt,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    const number = formatReceiptNumber(paidAt.getUTCFullYear(), randomBytes(8));
    await trx.insertInto("receipts").values({ intent_id, attempt_id: null, number, issued_at: paidAt }).execute();
    const period = { worker_id, from_day: from, until_day: until };
    const { id: intent_line_id } = await trx
      .insertInto("intent_lines")
      .values({ ...period, intent_id, years: 1, fils: 5000, rule: "demo", source: "demo", certainty: "brief" })
      .returning("id")
      .executeTakeFirstOrThrow();
    await trx
      .insertInto("renewals")
      .values({ ...period, intent_line_id, state: "paid", paid_at: paidAt, changed_at: paidAt })
      .execute();
  });
}
