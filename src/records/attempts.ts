// Tries at a gateway: begun under lock, found again whatever happens in between, and settled by the gateway's word alone.
import { fils } from "../domain/kwd.js";
import type { AttemptBooks } from "../payments/books.js";
import { underWay } from "../payments/verdict.js";
import { beginAttempt, recordCreated } from "./begin-attempt.js";
import { toAttempt } from "./intent-records.js";
import type { Ledger } from "./ledger.js";
import { intentOfLink } from "./links.js";
import { settle } from "./settle.js";
import { tell } from "./tell.js";

/** Far longer than a gateway's timeout: whoever took a try to ask about it has asked by then, or is dead. */
const claimMs = 2 * 60 * 1000;

export function createAttemptBooks(ledger: Ledger): AttemptBooks {
  const { db, vault, clock } = ledger;
  return {
    begin: (token, gateway, reference) =>
      db.transaction().execute(async (trx) => {
        const intent = await intentOfLink(trx, token, ["pay"]);
        if (intent === undefined) return { ok: false, reason: "unknown-link" };
        return beginAttempt(ledger, trx, intent, { gateway, reference });
      }),

    created: (reference, created) => db.transaction().execute((trx) => recordCreated(ledger, trx, reference, created)),

    async byReference(reference) {
      const row = await db.selectFrom("attempts").selectAll().where("reference", "=", reference).executeTakeFirst();
      return row && toAttempt(vault, row);
    },

    settle: (reference, answer) => db.transaction().execute((trx) => settle(ledger, trx, reference, answer)),

    tellUnanswered: (reference) =>
      db.transaction().execute(async (trx) => {
        const row = await trx
          .selectFrom("attempts")
          .innerJoin("intents", "intents.id", "attempts.intent_id")
          .select(["attempts.id", "attempts.fils", "intents.chat", "intents.language"])
          .where("attempts.reference", "=", reference)
          .where("attempts.state", "in", underWay)
          // Held still: it must not be told after the end of the try is.
          .forUpdate("attempts")
          .executeTakeFirst();
        if (row === undefined) return;
        await tell(ledger, trx, row, `unanswered:${row.id}`, ledger.notices.unanswered(fils(row.fils)));
      }),

    async due(limit) {
      const now = clock.now();
      const rows = await db
        .updateTable("attempts")
        .set({ ask_next_at: new Date(now.getTime() + claimMs) })
        .where("id", "in", (from) =>
          from
            .selectFrom("attempts")
            .select("id")
            .where("ask_next_at", "<=", now)
            .orderBy("ask_next_at")
            .limit(limit)
            .forUpdate()
            .skipLocked(),
        )
        .returning("reference")
        .execute();
      return rows.map(({ reference }) => reference);
    },
  };
}
