// `tajdeed migrate`: pending migrations and nothing else.
import { openDatabase, StoreFault } from "../compose/stores.js";
import { createLog } from "../log.js";
import { migrate } from "../records/migrate.js";
import { configured } from "./configured.js";

export async function migrateOnly(): Promise<void> {
  const config = configured({ demo: false });
  const log = createLog({ level: config.logLevel });
  const database = await openDatabase(config, log);
  try {
    const migrated = await migrate(database.db);
    if (!migrated.ok)
      throw new StoreFault("DATABASE_URL: a newer version has migrated this database; run that version");
    process.stdout.write(migrated.applied.length === 0 ? "nothing to apply\n" : `${migrated.applied.join("\n")}\n`);
  } catch (error) {
    if (error instanceof StoreFault) process.stderr.write(`${error.message}\n`);
    else log.error({ event: "migrate-failed", error });
    process.exitCode = 1;
  } finally {
    await database.close();
  }
}
