// Opens what the service keeps things in: the database, migrated and checked to be its own, and the sessions.
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../config.js";
import type { Log } from "../log.js";
import { claimDatabase } from "../records/claim.js";
import { prepareDataDirectory } from "../records/data-directory.js";
import { type Database, openPostgres } from "../records/database.js";
import { sweepErased } from "../records/erase.js";
import { migrate } from "../records/migrate.js";
import { fillNameWords } from "../records/name-words.js";
import { endOutboxLeases } from "../records/outbox.js";
import { openPglite } from "../records/pglite.js";
import { createReplan, type Replan } from "../records/reminders/replan.js";
import { sweepOver } from "../records/retention.js";
import { createVault, type Vault } from "../records/vault.js";
import { createSeal, type Seal } from "../secrets/seal.js";
import { createDatabaseSessions } from "../sessions/database.js";
import { createRedisSessions } from "../sessions/redis.js";
import type { SessionStore } from "../turns/session-store.js";

export type Stores = {
  readonly database: Database;
  readonly sessions: SessionStore;
  readonly vault: Vault;
  readonly sessionSeal: Seal;
  /** What every write that changes who is to be reminded does as well. */
  readonly replan: Replan;
  /** Removes what has run out: sessions in the database, what is kept for a time, and chats whose people left and for whom nothing is open any more. */
  sweep(now: Date): Promise<void>;
  close(): Promise<void>;
};

/** A setting contradicts what the stores hold; `message` is for the operator, in the settings' own form. */
export class StoreFault extends Error {
  override readonly name = "StoreFault";
}

export async function openDatabase(config: Config, log: Log): Promise<Database> {
  if (config.database.kind === "embedded") return openPglite(config.database.dir);
  return openPostgres(config.database.url, (error) => log.warn({ event: "database-connection-lost", error }));
}

/** @throws StoreFault when the database is newer, of another key, or holds demo data where it must not (or the reverse) */
export async function openStores(config: Config, log: Log): Promise<Stores> {
  const fieldKey = config.fieldKey ?? ownKey(config.database.kind === "embedded" ? config.database.dir : "data");
  const vault = createVault(fieldKey);
  const database = await openDatabase(config, log);
  try {
    const migrated = await migrate(database.db);
    if (!migrated.ok) throw new StoreFault(newerFault);
    for (const migration of migrated.applied) log.info({ event: "migrated", migration });
    await claim(database, vault, config.mode);
  } catch (error) {
    await database.close();
    throw error;
  }
  const inDatabase = createDatabaseSessions(database.db);
  // One process alone has the embedded database: whoever was killed in the middle of a turn or a message keeps no chat waiting.
  if (database.kind === "embedded") await Promise.all([inDatabase.endLeases(), endOutboxLeases(database.db)]);
  const sessions = config.sessions.kind === "redis" ? createRedisSessions(config.sessions.urls, log) : inDatabase;
  return {
    database,
    sessions,
    vault,
    sessionSeal: createSeal(fieldKey, "session"),
    replan: createReplan(config.reminders),
    async sweep(now) {
      await inDatabase.sweep();
      await fillNameWords(database.db, vault);
      await sweepOver(database.db, now);
      await sweepErased(database.db);
    },
    async close() {
      await sessions.close();
      await database.close();
    },
  };
}

async function claim(database: Database, vault: Vault, mode: Config["mode"]): Promise<void> {
  const claimed = await claimDatabase(database.db, vault, mode);
  if (!claimed.ok) throw new StoreFault(claimFaults[claimed.reason]);
}

export const newerFault = "DATABASE_URL: a newer version has migrated this database; run that version";

export const claimFaults = {
  "wrong-key": "FIELD_KEY: this key does not open this database; give the key it was made with",
  "holds-demo": "DATABASE_URL or DATA_DIR: this database holds demo data; give the service one of its own",
  "holds-service": "DATA_DIR: this database is not the demo's; give the demo an empty directory",
};

/** The demo's own key, made once and kept beside its data: what it seals is synthetic. */
function ownKey(dir: string): Buffer {
  const made = ownKeyOf(dir);
  if (made !== undefined) return made;
  prepareDataDirectory(dir);
  const key = randomBytes(32);
  writeFileSync(ownKeyFile(dir), `${key.toString("base64")}\n`, { mode: 0o600 });
  return key;
}

/** `undefined`: it was not made yet. */
export function ownKeyOf(dir: string): Buffer | undefined {
  const file = ownKeyFile(dir);
  return existsSync(file) ? Buffer.from(readFileSync(file, "utf8").trim(), "base64") : undefined;
}

const ownKeyFile = (dir: string) => join(dir, "demo-field-key");
