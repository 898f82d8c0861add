// Chats that wait for a person because of a case alone, and whose case has ended: nobody needs to take them any more.
import type { Kysely } from "kysely";
import type { Schema } from "../schema.js";

export async function readCaseOver(db: Kysely<Schema>): Promise<ReadonlySet<number>> {
  const rows = await db
    .selectFrom("handoffs")
    .innerJoin("cases", "cases.id", "handoffs.case_id")
    .select("handoffs.id")
    .where("handoffs.state", "=", "queue")
    .where("handoffs.reason", "in", ["payment", "not-mine"])
    .where("cases.state", "=", "closed")
    // Nor did the person ask for somebody since, write to whoever would come, or anything else come of which they are to be told.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("relays")
            .select("relays.id")
            .whereRef("relays.handoff_id", "=", "handoffs.id")
            .where("relays.to_person", "=", false)
            .where("relays.source_message", "!=", ""),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("handoff_events")
            .select("handoff_events.id")
            .whereRef("handoff_events.handoff_id", "=", "handoffs.id")
            .where("handoff_events.event", "=", "needed-again"),
        ),
      ),
    )
    .execute();
  return new Set(rows.map(({ id }) => id));
}
