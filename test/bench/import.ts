// What an import takes, as its operator runs it: a file of new people, the same again, and how long turns wait meanwhile.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import type { IsoDate } from "../../src/domain/iso-date.js";
import { openPostgres } from "../../src/records/database.js";
import { isTaken, lockWorkers } from "../../src/records/taken.js";
import { command } from "../support/command.js";
import { serviceSettings } from "../support/service.js";
import { writeImportFile } from "./import-file.js";

const importRowsCount = 100_000;
/** The embedded database is for small installations. */
const importRowsEmbedded = 20_000;

export type ImportFigures = {
  readonly stores: string;
  readonly rows: number;
  readonly newPerSecond: number;
  readonly againPerSecond: number;
  /** Of a turn that holds a worker's row and asks for its cover, while the same file is imported; `undefined`: one process alone has the database. */
  readonly turnP99: number | undefined;
};

export async function measureImport(serverUrl: string | undefined): Promise<ImportFigures> {
  const databaseUrl = serverUrl && (await makeDatabase(serverUrl));
  const rows = databaseUrl === undefined ? importRowsEmbedded : importRowsCount;
  const dir = mkdtempSync(join(tmpdir(), "tajdeed-bench-import-"));
  try {
    const path = join(dir, "people.csv");
    await writeImportFile(path, rows);
    const settings = {
      ...serviceSettings(undefined),
      PUBLIC_URL: "http://127.0.0.1:1",
      SANDBOX_URL: "http://127.0.0.1:2",
      ...(databaseUrl === undefined ? { DATA_DIR: join(dir, "data") } : { DATABASE_URL: databaseUrl }),
    };
    // Making the database is no part of it.
    const migrated = await command(["migrate"], settings);
    if (migrated.code !== 0) throw new Error(migrated.stderr);
    const newPerSecond = rows / (await secondsOf(path, settings));
    const turns = databaseUrl === undefined ? undefined : startTurns(databaseUrl);
    const againPerSecond = rows / (await secondsOf(path, settings));
    return {
      stores: databaseUrl === undefined ? "embedded database" : "Postgres",
      ...{ rows, newPerSecond, againPerSecond, turnP99: await turns?.end() },
    };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

async function makeDatabase(serverUrl: string): Promise<string> {
  const server = openPostgres(serverUrl, () => undefined);
  await sql`create database tajdeed_import`.execute(server.db);
  await server.close();
  const url = new URL(serverUrl);
  url.pathname = "/tajdeed_import";
  return url.href;
}

async function secondsOf(path: string, settings: Readonly<Record<string, string>>): Promise<number> {
  const began = performance.now();
  const { code, stdout, stderr } = await command(["import", path], settings);
  if (code !== 0) throw new Error(stdout + stderr);
  return (performance.now() - began) / 1000;
}

const nextYear = { from: "2027-01-01" as IsoDate, until: "2027-12-31" as IsoDate };

/** One after another, each for the next of the workers. */
function startTurns(url: string): { end(): Promise<number> } {
  const { db, close } = openPostgres(url, () => undefined);
  const times: number[] = [];
  let isOver = false;
  const run = async () => {
    const { first, last } = await db
      .selectFrom("workers")
      .select(({ fn }) => [fn.min("id").as("first"), fn.max("id").as("last")])
      .executeTakeFirstOrThrow();
    for (let nth = 0; !isOver; nth += 1) {
      const worker = first + ((nth * 7919) % (last - first + 1));
      const began = performance.now();
      await db.transaction().execute(async (trx) => {
        await lockWorkers(trx, [worker]);
        await isTaken(trx, { worker, ...nextYear });
      });
      times.push(performance.now() - began);
    }
  };
  const running = run();
  return {
    async end() {
      isOver = true;
      await running;
      await close();
      return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0;
    },
  };
}
