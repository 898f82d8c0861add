// Postgres for tests: a private server on a free port under an unprivileged user, or the one that TEST_DATABASE_URL names.
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { chown, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { Client } from "pg";
import { inject } from "vitest";
import { freePort } from "./free-port.js";
import { describeWith } from "./missing.js";
import { findProgram, startServer } from "./process.js";
import type { TestServer } from "./redis.js";

export const postgresMissing =
  "no initdb and postgres on PATH and no TEST_DATABASE_URL: tests on Postgres skipped (apt-get install postgresql)";

const installedUnder = "/usr/lib/postgresql";

/** The server's own url; test files make their databases in it with `freshDatabase`. */
export async function startPostgres(): Promise<TestServer | undefined> {
  const given = process.env.TEST_DATABASE_URL;
  if (given !== undefined) return { url: given, stop: async () => undefined };
  const versions = existsSync(installedUnder) ? readdirSync(installedUnder).sort((a, b) => Number(b) - Number(a)) : [];
  const initdb = findProgram(
    "initdb",
    versions.map((version) => join(installedUnder, version, "bin")),
  );
  const postgres = initdb && findProgram("postgres", [dirname(initdb)]);
  if (initdb === undefined || postgres === undefined) return undefined;

  const folder = await mkdtemp(join(tmpdir(), "tajdeed-postgres-"));
  const user = unprivileged();
  if (user !== undefined) await chown(folder, user.uid, user.gid);
  const data = join(folder, "data");
  const made = ["--pgdata", data, "--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"];
  await promisify(execFile)(initdb, made, { ...user, cwd: folder });
  const port = await freePort();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const settings = {
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: folder,
    // Nothing here outlives the run, so nothing waits for the disk.
    fsync: "off",
    synchronous_commit: "off",
    full_page_writes: "off",
    max_connections: 200,
  };
  const args = ["-D", data, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
  const server = await startServer(postgres, args, { ...user, cwd: folder }, () => run(url, "select 1"));
  return {
    url,
    async stop() {
      await server.stop("SIGQUIT");
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Postgres refuses to run as root; nobody else needs another user. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync("/etc/passwd", "utf8").split("\n");
  const line = users.find((user) => user.startsWith("postgres:")) ?? users.find((user) => user.startsWith("nobody:"));
  const [, , uid, gid] = (line ?? "").split(":");
  return { uid: Number(uid), gid: Number(gid) };
}

async function run(url: string, statement: string): Promise<true> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
    return true;
  } finally {
    await client.end();
  }
}

/** Tests that need Postgres: skipped where it is missing, failing there under CI=true. */
export const describeWithPostgres = describeWith(() => inject("postgresUrl") !== null, postgresMissing);

export type TestDatabase = { readonly url: string; drop(): Promise<void> };

/** An empty database of its own. */
export async function freshDatabase(): Promise<TestDatabase> {
  const server = inject("postgresUrl") ?? "postgres://missing";
  const name = `tajdeed_test_${randomBytes(6).toString("hex")}`;
  // template0: nobody is ever connected to it, so test files may create at the same time.
  await run(server, `create database ${name} template template0`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: async () => void (await run(server, `drop database ${name} with (force)`)) };
}
