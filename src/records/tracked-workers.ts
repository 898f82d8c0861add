// Workers whom a person only follows: what they told, kept for them alone; it never blocks, proves or opens anything.
import { sql, type Transaction } from "kysely";
import type { KnownCover } from "../domain/cover.js";
import { type IsoDate, kuwaitDate } from "../domain/iso-date.js";
import { domesticWorkerArticle } from "../domain/places.js";
import type { Told, Worker } from "../journeys/workers-port.js";
import { nameAsTyped } from "./accounts.js";
import type { Db } from "./database.js";
import { personOf } from "./reminders/persons.js";
import type { Schema } from "./schema.js";
import { identify, openCivilId, openName, sealName } from "./sealed-person.js";
import type { Vault } from "./vault.js";
import { rowOfWorkerId, workerId } from "./worker-id.js";

/** What this chat's person told, in whichever of their chats; each worker once. */
export async function readTracked(db: Db, vault: Vault, chat: string): Promise<readonly Worker[]> {
  const tracked = await readTrackedBy(db, vault, (await personOf(db, chat))?.accounts ?? []);
  return tracked.filter(({ civilId }, place) => tracked.findIndex((each) => each.civilId === civilId) === place);
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

/** In whichever of this person's chats the worker was told. */
export async function untrack(trx: Transaction<Schema>, chat: string, id: string): Promise<void> {
  const accounts = [...((await personOf(trx, chat))?.accounts ?? [])];
  const gone = await trx
    .deleteFrom("tracked_workers")
    .where("account_id", "=", sql<number>`any(${accounts}::bigint[])`)
    .where("civil_id_index", "in", (from) =>
      from
        .selectFrom("tracked_workers")
        .select("civil_id_index")
        .where("id", "=", rowOfWorkerId("told", id) ?? 0)
        .where("account_id", "=", sql<number>`any(${accounts}::bigint[])`),
    )
    .returning("id")
    .execute();
  const workers = gone.map((row) => workerId("told", row.id));
  if (workers.length > 0) await trx.deleteFrom("reminder_answers").where("worker", "in", workers).execute();
}
