// The terms as they were offered: written once per version, never changed, found again by whoever accepted them.
import type { Kysely } from "kysely";
import { kuwaitDate } from "../domain/iso-date.js";
import type { OfferedTerms } from "../http/terms-page.js";
import type { Service } from "../journeys/world.js";
import type { Schema } from "./schema.js";

export type Kept =
  | { readonly ok: true }
  /** Another text was offered under this version: somebody may have accepted it. */
  | { readonly ok: false; readonly reason: "changed" };

/** Keeps what is offered from now on, before anybody can accept it. */
export async function keepTerms(
  db: Kysely<Schema>,
  { version, text }: Pick<Service["terms"], "version" | "text">,
  now: Date,
): Promise<Kept> {
  await db
    .insertInto("terms")
    .values({ version, ar: text.ar, en: text.en, first_offered_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const kept = await readTerms(db, version);
  const isSame = kept?.ar === text.ar && kept.en === text.en;
  return isSame ? { ok: true } : { ok: false, reason: "changed" };
}

export function createOfferedTerms(db: Kysely<Schema>): OfferedTerms {
  return {
    async find(version) {
      const kept = await readTerms(db, version);
      if (kept === undefined) return undefined;
      return { version, text: { ar: kept.ar, en: kept.en }, since: kuwaitDate(kept.first_offered_at) };
    },
  };
}

async function readTerms(db: Kysely<Schema>, version: string) {
  // Text in Postgres holds no NUL, and an address may.
  if (version.includes("\0")) return undefined;
  return db.selectFrom("terms").selectAll().where("version", "=", version).executeTakeFirst();
}
