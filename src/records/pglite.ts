// The embedded database: Postgres inside this process, for the demo and small installations; one process, one connection.
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { btree_gist } from "@electric-sql/pglite/contrib/btree_gist";
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from "kysely";
import { Client } from "pg";
import { prepareDataDirectory } from "./data-directory.js";
import { columnTypes, type Database } from "./database.js";
import { lockDirectory } from "./directory-lock.js";
import { wireTo } from "./pglite-wire.js";
import type { Schema } from "./schema.js";

// Whoever waits this long for the one connection waits for himself: a query to the pool inside an open transaction.
const waitForConnectionMs = 30_000;

// The program has some two hundred statements; a list in one makes more of it, and Postgres keeps what it prepared until the end.
const mostPrepared = 500;

/**
 * @param dir where it lives, made if missing, or "memory"
 * @throws DirectoryInUse when another process has it open: two on one directory lose data
 */
export async function openPglite(dir: string): Promise<Database> {
  if (dir === "memory") return overPglite(await start({}), () => undefined);
  prepareDataDirectory(dir);
  const unlock = lockDirectory(dir);
  try {
    return await overPglite(await start({ dataDir: join(dir, "postgres") }), unlock);
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
  return await PGlite.create({ ...options, extensions: { btree_gist } });
}

async function overPglite(pglite: PGlite, unlock: () => void): Promise<Database> {
  const client = new Client({ stream: () => wireTo(pglite), user: "postgres", types: columnTypes });
  // What breaks the wire is told to the query that is under way; unheard here, it would end the process.
  client.on("error", () => undefined);
  await client.connect();
  const close = async () => {
    await pglite.close();
    unlock();
  };
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: onlyConnection(client, close) }) });
  return { db, kind: "embedded", close: () => db.destroy() };
}

/**
 * Statements with parameters are prepared once and then only run: most of a statement's time in here is its parsing and planning.
 * PGlite's own `query` does both each time, in five calls; `pg` sends all in one.
 */
function preparing(client: Client): PostgresPoolClient["query"] {
  const names = new Map<string, string>();
  const nameOf = (text: string) => {
    const name = names.get(text) ?? (names.size < mostPrepared ? `s${names.size}` : undefined);
    if (name !== undefined) names.set(text, name);
    return name;
  };
  const query = async (text: string, parameters: readonly unknown[]) => {
    const name = parameters.length === 0 ? undefined : nameOf(text);
    const statement = { text, values: [...parameters], ...(name === undefined ? {} : { name }) };
    const { command, rowCount, rows } = await client.query(statement);
    return { command, rowCount: rowCount ?? 0, rows };
  };
  // Kysely's type has an overload for cursors, which nothing here opens.
  return query as PostgresPoolClient["query"];
}

/** What Kysely takes for a pool of `pg`; PGlite's own adapter is not used, since it breaks after an SQL error. */
function onlyConnection(connection: Client, close: () => Promise<void>): PostgresPool {
  const waiting: (() => void)[] = [];
  let taken = false;
  const client: PostgresPoolClient = {
    query: preparing(connection),
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
    end: close,
  };
}
