// The system of record on Postgres: one pool, and values that arrive as what they are (dates as text, counts as safe integers).
import { Kysely, PostgresDialect, sql } from "kysely";
import { type CustomTypesConfig, Pool, types } from "pg";
import { columnParsers } from "./column-parsers.js";
import type { Schema } from "./schema.js";
import { writersOnly } from "./writers-only.js";

export type Db = Kysely<Schema>;

/** An open database. `embedded` serves one process and does not fsync. */
export type Database = { readonly db: Db; readonly kind: "postgres" | "embedded"; close(): Promise<void> };

// A turn's statements take milliseconds; one that takes 15 s is stuck, and the platform sends the update again anyway.
const statementTimeoutMs = 15_000;
// A transaction whose process hangs would hold its row locks: the server ends it.
const idleInTransactionMs = 20_000;
// Long enough for a restart of the server next door, short enough that a webhook can still answer 503.
const connectTimeoutMs = 5_000;
// A connection that never met a refusal would lead to a server that was replaced until it is old: it ends at this age.
const oldestSeconds = 10 * 60;
// Turns are short: more connections than this only queue inside Postgres instead of here.
const connections = 20;

/** How values arrive, on either database. */
export const columnTypes: CustomTypesConfig = {
  getTypeParser: (oid, format) => columnParsers[oid] ?? types.getTypeParser(oid, format),
};

/** Connects on first use. `onLost` hears of a connection that broke; the pool makes a new one by itself. */
export function openPostgres(url: string, onLost: (error: Error) => void): Database {
  const pool = new Pool({
    connectionString: url,
    application_name: "tajdeed",
    max: connections,
    maxLifetimeSeconds: oldestSeconds,
    connectionTimeoutMillis: connectTimeoutMs,
    statement_timeout: statementTimeoutMs,
    idle_in_transaction_session_timeout: idleInTransactionMs,
    keepAlive: true,
    types: columnTypes,
  });
  // A connection that breaks between two statements of a transaction tells so as an event, which unheard would end the process;
  // the next statement on it fails by itself. The pool tells of the idle ones a second time.
  pool.on("connect", (client) => client.on("error", onLost));
  pool.on("error", () => undefined);
  // A connection that breaks in the middle of a query tells it to the query, too; unheard here, it would end the process.
  pool.on("connect", (client) => client.on("error", () => undefined));
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: writersOnly(pool) }) });
  return { db, kind: "postgres", close: () => db.destroy() };
}

/** Throws when the database cannot answer, or takes no writes; raised by the server, so that this connection is given up too. */
export async function reach(db: Db): Promise<void> {
  await sql`do $$ begin
    if pg_is_in_recovery() or current_setting('transaction_read_only') = 'on' then
      raise exception 'this server takes no writes' using errcode = 'read_only_sql_transaction';
    end if;
  end $$`.execute(db);
}
