// The book of updates that our own code failed on: counted, and with the fifth fault set aside, sealed, for operators.
import { sql } from "kysely";
import type { TroubledUpdates } from "../turns/faults.js";
import type { Db } from "./database.js";
import type { Vault } from "./vault.js";

/** A fault that a restart or a deploy mends is gone by then; anything else would come back for a day. */
const mostFaults = 5;

export function createTroubledUpdates({ db, vault }: { readonly db: Db; readonly vault: Vault }): TroubledUpdates {
  return {
    async count(chat, update, input, now) {
      const sealed = vault.seal.seal(JSON.stringify(input), "troubled_updates.input_sealed");
      const { rows } = await sql<{ parked: boolean }>`
        insert into troubled_updates as known (chat, update_id, faults, last_at) values (${chat}, ${update}, 1, ${now})
        on conflict (chat, update_id) do update set
          faults = known.faults + 1,
          last_at = excluded.last_at,
          parked_at = case when known.faults + 1 >= ${sql.lit(mostFaults)} then excluded.last_at end,
          input_sealed = case when known.faults + 1 >= ${sql.lit(mostFaults)} then ${sealed}::bytea end
        returning parked_at is not null as parked`.execute(db);
      return rows[0]?.parked === true ? "parked" : "again";
    },
  };
}
