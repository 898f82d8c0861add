// Money that is owed back, on the database: paid renewals that were not taken, and payments that could not count; told until it is given back.
import { type Kysely, sql } from "kysely";
import type { TellOfDay } from "../../desk/daily-words.js";
import { mostOwedShown, owedMoneyView } from "../../desk/owed-money.js";
import { kuwaitDate } from "../../domain/iso-date.js";
import type { Clock } from "../../journeys/clock.js";
import { conflicts } from "../../payments/verdict.js";
import type { Db } from "../database.js";
import type { Schema } from "../schema.js";
import { type SupervisorWords, writeToSupervisors } from "./supervisors.js";

export function createTellOwed(of: SupervisorWords & { readonly db: Db; readonly clock: Clock }): TellOfDay {
  return (today) =>
    of.db.transaction().execute(async (trx) => {
      const rows = await readOwed(trx);
      const total = rows[0]?.total ?? 0;
      const owed = rows.map(({ found, since }) => ({ found, since: kuwaitDate(since) }));
      const sent = { key: `owed-money:${today}`, now: of.clock.now() };
      if (total > 0) await writeToSupervisors(of, trx, owedMoneyView(owed, total), sent);
      return total;
    });
}

/** As a table of a statement: a row for each payment, of all that is owed of it. */
export const owedBack = sql`(
  select receipts.number as found, min(renewals.changed_at) as since
    from renewals join intent_lines on intent_lines.id = renewals.intent_line_id
    join receipts on receipts.intent_id = intent_lines.intent_id
    where renewals.state = 'refund-due' and intent_lines.fils > 0
    group by receipts.number
  union all
  select attempts.reference, cases.opened_at
    from cases join attempts on attempts.id = cases.attempt_id
    where cases.state = 'open' and cases.renewal_id is null and attempts.state = 'conflicted'
      and cases.kind in (${sql.join(conflicts)})
)`;

async function readOwed(db: Kysely<Schema>) {
  const { rows } = await sql<{ found: string; since: Date; total: number }>`
    select found, since, count(*) over ()::int as total from ${owedBack} as owed
    order by since, found limit ${mostOwedShown}`.execute(db);
  return rows;
}
