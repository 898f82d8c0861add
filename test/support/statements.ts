// Records the statements a database is sent: what differs between two runs is what a stranger could measure.
import type { CompiledQuery, KyselyPlugin } from "kysely";
import type { Db } from "../../src/records/database.js";

/** `db` does the same as the one given; both give the statements since the last time, `take` their text alone. */
export function recordStatements(plain: Db): {
  readonly db: Db;
  take(): readonly string[];
  takeQueries(): readonly CompiledQuery[];
} {
  let sent: CompiledQuery[] = [];
  const takeQueries = () => {
    const taken = sent;
    sent = [];
    return taken;
  };
  const recorder: KyselyPlugin = {
    transformQuery({ node, queryId }) {
      sent.push(plain.getExecutor().compileQuery(node, queryId));
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  return {
    db: plain.withPlugin(recorder),
    take: () => takeQueries().map((query) => query.sql),
    takeQueries,
  };
}
