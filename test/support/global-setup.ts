// One Redis and one Postgres for the whole run: started before the first test file, ended after the last.
import type { TestProject } from "vitest/node";
import { chromiumMissing, isChromiumHere } from "./chromium.js";
import { postgresMissing, startPostgres } from "./postgres.js";
import { redisMissing, startRedis } from "./redis.js";

declare module "vitest" {
  interface ProvidedContext {
    redisUrl: string | null;
    postgresUrl: string | null;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [redis, postgres] = await Promise.all([startRedis(), startPostgres()]);
  project.provide("redisUrl", redis?.url ?? null);
  project.provide("postgresUrl", postgres?.url ?? null);
  if (redis === undefined) process.stderr.write(`${redisMissing}\n`);
  if (postgres === undefined) process.stderr.write(`${postgresMissing}\n`);
  if (!isChromiumHere) process.stderr.write(`${chromiumMissing}\n`);
  return async () => {
    await Promise.all([redis?.stop(), postgres?.stop()]);
  };
}
