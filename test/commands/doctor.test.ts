// Doctor says of each setting and connection whether it is well, and never a secret.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { doctor, type Probes } from "../../src/commands/doctor.js";
import { readConfig } from "../../src/config.js";
import type { IsoDate } from "../../src/domain/iso-date.js";

const today = "2026-02-01" as IsoDate;
const serviceEnv = {
  PUBLIC_URL: "https://tajdeed.example.org",
  DATABASE_URL: "postgres://tajdeed:canary-password@db/tajdeed",
  REDIS_URL: "redis://:canary-redis@cache",
  TELEGRAM_BOT_TOKEN: "123456:canary-token",
  TELEGRAM_WEBHOOK_SECRET: "canary-secret-of-doctor",
  PAYMENT_GATEWAY: "sandbox",
  SANDBOX_ALLOWED: "true",
  SANDBOX_URL: "https://sandbox.example.org",
  FILING: "manual",
  FEE_SCHEDULE: "decision-306-2025",
  FIELD_KEY: Buffer.alloc(32, 7).toString("base64"),
  OPERATOR_NAME_AR: "مكتب",
  OPERATOR_NAME_EN: "Office",
  SMS_HTTP_URL: "https://sms.example.org/?key=canary-query",
  SMS_HTTP_TOKEN: "canary-sms",
};

type Rights = { readsMessages?: boolean; hasTopics?: boolean; managesTopics?: boolean; bansMembers?: boolean };
const deskWith = (rights: Rights) => ({
  supervisors: 1,
  group: {
    isOutOfReach: false,
    rights: async () => ({
      readsMessages: true,
      hasTopics: true,
      managesTopics: true,
      bansMembers: true,
      ...rights,
    }),
  },
});
const well: Probes = {
  reachDatabase: async () => undefined,
  migrations: async () => "current",
  owner: async () => "ours",
  reachRedis: async () => undefined,
  askTelegram: async () => "tajdeed_bot",
  askDesk: async () => deskWith({}),
  reachSandbox: async () => undefined,
};
const refuse = (code: string) => async () =>
  Promise.reject(Object.assign(new Error("postgres://u:canary-in-message@db"), { code }));

const troubles: readonly (readonly [trouble: string, probes: Partial<Probes>, name: string, says: string])[] = [
  ["the database is out of reach", { reachDatabase: refuse("ECONNREFUSED") }, "DATABASE_URL", "ECONNREFUSED"],
  ["a newer version has migrated", { migrations: async () => "newer" }, "migrations", "newer"],
  ["the key does not open the database", { owner: async () => "wrong-key" }, "FIELD_KEY", "does not open"],
  ["the database is the demo's", { owner: async () => "holds-demo" }, "FIELD_KEY", "demo data"],
  ["Redis is out of reach", { reachRedis: refuse("ETIMEDOUT") }, "REDIS_URL", "ETIMEDOUT"],
  [
    "the bot does not see what the staff writes",
    { askDesk: async () => deskWith({ readsMessages: false }) },
    "staff group",
    "administrator",
  ],
  [
    "the bot may not keep the staff group's topics",
    { askDesk: async () => deskWith({ managesTopics: false }) },
    "staff group",
    "topics",
  ],
  ["Telegram refuses the token", { askTelegram: refuse("401") }, "TELEGRAM_BOT_TOKEN", "401"],
];

async function look(env: Record<string, string>, probes: Partial<Probes> = {}) {
  const read = readConfig(env, (path) => readFileSync(path, "utf8"), { demo: false });
  if (!read.ok) throw new Error(read.faults.join("\n"));
  const findings = await doctor(read.config, { ...well, ...probes }, today);
  return {
    findings,
    wrong: findings.filter(({ ok }) => !ok).map(({ name }) => name),
    of: (name: string) => findings.find((finding) => finding.name === name),
  };
}

describe("doctor", () => {
  it("has one line for each setting and connection of a healthy service, and no secret in any", async () => {
    const { findings, wrong } = await look(serviceEnv);
    expect(wrong).toEqual([]);
    expect(findings.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        "PUBLIC_URL",
        "FILING",
        "FEE_SCHEDULE",
        "DATABASE_URL",
        "migrations",
        "FIELD_KEY",
        "REDIS_URL",
      ]),
    );
    expect(findings.map(({ name }) => name)).toEqual(expect.arrayContaining(["TELEGRAM_BOT_TOKEN", "SANDBOX_URL"]));
    expect(JSON.stringify(findings)).not.toMatch(/canary|BwcHBwc/);
    for (const { says } of findings) expect(says).not.toContain("\n");
  });

  it("says when people are reminded", async () => {
    const { of } = await look({ ...serviceEnv, REMINDER_DAYS: "7,0,-3", REMINDER_HOURS: "08:30-12:00" });
    expect([of("REMINDER_DAYS")?.says, of("REMINDER_HOURS")?.says]).toEqual([
      "7, 0, -3 days before the end of cover",
      "08:30-12:00, Asia/Kuwait",
    ]);
  });

  it("says when the team answers, and which days are off", async () => {
    const { of } = await look({ ...serviceEnv, DESK_HOURS: "Sun-Thu 08:00-13:00", HOLIDAYS: "2027-01-01,2026-12-16" });
    expect(of("DESK_HOURS")?.says).toBe("Sun-Thu 08:00-13:00, Asia/Kuwait");
    expect(of("HOLIDAYS")?.says).toBe("2026-12-16, 2027-01-01");
    const plain = await look(serviceEnv);
    expect(plain.of("HOLIDAYS")?.says).toBe("unset: no working day is off");
  });

  it("knows the demo, which has no channel and no Redis", async () => {
    const { wrong, of } = await look({});
    expect(wrong).toEqual([]);
    expect(of("mode")?.says).toBe("demo");
    expect(of("DATA_DIR")?.ok).toBe(true);
    expect(of("TELEGRAM_BOT_TOKEN")).toBeUndefined();
    expect(of("REDIS_URL")?.says).toContain("sessions are in the database");
  });

  it("takes a database before its first migration for no fault, sessions in it included", async () => {
    const { REDIS_URL: _, ...withoutRedis } = serviceEnv;
    const { wrong } = await look(withoutRedis, { migrations: async () => "older", reachRedis: refuse("42P01") });
    expect(wrong).toEqual([]);
  });

  it.each(troubles)("says that %s, and that alone", async (_, probes, name, says) => {
    const { findings, wrong, of } = await look(serviceEnv, probes);
    expect(wrong).toEqual([name]);
    expect(of(name)?.says).toContain(says);
    expect(JSON.stringify(findings)).not.toContain("canary");
  });

  it("warns of a desk without a supervisor at work, without a group, or whose group could not be written to", async () => {
    const warned = async (desk: Awaited<ReturnType<Probes["askDesk"]>>) => {
      const { wrong, findings } = await look(serviceEnv, { askDesk: async () => desk });
      expect(wrong).toEqual([]);
      return findings.filter(({ says }) => says.startsWith("WARNING")).map(({ name }) => name);
    };
    const { group } = deskWith({});
    expect(await warned({ supervisors: 1, group })).toEqual([]);
    expect(await warned({ supervisors: 0, group })).toEqual(["supervisors"]);
    expect(await warned({ supervisors: 1, group: undefined })).toEqual(["staff group"]);
    expect(await warned({ supervisors: 0, group: { ...group, isOutOfReach: true } })).toEqual([
      "supervisors",
      "staff group",
    ]);
  });

  it("warns of a staff group out of which the bot may not take anybody, and says the rest of it all the same", async () => {
    const says = async (rights: Rights) => {
      const { wrong, of } = await look(serviceEnv, { askDesk: async () => deskWith(rights) });
      expect(wrong).toEqual([]);
      return of("staff group")?.says;
    };
    expect(await says({ bansMembers: false })).toMatch(
      /^WARNING: the bot may not ban users there.*manages its topics$/,
    );
    expect(await says({ bansMembers: false, hasTopics: false })).toMatch(/^WARNING: .*no topics/);
    expect(await says({ hasTopics: false })).toMatch(/^no topics/);
  });

  it("asks nothing more of a database that is out of reach, nor the key of one not migrated", async () => {
    expect((await look(serviceEnv, { reachDatabase: refuse("ECONNREFUSED") })).of("migrations")).toBeUndefined();
    const { wrong, of } = await look(serviceEnv, { migrations: async () => "older" });
    expect(wrong).toEqual([]);
    expect(of("FIELD_KEY")).toBeUndefined();
  });

  it("takes a silent sandbox for a service that does not run", async () => {
    const { wrong, of } = await look(serviceEnv, { reachSandbox: refuse("ECONNREFUSED") });
    expect(wrong).toEqual([]);
    expect(of("SANDBOX_URL")?.says).toContain("silent");
  });

  it("finds the code behind a wrapped error, and calls one without code by name", async () => {
    const cause = Object.assign(new Error("canary"), { code: "ENOTFOUND" });
    const wrapped = await look(serviceEnv, { askTelegram: async () => Promise.reject(new Error("canary", { cause })) });
    expect(wrapped.of("TELEGRAM_BOT_TOKEN")?.says).toContain("ENOTFOUND");
    const bare = await look(serviceEnv, { askTelegram: async () => Promise.reject(new TypeError("canary")) });
    expect(bare.of("TELEGRAM_BOT_TOKEN")?.says).toContain("TypeError");
    const odd = await look(serviceEnv, { askTelegram: async () => Promise.reject("canary") });
    expect(JSON.stringify(odd.findings)).not.toContain("canary");
  });

  it("warns of fees that a later source contradicts, and of their sources always", async () => {
    const contradicted = (await look({ ...serviceEnv, FEE_SCHEDULE: "kd5" })).of("FEE_SCHEDULE");
    expect(contradicted).toMatchObject({ ok: true, says: expect.stringMatching(/^WARNING: decision-306-2025/) });
    expect((await look(serviceEnv)).of("FEE_SCHEDULE")?.says).toMatch(
      /^decision-306-2025\. .*gazette text was not seen/,
    );
  });

  it("waits for no probe for ever", { timeout: 20_000 }, async () => {
    const { of } = await look(serviceEnv, { reachRedis: () => new Promise(() => undefined) });
    expect(of("REDIS_URL")).toMatchObject({ ok: false, says: expect.stringContaining("no answer in time") });
  });
});
