// A pool that keeps no connection to a server that takes no writes any more.
import type { PostgresPool, PostgresPoolClient } from "kysely";
import type { Pool, PoolClient } from "pg";
import { isOfNoWriter } from "./outage.js";

/** What was refused fails by itself; its connection is ended when it is given back, and the next one finds the writer. */
export function writersOnly(pool: Pool): PostgresPool {
  return {
    async connect() {
      const client = await pool.connect();
      let isWrong = false;
      const notice = (error: unknown) => {
        isWrong ||= isOfNoWriter(error);
        throw error;
      };
      const query = (...given: Parameters<PoolClient["query"]>) => {
        // Kysely asks for promises alone, and for a cursor nowhere in this program.
        const asked = client.query(...given) as unknown as Promise<unknown>;
        return asked.catch(notice);
      };
      return { query: query as PostgresPoolClient["query"], release: () => client.release(isWrong) };
    },
    end: () => pool.end(),
  };
}
