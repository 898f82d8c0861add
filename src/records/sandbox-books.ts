// The sandbox gateway's books in the database: its own table, which nothing of ours reads or joins.
import type { Insertable, Selectable } from "kysely";
import type { SandboxBooks } from "../gateways/sandbox/books.js";
import { type Charge, type NewCharge, outcomes } from "../gateways/sandbox/charge.js";
import { languages } from "../words/line.js";
import type { Db } from "./database.js";
import type { Schema } from "./schema.js";
import type { Vault } from "./vault.js";

type Row = Selectable<Schema["sandbox_charges"]>;

export function createSandboxBooks(db: Db, vault: Vault): SandboxBooks {
  const write = (charge: NewCharge): Insertable<Schema["sandbox_charges"]> => ({
    reference: charge.reference,
    payment_id: charge.paymentId,
    fils: charge.fils,
    currency: charge.currency,
    language: charge.language,
    // The way back is a pay link, and whoever has it sees what it shows.
    return_url_sealed: vault.seal.seal(charge.returnUrl, "sandbox_charges.return_url_sealed"),
    callback_url: charge.callbackUrl,
    made_at: charge.madeAt,
  });

  const read = (row: Row): Charge => {
    const outcome = outcomes.find((each) => each === row.outcome);
    return {
      reference: row.reference,
      paymentId: row.payment_id,
      fils: row.fils,
      currency: row.currency,
      language: languages.find((each) => each === row.language) ?? "ar",
      returnUrl: vault.seal.open(row.return_url_sealed, "sandbox_charges.return_url_sealed"),
      callbackUrl: row.callback_url,
      madeAt: row.made_at,
      ...(outcome === undefined ? {} : { outcome }),
      ...(row.answers_at === null ? {} : { answersAt: row.answers_at }),
    };
  };

  const find = async (reference: string) => {
    const row = await db
      .selectFrom("sandbox_charges")
      .selectAll()
      .where("reference", "=", reference)
      .executeTakeFirst();
    return row && read(row);
  };

  return {
    find,
    async make(charge) {
      const made = await db
        .insertInto("sandbox_charges")
        .values(write(charge))
        .onConflict((conflict) => conflict.column("reference").doNothing())
        .returningAll()
        .executeTakeFirst();
      const kept = made === undefined ? await find(charge.reference) : read(made);
      if (kept === undefined) throw new Error("sandbox_charges: a row that was in the way is gone");
      return kept;
    },
    async answer(reference, outcome, answersAt) {
      const { numUpdatedRows } = await db
        .updateTable("sandbox_charges")
        .set({ outcome, answers_at: answersAt })
        .where("reference", "=", reference)
        .where("outcome", "is", null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async takeDue(now) {
      const due = await db
        .updateTable("sandbox_charges")
        .set({ told_at: now })
        .where("outcome", "=", "late")
        .where("answers_at", "<=", now)
        .where("told_at", "is", null)
        .returningAll()
        .execute();
      return due.map(read);
    },
  };
}
