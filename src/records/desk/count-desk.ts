// How the desk stands, for operators: what waits there, and what is late or lost. One statement, by the indexes of what is open.
import { sql } from "kysely";
import { handoffPatience } from "../../domain/handoff.js";
import type { Db } from "../database.js";
import { owedBack } from "./owed-money.js";

export async function countDesk(db: Db, now: Date): Promise<ReadonlyMap<string, number>> {
  const unclaimedSince = new Date(now.getTime() - handoffPatience.unclaimedMinutes * 60_000);
  const { rows } = await sql<Record<string, number>>`
    select
      count(*) filter (where state = 'queue')::int as "handoffs-waiting",
      count(*) filter (where state = 'agent')::int as "handoffs-owned",
      count(*) filter (where state = 'queue' and coalesce(last_word_at, opened_at) <= ${unclaimedSince})::int as "handoffs-unclaimed",
      count(*) filter (where card_outbox is null)::int as "handoffs-without-card",
      (select count(*)::int from outbox o join relays r on r.outbox_id = o.id
        where o.kind = 'desk' and o.state in ('failed', 'unknown') and r.lost = 0) as "words-lost",
      (select count(*)::int from ${owedBack} as owed) as "owed-back"
    from handoffs where state <> 'bot'`.execute(db);
  return new Map(Object.entries(rows[0] ?? {}));
}
