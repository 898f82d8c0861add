// Planning goes by the operator's rules: when they were changed, everybody's reminders are planned anew, some persons at a time.
import { sql } from "kysely";
import type { ReminderRules } from "../../domain/reminder.js";
import type { Clock } from "../../journeys/clock.js";
import type { Db } from "../database.js";
import type { Replan } from "./replan.js";

/** In one transaction: some hundred milliseconds and some megabytes, however many persons there are. */
const accountsAtOnce = 200;

const metaName = "reminder-rules";

export type FollowRules = {
  readonly db: Db;
  readonly replan: Replan;
  readonly rules: ReminderRules;
  readonly clock: Clock;
};

/** Also the first time. Two processes may do it at once, and one that dies in the middle is made up for by the next start. */
export async function followRules(of: FollowRules): Promise<void> {
  const { db, rules } = of;
  const value = JSON.stringify(rules);
  const known = await db.selectFrom("meta").select("value").where("name", "=", metaName).executeTakeFirst();
  if (known?.value === value) return;
  await replanAll(of);
  await db
    .insertInto("meta")
    .values({ name: metaName, value })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ value }))
    .execute();
}

async function replanAll({ db, replan, clock }: FollowRules): Promise<void> {
  let last = 0;
  for (;;) {
    const { rows } = await sql<{ id: number }>`
      select id from accounts where id > ${last} order by id limit ${accountsAtOnce}`.execute(db);
    const accounts = rows.map(({ id }) => id);
    if (accounts.length === 0) return;
    await db.transaction().execute((trx) => replan(trx, { accounts }, clock.now()));
    last = accounts.at(-1) ?? last;
  }
}
