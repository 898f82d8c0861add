// What comes of a case while a chat waits or somebody has it is told in its place in the group, once: its card came before.
import { sql, type Transaction } from "kysely";
import type { Guard } from "../../desk/handoff.js";
import { caseNewsView } from "../../desk/handoff-card.js";
import type { Schema } from "../schema.js";
import { readTroubleOf } from "./card-money.js";
import { tellGroup } from "./desk-messages.js";
import type { HandoffParts } from "./handoff-parts.js";
import { lockHandoff } from "./handoff-rows.js";
import { woken } from "./relays.js";

/** What could not be told for so long is found by its own list, if it is money. */
const dayMs = 24 * 60 * 60 * 1000;

type News = { readonly handoff: number; readonly case: number };

export async function tellCaseNews(of: HandoffParts, guard: Guard): Promise<void> {
  const since = new Date(of.clock.now().getTime() - dayMs);
  const { rows } = await sql<News>`
    select e.handoff_id as handoff, e.case_id as case
    from handoff_events e join handoffs h on h.id = e.handoff_id
    where e.case_id is not null and e.at > ${since} and h.card_outbox is not null and h.close_reason is distinct from 'erased'
      and not exists (select from relays r where r.effect_key = 'handoff:' || h.id || ':case:' || e.case_id)
      and (e.id > coalesce(h.card_event, 0) or e.case_id is distinct from h.card_case)
    order by e.id`.execute(of.db);
  for (const news of rows)
    await guard(news.handoff, () => woken(of, () => of.db.transaction().execute((trx) => tell(of, trx, news))));
}

async function tell(of: HandoffParts, trx: Transaction<Schema>, { handoff, case: id }: News): Promise<void> {
  const row = await lockHandoff(trx, handoff);
  if (row?.card_outbox == null || row.close_reason === "erased") return;
  const { kind, trouble } = await readTroubleOf(trx, id);
  await tellGroup(of, trx, row, caseNewsView(kind, trouble), {
    key: `handoff:${handoff}:case:${id}`,
    now: of.clock.now(),
  });
}
