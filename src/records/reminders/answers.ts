// What a person says to a reminder of one worker: kept, so that it holds until it is taken back, and then exactly that is taken back.
import { sql, type Transaction } from "kysely";
import { type IsoDate, kuwaitDate } from "../../domain/iso-date.js";
import type { Answered, ReminderAnswer } from "../../journeys/reminders-port.js";
import { closeCase, openCase } from "../cases.js";
import type { Schema } from "../schema.js";
import { rowOfWorkerId } from "../worker-id.js";
import { isSaidBy, readOwnWorker } from "./facts.js";
import type { Person } from "./persons.js";

export type Act = {
  readonly chat: string;
  readonly person: Person;
  readonly worker: string;
  readonly effectKey: string;
  readonly now: Date;
};

/** @returns whether anything was kept: not for a worker who is not the person's own, and once under its key */
export async function keepAnswer(
  trx: Transaction<Schema>,
  { chat, person, worker, effectKey, now }: Act,
  answer: ReminderAnswer,
): Promise<boolean> {
  const own = await readOwnWorker(trx, person, worker);
  if (own === undefined) return false;
  const tracked = await readTold(trx, worker);
  const isRenewed = answer.kind === "renewed";
  const kept = await trx
    .insertInto("reminder_answers")
    .values({
      person: person.id,
      worker,
      kind: answer.kind,
      day: isRenewed ? answer.until : answer.kind === "later" ? answer.on : null,
      of_end: own.end ?? null,
      before_day: isRenewed ? (tracked?.until_day ?? null) : null,
      before_at: isRenewed ? (tracked?.told_at ?? null) : null,
      at: now,
      effect_key: effectKey,
    })
    .onConflict((conflict) => conflict.column("effect_key").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (kept === undefined) return false;
  if (isRenewed) {
    await trx
      .updateTable("tracked_workers")
      .set({ until_day: answer.until, told_at: now })
      .where("id", "=", rowOfWorkerId("told", worker) ?? 0)
      .execute();
    await writeToldCover(trx, person, worker);
  }
  const onRecord = rowOfWorkerId("record", worker);
  if (answer.kind === "not-mine" && onRecord !== undefined) {
    const of = { kind: "not-mine", effectKey: caseKey(kept.id), worker: onRecord, chat, detail: {} } as const;
    await openCase(trx, of, now);
  }
  return true;
}

/** Takes the newest answer back that was not yet; what it had told goes with it. Once under its key. */
export async function takeBack(trx: Transaction<Schema>, { person, worker, effectKey, now }: Act): Promise<boolean> {
  if ((await readOwnWorker(trx, person, worker)) === undefined) return false;
  const newest = await trx
    .selectFrom("reminder_answers")
    .selectAll()
    .where("worker", "=", worker)
    .where("undone_at", "is", null)
    .where((where) =>
      where.not(
        where.exists(where.selectFrom("reminder_answers as a").select("a.id").where("a.undone_by", "=", effectKey)),
      ),
    )
    .orderBy("id", "desc")
    .execute();
  const answer = newest.find((each) => isSaidBy(person, each));
  if (answer === undefined) return false;
  await trx
    .updateTable("reminder_answers")
    .set({ undone_at: now, undone_by: effectKey })
    .where("id", "=", answer.id)
    .execute();
  if (answer.kind === "renewed") {
    // Unless something else was told since.
    await trx
      .updateTable("tracked_workers")
      .set({ until_day: answer.before_day, told_at: answer.before_at ?? answer.at })
      .where("id", "=", rowOfWorkerId("told", worker) ?? 0)
      .where("until_day", "=", answer.day)
      .execute();
    await writeToldCover(trx, person, worker);
  }
  if (answer.kind === "not-mine") await closeCase(trx, caseKey(answer.id), "taken-back", now);
  return true;
}

const caseKey = (answer: number) => `not-mine:answer:${answer}`;

async function readTold(trx: Transaction<Schema>, worker: string) {
  return trx
    .selectFrom("tracked_workers")
    .select(["until_day", "told_at"])
    .where("id", "=", rowOfWorkerId("told", worker) ?? 0)
    .executeTakeFirst();
}

/** The newest answer that told of a renewal, and was not taken back, is a cover as told; one at a time. */
async function writeToldCover(trx: Transaction<Schema>, { id }: Person, worker: string): Promise<void> {
  const row = rowOfWorkerId("record", worker);
  if (row === undefined) return;
  await trx
    .deleteFrom("covers")
    .where("answer_id", "in", (from) =>
      from.selectFrom("reminder_answers").select("id").where("person", "=", id).where("worker", "=", worker),
    )
    .execute();
  const told = await trx
    .selectFrom("reminder_answers")
    .select(["id", "day", "at"])
    .where("person", "=", id)
    .where("worker", "=", worker)
    .where("kind", "=", "renewed")
    .where("undone_at", "is", null)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  if (told?.day == null) return;
  const at = kuwaitDate(told.at);
  await trx
    .insertInto("covers")
    .values({
      worker_id: row,
      from_day: told.day < at ? told.day : at,
      until_day: told.day,
      source: "told",
      known_at: told.at,
      answer_id: told.id,
    })
    .execute();
}

/** The newest answer about each of the person's workers. */
export async function readAnswered(trx: Transaction<Schema>, person: Person): Promise<readonly Answered[]> {
  const { rows } = await sql<{ worker: string; kind: ReminderAnswer["kind"]; day: IsoDate | null }>`
    select distinct on (worker) worker, kind, day from reminder_answers
    where undone_at is null and (
      (person = ${person.id} and worker in (select 'w' || id from workers where sponsor_id = ${person.sponsor ?? 0}))
      or worker in (select 't' || id from tracked_workers where account_id = any(${[...person.accounts]}::bigint[]))
    )
    order by worker, id desc`.execute(trx);
  return rows.map(({ worker, kind, day }) => ({ worker, answer: toAnswer(kind, day) }));
}

function toAnswer(kind: ReminderAnswer["kind"], day: IsoDate | null): ReminderAnswer {
  // The days are there: nothing else writes these rows.
  if (kind === "renewed") return { kind, until: day as IsoDate };
  if (kind === "later") return { kind, on: day as IsoDate };
  return { kind };
}

/** When workers go to another sponsor, what the former one told of them goes. */
export async function forgetAnswersAbout(
  trx: Transaction<Schema>,
  told: readonly { readonly worker: string; readonly person: string }[],
): Promise<void> {
  if (told.length === 0) return;
  await sql`delete from reminder_answers a using unnest(
      ${told.map(({ worker }) => worker)}::text[], ${told.map(({ person }) => person)}::text[]) as t (worker, person)
    where a.worker = t.worker and a.person = t.person`.execute(trx);
}
