// The embedded database: Postgres inside this process, for the demo and small installations; one process, one connection.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { btree_gist } from "@electric-sql/pglite/contrib/btree_gist";
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from "kysely";
import { columnParsers } from "./column-parsers.js";
import type { Database } from "./database.js";
import { lockDirectory } from "./directory-lock.js";
import type { Schema } from "./schema.js";

// Whoever waits this long for the one connection waits for himself: a query to the pool inside an open transaction.
const waitForConnectionMs = 30_000;

/**
 * @param dir where it lives, made if missing, or "memory"
 * @throws DirectoryInUse when another process has it open: two on one directory lose data
 */
export async function openPglite(dir: string): Promise<Database> {
  if (dir === "memory") return overPglite(await start({}), () => undefined);
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const unlock = lockDirectory(dir);
  try {
    return overPglite(await start({ dataDir: join(dir, "postgres") }), unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

/** A database that was dumped before, in memory: much quicker than a new one. */
export async function openPgliteFrom(dump: Blob): Promise<Database> {
  return overPglite(await start({ loadDataDir: dump }), () => undefined);
}

async function start(options: { dataDir?: string; loadDataDir?: Blob }): Promise<PGlite> {
  return await PGlite.create({ ...options, extensions: { btree_gist }, parsers: { ...columnParsers } });
}

function overPglite(pglite: PGlite, unlock: () => void): Database {
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: onlyConnection(pglite, unlock) }) });
  return { db, kind: "embedded", close: () => db.destroy() };
}

/** What Kysely takes for a pool of `pg`; PGlite's own adapter is not used, since it breaks after an SQL error. */
function onlyConnection(pglite: PGlite, unlock: () => void): PostgresPool {
  const waiting: (() => void)[] = [];
  let taken = false;
  const query = async (sql: string, parameters: readonly unknown[]) => {
    const { command, rowCount, rows } = await pglite.query(sql, [...parameters]);
    return { command, rowCount: rowCount ?? 0, rows };
  };
  const client: PostgresPoolClient = {
    // Kysely's type has an overload for cursors, which nothing here opens.
    query: query as PostgresPoolClient["query"],
    release() {
      const next = waiting.shift();
      if (next === undefined) taken = false;
      else next();
    },
  };
  return {
    connect: () =>
      new Promise((resolve, reject) => {
        if (!taken) {
          taken = true;
          resolve(client);
          return;
        }
        const take = () => {
          clearTimeout(timer);
          resolve(client);
        };
        const timer = setTimeout(() => {
          waiting.splice(waiting.indexOf(take), 1);
          reject(new Error("the embedded database's one connection was not free in time"));
        }, waitForConnectionMs);
        waiting.push(take);
      }),
    async end() {
      await pglite.close();
      unlock();
    },
  };
}
