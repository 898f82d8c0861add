// The times of chats that needed a person, and who helped, on the database.
import type { DeskStats } from "../../desk/stats.js";
import type { Db } from "../database.js";
import type { Vault } from "../vault.js";

export function createDeskStats({ db, vault }: { readonly db: Db; readonly vault: Vault }): DeskStats {
  return {
    async since(instant) {
      const all = db
        .selectFrom("handoffs")
        .leftJoin("handoff_events", (join) =>
          join.onRef("handoff_events.handoff_id", "=", "handoffs.id").on("handoff_events.event", "=", "closed"),
        )
        .select([
          "handoffs.state",
          "handoffs.opened_at",
          "handoffs.first_answer_at",
          "handoffs.first_answer_by",
          "handoffs.closed_at",
          "handoffs.staff_id",
          "handoffs.helped",
          "handoff_events.staff_id as closed_by",
        ]);
      const rows = await all
        .where((where) => where.or([where("opened_at", ">=", instant), where("handoffs.state", "<>", "bot")]))
        .execute();
      const staff = rows.length === 0 ? [] : await db.selectFrom("staff").select(["id", "name_sealed"]).execute();
      const helpers = new Map(
        staff.map(({ id, name_sealed }) => [id, { id, name: vault.seal.open(name_sealed, "staff.name_sealed") }]),
      );
      const helper = (id: number | null) => (id === null ? undefined : helpers.get(id));
      return rows.map((row) => ({
        state: row.state,
        openedAt: row.opened_at,
        firstAnswerAt: row.first_answer_at ?? undefined,
        closedAt: row.closed_at ?? undefined,
        owner: helper(row.staff_id),
        answeredBy: helper(row.first_answer_by),
        closedBy: helper(row.closed_by),
        helped: row.helped ?? undefined,
      }));
    },
  };
}
