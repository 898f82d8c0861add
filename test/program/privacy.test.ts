// Canaries through every journey, faults and crashes included: none of them reaches a log, a metric, an error page, Redis, or a row in clear.
import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import { Redis } from "ioredis";
import { Client } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { samplePeople } from "../../src/demo/people.js";
import { kuwaitDate } from "../../src/domain/iso-date.js";
import { type Command, commands } from "../../src/journeys/message.js";
import { ask, press } from "../support/ask.js";
import { hashesIn, leaksIn, secretsOf, withCanaryNames } from "../support/canaries.js";
import { pays } from "../support/payer.js";
import { describeWithStores, redisOfFile, type Service, startService } from "../support/service.js";
import type { Sponsor } from "../support/sponsor.js";

const email = "zqxmail.canary@wvqk.example.org";
const typedName = "Zqxtyped Kvwq";
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);

describeWithStores(`what is personal (SEED=${seed})`, () => {
  const people = withCanaryNames(samplePeople(kuwaitDate(new Date())));
  let service: Service;
  let database: Client;
  const errorPages: string[] = [];
  let metrics = "";

  beforeAll(async () => {
    service = await startService({ people, settings: { LOG_LEVEL: "debug" } });
    database = new Client({ connectionString: service.settings.DATABASE_URL });
    await database.connect();
    const [program] = service.programs;
    const everybody = (["fatima", "yousef", "ramesh", "omar"] as const).map((id, nth) =>
      service.sponsor(id, nth % 2 === 0 ? "ar" : "en"),
    );

    await Promise.all(everybody.map(registersWithFaults));
    const [links] = await Promise.all([Promise.all(everybody.map((each) => each.renews())), breakConnections()]);
    await Promise.all(everybody.map((each, nth) => paysAtSecondTry(each, links[nth] ?? "")));
    await program?.kill();
    await program?.start();
    await Promise.all(everybody.map(opensEverything));
    await service.botApi.idle(60_000);
    await strangersKnock();
    metrics = (await ask(`${service.origin}/metrics`)).body;
  }, 280_000);
  afterAll(async () => {
    await database?.end();
    await service?.end();
  });

  /** The Bot API refuses, now in this way and now in that. */
  async function registersWithFaults(sponsor: Sponsor, nth: number): Promise<void> {
    const chatId = sponsor.who.telegramUserId;
    await sponsor.begins();
    service.botApi.failNext({ chatId, kind: (["429", "500", "400", "500"] as const)[nth] ?? "429", times: 1 });
    // A refused message is not sent again, so this one is asked for twice.
    if (nth === 2) for (const again of ["/start", "/start"]) sponsor.says(again);
    // The way to the end of registering ends in a menu, too: those before it are not to be taken for it.
    if (nth === 2) await service.botApi.idle(60_000);
    await sponsor.registers();
    sponsor.says("/account email");
    await sponsor.hears("register-email");
    sponsor.says(email);
    await sponsor.hears("account-kept");
  }

  /** Connections to Postgres break while turns are under way. */
  async function breakConnections(): Promise<void> {
    await sleep(100);
    await database.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()",
    );
  }

  async function paysAtSecondTry(sponsor: Sponsor, link: string): Promise<void> {
    await pays(link, "decline");
    await sponsor.hears("notice-declined");
    await pays(link);
    await sponsor.receipt();
  }

  /** Every command, a few buttons of whatever it shows, and every kind of text typed into it. */
  async function opensEverything(sponsor: Sponsor, nth: number): Promise<void> {
    const stranger = people[8];
    const texts = [
      stranger?.civilId ?? "",
      stranger?.phone ?? "",
      email,
      typedName,
      people[3]?.workers[0]?.civilId ?? "",
    ];
    const choices = fc.sample(fc.nat(1_000), { seed: seed + nth, numRuns: 400 });
    // Leaving comes last: it is one of the buttons under "privacy".
    const inOrder: readonly Command[] = [...commands.filter((each) => each !== "privacy"), "privacy"];
    for (const command of inOrder) {
      sponsor.says(`/${command}`);
      for (let round = 0; round < 3; round += 1) {
        const shown = await sponsor.hearsText(/./su);
        // But for another language: what is pressed and heard below is in their own.
        const other = sponsor.word(nth % 2 === 0 ? "button-english" : "button-arabic");
        const pressable = shown.buttons.flat().filter(({ data, label }) => data !== undefined && label !== other);
        const choice = choices.pop() ?? 0;
        const button = pressable[choice % Math.max(1, pressable.length)];
        if (button === undefined || choice % 4 === 0) sponsor.says(texts[choice % texts.length] ?? "");
        else sponsor.person.press(shown.id, button.label);
      }
    }
    sponsor.says("/privacy");
    await sponsor.presses("button-export");
    const shown = await sponsor.hears("button-open-export");
    const url = shown.buttons.flat().find((button) => button.url !== undefined)?.url ?? "";
    expect((await press(url)).status).toBe(200);
    errorPages.push((await press(url)).body);
  }

  async function strangersKnock(): Promise<void> {
    const [someone] = people;
    const secret = encodeURIComponent(`${someone?.civilId} ${someone?.nameEn} ${email}`);
    const webhook = `${service.origin}/telegram/webhook`;
    const body = JSON.stringify({
      update_id: someone?.civilId,
      message: { text: someone?.nameAr, phone: someone?.phone },
    });
    const answers = await Promise.all([
      ask(`${service.origin}/p/${secret}`),
      press(`${service.origin}/p/${secret}/pay`),
      ask(`${service.origin}/r/${secret}?of=${secret}`),
      ask(`${service.origin}/${secret}`, { headers: { "x-name": secret } }),
      ask(`${service.origin}/%zz${secret}`),
      ask(`${service.origin}/gateways/sandbox/callback`, { method: "POST", body: `reference=${secret}` }),
      ask(webhook, { method: "POST", body }),
      ask(webhook, { method: "POST", body: `{"${secret}`, headers: { "x-telegram-bot-api-secret-token": secret } }),
    ]);
    errorPages.push(...answers.map((answer) => answer.body));
  }

  /** Also the links that were given out count: who holds one can pay, or read. They are random, so their hashes tell nothing. */
  function leaks(text: string): readonly string[] {
    const links = service.botApi.calls.flatMap(
      ({ params }) => JSON.stringify(params).match(/\/[prx]\/[\w-]{16,}/gu) ?? [],
    );
    expect(links.length).toBeGreaterThan(people.length / 3);
    const personal = [...secretsOf(people), email, typedName];
    return [...leaksIn(text, [...personal, ...links.map((link) => link.slice(3))]), ...hashesIn(text, personal)];
  }

  it("does not stand in the log", () => {
    expect(service.output().split("\n").length).toBeGreaterThan(200);
    expect(leaks(service.output())).toEqual([]);
  });

  it("does not stand in the metrics, nor on a page that says no", () => {
    expect(metrics).toContain("# TYPE");
    expect(leaks(metrics)).toEqual([]);
    expect(leaks(errorPages.join("\n"))).toEqual([]);
  });

  it("does not stand in Redis, in a key or a value", async () => {
    const redis = new Redis(await redisOfFile());
    const kept: string[] = await redis.keys("*");
    expect(kept.length).toBeGreaterThan(4);
    const values = await Promise.all(
      kept.map(async (key) =>
        (await redis.type(key)) === "hash" ? redis.hgetallBuffer(key) : redis.zrangeBuffer(key, "0", "-1"),
      ),
    );
    redis.disconnect();
    const written = values.flatMap((value) =>
      Object.values(value).flatMap((bytes) => [String(bytes), bytes.toString("hex")]),
    );
    expect(leaks([...kept, ...written].join("\n"))).toEqual([]);
  });

  it("does not stand in clear in any row of any table", async () => {
    const { rows: tables } = await database.query<{ tablename: string }>(
      "select tablename from pg_tables where schemaname = 'public'",
    );
    const clear: Record<string, readonly string[]> = {};
    let looked = 0;
    for (const { tablename } of tables) {
      const { rows } = await database.query<{ row: string }>(`select t::text as row from "${tablename}" t`);
      looked += rows.length;
      const found = leaks(rows.map(({ row }) => row).join("\n"));
      if (found.length > 0) clear[tablename] = found;
    }
    expect(looked).toBeGreaterThan(100);
    expect(clear).toEqual({});
  });
});
