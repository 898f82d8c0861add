// Overdue filings on the database: how many there are, and a word to each supervisor, once a day.

import { firstDayInTime } from "../../desk/filings.js";
import { type OverdueFilings, overdueView } from "../../desk/overdue-filings.js";
import { type IsoDate, kuwaitDate } from "../../domain/iso-date.js";
import type { Clock } from "../../journeys/clock.js";
import type { RenderView } from "../../messages/render-view.js";
import type { Language } from "../../words/line.js";
import type { Db } from "../database.js";
import { enqueue } from "../outbox.js";
import type { Vault } from "../vault.js";
import { paidBefore, toFile } from "./read-filings.js";
import { readSupervisors } from "./supervisors.js";

export function createOverdueFilings(of: {
  readonly db: Db;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly renderView: RenderView;
  /** In a chat where none was chosen. */
  readonly firstLanguage: Language;
}): OverdueFilings {
  const { db, vault, clock, renderView, firstLanguage } = of;
  return {
    tell: (today) =>
      db.transaction().execute(async (trx) => {
        const { n, oldest } = await readOverdue(trx, today);
        if (oldest === null) return n;
        const supervisors = await readSupervisors(trx);
        for (const { id, chat, language } of supervisors) {
          const message = renderView(overdueView(n, kuwaitDate(oldest)), language ?? firstLanguage);
          const effectKey = `overdue-filings:${today}:${id}`;
          await enqueue(trx, vault, { chat, kind: "desk", effectKey, message, now: clock.now() });
        }
        return n;
      }),
  };
}

export async function countOverdueFilings(db: Db, today: IsoDate): Promise<number> {
  return (await readOverdue(db, today)).n;
}

async function readOverdue(db: Db, today: IsoDate): Promise<{ readonly n: number; readonly oldest: Date | null }> {
  return db
    .selectFrom("renewals")
    .select(({ fn }) => [fn.countAll<number>().as("n"), fn.min("paid_at").as("oldest")])
    .where("state", "in", toFile)
    .where("paid_at", "<", paidBefore(firstDayInTime(today)))
    .executeTakeFirstOrThrow();
}
