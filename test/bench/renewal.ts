// The renewal over HTTP, from /renew to the pay link: the built service in its own process, with one pair of stores or the other.
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { command } from "../support/command.js";
import { program } from "../support/program.js";
import { type Settings, serviceSettings } from "../support/service.js";
import { deliverTo } from "./deliver.js";
import type { Figures } from "./figures.js";
import { startFloor } from "./floor.js";
import { cpuMsOf, measure } from "./load.js";
import { benchPeople, writePeople } from "./people.js";
import { benchSponsor } from "./sponsor.js";
import { startTelegram } from "./telegram.js";

export const chatCounts = [1, 16] as const;
const mostChats = Math.max(...chatCounts);
const token = "7000000000:BENCH-token";

/** Where the service keeps things; without addresses it is the demo's embedded database. */
export type StoresAt = { readonly databaseUrl: string; readonly redisUrl: string } | undefined;

export type Renewals = {
  /** For each of `chatCounts`. */
  readonly figures: readonly Figures[];
  /** One renewal's updates, for the floor. */
  readonly updates: readonly unknown[];
};

export async function measureRenewals(stores: StoresAt): Promise<Renewals> {
  const secret = randomBytes(24).toString("base64url");
  const telegram = await startTelegram();
  let settings: Settings = {};
  const service = await program(({ origin, sandboxOrigin }) => {
    settings = {
      ...settingsOf(stores),
      PUBLIC_URL: origin,
      SANDBOX_URL: sandboxOrigin,
      TELEGRAM_BOT_TOKEN: token,
      TELEGRAM_API_ROOT: telegram.url,
      TELEGRAM_WEBHOOK_SECRET: secret,
    };
    return settings;
  });
  const { deliver, close } = deliverTo(service.origin, secret);
  try {
    const people = benchPeople(mostChats);
    const file = join(service.dir, "people.csv");
    writePeople(file, people);
    const imported = await command(["import", file], { ...settings, DATA_DIR: service.dir });
    if (imported.code !== 0) throw new Error(`the people were not taken: ${imported.stderr}${imported.stdout}`);
    await service.start();
    const sponsors = people.map((who) => benchSponsor(who, telegram, deliver));
    await Promise.all(sponsors.map((sponsor) => sponsor.registers()));
    const figures: Figures[] = [];
    // In turns: one chat alone would have more updates of one day to remember than anybody ever sends.
    const idle = [...sponsors];
    const renewal = async () => {
      const sponsor = idle.shift();
      if (sponsor === undefined) throw new Error("there is a sponsor for each chat");
      const took = await sponsor.renews();
      idle.push(sponsor);
      return took;
    };
    for (const count of chatCounts) {
      figures.push(
        await measure(
          Array.from({ length: count }, () => renewal),
          () => cpuMsOf(service.origin),
        ),
      );
    }
    return { figures, updates: sponsors[0]?.lastUpdates() ?? [] };
  } finally {
    close();
    await service.end();
    await telegram.stop();
  }
}

/** @param updates what the chats say, again and again */
export async function measureFloor(updates: readonly unknown[]): Promise<readonly Figures[]> {
  const secret = randomBytes(24).toString("base64url");
  const { origin, server } = await startFloor(secret);
  const { deliver, close } = deliverTo(origin, secret);
  const journey = async () => {
    const took: number[] = [];
    for (const update of updates) took.push(await deliver(update));
    return took;
  };
  try {
    const figures: Figures[] = [];
    for (const count of chatCounts) {
      figures.push(
        await measure(
          Array.from({ length: count }, () => journey),
          () => cpuMsOf(origin),
        ),
      );
    }
    return figures;
  } finally {
    close();
    await server.stop("SIGKILL");
  }
}

function settingsOf(stores: StoresAt): Settings {
  const { DATABASE_URL, REDIS_URL, ...common } = serviceSettings(stores ?? { databaseUrl: "", redisUrl: "" });
  return stores === undefined ? common : { ...common, DATABASE_URL: `${DATABASE_URL}`, REDIS_URL: `${REDIS_URL}` };
}
