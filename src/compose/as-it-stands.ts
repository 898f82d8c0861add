// Opens the database as it stands, for what must not change it: it is neither made, nor migrated, nor claimed.
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../config.js";
import type { Log } from "../log.js";
import { checkDatabase } from "../records/claim.js";
import type { Db } from "../records/database.js";
import { standingOf } from "../records/migrate.js";
import { createVault, type Vault } from "../records/vault.js";
import { claimFaults, newerFault, openDatabase, ownKeyOf, StoreFault } from "./stores.js";

export type AsItStands = {
  /** `undefined`: this version's migrations are not in it, or there is none. */
  readonly db: Db | undefined;
  readonly vault: Vault;
  close(): Promise<void>;
};

/** @throws StoreFault when it is newer, of another key, or not this mode's */
export async function openAsItStands(config: Config, log: Log): Promise<AsItStands> {
  const made = config.database.kind === "embedded" ? ownKeyOf(config.database.dir) : undefined;
  // Without a key of its own the demo has made no data yet that a key would have to fit.
  const vault = createVault(config.fieldKey ?? made ?? randomBytes(32));
  if (!isThere(config)) return { db: undefined, vault, close: async () => undefined };
  const database = await openDatabase(config, log);
  try {
    const standing = await standingOf(database.db);
    if (standing === "newer") throw new StoreFault(newerFault);
    if (standing === "older") return { db: undefined, vault, close: () => database.close() };
    const checked = await checkDatabase(database.db, vault, config.mode);
    if (!checked.ok) throw new StoreFault(claimFaults[checked.reason]);
    return { db: database.db, vault, close: () => database.close() };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Opening an embedded database makes it. */
function isThere({ database }: Config): boolean {
  return database.kind === "postgres" || existsSync(join(database.dir, "postgres"));
}
