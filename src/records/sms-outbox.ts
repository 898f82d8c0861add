// Codes that wait to be sent, as a table; one that is older than a code lives is never sent.
import { sql } from "kysely";
import type { Clock } from "../journeys/clock.js";
import type { SmsStore } from "../messages/sms.js";
import type { Db } from "./database.js";
import { codeMs } from "./proofs.js";
import type { Vault } from "./vault.js";

/** A call to the service ends well within this; a sender that has been silent for longer is dead. */
const sendingMs = 60_000;

export function createSmsStore(of: { readonly db: Db; readonly vault: Vault; readonly clock: Clock }): SmsStore {
  const { db, vault, clock } = of;
  return {
    async claim() {
      // Leases run on the database's own clock, on which all senders agree.
      const row = await db
        .updateTable("sms_outbox")
        .set({ state: "sending", leased_until: sql`clock_timestamp() + ${sendingMs} * interval '1 millisecond'` })
        .where("id", "=", (from) =>
          from
            .selectFrom("sms_outbox as next")
            .select("next.id")
            .where("next.state", "=", "waiting")
            .where("next.enqueued_at", ">", new Date(clock.now().getTime() - codeMs))
            .orderBy("next.id")
            .limit(1)
            .forUpdate()
            .skipLocked(),
        )
        .returning(["id", "phone_sealed", "text_sealed"])
        .executeTakeFirst();
      if (row === undefined) return undefined;
      return {
        id: String(row.id),
        to: vault.seal.open(row.phone_sealed, "sms_outbox.phone_sealed"),
        text: vault.seal.open(row.text_sealed, "sms_outbox.text_sealed"),
      };
    },

    async record(id, outcome) {
      await db
        .updateTable("sms_outbox")
        .set({ state: outcome, leased_until: null })
        .where("id", "=", Number(id))
        .execute();
    },

    async recoverCrashed() {
      const rows = await db
        .updateTable("sms_outbox")
        .set({ state: "unknown", leased_until: null })
        .where("state", "=", "sending")
        .where("leased_until", "<", sql<Date>`clock_timestamp()`)
        .returning("id")
        .execute();
      return rows.map(({ id }) => String(id));
    },
  };
}
