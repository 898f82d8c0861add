// Redis for tests: a private redis-server on a free port without persistence, or the one that TEST_REDIS_URL names.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { inject } from "vitest";
import { freePort } from "./free-port.js";
import { describeWith } from "./missing.js";
import { findProgram, startServer } from "./process.js";

export type TestServer = { readonly url: string; stop(): Promise<void> };

export const redisMissing =
  "no redis-server on PATH and no TEST_REDIS_URL: tests on Redis skipped (apt-get install redis-server)";

export async function startRedis(): Promise<TestServer | undefined> {
  const given = process.env.TEST_REDIS_URL;
  return given === undefined ? startOwnRedis() : { url: given, stop: async () => undefined };
}

/** A server that the caller may do anything to; `undefined` where there is no program for it. */
export async function startOwnRedis(): Promise<TestServer | undefined> {
  const program = findProgram("redis-server");
  if (program === undefined) return undefined;
  const folder = await mkdtemp(join(tmpdir(), "tajdeed-redis-"));
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  const settings = { port, bind: "127.0.0.1", dir: folder, save: "", appendonly: "no", databases: 64 };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const server = await startServer(program, args, { cwd: folder }, () => answers(url));
  return {
    url,
    async stop() {
      await server.stop("SIGKILL");
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function answers(url: string): Promise<boolean> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: null });
  redis.on("error", () => undefined); // Not there yet: `connect` says so.
  try {
    await redis.connect();
    return (await redis.ping()) === "PONG";
  } finally {
    redis.disconnect();
  }
}

/** Tests that need Redis: skipped where it is missing, failing there under CI=true. */
export const describeWithRedis = describeWith(() => inject("redisUrl") !== null, redisMissing);

/** An emptied Redis database of this test file alone: files of one worker run one after the other, so the worker names it. */
export async function freshRedis(): Promise<string> {
  const url = new URL(inject("redisUrl") ?? "redis://missing");
  url.pathname = `/${process.env.VITEST_POOL_ID ?? "1"}`;
  const redis = new Redis(url.href);
  await redis.flushdb();
  redis.disconnect();
  return url.href;
}
