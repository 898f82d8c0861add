// Payers of renewals that are not filed by the promised day are told so, each once, with a new day.
import type { Transaction } from "kysely";
import type { TellOfDay } from "../../desk/daily-words.js";
import type { FilingNotices } from "../../desk/filing-notices.js";
import { isToFile } from "../../desk/filings.js";
import { filedBy, firstDayInTime } from "../../domain/filing-days.js";
import type { IsoDate } from "../../domain/iso-date.js";
import type { Holidays } from "../../domain/working-days.js";
import type { Db } from "../database.js";
import type { Ledger } from "../ledger.js";
import type { Schema } from "../schema.js";
import { holdRenewal, paidLine, tellPayer } from "./held-renewal.js";
import { paidBefore, toFile } from "./read-filings.js";

export type LateDeps = Pick<Ledger, "vault" | "render" | "clock"> & {
  readonly db: Db;
  readonly holidays: Holidays;
  readonly notices: Pick<FilingNotices, "late">;
};

/** @returns how many payers were told */
export function createTellLate(deps: LateDeps): TellOfDay {
  const { db, holidays } = deps;
  return async (today) => {
    const late = await readLate(db, today, holidays);
    let told = 0;
    // A transaction each: the renewal's lock is held for one message, and a fault costs that one alone.
    for (const id of late) if (await db.transaction().execute((trx) => tellOne(deps, trx, id, today))) told += 1;
    return told;
  };
}

/** What was paid before promises were kept has the day that would have been promised. */
async function readLate(db: Db, today: IsoDate, holidays: Holidays): Promise<readonly number[]> {
  const rows = await db
    .selectFrom("renewals")
    .select("id")
    .where("state", "in", toFile)
    .where("late_told_at", "is", null)
    .where((where) =>
      where.or([
        where("promised_day", "<", today),
        where.and([
          where("promised_day", "is", null),
          where("paid_at", "<", paidBefore(firstDayInTime(today, holidays))),
        ]),
      ]),
    )
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
}

async function tellOne(deps: LateDeps, trx: Transaction<Schema>, id: number, today: IsoDate): Promise<boolean> {
  const held = await holdRenewal(trx, id);
  // Issued or rejected since it was looked at: its payer knows better.
  if (held === undefined || !isToFile(held)) return false;
  const newDay = filedBy(today, deps.holidays);
  const { numUpdatedRows } = await trx
    .updateTable("renewals")
    .set({ promised_day: newDay, late_told_at: deps.clock.now() })
    .where("id", "=", id)
    .where("late_told_at", "is", null)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) return false;
  const message = deps.notices.late(await paidLine(deps, trx, held), held.state, newDay);
  await tellPayer(deps, trx, held, { about: "filing-late", message });
  return true;
}
