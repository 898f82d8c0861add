// Overdue filings on the database: each becomes a case when it is noticed, and supervisors get a word of how many there are, once a day.
import type { Transaction } from "kysely";
import type { TellOfDay } from "../../desk/daily-words.js";
import { overdueView } from "../../desk/overdue-filings.js";
import { firstDayInTime } from "../../domain/filing-days.js";
import { type IsoDate, kuwaitDate } from "../../domain/iso-date.js";
import type { Holidays } from "../../domain/working-days.js";
import type { Clock } from "../../journeys/clock.js";
import { openCase, overdueKey } from "../cases.js";
import type { Db } from "../database.js";
import type { Schema } from "../schema.js";
import { lockWorkers } from "../taken.js";
import { paidBefore, toFile } from "./read-filings.js";
import { type SupervisorWords, writeToSupervisors } from "./supervisors.js";

export function createTellOverdue(
  of: SupervisorWords & { readonly db: Db; readonly clock: Clock; readonly holidays: Holidays },
): TellOfDay {
  return (today) =>
    of.db.transaction().execute(async (trx) => {
      const before = firstDayInTime(today, of.holidays);
      const { n, oldest } = await readOverdue(trx, before);
      if (oldest === null) return n;
      const now = of.clock.now();
      await openCases(trx, before, now);
      const sent = { key: `overdue-filings:${today}`, now };
      await writeToSupervisors(of, trx, overdueView(n, kuwaitDate(oldest)), sent);
      return n;
    });
}

export async function countOverdueFilings(db: Db, today: IsoDate, holidays: Holidays): Promise<number> {
  return (await readOverdue(db, firstDayInTime(today, holidays))).n;
}

/** Each once. Under the workers' locks, as whoever files or imports: what is issued meanwhile is late no more. */
async function openCases(trx: Transaction<Schema>, before: IsoDate, now: Date): Promise<void> {
  const found = await readCaseless(trx, before);
  if (found.length === 0) return;
  await lockWorkers(
    trx,
    found.map(({ worker }) => worker),
  );
  const locked = new Set(found.map(({ id }) => id));
  for (const { id, worker } of await readCaseless(trx, before)) {
    if (!locked.has(id)) continue;
    await openCase(trx, { kind: "filing-overdue", effectKey: overdueKey(id), renewal: id, worker, detail: {} }, now);
  }
}

function readCaseless(trx: Transaction<Schema>, before: IsoDate) {
  return overdue(trx, before)
    .select(["id", "worker_id as worker"])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("cases")
            .select("cases.id")
            .whereRef("cases.renewal_id", "=", "renewals.id")
            .where("cases.kind", "=", "filing-overdue"),
        ),
      ),
    )
    .orderBy("id")
    .execute();
}

async function readOverdue(db: Db, before: IsoDate): Promise<{ readonly n: number; readonly oldest: Date | null }> {
  return overdue(db, before)
    .select(({ fn }) => [fn.countAll<number>().as("n"), fn.min("paid_at").as("oldest")])
    .executeTakeFirstOrThrow();
}

function overdue(db: Db, before: IsoDate) {
  return db.selectFrom("renewals").where("state", "in", toFile).where("paid_at", "<", paidBefore(before));
}
