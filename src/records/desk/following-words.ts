// Of chats that somebody has: what was kept for want of room follows, a few messages at a time, whenever those before it have gone out.
import type { Guard } from "../../desk/handoff.js";
import type { HandoffParts } from "./handoff-parts.js";
import { lockHandoff } from "./handoff-rows.js";
import { countUnderWay, mostFollowing, showHeld } from "./held-words.js";
import { woken } from "./relays.js";

export async function showFollowing(of: HandoffParts, guard: Guard): Promise<void> {
  const rows = await of.db
    .selectFrom("relays")
    .innerJoin("handoffs", "handoffs.id", "relays.handoff_id")
    .select("handoffs.id")
    .where("relays.held_sealed", "is not", null)
    .where("handoffs.state", "=", "agent")
    .distinct()
    .execute();
  for (const { id } of rows)
    await guard(id, () =>
      woken(of, () =>
        of.db.transaction().execute(async (trx) => {
          const row = await lockHandoff(trx, id);
          if (row?.state !== "agent" || (await countUnderWay(trx, id)) > 0) return;
          await showHeld(of, trx, row, of.clock.now(), mostFollowing);
        }),
      ),
    );
}
