// The configuration is whole or every fault is told, each with its cure and none with a value.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { namesNotYet, secretNames } from "../src/config/names.js";
import { settings } from "../src/config/settings.js";
import { readConfig } from "../src/config.js";
import { builtInSchedules } from "../src/domain/fee-schedule.js";

const fieldKey = Buffer.alloc(32, 7).toString("base64");
const service = {
  PUBLIC_URL: "https://tajdeed.example.org/",
  DATABASE_URL: "postgres://tajdeed:pass@db/tajdeed",
  TELEGRAM_BOT_TOKEN: "123456:AAbbCC",
  PAYMENT_GATEWAY: "sandbox",
  SANDBOX_ALLOWED: "true",
  SANDBOX_URL: "https://sandbox.example.org",
  FILING: "manual",
  FEE_SCHEDULE: "decision-306-2025",
  FIELD_KEY: fieldKey,
  OPERATOR_NAME_AR: "مكتب",
  OPERATOR_NAME_EN: "Office",
};
type Env = Record<string, string | undefined>;

/** The real files, and these. */
function read(env: Env, files: Record<string, string> = {}, demo = false) {
  const readFile = (path: string) => files[path] ?? readFileSync(path, "utf8");
  return readConfig(env, readFile, { demo });
}
function configOf(env: Env, files: Record<string, string> = {}, demo = false) {
  const result = read(env, files, demo);
  if (!result.ok) throw new Error(result.faults.join("\n"));
  return result.config;
}
function serviceOf(env: Env, files: Record<string, string> = {}) {
  const config = configOf(env, files);
  if (config.mode !== "service") throw new Error("a demo");
  return config;
}
function faultsOf(env: Env, files: Record<string, string> = {}, demo = false) {
  const result = read(env, files, demo);
  return result.ok ? [] : result.faults;
}
const namesOf = (faults: readonly string[]) => faults.map((fault) => fault.slice(0, fault.indexOf(":")));

describe("with nothing set", () => {
  it("the demo runs, on this machine alone, with its own key, on the brief's fees", () => {
    expect(configOf({ PATH: "/bin", HOME: "/" })).toMatchObject({
      mode: "demo",
      listen: { host: "127.0.0.1", self: "127.0.0.1", port: 8080 },
      publicUrl: "http://127.0.0.1:8080",
      database: { kind: "embedded", dir: "./data" },
      sessions: { kind: "database" },
      gateway: { kind: "sandbox", port: 8081, url: "http://127.0.0.1:8081" },
      filing: "own",
      fees: builtInSchedules.kd5,
      fieldKey: undefined,
      operator: { name: { ar: "مكتب تجريبي", en: "Demo Office" }, isMinistry: false, hotline: "151" },
      logLevel: "info",
    });
  });

  it("the demo follows HOST, PORT, DATA_DIR and what else is not a service's", () => {
    const set = {
      HOST: "0.0.0.0",
      PORT: "9000",
      DATA_DIR: "/tmp/d",
      FILING: "manual",
      REDIS_URL: "redis://127.0.0.1:1",
    };
    expect(configOf({ ...set, FEE_SCHEDULE: "before-306", LOG_LEVEL: "warn" })).toMatchObject({
      mode: "demo",
      listen: { host: "0.0.0.0", self: "127.0.0.1", port: 9000 },
      publicUrl: "http://127.0.0.1:9000",
      database: { dir: "/tmp/d" },
      gateway: { port: 9001 },
      sessions: { kind: "redis", urls: ["redis://127.0.0.1:1"] },
      filing: "manual",
      fees: builtInSchedules["before-306"],
      logLevel: "warn",
    });
    expect(configOf({ HOST: "::1" }).publicUrl).toBe("http://[::1]:8080");
    expect(configOf({ SANDBOX_PORT: "9100" }).gateway).toMatchObject({ port: 9100, url: "http://127.0.0.1:9100" });
  });
});

describe("--demo", () => {
  it("beside a channel, a database, a public address or a gateway is a fault", () => {
    const names = ["DATABASE_URL", "PUBLIC_URL", "PAYMENT_GATEWAY", "TELEGRAM_BOT_TOKEN", "TELEGRAM_MODE"];
    const values: Env = { ...service, TELEGRAM_MODE: "polling" };
    for (const name of names) {
      expect(faultsOf({ [name]: values[name] }, {}, true)).toEqual([`${name}: unset it, or start without --demo`]);
    }
    expect(namesOf(faultsOf({ WHATSAPP_VERIFY_TOKEN: "x", KNET_BASE_URL: "y" }, {}, true))).toContain(
      "WHATSAPP_VERIFY_TOKEN",
    );
  });

  it("without any of them is the demo", () => {
    expect(configOf({ PORT: "8090" }, {}, true).mode).toBe("demo");
  });

  it("sends no SMS to anybody", () => {
    const sms = { SMS_HTTP_URL: "https://sms.example.org", SMS_HTTP_TOKEN: "t" };
    expect(namesOf(faultsOf(sms))).toEqual(["SMS_HTTP_URL"]);
  });
});

describe("a service", () => {
  it("has what was set, and the documented defaults", () => {
    const config = serviceOf(service);
    expect(config).toMatchObject({
      mode: "service",
      listen: { host: "0.0.0.0", self: "127.0.0.1", port: 8080 },
      publicUrl: "https://tajdeed.example.org",
      database: { kind: "postgres", url: service.DATABASE_URL },
      sessions: { kind: "database" },
      gateway: { kind: "sandbox", port: 8081, url: "https://sandbox.example.org" },
      filing: "manual",
      fees: builtInSchedules["decision-306-2025"],
      operator: { name: { ar: "مكتب", en: "Office" }, isMinistry: false, hotline: "151" },
      telegram: { token: "123456:AAbbCC", apiRoot: "https://api.telegram.org", mode: "webhook" },
      sms: undefined,
      reminders: { days: [60, 30, 14, 7, 3, 1, 0, -7], hours: { from: 540, until: 1200 } },
    });
    expect(config.fieldKey).toEqual(Buffer.alloc(32, 7));
  });

  it("told half of what it needs hears the whole other half at once", () => {
    expect(namesOf(faultsOf({ DATABASE_URL: service.DATABASE_URL })).sort()).toEqual(
      ["FEE_SCHEDULE", "FIELD_KEY", "FILING", "OPERATOR_NAME_AR", "OPERATOR_NAME_EN", "PAYMENT_GATEWAY"].sort(),
    );
    expect(faultsOf({ PUBLIC_URL: service.PUBLIC_URL })).toContain(
      "FIELD_KEY: give 32 bytes in base64: openssl rand -base64 32",
    );
  });

  it.each(Object.keys(service).filter((name) => !/DATABASE_URL|TELEGRAM/.test(name)))(
    "without %s is a fault of that name",
    (name) => {
      expect(namesOf(faultsOf({ ...service, [name]: undefined }))).toEqual([name]);
    },
  );

  it("without DATABASE_URL uses the embedded database in DATA_DIR", () => {
    const { DATABASE_URL: _, ...rest } = service;
    expect(configOf(rest).database).toEqual({ kind: "embedded", dir: "./data" });
    expect(configOf({ ...rest, DATA_DIR: "/srv" }).database).toEqual({ kind: "embedded", dir: "/srv" });
  });

  it("takes a comma list of Redis as a Cluster", () => {
    const REDIS_URL = "redis://a:6379, rediss://b:6380";
    expect(configOf({ ...service, REDIS_URL }).sessions).toEqual({
      kind: "redis",
      urls: ["redis://a:6379", "rediss://b:6380"],
    });
    expect(namesOf(faultsOf({ ...service, REDIS_URL: "redis://a,http://b" }))).toEqual(["REDIS_URL"]);
  });

  it("sends codes only with both SMS settings; one alone is a fault of the other", () => {
    const sms = { SMS_HTTP_URL: "https://sms.example.org/send?from=1", SMS_HTTP_TOKEN: "t" };
    expect(serviceOf({ ...service, ...sms }).sms).toEqual({ url: sms.SMS_HTTP_URL, token: "t" });
    expect(namesOf(faultsOf({ ...service, SMS_HTTP_URL: sms.SMS_HTTP_URL }))).toEqual(["SMS_HTTP_TOKEN"]);
    expect(namesOf(faultsOf({ ...service, SMS_HTTP_TOKEN: sms.SMS_HTTP_TOKEN }))).toEqual(["SMS_HTTP_URL"]);
  });
});

describe("Telegram", () => {
  it("by halves is a fault, never a demo", () => {
    for (const [name, value] of Object.entries({ TELEGRAM_MODE: "polling", TELEGRAM_API_ROOT: "http://127.0.0.1:1" })) {
      expect(namesOf(faultsOf({ [name]: value }))).toContain("TELEGRAM_BOT_TOKEN");
    }
    expect(namesOf(faultsOf({ TELEGRAM_BOT_TOKEN: "" }))).toContain("TELEGRAM_BOT_TOKEN");
  });

  it("needs a public address, by https unless nothing is real", () => {
    const { PUBLIC_URL: _, ...rest } = service;
    expect(namesOf(faultsOf(rest))).toEqual(["PUBLIC_URL"]);
    expect(configOf({ ...service, PUBLIC_URL: "http://127.0.0.1:8080" }).publicUrl).toBe("http://127.0.0.1:8080");
    expect(namesOf(faultsOf({ ...service, PUBLIC_URL: "http://a.org", SANDBOX_ALLOWED: "false" }))).toEqual(
      expect.arrayContaining(["PUBLIC_URL", "SANDBOX_ALLOWED"]),
    );
    for (const PUBLIC_URL of [
      "a.org",
      "ftp://a.org",
      "https://u:p@a.org",
      "https://a.org/?x",
      "https://a.org/#x",
      "https://",
    ]) {
      expect(namesOf(faultsOf({ ...service, PUBLIC_URL }))).toEqual(["PUBLIC_URL"]);
    }
  });

  it("without a webhook secret derives one that Telegram takes, the same each time, another for another bot or key", () => {
    const secret = (env: Env) => {
      const { telegram } = serviceOf({ ...service, ...env });
      return telegram?.mode === "webhook" ? telegram.webhookSecret : "";
    };
    const derived = secret({});
    expect(derived).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(secret({})).toBe(derived);
    expect(secret({ TELEGRAM_BOT_TOKEN: "123456:AAbbCD" })).not.toBe(derived);
    expect(secret({ FIELD_KEY: Buffer.alloc(32, 8).toString("base64") })).not.toBe(derived);
    expect(secret({ TELEGRAM_WEBHOOK_SECRET: "an-own-secret-16" })).toBe("an-own-secret-16");
  });

  it.each(["x", "fifteen-letters", "sixteen letters!", "s".repeat(257), "سر".repeat(10)])(
    "does not take %j for a webhook secret, and says how to make one",
    (secret) => {
      const faults = faultsOf({ ...service, TELEGRAM_WEBHOOK_SECRET: secret });
      expect(faults).toEqual([expect.stringMatching(/^TELEGRAM_WEBHOOK_SECRET: .*openssl rand -hex 32/)]);
    },
  );

  it("may poll, and may have its Bot API elsewhere over plain http", () => {
    const polling = { TELEGRAM_MODE: "polling", TELEGRAM_API_ROOT: "http://127.0.0.1:8081/" };
    expect(serviceOf({ ...service, ...polling }).telegram).toEqual({
      token: service.TELEGRAM_BOT_TOKEN,
      mode: "polling",
      apiRoot: "http://127.0.0.1:8081",
    });
  });
});

describe("the gateway", () => {
  it("that is live is not in this version, and the sandbox stands alone and by express leave", () => {
    for (const gateway of ["portal", "knet", "myfatoorah", "tap", "knet,tap"]) {
      const faults = faultsOf({ ...service, PAYMENT_GATEWAY: gateway });
      expect(faults.every((fault) => /^PAYMENT_GATEWAY: .*not in this version/.test(fault))).toBe(true);
      expect(faults).toHaveLength(gateway.split(",").length);
    }
    expect(faultsOf({ ...service, PAYMENT_GATEWAY: "sandbox,knet" }).join()).toContain("stands alone");
    expect(faultsOf({ ...service, PAYMENT_GATEWAY: "paypal" })).toHaveLength(1);
    expect(namesOf(faultsOf({ ...service, SANDBOX_ALLOWED: "false" }))).toEqual(["SANDBOX_ALLOWED"]);
    expect(namesOf(faultsOf({ ...service, SANDBOX_ALLOWED: "yes" }))).toContain("SANDBOX_ALLOWED");
  });

  it("has a port of its own", () => {
    expect(namesOf(faultsOf({ ...service, SANDBOX_PORT: "8080" }))).toEqual(["SANDBOX_PORT"]);
    expect(namesOf(faultsOf({ PORT: "65535" }))).toEqual(["SANDBOX_PORT"]);
  });
});

describe("a port", () => {
  it.each(["0", "65536", "80a", "-1", "1e3", "8080 "])("is not %s", (PORT) => {
    expect(namesOf(faultsOf({ PORT }))).toEqual(["PORT"]);
  });
  it.each(["1", "65534"])("may be %s", (PORT) => {
    expect(configOf({ PORT }).listen.port).toBe(Number(PORT));
  });
});

describe("reminders", () => {
  it("come on the days and in the hours that were set, the farthest first", () => {
    const { reminders } = configOf({ REMINDER_DAYS: "0, 30,-3,7", REMINDER_HOURS: "08:30-12:00" });
    expect(reminders).toEqual({ days: [30, 7, 0, -3], hours: { from: 510, until: 720 } });
  });

  it.each([
    ["REMINDER_DAYS", "soon", "as 60,30,14,7,3,1,0,-7"],
    ["REMINDER_DAYS", "30,30", "once"],
    ["REMINDER_DAYS", "366", "365"],
    ["REMINDER_HOURS", "9-20", "as 09:00-20:00"],
    ["REMINDER_HOURS", "20:00-09:00", "an hour at least"],
  ])("%s is not %s", (name, value, cure) => {
    const faults = faultsOf({ [name]: value });
    expect(namesOf(faults)).toEqual([name]);
    expect(faults[0]).toContain(cure);
  });
});

describe("the team's hours", () => {
  it("are Kuwait's office week, and no day is off, unless they are set", () => {
    const { deskHours } = configOf({});
    expect(deskHours).toEqual({ ranges: [{ first: 0, last: 4, from: 480, until: 960 }], holidays: new Set() });
  });

  it("are read, and days off from the setting or from a file", () => {
    const { deskHours } = configOf({ DESK_HOURS: "Sat-Wed 09:00-12:00, Thu 09:00-10:30", HOLIDAYS: "2026-12-16" });
    expect(deskHours.ranges).toHaveLength(2);
    expect(deskHours.holidays).toEqual(new Set(["2026-12-16"]));
    const files = { "/etc/days-off": "2027-01-01 # New Year\n2027-02-25\n" };
    const named = configOf({ HOLIDAYS: "/etc/days-off" }, files);
    expect(named.deskHours.holidays).toEqual(new Set(["2027-01-01", "2027-02-25"]));
  });

  it.each([
    ["DESK_HOURS", "9 to 5", "as Sun-Thu 08:00-16:00"],
    ["DESK_HOURS", "Sun-Thu 08:00-16:00,Mon 10:00-11:00", "overlap"],
    ["HOLIDAYS", "2026-02-30", "as 2026-12-16"],
    ["HOLIDAYS", "/nowhere", "a file that can be read"],
    ["HOLIDAYS", Array.from({ length: 367 }, () => "2026-12-16").join(), "366"],
  ])("%s is not %s", (name, value, cure) => {
    const faults = faultsOf({ [name]: value });
    expect(namesOf(faults)).toEqual([name]);
    expect(faults[0]).toContain(cure);
  });
});

describe("the field key", () => {
  it.each([
    ["31 bytes", Buffer.alloc(31).toString("base64")],
    ["33 bytes", Buffer.alloc(33).toString("base64")],
    ["hex", Buffer.alloc(32).toString("hex")],
    ["no padding", fieldKey.replace("=", "")],
    ["words", "change me"],
  ])("is not %s", (_, FIELD_KEY) => {
    expect(faultsOf({ ...service, FIELD_KEY })).toEqual([
      "FIELD_KEY: give 32 bytes in base64: openssl rand -base64 32",
    ]);
  });
});

describe("a secret in a file", () => {
  it("is read from there, without the newline at its end", () => {
    const files = { "/run/key": `${fieldKey}\n`, "/run/token": "123456:AAbbCC\r\n" };
    const { FIELD_KEY: _, TELEGRAM_BOT_TOKEN: __, ...rest } = service;
    const config = serviceOf({ ...rest, FIELD_KEY_FILE: "/run/key", TELEGRAM_BOT_TOKEN_FILE: "/run/token" }, files);
    expect(config.fieldKey).toEqual(Buffer.alloc(32, 7));
    expect(config.telegram?.token).toBe("123456:AAbbCC");
  });

  it("and in the environment at once is a fault", () => {
    expect(faultsOf({ ...service, FIELD_KEY_FILE: "/run/key" }, { "/run/key": fieldKey })).toEqual([
      "FIELD_KEY: set it or FIELD_KEY_FILE, not both",
    ]);
  });

  it("that is missing or empty is a fault of the file, and no demo", () => {
    expect(namesOf(faultsOf({ ...service, FIELD_KEY: undefined, FIELD_KEY_FILE: "/nowhere/key" }))).toEqual([
      "FIELD_KEY_FILE",
    ]);
    expect(namesOf(faultsOf({ ...service, FIELD_KEY: undefined, FIELD_KEY_FILE: "/e" }, { "/e": "\n" }))).toEqual([
      "FIELD_KEY_FILE",
    ]);
    expect(namesOf(faultsOf({ TELEGRAM_BOT_TOKEN_FILE: "/nowhere" }))).toContain("FIELD_KEY");
  });

  it("is for secrets alone", () => {
    expect(namesOf(faultsOf({ ...service, TELEGRAM_MODE_FILE: "/run/mode" }))).toEqual(["TELEGRAM_MODE_FILE"]);
  });
});

describe("a name", () => {
  it.each(["TELEGRAM_TOKEN", "WHATSAPP_X", "KNET_", "MYFATOORAH_KEY", "TAP_SECRET"])(
    "%s, known to nobody, is a fault",
    (name) => {
      expect(namesOf(faultsOf({ [name]: "x" }))).toEqual([name]);
      expect(namesOf(faultsOf({ ...service, [name]: "x" }))).toEqual([name]);
    },
  );

  it("of somebody else's is nobody's business", () => {
    expect(configOf({ TAPE: "1", MY_TELEGRAM_TOKEN: "2", NODE_ENV: "test", telegram_x: "3" }).mode).toBe("demo");
  });

  it.each(namesNotYet.map((name) => [name]))("%s is documented and not in this version", (name) => {
    expect(faultsOf({ ...service, [name]: "x" })).toEqual([`${name}: not in this version; unset it`]);
  });

  it.each(Object.keys(settings.shape))("%s set to nothing is a fault, not a default", (name) => {
    expect(namesOf(faultsOf({ ...service, [name]: " " }))).toContain(name);
  });
});

describe("the fee schedule", () => {
  const own = { ...builtInSchedules.kd5, id: "own" };
  it("may be a file of the operator's", () => {
    expect(configOf({ FEE_SCHEDULE: "/fees.json" }, { "/fees.json": JSON.stringify(own) }).fees).toEqual(own);
  });

  it("that is wrong is told with every fault in it", () => {
    const wrong = { ...own, rows: [{ ...own.rows[0], fils: -1, certainty: "D" }] };
    const faults = faultsOf({ FEE_SCHEDULE: "/fees.json" }, { "/fees.json": JSON.stringify(wrong) });
    expect(faults).toHaveLength(2);
    expect(faults.every((fault) => fault.startsWith("FEE_SCHEDULE: correct the file: rows[0]."))).toBe(true);
  });

  it("that is missing or not JSON is told so, in different words", () => {
    expect(faultsOf({ FEE_SCHEDULE: "kd6" })).toEqual([expect.stringMatching(/^FEE_SCHEDULE: no such file or id/)]);
    expect(faultsOf({ FEE_SCHEDULE: "/f" }, { "/f": "{" })).toEqual([
      expect.stringMatching(/^FEE_SCHEDULE: .*not JSON/),
    ]);
  });
});

describe("the terms", () => {
  const folder = (ar: string, en: string) => ({ "/t/terms.ar.md": ar, "/t/terms.en.md": en });

  it("built in are plain, short and of one version", () => {
    const { terms } = configOf({});
    expect(terms.version).toBe("1");
    for (const text of [terms.text.ar, terms.text.en]) {
      expect(text.split("\n")).toHaveLength(9);
      expect(text).not.toMatch(/[!*_`#٠-٩]/);
    }
  });

  it("of an operator's own are taken below the line with their version", () => {
    const files = folder("version: 2026-03\n\nشروط\n", "version: 2026-03\r\nTerms\r\nhere");
    expect(configOf({ TERMS_DIR: "/t" }, files).terms).toEqual({
      version: "2026-03",
      text: { ar: "شروط", en: "Terms\nhere" },
    });
  });

  it.each([
    ["without a version", folder("شروط", "version: 1\nTerms"), 1],
    ["without a text", folder("version: 1\n\n", "version: 1\n"), 2],
    ["of two versions", folder("version: 1\nشروط", "version: 2\nTerms"), 1],
    ["too long for a chat", folder("version: 1\nشروط", `version: 1\n${"a".repeat(3_501)}`), 1],
    ["of a version that no address can name", folder("version: ..\nشروط", "version: ..\nTerms"), 2],
    ["of a version too long for an address", folder(`version: ${"1".repeat(61)}\nشروط`, "version: 1\nTerms"), 1],
    ["in one language", { "/t/terms.ar.md": "version: 1\nشروط" }, 1],
  ])("%s are a fault", (_, files, faults) => {
    const said = faultsOf({ TERMS_DIR: "/t" }, files);
    expect(said).toHaveLength(faults);
    expect(new Set(namesOf(said))).toEqual(new Set(["TERMS_DIR"]));
  });
});

describe("whatever the environment", () => {
  const names = [
    ...Object.keys(settings.shape),
    ...namesNotYet,
    ...[...secretNames].map((name) => `${name}_FILE`),
    "TAP_X",
  ];
  const value = fc.oneof(
    fc.string(),
    fc.constantFrom(...Object.values(service), "true", "8080", "polling", "redis://a", "/dev/null"),
  );
  const env = fc.dictionary(fc.constantFrom(...names), value);

  it("reading it never throws, and says NAME: what to do", () => {
    fc.assert(
      fc.property(env, fc.boolean(), (given, demo) => {
        for (const fault of faultsOf(given, {}, demo)) expect(fault).toMatch(/^[A-Z_]+: \S/);
      }),
    );
  });

  it("no fault shows what was given", () => {
    const canary = fc.constantFrom("canary:secret", "https://canary@x", "123:canary!", "canary,canary", "canary://x");
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), canary, { minKeys: 1 }), (given) => {
        expect(faultsOf(given).join("\n")).not.toContain("canary");
      }),
    );
  });
});
