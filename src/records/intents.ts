// Intents: what is owed, opened once under its key, found by link or payer, and closed when its time is over.
import { type IntentState, intentTable, nextIntent } from "../domain/payment.js";
import type { IntentBooks } from "../payments/books.js";
import { underWay } from "../payments/verdict.js";
import { holdFence } from "./fence.js";
import { intentsOf, isOfDraft, readIntents } from "./intent-records.js";
import type { Ledger } from "./ledger.js";
import { intentOfLink } from "./links.js";
import { openIntent } from "./open-intent.js";

const payable: readonly IntentState[] = ["open", "paying"];
const expiring = intentTable
  .filter(({ event, from, to }) => event === "expired" && from !== to)
  .map(({ from }) => from);

export function createIntentBooks(ledger: Ledger): IntentBooks {
  const { db, clock, mintLink } = ledger;
  return {
    open: (key, order, payer) => db.transaction().execute((trx) => openIntent(ledger, trx, key, order, payer)),

    async hasAccepted(version, key, { account, fence }) {
      if (account === undefined) return false;
      const accepted = await db
        .selectFrom("intents")
        .select("id")
        .where("account_id", "=", Number(account))
        .where("terms_version", "=", version)
        // A turn that is repeated after a crash shows what it showed before.
        .where((where) => where.not(isOfDraft(where, fence.chat, key)))
        .limit(1)
        .executeTakeFirst();
      return accepted !== undefined;
    },

    async byToken(token) {
      const id = await intentOfLink(db, token, ["pay"]);
      if (id === undefined) return undefined;
      const [intent] = await readIntents(ledger, db, [id]);
      return intent;
    },

    async unpaidOf(payer) {
      const rows = await intentsOf(db, payer)
        .select("id")
        .where("state", "<>", "paid")
        .where((where) =>
          where.or([
            where.and([where("state", "in", payable), where("expires_at", ">", clock.now())]),
            where.exists(
              where
                .selectFrom("attempts")
                .select("attempts.id")
                .whereRef("attempts.intent_id", "=", "intents.id")
                .where("attempts.state", "in", underWay),
            ),
          ]),
        )
        .orderBy("id", "desc")
        .execute();
      return readIntents(
        ledger,
        db,
        rows.map(({ id }) => id),
      );
    },

    link: (intent, payer) =>
      db.transaction().execute(async (trx) => {
        await holdFence(trx, payer.fence);
        const now = clock.now();
        const row = await intentsOf(trx, payer)
          .select("id")
          .where("id", "=", intent)
          .where("state", "in", payable)
          .where("expires_at", ">", now)
          .executeTakeFirst();
        return row && { url: await mintLink(trx, "pay", row.id, now) };
      }),

    async expire() {
      for (const from of expiring) {
        const to = nextIntent(from, "expired");
        if (to === undefined) continue;
        await db
          .updateTable("intents")
          .set({ state: to })
          .where("state", "=", from)
          .where("expires_at", "<=", clock.now())
          .execute();
      }
    },
  };
}
