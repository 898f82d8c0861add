// The times of chats that needed a person, on the database.
import type { DeskStats } from "../../desk/stats.js";
import type { Db } from "../database.js";
import type { Vault } from "../vault.js";

export function createDeskStats({ db, vault }: { readonly db: Db; readonly vault: Vault }): DeskStats {
  return {
    async since(instant) {
      const all = db
        .selectFrom("handoffs")
        .leftJoin("staff", "staff.id", "handoffs.staff_id")
        .select([
          "handoffs.state",
          "handoffs.opened_at",
          "handoffs.first_answer_at",
          "handoffs.closed_at",
          "staff.id as staff_id",
          "staff.name_sealed",
        ]);
      const rows = await all
        .where((where) => where.or([where("opened_at", ">=", instant), where("handoffs.state", "<>", "bot")]))
        .execute();
      const names = new Map<number, string>();
      for (const { staff_id, name_sealed } of rows)
        if (staff_id !== null && name_sealed !== null && !names.has(staff_id))
          names.set(staff_id, vault.seal.open(name_sealed, "staff.name_sealed"));
      return rows.map(({ state, opened_at, first_answer_at, closed_at, staff_id }) => {
        const name = names.get(staff_id ?? 0);
        return {
          state,
          openedAt: opened_at,
          firstAnswerAt: first_answer_at ?? undefined,
          closedAt: closed_at ?? undefined,
          staff: staff_id === null || name === undefined ? undefined : { id: staff_id, name },
        };
      });
    },
  };
}
