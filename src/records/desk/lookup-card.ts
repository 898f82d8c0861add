// Reads a sponsor's card: what the staff may see of a household without being asked, in a few statements, each by an index.
import { type Selectable, type SqlBool, sql, type Transaction } from "kysely";
import type { CardAnswer, CardPayment, CardRenewal, CardWorker, Cut, LookupCard, Masked } from "../../desk/lookup.js";
import { maskCivilId } from "../../domain/civil-id.js";
import { type IsoDate, kuwaitDate } from "../../domain/iso-date.js";
import { fils } from "../../domain/kwd.js";
import type { AttemptState } from "../../domain/payment.js";
import { initials } from "../../domain/person-name.js";
import { maskPhone, type Phone } from "../../domain/phone.js";
import type { RenewalState } from "../../domain/renewal.js";
import type { Worker } from "../../journeys/workers-port.js";
import { readHousehold } from "../household.js";
import { stateNow } from "../intent-records.js";
import { findPersons } from "../reminders/persons.js";
import type { Schema } from "../schema.js";
import type { Vault } from "../vault.js";
import { workerId } from "../worker-id.js";
import { maskRow } from "./mask.js";
import { readOpenCases } from "./open-cases.js";

/** So many of each list are shown: a card is read while somebody waits on the phone. */
const mostWorkers = 4;
const mostOfEach = 3;

export async function readCard(
  trx: Transaction<Schema>,
  vault: Vault,
  of: { readonly sponsor: number; readonly worker: number | undefined; readonly now: Date },
): Promise<LookupCard> {
  const sponsor = await trx.selectFrom("sponsors").selectAll().where("id", "=", of.sponsor).executeTakeFirstOrThrow();
  const { workers } = await readHousehold(trx, vault, sql<SqlBool>`s.id = ${of.sponsor}`);
  const asked = of.worker === undefined ? undefined : workerId("record", of.worker);
  const masked = new Map(workers.map((worker) => [worker.id, maskWorker(worker)]));
  const nobody: Masked = { name: {}, lastFour: "" };
  const whoIs = (worker: string): Masked => masked.get(worker) ?? nobody;
  const persons = await findPersons(trx, { sponsors: [of.sponsor] });
  const chats = persons.find(({ id }) => id === `s${of.sponsor}`)?.chats ?? [];
  return {
    sponsorId: of.sponsor,
    sponsor: maskRow(vault, "sponsors", sponsor),
    phoneDigits: maskPhone(vault.seal.open(sponsor.phone_sealed, "sponsors.phone_sealed") as Phone),
    importedOn: kuwaitDate(sponsor.imported_at),
    phoneCorrectedOn: await readCorrectedOn(trx, sponsor),
    chats: chats.filter(({ isReachable }) => isReachable).length,
    workers: cut(
      workers
        .toSorted((a, b) => Number(b.id === asked) - Number(a.id === asked))
        .map((worker): CardWorker => ({ who: whoIs(worker.id), covers: worker.covers, waiting: worker.waiting })),
      mostWorkers,
    ),
    renewals: await readRenewals(trx, of.sponsor, whoIs),
    payments: await readPayments(trx, of.sponsor, of.now),
    reminders: await readReminding(trx, vault, of.sponsor, whoIs),
    cases: await readOpenCases(trx, vault, of.sponsor, mostOfEach),
  };
}

/** An import that came later has brought its own, be it the same. */
async function readCorrectedOn(
  trx: Transaction<Schema>,
  { id, phone_index, imported_at }: Pick<Selectable<Schema["sponsors"]>, "id" | "phone_index" | "imported_at">,
): Promise<IsoDate | undefined> {
  const row = await trx
    .selectFrom("phone_corrections")
    .select(({ fn }) => fn.max("confirmed_at").as("at"))
    .where("sponsor_id", "=", id)
    .where("phone_index", "=", phone_index)
    .where("confirmed_at", ">=", imported_at)
    .executeTakeFirst();
  return row?.at == null ? undefined : kuwaitDate(row.at);
}

function maskWorker({ name, civilId }: Pick<Worker, "name" | "civilId">): Masked {
  return {
    name: { ar: name.ar && initials(name.ar), en: name.en && initials(name.en) },
    lastFour: maskCivilId(civilId),
  };
}

function cut<T>(all: readonly T[], most = mostOfEach, total = all.length): Cut<T> {
  const shown = all.slice(0, most);
  return { shown, more: total - shown.length };
}

/** How many rows there are beside those that a limit lets through. */
const total = sql<number>`count(*) over ()::int`;

async function readRenewals(
  trx: Transaction<Schema>,
  sponsor: number,
  whoIs: (worker: string) => Masked,
): Promise<Cut<CardRenewal>> {
  const rows = await trx
    .selectFrom("renewals")
    .innerJoin("workers", "workers.id", "renewals.worker_id")
    .selectAll("renewals")
    .select(total.as("total"))
    .where("workers.sponsor_id", "=", sponsor)
    .orderBy("renewals.id", "desc")
    .limit(mostOfEach)
    .execute();
  const renewals = rows.map(
    (row): CardRenewal => ({
      worker: whoIs(workerId("record", row.worker_id)),
      state: row.state as RenewalState,
      from: row.from_day as IsoDate,
      until: row.until_day as IsoDate,
      policyNumber: row.policy_number ?? undefined,
      changedOn: kuwaitDate(row.changed_at),
    }),
  );
  return cut(renewals, mostOfEach, rows[0]?.total ?? 0);
}

/** The intents of the household, as a condition on `intents.id`. */
const intentsOfHousehold = (sponsor: number) => sql<SqlBool>`intents.id in (select l.intent_id from intent_lines l
  join workers w on w.id = l.worker_id where w.sponsor_id = ${sponsor})`;

/** How much of an intent is in renewals of this state. */
const backAs = (state: RenewalState) => sql<number>`(select coalesce(sum(l.fils), 0)::bigint
  from intent_lines l join renewals r on r.intent_line_id = l.id
  where l.intent_id = intents.id and r.state = ${sql.lit(state)})`;

/** As long as some of it is owed back, that is what counts. */
const uncounted = sql<CardPayment["uncounted"] | null>`(select case when bool_or(state = 'conflicted') then 'owed-back'
  when bool_or(state = 'refunded') then 'given-back' end from attempts a where a.intent_id = intents.id)`;

async function readPayments(trx: Transaction<Schema>, sponsor: number, now: Date): Promise<Cut<CardPayment>> {
  const rows = await trx
    .selectFrom("intents")
    .leftJoin("receipts", "receipts.intent_id", "intents.id")
    .leftJoin("attempts", (join) =>
      join.on("attempts.id", "=", sql<number>`(select max(id) from attempts where intent_id = intents.id)`),
    )
    .select([
      "intents.state",
      "intents.expires_at",
      "intents.opened_at",
      "intents.total_fils",
      "receipts.number",
      "attempts.gateway",
      "attempts.reference",
      "attempts.state as attempt_state",
      "attempts.provider_refs",
      backAs("refund-due").as("owed_back"),
      backAs("refunded").as("given_back"),
      uncounted.as("uncounted"),
      total.as("total"),
    ])
    .where(intentsOfHousehold(sponsor))
    .orderBy("intents.id", "desc")
    .limit(mostOfEach)
    .execute();
  const payments = rows.map(
    (row): CardPayment => ({
      openedOn: kuwaitDate(row.opened_at),
      totalFils: fils(row.total_fils),
      state: stateNow(row, now),
      receiptNumber: row.number ?? undefined,
      owedBack: fils(row.owed_back),
      givenBack: fils(row.given_back),
      uncounted: row.uncounted ?? undefined,
      attempt:
        row.gateway === null || row.reference === null
          ? undefined
          : {
              gateway: row.gateway,
              reference: row.reference,
              state: row.attempt_state as AttemptState,
              words: row.provider_refs ?? {},
            },
    }),
  );
  return cut(payments, mostOfEach, rows[0]?.total ?? 0);
}

async function readReminding(
  trx: Transaction<Schema>,
  vault: Vault,
  sponsor: number,
  whoIs: (worker: string) => Masked,
): Promise<LookupCard["reminders"]> {
  const person = `s${sponsor}`;
  const { rows } = await sql<{ is_on: boolean; told: number; next: IsoDate | null; last: [IsoDate, string] | null }>`
    select coalesce((select is_on from reminder_wishes where person = ${person}), true) as is_on,
      (select count(*)::int from reminders where person = ${person} and state = 'told') as told,
      (select min(due_day) from reminders where person = ${person} and state <> 'told') as next,
      (select jsonb_build_array(told_day, worker) from reminders where person = ${person} and state = 'told'
        order by told_day desc, id desc limit 1) as last`.execute(trx);
  const answers = await trx
    .selectFrom("reminder_answers")
    // What an agent stopped on the person's call has the same key there.
    .leftJoin("access_log", (join) =>
      join
        .onRef("access_log.effect_key", "=", "reminder_answers.effect_key")
        .on("access_log.what", "=", "reminders-stopped"),
    )
    .leftJoin("staff", "staff.id", "access_log.staff_id")
    .select(["reminder_answers.kind", "reminder_answers.worker", "reminder_answers.at", "staff.name_sealed"])
    .where("person", "=", person)
    .where("undone_at", "is", null)
    .orderBy("reminder_answers.id", "desc")
    .limit(mostOfEach)
    .execute();
  const [row] = rows;
  return {
    isOn: row?.is_on === true,
    told: row?.told ?? 0,
    next: row?.next ?? undefined,
    lastTold: row?.last ? { on: row.last[0], lastFour: whoIs(row.last[1]).lastFour } : undefined,
    answers: answers.map(
      ({ kind, worker, at, name_sealed }): CardAnswer => ({
        kind,
        lastFour: whoIs(worker).lastFour,
        on: kuwaitDate(at),
        by: name_sealed === null ? undefined : vault.seal.open(name_sealed, "staff.name_sealed"),
      }),
    ),
  };
}
