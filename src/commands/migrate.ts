// `tajdeed migrate`: pending migrations and nothing else.
import { newerFault, openDatabase, StoreFault } from "../compose/stores.js";
import { createLog } from "../log.js";
import type { Database } from "../records/database.js";
import { migrate } from "../records/migrate.js";
import { configured } from "./configured.js";
import { isOperators } from "./operators-fault.js";

export async function migrateOnly(): Promise<void> {
  const config = configured({ demo: false });
  const log = createLog({ level: config.logLevel });
  let database: Database | undefined;
  try {
    database = await openDatabase(config, log);
    const migrated = await migrate(database.db);
    if (!migrated.ok) throw new StoreFault(newerFault);
    process.stdout.write(migrated.applied.length === 0 ? "nothing to apply\n" : `${migrated.applied.join("\n")}\n`);
  } catch (error) {
    if (isOperators(error)) process.stderr.write(`${error.message}\n`);
    else log.error({ event: "migrate-failed", error });
    process.exitCode = 1;
  } finally {
    await database?.close();
  }
}
