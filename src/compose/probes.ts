// What doctor asks of the world, each with the adapter that the service itself uses.
import { createBotApi } from "../channels/telegram/api.js";
import { readGroupRights } from "../channels/telegram/group-rights.js";
import type { Probes } from "../commands/doctor.js";
import type { Config } from "../config.js";
import type { Log } from "../log.js";
import { checkDatabase } from "../records/claim.js";
import { type Database, reach } from "../records/database.js";
import { readDeskStanding } from "../records/desk/desk-standing.js";
import { standingOf } from "../records/migrate.js";
import { createVault } from "../records/vault.js";
import { createRedisSessions } from "../sessions/redis.js";
import { openDatabase } from "./stores.js";

export function createProbes(config: Config, log: Log): Probes & { close(): Promise<void> } {
  let opened: Promise<Database> | undefined;
  const database = () => {
    opened ??= openDatabase(config, log);
    return opened;
  };
  return {
    reachDatabase: async () => reach((await database()).db),
    migrations: async () => standingOf((await database()).db),
    async owner() {
      if (config.fieldKey === undefined) return "ours";
      const checked = await checkDatabase((await database()).db, createVault(config.fieldKey), config.mode);
      return checked.ok ? "ours" : checked.reason;
    },
    async reachRedis() {
      const { sessions } = config;
      if (sessions.kind === "database") return;
      const redis = createRedisSessions(sessions.urls, log);
      await eventually(() => redis.ping()).finally(() => redis.close());
    },
    async askTelegram() {
      if (config.mode === "demo" || config.telegram === undefined) return "";
      const { token, apiRoot } = config.telegram;
      const { username } = await createBotApi({ token, apiRoot, countCall: () => undefined }).getMe();
      return username ?? "";
    },
    async askDesk() {
      if (config.mode === "demo" || config.telegram === undefined || config.fieldKey === undefined) return undefined;
      const { db } = await database();
      if ((await standingOf(db)) !== "current") return undefined;
      const vault = createVault(config.fieldKey);
      const { token, apiRoot } = config.telegram;
      const { supervisors, group } = await readDeskStanding(db, vault);
      const rights = (id: string) => readGroupRights(createBotApi({ token, apiRoot, countCall: () => undefined }), id);
      return {
        supervisors,
        group: group && { isOutOfReach: group.isOutOfReach, rights: () => rights(group.id) },
      };
    },
    async reachSandbox() {
      await fetch(`http://${config.listen.self}:${config.gateway.port}/`, { signal: AbortSignal.timeout(2_000) });
    },
    async close() {
      await (await opened?.catch(() => undefined))?.close();
    },
  };
}

/** A client that has just been made fails until its connection stands. */
async function eventually(attempt: () => Promise<void>): Promise<void> {
  for (let tries = 0; tries < 20; tries += 1) {
    try {
      return await attempt();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  return attempt();
}
