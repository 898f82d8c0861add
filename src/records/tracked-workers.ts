// Workers whom a person only follows: what they told, kept for them alone; it never blocks, proves or opens anything.
import { sql, type Transaction } from "kysely";
import type { KnownCover } from "../domain/cover.js";
import { type IsoDate, kuwaitDate } from "../domain/iso-date.js";
import { domesticWorkerArticle } from "../domain/places.js";
import type { Told, Worker } from "../journeys/workers-port.js";
import { nameAsTyped } from "./accounts.js";
import type { Db } from "./database.js";
import type { Schema } from "./schema.js";
import { identify, openCivilId, openName, sealName } from "./sealed-person.js";
import type { Vault } from "./vault.js";
import { rowOfWorkerId, workerId } from "./worker-id.js";

export async function readTracked(db: Db, vault: Vault, chat: string): Promise<readonly Worker[]> {
  const held = await db.selectFrom("chats").select("account_id").where("chat", "=", chat).executeTakeFirst();
  return readTrackedBy(db, vault, held?.account_id == null ? [] : [held.account_id]);
}

/** What was told in accounts, in whichever chats they are. */
export async function readTrackedBy(db: Db, vault: Vault, accounts: readonly number[]): Promise<readonly Worker[]> {
  const rows = await db
    .selectFrom("tracked_workers")
    .selectAll()
    .where("account_id", "=", sql<number>`any(${[...accounts]}::bigint[])`)
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: workerId("told", row.id),
    source: "told",
    civilId: openCivilId(vault, row.civil_id_sealed, "tracked_workers.civil_id_sealed"),
    name: openName(vault, row.name_sealed, "tracked_workers.name_sealed"),
    article: domesticWorkerArticle,
    inKuwait: true,
    covers: row.until_day === null ? [] : [toldCover(row.until_day as IsoDate, kuwaitDate(row.told_at))],
    waiting: [],
  }));
}

/** Only its end was told: it is known to run on the day it was told, if it had not ended. */
function toldCover(until: IsoDate, toldOn: IsoDate): KnownCover {
  return { from: until < toldOn ? until : toldOn, until, source: "told", knownAt: toldOn };
}

/** Told twice is told anew. @throws without an account: journeys ask for one first */
export async function track(
  trx: Transaction<Schema>,
  vault: Vault,
  { chat, told, now }: { readonly chat: string; readonly told: Told; readonly now: Date },
): Promise<{ readonly id: string }> {
  const { account_id } = await trx
    .selectFrom("chats")
    .select("account_id")
    .where("chat", "=", chat)
    .where("account_id", "is not", null)
    .$narrowType<{ account_id: number }>()
    .executeTakeFirstOrThrow();
  const what = {
    name_sealed: sealName(vault, nameAsTyped(told.name), "tracked_workers.name_sealed"),
    until_day: told.coverUntil ?? null,
    told_at: now,
  };
  const { id } = await trx
    .insertInto("tracked_workers")
    .values({ account_id, ...identify(vault, told.civilId, "tracked_workers.civil_id_sealed"), ...what })
    .onConflict((conflict) => conflict.columns(["account_id", "civil_id_index"]).doUpdateSet(what))
    .returning("id")
    .executeTakeFirstOrThrow();
  return { id: workerId("told", id) };
}

export async function untrack(trx: Transaction<Schema>, chat: string, id: string): Promise<void> {
  const gone = await trx
    .deleteFrom("tracked_workers")
    .where("id", "=", rowOfWorkerId("told", id) ?? 0)
    .where("account_id", "in", (from) => from.selectFrom("chats").select("account_id").where("chat", "=", chat))
    .returning("id")
    .executeTakeFirst();
  if (gone !== undefined) await trx.deleteFrom("reminder_answers").where("worker", "=", id).execute();
}
