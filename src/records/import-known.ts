// Reads what is on record about the people of some rows, in a few statements however many rows they are.
import { type Kysely, sql } from "kysely";
import type { IsoDate } from "../domain/iso-date.js";
import type { ImportRow } from "../import/row.js";
import { foldedPolicy, foldPolicy } from "./desk/folded-policy.js";
import { hold, type KeyedRow, type Known, type Worker } from "./import-plan.js";
import type { Schema } from "./schema.js";
import { openName } from "./sealed-person.js";
import type { Vault } from "./vault.js";

export function keyRows(vault: Vault, rows: readonly ImportRow[]): readonly KeyedRow[] {
  const civilId = remembered((id: ImportRow["sponsor"]["civilId"]) => vault.civilIdIndex(id).toString("hex"));
  const phone = remembered((number: ImportRow["sponsor"]["phone"]) => vault.phoneIndex(number).toString("hex"));
  return rows.map((row) => ({
    row,
    sponsor: civilId(row.sponsor.civilId),
    phone: phone(row.sponsor.phone),
    worker: civilId(row.worker.civilId),
    policy: row.cover && foldPolicy(row.cover.policyNumber),
  }));
}

/** A sponsor stands in as many rows as there are workers. */
function remembered<T>(read: (value: T) => string): (value: T) => string {
  const found = new Map<T, string>();
  return (value) => {
    const text = found.get(value) ?? read(value);
    found.set(value, text);
    return text;
  };
}

const asBytes = (keys: Iterable<string>): Buffer[] => [...new Set(keys)].map((key) => Buffer.from(key, "hex"));

/**
 * Adds to `known` what it lacks.
 * @param now of the import: whoever was imported at that moment stands in an earlier row of the same file
 * @param isLocked holds the rows until the transaction ends, workers first and each in the order of their ids, as payments do
 */
export async function readKnown(
  db: Kysely<Schema>,
  vault: Vault,
  of: { readonly known: Known; readonly rows: readonly KeyedRow[]; readonly now?: Date; readonly isLocked: boolean },
): Promise<void> {
  const lock = of.isLocked ? sql`for update` : sql``;
  const workers = await readWorkers(db, vault, of, lock);
  await readSponsors(db, vault, of, lock);
  await readCovers(db, of.known, workers);
  await readHolders(db, of);
}

type Of = Parameters<typeof readKnown>[2];

/** @returns those that were read, by their ids */
async function readWorkers(
  db: Kysely<Schema>,
  vault: Vault,
  of: Of,
  lock: ReturnType<typeof sql>,
): Promise<ReadonlyMap<number, Worker>> {
  const wanted = of.rows.map(({ worker }) => worker).filter((key) => !of.known.workers.has(key));
  const byId = new Map<number, Worker>();
  if (wanted.length === 0) return byId;
  const { rows } = await sql<{
    id: number;
    civil_id_index: Buffer;
    name_sealed: Buffer;
    article: number;
    in_kuwait: boolean;
    imported_at: Date;
    sponsor_id: number;
    sponsor_index: Buffer;
  }>`select w.id, w.civil_id_index, w.name_sealed, w.article, w.in_kuwait, w.imported_at, w.sponsor_id,
      (select s.civil_id_index from sponsors s where s.id = w.sponsor_id) as sponsor_index
    from workers w where w.civil_id_index = any(${asBytes(wanted)}::bytea[]) order by w.id ${lock}`.execute(db);
  for (const row of rows) {
    const key = row.civil_id_index.toString("hex");
    const sponsor = row.sponsor_index.toString("hex");
    const worker: Worker = {
      key,
      id: row.id,
      sponsor,
      sponsorBefore: { key: sponsor, id: row.sponsor_id },
      name: openName(vault, row.name_sealed, "workers.name_sealed"),
      article: row.article,
      inKuwait: row.in_kuwait,
      isInFile: row.imported_at.getTime() === of.now?.getTime(),
      change: undefined,
      covers: [],
    };
    of.known.workers.set(key, worker);
    byId.set(row.id, worker);
  }
  return byId;
}

async function readSponsors(db: Kysely<Schema>, vault: Vault, of: Of, lock: ReturnType<typeof sql>): Promise<void> {
  const wanted = of.rows.map(({ sponsor }) => sponsor).filter((key) => !of.known.sponsors.has(key));
  if (wanted.length === 0) return;
  const { rows } = await sql<{
    id: number;
    civil_id_index: Buffer;
    name_sealed: Buffer;
    phone_index: Buffer;
    kuwaiti: boolean;
    imported_at: Date;
  }>`select id, civil_id_index, name_sealed, phone_index, kuwaiti, imported_at
    from sponsors where civil_id_index = any(${asBytes(wanted)}::bytea[]) order by id ${lock}`.execute(db);
  for (const row of rows) {
    const key = row.civil_id_index.toString("hex");
    of.known.sponsors.set(key, {
      key,
      id: row.id,
      name: openName(vault, row.name_sealed, "sponsors.name_sealed"),
      phone: row.phone_index.toString("hex"),
      kuwaiti: row.kuwaiti,
      isInFile: row.imported_at.getTime() === of.now?.getTime(),
      change: undefined,
      formerPhones: [],
    });
  }
}

async function readCovers(db: Kysely<Schema>, known: Known, byId: ReadonlyMap<number, Worker>): Promise<void> {
  if (byId.size === 0) return;
  const { rows } = await sql<{
    id: number;
    worker_id: number;
    from_day: IsoDate;
    until_day: IsoDate;
    source: "imported" | "issued";
    policy_number: string | null;
  }>`select id, worker_id, from_day, until_day, source, policy_number from covers
    where worker_id = any(${[...byId.keys()]}::bigint[]) and source <> 'told'`.execute(db);
  for (const { id, worker_id, from_day, until_day, source, policy_number } of rows) {
    const worker = byId.get(worker_id);
    if (worker === undefined) continue;
    worker.covers.push({ id, from: from_day, until: until_day, source, policyNumber: policy_number, write: "nothing" });
    if (policy_number !== null) hold(known, foldPolicy(policy_number), worker.key);
  }
}

/** The holders who are in none of the rows: what rows change of the others is known in memory alone. */
async function readHolders(db: Kysely<Schema>, { known, rows }: Of): Promise<void> {
  const numbers = rows.flatMap(({ row }) => (row.cover === undefined ? [] : [row.cover.policyNumber]));
  if (numbers.length === 0) return;
  const number = foldedPolicy("policy_number");
  const wanted = sql`any(array(
    select ${foldedPolicy("typed.policy_number")} from unnest(${numbers}::text[]) as typed (policy_number)))`;
  const found = await sql<{ policy_number: string; civil_id_index: Buffer }>`
    with named as materialized (
      select policy_number, worker_id from covers where policy_number is not null and ${number} = ${wanted}
      union all
      select policy_number, worker_id from renewals where policy_number is not null and ${number} = ${wanted}
    ) select named.policy_number, w.civil_id_index from named join workers w on w.id = named.worker_id`.execute(db);
  for (const { policy_number, civil_id_index } of found.rows) {
    const worker = civil_id_index.toString("hex");
    if (!known.workers.has(worker)) hold(known, foldPolicy(policy_number), worker);
  }
}
