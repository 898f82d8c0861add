// The same tests on both databases: the embedded one and, where it is installed, Postgres.
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { PGlite } from "@electric-sql/pglite";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe } from "vitest";
import ours from "../../package.json" with { type: "json" };
import { defaultReminderRules } from "../../src/domain/reminder.js";
import { type Database, type Db, openPostgres } from "../../src/records/database.js";
import { migrate } from "../../src/records/migrate.js";
import { openPglite, openPgliteFrom } from "../../src/records/pglite.js";
import { createReplan, type Replan } from "../../src/records/reminders/replan.js";
import { createVault, type Vault } from "../../src/records/vault.js";
import { describeWithPostgres, freshDatabase } from "./postgres.js";

export type TestDb = { readonly db: Db; readonly kind: Database["kind"]; readonly url: string | undefined };

const testFieldKey = createHash("sha256").update("a key for tests").digest();
export const testVault: Vault = createVault(testFieldKey);
/** By the rules as they are unless an operator sets them. */
export const testReplan: Replan = createReplan(defaultReminderRules);

/**
 * Runs `tests` on the embedded database and on Postgres, migrated and emptied before each test.
 * @param tests gets a function that gives the open database, inside a test or hook
 */
export function describeEachDatabase(name: string, tests: (database: () => TestDb) => void): void {
  describe(`${name} (embedded)`, () => onDatabase(openEmbedded, tests));
  describeOnPostgres(`${name} (Postgres)`, tests);
}

/** The same on Postgres alone: for what needs more than one connection. */
export function describeOnPostgres(name: string, tests: (database: () => TestDb) => void): void {
  describeWithPostgres(name, () => onDatabase(openFreshPostgres, tests));
}

type Opened = TestDb & { close(): Promise<void> };

// Opened once for a test file, however many suites it has: an embedded database takes a second to be there.
const opened = new Map<() => Promise<Opened>, Promise<Opened>>();
afterAll(async () => {
  for (const database of opened.values()) await (await database).close();
});

function onDatabase(open: () => Promise<Opened>, tests: (database: () => TestDb) => void): void {
  let current: Opened | undefined;
  const database = () => {
    if (current === undefined) throw new Error("the database is open only inside tests and hooks");
    return current;
  };
  beforeAll(async () => {
    const opening = opened.get(open) ?? open();
    opened.set(open, opening);
    current = await opening;
  });
  beforeEach(() => empty(database().db));
  tests(database);
}

async function openFreshPostgres(): Promise<Opened> {
  const fresh = await freshDatabase();
  const database = openPostgres(fresh.url, () => undefined);
  await migrate(database.db);
  return {
    ...database,
    url: fresh.url,
    async close() {
      await database.close();
      await fresh.drop();
    },
  };
}

/** A migrated embedded database in memory. */
async function openEmbedded(): Promise<Opened> {
  const database = await openPgliteFrom(await migratedCluster());
  return { ...database, url: undefined };
}

// Making a cluster and migrating it takes seconds and loading one much less, so it is made once for each state of the migrations
// and kept beside the installed packages.
async function migratedCluster(): Promise<Blob> {
  const path = fileURLToPath(
    new URL(`../../node_modules/.cache/tajdeed/pglite-${clusterDigest()}.tar`, import.meta.url),
  );
  if (!existsSync(path)) {
    const migrated = await makeCluster();
    mkdirSync(dirname(path), { recursive: true });
    const draft = `${path}.${process.pid}`;
    writeFileSync(draft, Buffer.from(await migrated.arrayBuffer()));
    renameSync(draft, path);
  }
  return new Blob([readFileSync(path)]);
}

async function makeCluster(): Promise<Blob> {
  const folder = mkdtempSync(join(tmpdir(), "tajdeed-cluster-"));
  const { db, close } = await openPglite(folder);
  await migrate(db);
  await close();
  const pglite = await PGlite.create({ dataDir: join(folder, "postgres") });
  const dump = await pglite.dumpDataDir("none");
  await pglite.close();
  rmSync(folder, { recursive: true });
  return dump;
}

/** Of all that a migrated cluster comes from. */
function clusterDigest(): string {
  const folder = fileURLToPath(new URL("../../src/records/migrations", import.meta.url));
  const digest = createHash("sha256").update(ours.dependencies["@electric-sql/pglite"]);
  for (const name of readdirSync(folder).sort()) digest.update(name).update(readFileSync(join(folder, name)));
  return digest.digest("hex").slice(0, 16);
}

// Deleting some rows is much quicker than truncating every table; foreign keys are not asked, so any order will do.
async function empty(db: Db): Promise<void> {
  const { rows } = await sql<{ tablename: string }>`
    select tablename from pg_tables where schemaname = 'public' and tablename not like 'kysely%'`.execute(db);
  await db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    for (const { tablename } of rows) await sql`delete from ${sql.table(tablename)}`.execute(trx);
  });
}
