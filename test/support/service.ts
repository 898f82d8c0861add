// The service outside the demo: people imported from a CSV, a Bot API server elsewhere, Postgres and Redis, one process or two.
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import { inject } from "vitest";
import type { StandaloneBotApi } from "../../src/demo/bot-api/standalone.js";
import { startBotApi } from "../../src/demo/bot-api/standalone.js";
import { importRows, type SamplePerson, samplePeople } from "../../src/demo/people.js";
import { kuwaitDate } from "../../src/domain/iso-date.js";
import type { Language } from "../../src/words/line.js";
import { command, type Ran } from "./command.js";
import { type Front, startFront } from "./front.js";
import { describeWith } from "./missing.js";
import { freshDatabase, postgresMissing } from "./postgres.js";
import { type Program, program } from "./program.js";
import { freshRedis, redisMissing } from "./redis.js";
import { type Answers, type Sponsor, sponsorOf } from "./sponsor.js";

export const describeWithStores = describeWith(
  () => inject("redisUrl") !== null && inject("postgresUrl") !== null,
  `${redisMissing}; ${postgresMissing}`,
);

export type Settings = Readonly<Record<string, string>>;

export type Service = {
  readonly botApi: StandaloneBotApi;
  readonly people: readonly SamplePerson[];
  readonly programs: readonly Program[];
  /** As links name it. */
  readonly origin: string;
  /** What a command is run with. */
  readonly settings: Settings;
  readonly imported: Ran;
  sponsor(id: string, language: Language, answers?: Partial<Answers>): Sponsor;
  /** All that its processes have printed. */
  output(): string;
  end(): Promise<void>;
};

type StoreUrls = { readonly databaseUrl: string; readonly redisUrl: string };

export type ServiceOptions = {
  readonly mode?: "webhook" | "polling";
  /** Two: behind a front that gives every update to both at once. */
  readonly processes?: 1 | 2;
  /** Embedded: one process with everything in its own folder; otherwise Postgres and Redis. */
  readonly stores?: "embedded" | "servers";
  /** Puts something between the processes and their stores. */
  readonly wire?: (to: StoreUrls) => Promise<StoreUrls>;
  readonly people?: readonly SamplePerson[];
  readonly settings?: Settings;
};

// One Redis database for the file: the service's keys are of its own FIELD_KEY, so several services do not meet there.
let redis: Promise<string> | undefined;
export const redisOfFile = (): Promise<string> => {
  redis ??= freshRedis();
  return redis;
};

/** One hour of the day that is half a day away in Kuwait: no reminder comes between what a test waits for, whenever it is run. */
function farHours(): string {
  const hour = (new Date().getUTCHours() + 3 + 12) % 24;
  const at = (of: number) => `${String(of).padStart(2, "0")}:00`;
  return hour === 23 ? "22:00-23:00" : `${at(hour)}-${at(hour + 1)}`;
}

/** What every service is told, wherever it listens. */
export const serviceSettings = (of: StoreUrls | undefined): Settings => ({
  HOST: "127.0.0.1",
  ...(of === undefined ? {} : { DATABASE_URL: of.databaseUrl, REDIS_URL: of.redisUrl }),
  PAYMENT_GATEWAY: "sandbox",
  SANDBOX_ALLOWED: "true",
  FILING: "own",
  FEE_SCHEDULE: "kd5",
  REMINDER_HOURS: farHours(),
  FIELD_KEY: randomBytes(32).toString("base64"),
  OPERATOR_NAME_AR: "مكتب تجريبي",
  OPERATOR_NAME_EN: "Test Operator",
});

/** Ready when it returns; every sample person with a worker is on record. */
export async function startService(options: ServiceOptions = {}): Promise<Service> {
  const {
    mode = "webhook",
    processes = 1,
    stores = "servers",
    people = samplePeople(kuwaitDate(new Date())),
  } = options;
  const dir = mkdtempSync(join(tmpdir(), "tajdeed-service-"));
  const servers = async () => {
    const [database, redisUrl] = await Promise.all([freshDatabase(), redisOfFile()]);
    const urls = { databaseUrl: database.url, redisUrl };
    return { database, urls: (await options.wire?.(urls)) ?? urls };
  };
  const [opened, botApi] = await Promise.all([
    stores === "servers" ? servers() : undefined,
    // A failed delivery is tried again soon: a test need not wait as long as the platform may.
    startBotApi({ webhookPauseMs: 50 }),
  ]);
  const front: Front | undefined = processes === 1 ? undefined : await startFront();
  const shared = {
    ...serviceSettings(opened?.urls),
    TELEGRAM_BOT_TOKEN: botApi.token,
    TELEGRAM_API_ROOT: botApi.url,
    TELEGRAM_MODE: mode,
    ...options.settings,
  };
  const sandboxes: string[] = [];
  const settingsAt = ({ origin, sandboxOrigin }: Pick<Program, "origin" | "sandboxOrigin">): Settings => {
    sandboxes.push(sandboxOrigin);
    // Every process has its own sandbox on the same books, and links name the first one's.
    return { ...shared, PUBLIC_URL: front?.origin ?? origin, SANDBOX_URL: sandboxes[0] ?? sandboxOrigin };
  };
  const programs: Program[] = [];
  for (let nth = 0; nth < processes; nth += 1) programs.push(await program(settingsAt));
  const origin = front?.origin ?? programs[0]?.origin ?? "";
  const settings = {
    ...shared,
    PUBLIC_URL: origin,
    SANDBOX_URL: sandboxes[0] ?? "",
    DATA_DIR: programs[0]?.dir ?? dir,
  };

  const file = join(dir, "people.csv");
  writeFileSync(file, stringify([...importRows(people)], { header: true }));
  const imported = await command(["import", file], settings);
  front?.leadTo(programs.map((each) => each.origin));
  await Promise.all(programs.map((each) => each.start()));

  return {
    botApi,
    people,
    programs,
    origin,
    settings,
    imported,
    sponsor(id, language, answers) {
      const who = people.find((each) => each.id === id);
      if (who === undefined) throw new Error(`no sample person ${id}`);
      return sponsorOf(botApi, who, language, answers);
    },
    output: () => programs.map((each) => each.output()).join(""),
    async end() {
      await Promise.all(programs.map((each) => each.end()));
      await botApi.close();
      await front?.stop();
      await opened?.database.drop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
