// Writes what rows changed, some statements a batch: each takes its rows as one JSON text, so that its own text never changes.
import { type RawBuilder, sql, type Transaction } from "kysely";
import type { PersonName } from "../journeys/people-port.js";
import type { Cover, Known, Sponsor, Worker } from "./import-plan.js";
import { createNameWords } from "./name-words.js";
import type { Schema } from "./schema.js";
import { sealName } from "./sealed-person.js";
import type { Vault } from "./vault.js";

export type WriteDeps = { readonly vault: Vault; readonly now: Date };

const hex = (key: string) => `\\x${key}`;
const bytes = (value: Buffer) => `\\x${value.toString("hex")}`;

/** One for all the batches of an import. */
const remembered = new WeakMap<Vault, ReturnType<typeof createNameWords>>();

function nameWords(vault: Vault, name: PersonName): readonly string[] {
  const words = remembered.get(vault) ?? createNameWords(vault);
  remembered.set(vault, words);
  return words(name).map(bytes);
}

/** `columns`: names and types, as in `(id bigint, key bytea)`. */
const rowsOf = (rows: readonly object[], columns: RawBuilder<unknown>) =>
  sql`json_to_recordset(${JSON.stringify(rows)}::json) as r ${columns}`;

/** Gives every sponsor an id. */
export async function writeSponsors(
  trx: Transaction<Schema>,
  deps: WriteDeps,
  sponsors: readonly Sponsor[],
): Promise<void> {
  const { vault, now } = deps;
  const toWrite = sponsors.flatMap((sponsor) =>
    sponsor.change === undefined ? [] : [{ sponsor, told: sponsor.change }],
  );
  const rows = toWrite.map(({ sponsor: { key, id, phone }, told }) => ({
    id,
    key: hex(key),
    civil_id: bytes(vault.seal.seal(told.civilId, "sponsors.civil_id_sealed")),
    name: bytes(sealName(vault, told.name, "sponsors.name_sealed")),
    words: nameWords(vault, told.name),
    phone: hex(phone),
    phone_sealed: bytes(vault.seal.seal(told.phone, "sponsors.phone_sealed")),
    kuwaiti: told.kuwaiti,
  }));
  const columns = sql`(id bigint, key bytea, civil_id bytea, name bytea, words bytea[], phone bytea, phone_sealed bytea,
    kuwaiti boolean)`;
  const [added, changed] = [rows.filter(({ id }) => id === undefined), rows.filter(({ id }) => id !== undefined)];
  if (added.length > 0) {
    const { rows: made } = await sql<Made>`
      insert into sponsors (civil_id_index, civil_id_sealed, name_sealed, name_words, phone_index, phone_sealed, kuwaiti, imported_at)
      select key, civil_id, name, words, phone, phone_sealed, kuwaiti, ${now}::timestamptz from ${rowsOf(added, columns)}
      returning id, civil_id_index`.execute(trx);
    setIds(made, sponsors);
  }
  if (changed.length > 0)
    await sql`update sponsors s set name_sealed = r.name, name_words = r.words, phone_index = r.phone,
        phone_sealed = r.phone_sealed, kuwaiti = r.kuwaiti, imported_at = ${now}::timestamptz
      from ${rowsOf(changed, columns)} where s.id = r.id`.execute(trx);
  await touch(trx, "sponsors", deps, sponsors);
}

/** Gives every worker an id. Their sponsors have theirs. */
export async function writeWorkers(
  trx: Transaction<Schema>,
  deps: WriteDeps,
  { workers, sponsors }: { readonly workers: readonly Worker[]; readonly sponsors: Known["sponsors"] },
): Promise<void> {
  const { vault, now } = deps;
  const toWrite = workers.flatMap((worker) => (worker.change === undefined ? [] : [{ worker, told: worker.change }]));
  const rows = toWrite.map(({ worker, told }) => ({
    id: worker.id,
    sponsor: sponsors.get(worker.sponsor)?.id,
    key: hex(worker.key),
    civil_id: bytes(vault.seal.seal(told.civilId, "workers.civil_id_sealed")),
    name: bytes(sealName(vault, told.name, "workers.name_sealed")),
    words: nameWords(vault, told.name),
    article: told.article,
    in_kuwait: told.inKuwait,
  }));
  const columns = sql`(id bigint, sponsor bigint, key bytea, civil_id bytea, name bytea, words bytea[], article smallint,
    in_kuwait boolean)`;
  const [added, changed] = [rows.filter(({ id }) => id === undefined), rows.filter(({ id }) => id !== undefined)];
  if (added.length > 0) {
    const { rows: made } = await sql<Made>`
      insert into workers (sponsor_id, civil_id_index, civil_id_sealed, name_sealed, name_words, article, in_kuwait, imported_at)
      select sponsor, key, civil_id, name, words, article, in_kuwait, ${now}::timestamptz from ${rowsOf(added, columns)}
      returning id, civil_id_index`.execute(trx);
    setIds(made, workers);
  }
  if (changed.length > 0)
    await sql`update workers w set sponsor_id = r.sponsor, name_sealed = r.name, name_words = r.words, article = r.article,
        in_kuwait = r.in_kuwait, imported_at = ${now}::timestamptz
      from ${rowsOf(changed, columns)} where w.id = r.id`.execute(trx);
  await touch(trx, "workers", deps, workers);
}

type Made = { readonly id: number; readonly civil_id_index: Buffer };

function setIds(made: readonly Made[], people: readonly (Sponsor | Worker)[]): void {
  const ids = new Map(made.map(({ id, civil_id_index }) => [civil_id_index.toString("hex"), id]));
  for (const person of people) person.id ??= ids.get(person.key);
}

/** Who stands there unchanged is known from today all the same. */
async function touch(
  trx: Transaction<Schema>,
  table: "sponsors" | "workers",
  { now }: WriteDeps,
  people: readonly (Sponsor | Worker)[],
): Promise<void> {
  const ids = people.flatMap(({ id, change, isInFile }) => (isInFile && change === undefined ? [id] : []));
  if (ids.length === 0) return;
  await sql`update ${sql.table(table)} set imported_at = ${now}::timestamptz
    where id = any(${ids}::bigint[]) and imported_at <> ${now}::timestamptz`.execute(trx);
}

/** Gives every cover that is written an id. */
export async function writeCovers(
  trx: Transaction<Schema>,
  { now }: WriteDeps,
  workers: readonly Worker[],
): Promise<void> {
  const all = workers.flatMap((worker) => worker.covers.map((cover) => ({ cover, worker: worker.id })));
  const rowOf = ({ cover, worker }: (typeof all)[number]) => ({
    ...{ id: cover.id, worker, from: cover.from, until: cover.until, number: cover.policyNumber },
  });
  const columns = sql`(id bigint, worker bigint, "from" date, until date, number text)`;
  const isNew = ({ cover }: { readonly cover: Cover }) => cover.id === undefined;
  const changed = all.filter((each) => !isNew(each) && ["all", "number"].includes(each.cover.write));
  const moving = changed.filter(({ cover }) => cover.write === "all").map(({ cover }) => cover.id);
  // While several periods of a worker change places two may overlap: outside the constraint until all stand where they belong.
  if (moving.length > 0) await sql`update covers set source = 'told' where id = any(${moving}::bigint[])`.execute(trx);
  if (changed.length > 0)
    await sql`update covers c set from_day = r.from, until_day = r.until, policy_number = r.number, source = 'imported',
        known_at = ${now}::timestamptz
      from ${rowsOf(changed.map(rowOf), columns)} where c.id = r.id`.execute(trx);
  const known = all.filter(({ cover }) => cover.write === "known-at").map(({ cover }) => cover.id);
  if (known.length > 0)
    await sql`update covers set known_at = ${now}::timestamptz
      where id = any(${known}::bigint[]) and known_at <> ${now}::timestamptz`.execute(trx);
  const added = all.filter(isNew);
  if (added.length === 0) return;
  const { rows: made } = await sql<{ id: number; worker_id: number; from_day: string }>`
    insert into covers (worker_id, from_day, until_day, source, policy_number, known_at)
    select worker, "from", until, 'imported', number, ${now}::timestamptz from ${rowsOf(added.map(rowOf), columns)}
    returning id, worker_id, from_day`.execute(trx);
  const ids = new Map(made.map(({ id, worker_id, from_day }) => [`${worker_id} ${from_day}`, id]));
  for (const { cover, worker } of added) cover.id = ids.get(`${worker} ${cover.from}`);
}

/** Before sponsors are written: whoever was proved by a phone keeps seeing what was done to the record while they were. */
export async function keepFormerPhones(
  trx: Transaction<Schema>,
  { now }: WriteDeps,
  sponsors: readonly Sponsor[],
): Promise<void> {
  const former = sponsors.flatMap(({ id, formerPhones }) => formerPhones.map((phone) => ({ id, phone: hex(phone) })));
  if (former.length === 0) return;
  await sql`insert into former_phones (sponsor_id, phone_index, until_at)
    select id, phone, ${now}::timestamptz from ${rowsOf(former, sql`(id bigint, phone bytea)`)}`.execute(trx);
}
