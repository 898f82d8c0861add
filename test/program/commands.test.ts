// The command line as its operator meets it: what each command prints, what it leaves behind, and how it ends.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startBotApi } from "../../src/demo/bot-api/standalone.js";
import { importRows, samplePeople } from "../../src/demo/people.js";
import { kuwaitDate } from "../../src/domain/iso-date.js";
import { command } from "../support/command.js";
import { freshDatabase, type TestDatabase } from "../support/postgres.js";
import { describeWithStores, redisOfFile, type Settings, serviceSettings } from "../support/service.js";

describe("settings that do not hold together", () => {
  it("are all listed on stderr, one line each, and nothing starts", async () => {
    const ran = await command(["serve"], { TELEGRAM_BOT_TOKEN: "1:a", TELEGRAM_TOKEN: "x", FILING: "perhaps" });
    expect(ran).toMatchObject({ code: 1, stdout: "" });
    const names = ran.stderr.trimEnd().split("\n");
    for (const each of names) expect(each).toMatch(/^[A-Z_]+: \S/u);
    expect(names.map((each) => each.split(":")[0])).toEqual(
      expect.arrayContaining([
        "TELEGRAM_TOKEN",
        "FILING",
        "FIELD_KEY",
        "PUBLIC_URL",
        "PAYMENT_GATEWAY",
        "FEE_SCHEDULE",
        "OPERATOR_NAME_AR",
        "OPERATOR_NAME_EN",
      ]),
    );
    expect(ran.stderr).toContain("openssl rand -base64 32");
  });

  it("include the demo beside a database of somebody's", async () => {
    const ran = await command(["serve", "--demo"], { DATABASE_URL: "postgres://nobody@127.0.0.1:1/none" });
    expect(ran).toMatchObject({ code: 1, stdout: "" });
    expect(ran.stderr).toMatch(/^DATABASE_URL: /u);
  });

  it.each(["export", "reconcile"])("include %s, which is not in this version", async (later) => {
    const ran = await command([later, "somewhere"]);
    expect(ran).toMatchObject({ code: 1, stdout: "" });
    expect(ran.stderr).toContain("not in this version");
  });
});

describeWithStores("migrate, doctor and import", () => {
  let database: TestDatabase;
  let botApi: Awaited<ReturnType<typeof startBotApi>>;
  let settings: Settings;
  const dir = mkdtempSync(join(tmpdir(), "tajdeed-import-"));
  const rows = importRows(samplePeople(kuwaitDate(new Date())));

  beforeAll(async () => {
    const [made, redisUrl, api] = await Promise.all([freshDatabase(), redisOfFile(), startBotApi()]);
    database = made;
    botApi = api;
    settings = {
      ...serviceSettings({ databaseUrl: database.url, redisUrl }),
      PUBLIC_URL: "http://127.0.0.1:1",
      SANDBOX_URL: "http://127.0.0.1:2",
      TELEGRAM_BOT_TOKEN: api.token,
      TELEGRAM_API_ROOT: api.url,
    };
  });
  afterAll(async () => {
    await botApi.close();
    await database.drop();
    rmSync(dir, { recursive: true, force: true });
  });

  const file = (name: string, of: readonly object[]): string => {
    const path = join(dir, name);
    writeFileSync(path, stringify([...of], { header: true }));
    return path;
  };

  it("migrates an empty database once, and says so", async () => {
    const before = await command(["doctor"], settings);
    expect(before.code).toBe(0);
    expect(before.stdout).toMatch(/^ok +migrations: not migrated yet/mu);
    const first = await command(["migrate"], settings);
    expect(first).toMatchObject({ code: 0, stderr: "" });
    expect(first.stdout).toMatch(/^\d{4}-/u);
    expect(await command(["migrate"], settings)).toEqual({ code: 0, stdout: "nothing to apply\n", stderr: "" });
  });

  it("has doctor name every connection in a line of its own, and no secret", async () => {
    const { code, stdout } = await command(["doctor"], settings);
    expect(code).toBe(0);
    for (const name of ["DATABASE_URL", "migrations", "REDIS_URL", "TELEGRAM_BOT_TOKEN", "FEE_SCHEDULE"])
      expect(stdout).toMatch(new RegExp(`^ok +${name}: `, "mu"));
    for (const secret of [settings.FIELD_KEY, settings.TELEGRAM_BOT_TOKEN, settings.DATABASE_URL])
      expect(stdout).not.toContain(secret);
  });

  it("has doctor end with 1 for a database that is not there", async () => {
    const gone = { ...settings, DATABASE_URL: "postgres://postgres@127.0.0.1:1/none" };
    const { code, stdout } = await command(["doctor"], gone);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^WRONG +DATABASE_URL: /mu);
  });

  it("prints an invitation to the desk for a role, one for each call, and keeps only its hash", async () => {
    const first = await command(["invite", "--role", "supervisor"], settings);
    expect(first).toMatchObject({ code: 0, stderr: "" });
    const [, token = ""] = /^https:\/\/t\.me\/\w+\?start=staff_([\w-]{22})$/mu.exec(first.stdout) ?? [];
    expect(token).not.toBe("");
    expect((await command(["invite", "--role", "agent"], settings)).stdout).not.toContain(token);
    const client = new Client({ connectionString: database.url });
    await client.connect();
    const { rows: invites } = await client.query("select * from staff_invites order by made_at");
    await client.end();
    expect(invites.map(({ role }) => role)).toEqual(["supervisor", "agent"]);
    expect(JSON.stringify(invites)).not.toContain(token);
    expect(await command(["invite", "--role", "owner"], settings)).toMatchObject({ code: 1, stdout: "" });
  });

  it("tells with --dry-run what it would take, and takes nothing", async () => {
    const said = { code: 0, stdout: `${rows.length} rows in, 0 rejected\n`, stderr: "" };
    expect(await command(["import", file("rehearsed.csv", rows), "--dry-run"], settings)).toEqual(said);
    const client = new Client({ connectionString: database.url });
    await client.connect();
    expect((await client.query("select from sponsors union all select from workers")).rowCount).toBe(0);
    await client.end();
  });

  it("takes all of a good file and ends with 0, again and again, and leaves no file of rejected rows", async () => {
    const path = file("good.csv", rows);
    const said = `${rows.length} rows in, 0 rejected\n`;
    expect(await command(["import", path], settings)).toEqual({ code: 0, stdout: said, stderr: "" });
    expect(await command(["import", path], settings)).toEqual({ code: 0, stdout: said, stderr: "" });
    expect(() => readFileSync(join(dir, "good.rejected.csv"))).toThrow("ENOENT");
  });

  it("takes the good rows of a mixed file, puts the bad beside it with line and reason, and ends with 2", async () => {
    const [first, second, ...others] = rows;
    const path = file("mixed.csv", [first, { ...second, sponsor_phone: "12" }, ...others].filter(Boolean) as object[]);
    const { code, stdout } = await command(["import", path], settings);
    expect(code).toBe(2);
    expect(stdout).toContain(`${rows.length - 1} rows in, 1 rejected`);
    const rejected = readFileSync(join(dir, "mixed.rejected.csv"), "utf8").trimEnd().split("\n");
    expect(rejected).toHaveLength(2);
    expect(rejected[1]).toContain("sponsor-phone");
    expect(rejected[1]).toMatch(/(^|,)3(,|$)/u);
  });

  it("does not serve other words of the terms under a version that was offered before", async () => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query("insert into terms values ('of-before', 'نص', 'Words', now())");
    await client.end();
    for (const language of ["ar", "en"])
      writeFileSync(join(dir, `terms.${language}.md`), "version: of-before\nOther words");
    const ran = await command(["serve"], { ...settings, TERMS_DIR: dir });
    expect(ran.code).toBe(1);
    expect(ran.stderr).toMatch(/^TERMS_DIR: give the terms a new version; .* of-before /mu);
  });

  it("ends with 1 when nothing could be taken, and when there is no such file", async () => {
    const path = file(
      "bad.csv",
      rows.slice(0, 3).map((row) => ({ ...row, worker_civil_id: "1" })),
    );
    expect((await command(["import", path], settings)).code).toBe(1);
    const missing = await command(["import", join(dir, "missing.csv")], settings);
    expect(missing.code).toBe(1);
    expect(missing.stderr).toContain("missing.csv");
  });
});
