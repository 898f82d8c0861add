// A private Postgres with a million covers: who is on record, each sponsor with two workers and a chat of their own.
import { randomBytes } from "node:crypto";
import { type RawBuilder, sql } from "kysely";
import type { IsoDate } from "../../src/domain/iso-date.js";
import { type Db, openPostgres } from "../../src/records/database.js";
import { migrate } from "../../src/records/migrate.js";
import { sealName } from "../../src/records/sealed-person.js";
import { createVault, type Vault } from "../../src/records/vault.js";

export const benchCovers = Number(process.env.BENCH_COVERS ?? 1_000_000);
export const workersEach = 2;
export const sponsorCount = Math.ceil(benchCovers / workersEach);
export const today = "2027-02-01" as IsoDate;
export const now = new Date(`${today}T11:00:00+03:00`);

const sponsorsAtOnce = 10_000;

export type Covers = { readonly db: Db; readonly vault: Vault };

/** The first and the last of some sponsors: a statement of the service's own connections may take seconds, and not minutes. */
export async function inParts(work: (first: number, last: number) => Promise<unknown>): Promise<void> {
  for (let first = 1; first <= sponsorCount; first += sponsorsAtOnce)
    await work(first, Math.min(first + sponsorsAtOnce - 1, sponsorCount));
}

/** Bytes that are nobody else's, made by the database. */
export const indexOf = (what: string, n: string): RawBuilder<Buffer> =>
  sql.raw(`sha256(convert_to('${what} ' || ${n}, 'UTF8'))`);

export async function openCovers(postgresUrl: string): Promise<Covers & { close(): Promise<void> }> {
  const url = new URL(postgresUrl);
  const server = openPostgres(postgresUrl, () => undefined);
  await sql`create database tajdeed_covers`.execute(server.db);
  await server.close();
  url.pathname = "/tajdeed_covers";
  const { db, close } = openPostgres(url.href, () => undefined);
  const vault = createVault(randomBytes(32));
  await migrate(db);
  await fill(db, vault);
  return { db, vault, close };
}

/** Written by the database itself; what is sealed is the same for all. */
async function fill(db: Db, vault: Vault): Promise<void> {
  const id = (column: "sponsors.civil_id_sealed" | "workers.civil_id_sealed") =>
    vault.seal.seal("280010100014", column);
  const name = (column: "sponsors.name_sealed" | "workers.name_sealed") => sealName(vault, { en: "Bench" }, column);
  const phone = vault.seal.seal("+96550000001", "sponsors.phone_sealed");
  await inParts(async (first, last) => {
    await sql`insert into sponsors (civil_id_index, civil_id_sealed, name_sealed, phone_index, phone_sealed, kuwaiti, imported_at)
      select ${indexOf("sponsor", "n")}, ${id("sponsors.civil_id_sealed")}, ${name("sponsors.name_sealed")},
        ${indexOf("phone", "n")}, ${phone}, true, ${now} from generate_series(${first}::int, ${last}::int) as n
      order by n`.execute(db);
    await sql`insert into accounts (civil_id_index, civil_id_sealed, phone_index, phone_sealed, name_sealed, gender, governorate,
        consented_to, opened_at, effect_key)
      select civil_id_index, '', phone_index, '', '', 'female', 'HA', '1', ${now}, id::text from sponsors
      where id between ${first} and ${last} order by id`.execute(db);
    await sql`insert into chats (chat, channel, chat_id_sealed, account_id, language, first_seen_at)
      select 'tg:' || id, 'telegram', ${vault.seal.seal("1", "chats.chat_id_sealed")}, id, 'en', ${now} from accounts
      where id between ${first} and ${last}`.execute(db);
    await sql`insert into workers (sponsor_id, civil_id_index, civil_id_sealed, name_sealed, article, in_kuwait, imported_at)
      select 1 + (n - 1) / ${workersEach}::int, ${indexOf("worker", "n")}, ${id("workers.civil_id_sealed")},
        ${name("workers.name_sealed")}, 20, true, ${now}
      from generate_series(${(first - 1) * workersEach + 1}::int, ${last * workersEach}::int) as n order by n`.execute(
      db,
    );
    // Ends all over the year, so that on any day some of them are due.
    await sql`insert into covers (worker_id, from_day, until_day, source, policy_number, known_at)
      select id, ${today}::date - 365 + (id * 7919 % 365)::int, ${today}::date + (id * 7919 % 365)::int, 'imported',
        'B' || id, ${now}
      from workers where sponsor_id between ${first} and ${last}`.execute(db);
  });
  await sql`analyze`.execute(db);
}
