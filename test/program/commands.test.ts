// The command line as its operator meets it: what each command prints, what it leaves behind, and how it ends.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
    // Neither a rehearsal nor an invitation is what makes it this service's.
    const rehearsed = await command(["import", file("first.csv", rows), "--dry-run"], settings);
    expect(rehearsed).toMatchObject({ code: 0, stdout: expect.stringContaining(`${rows.length} new, 0 changed`) });
    expect(rehearsed.stderr).toMatch(/^this database is not migrated[^\n]*\n$/u);
    const invited = await command(["invite", "--role", "agent"], settings);
    expect(invited).toMatchObject({ code: 1, stdout: "" });
    expect(invited.stderr).toMatch(/^DATABASE_URL or DATA_DIR: [^\n]* run migrate or serve first\n$/u);
    expect((await command(["doctor"], settings)).stdout).toMatch(/^ok +migrations: not migrated yet/mu);
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

  const told = (counts: string) =>
    expect.stringMatching(new RegExp(`^\\d+ rows in, \\d+ rejected.*\n${counts}\n`, "u"));

  it("tells with --dry-run what it would take, and writes nothing: neither rows, nor who the database is of, nor a file", async () => {
    const [first, ...others] = rows;
    const mixed = [{ ...first, sponsor_phone: "12" }, ...others];
    writeFileSync(join(dir, "rehearsed.rejected.csv"), "of yesterday");
    const ran = await command(["import", file("rehearsed.csv", mixed), "--dry-run"], settings);
    const counts = `${others.length} new, 0 changed, 0 moved, 0 unchanged, 1 rejected`;
    expect(ran).toEqual({ code: 2, stdout: told(counts), stderr: "" });
    expect(ran.stdout).toMatch(/^sponsor-phone, 1, first in line 2: \S/mu);
    expect(readFileSync(join(dir, "rehearsed.rejected.csv"), "utf8")).toBe("of yesterday");
    const client = new Client({ connectionString: database.url });
    await client.connect();
    expect((await client.query("select from sponsors union all select from workers")).rowCount).toBe(0);
    expect((await client.query("select from meta where name in ('holds', 'key-check')")).rowCount).toBe(0);
    await client.end();
  });

  it("rehearses on the embedded database without making it", async () => {
    const { DATABASE_URL, REDIS_URL, ...embedded } = settings;
    const data = join(dir, "never-made");
    const ran = await command(["import", file("embedded.csv", rows), "--dry-run"], { ...embedded, DATA_DIR: data });
    expect(ran).toMatchObject({ code: 0, stdout: expect.stringContaining(`${rows.length} new`) });
    expect(existsSync(data)).toBe(false);
  });

  it("takes all of a good file and ends with 0, again and again, and leaves no file of rejected rows", async () => {
    const path = file("good.csv", rows);
    const none = "0 moved, 0 unchanged, 0 rejected";
    expect(await command(["import", path], settings)).toEqual({
      ...{ code: 0, stderr: "" },
      stdout: told(`${rows.length} new, 0 changed, ${none}`),
    });
    expect(await command(["import", path], settings)).toEqual({
      ...{ code: 0, stderr: "" },
      stdout: told(`0 new, 0 changed, 0 moved, ${rows.length} unchanged, 0 rejected`),
    });
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

  it("tells where a broken file ends, takes what stands before, and names columns that it does not know", async () => {
    const path = file(
      "broken.csv",
      rows.map((row) => ({ ...row, note: "x" })),
    );
    writeFileSync(join(dir, "broken.rejected.csv"), "of yesterday");
    writeFileSync(path, `${readFileSync(path, "utf8")}a,"b"c\n`);
    const { code, stdout, stderr } = await command(["import", path], settings);
    expect(code).toBe(2);
    expect(stdout).toContain(`${rows.length} rows in, 0 rejected`);
    expect(stderr).toMatch(/ignored: "note"$/mu);
    expect(stderr).toMatch(new RegExp(`broken.csv: reading ended at line ${rows.length + 2}: `, "u"));
    expect(existsSync(join(dir, "broken.rejected.csv"))).toBe(false);
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
    for (const [name, says] of [
      ["missing.csv", "there is no such file"],
      [".", "it is a directory"],
    ] as const) {
      const { code, stdout, stderr } = await command(["import", join(dir, name)], settings);
      expect([code, stdout]).toEqual([1, ""]);
      expect(stderr).toMatch(new RegExp(`^[^\n]*: ${says}[^\n]*\n$`, "u"));
    }
  });
});
