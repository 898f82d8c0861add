// Records the statements a database is sent, as their text: what differs between two runs is what a stranger could measure.
import type { KyselyPlugin } from "kysely";
import type { Db } from "../../src/records/database.js";

/** `db` does the same as the one given; `take` gives the statements since the last time. */
export function recordStatements(plain: Db): { readonly db: Db; take(): readonly string[] } {
  let sent: string[] = [];
  const recorder: KyselyPlugin = {
    transformQuery({ node, queryId }) {
      sent.push(plain.getExecutor().compileQuery(node, queryId).sql);
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  return {
    db: plain.withPlugin(recorder),
    take() {
      const taken = sent;
      sent = [];
      return taken;
    },
  };
}
