// What was kept of people's words for want of room follows once somebody has their chat, or it is over: a few messages at a time, whenever those before them have gone out.
import { sql } from "kysely";
import type { Guard } from "../../desk/handoff.js";
import type { HandoffParts } from "./handoff-parts.js";
import { lockHandoff } from "./handoff-rows.js";
import { countUnderWay, showHeld } from "./held-words.js";
import { woken } from "./relays.js";

export async function showFollowing(of: HandoffParts, guard: Guard): Promise<void> {
  // Of each chat the first that has any; what waits in the queue is for whoever takes it.
  const { rows } = await sql<{ id: number }>`
    select id from (
      select distinct on (h.chat) h.id, h.state, h.card_outbox from handoffs h
      where h.id in (select handoff_id from relays where held_sealed is not null)
      order by h.chat, h.id
    ) as first where state <> 'queue' and card_outbox is not null order by id`.execute(of.db);
  for (const { id } of rows)
    await guard(id, () =>
      woken(of, () =>
        of.db.transaction().execute(async (trx) => {
          const row = await lockHandoff(trx, id);
          if (row?.card_outbox == null || row.state === "queue" || (await countUnderWay(trx, row.chat)) > 0) return;
          await showHeld(of, trx, row, of.clock.now());
        }),
      ),
    );
}
