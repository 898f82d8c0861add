import fc from "fast-check";
import { expect, it } from "vitest";
import type { IsoDate } from "../../src/domain/iso-date.js";
import { type Fields, type ImportRow, readRow, type Taking } from "../../src/import/row.js";
import { importRows, importSponsor } from "../../src/records/import-people.js";
import { insertRenewal } from "../support/bought.js";
import { describeEachDatabase, describeOnPostgres, testReplan, testVault } from "../support/databases.js";
import { civilId } from "../support/fake-world.js";
import {
  createPeopleWorld,
  day,
  joseph,
  maria,
  neverCovered,
  noura,
  nouraPhone,
  row,
  stranger,
} from "../support/people-world.js";

const nextYear = { policy_number: "HI-2", cover_from: "2027-01-01", cover_until: "2027-12-31" };

function read(...rows: readonly Fields[]): ImportRow[] {
  return rows.map((fields) => {
    const parsed = readRow(fields, "2026-11-22" as IsoDate);
    if (!parsed.ok) throw new Error(parsed.reason);
    return parsed.value;
  });
}

describeEachDatabase("an import", (database) => {
  const newWorld = () => createPeopleWorld(database().db);

  it("repeated changes nothing but the day it is known from", async () => {
    const world = newWorld();
    const rows = [row(), row(nextYear), row({ worker_civil_id: joseph, ...neverCovered })];
    expect(await world.import(...rows)).toEqual([undefined, undefined, undefined]);
    const chat = await world.chat("1");
    await world.register(chat);
    const before = await world.turn(chat).workers.household();
    world.clock.advance(day);
    expect(await world.import(...rows)).toEqual([undefined, undefined, undefined]);
    const after = await world.turn(chat).workers.household();
    expect(after.workers.map(({ id, covers }) => [id, covers.length])).toEqual(
      before.workers.map(({ id, covers }) => [id, covers.length]),
    );
    expect(after.workers[0]?.covers.map(({ knownAt }) => knownAt)).toEqual(["2026-11-23", "2026-11-23"]);
  });

  it("brings changed names, phones, articles and sponsors up to date", async () => {
    const world = newWorld();
    await world.import(row());
    const moved = {
      sponsor_civil_id: stranger,
      sponsor_phone: "55554444",
      sponsor_name_ar: "",
      sponsor_name_en: "Bader",
      sponsor_kuwaiti: "no",
    };
    await world.import(row({ ...moved, worker_name_en: "Maria S.", residency_article: "18", in_kuwait: "no" }));
    const chat = await world.chat("1");
    const found = await world.turn(chat).workers.pair(stranger, maria);
    expect(found?.household.kuwaiti).toBe(false);
    expect(found?.worker).toMatchObject({ name: { en: "Maria S." }, article: 18, inKuwait: false });
    expect(await world.turn(chat).workers.pair(noura, maria)).toBeUndefined();
  });

  it("refuses a cover that overlaps another, and keeps nothing of that row", async () => {
    const world = newWorld();
    await world.import(row());
    const overlapping = {
      sponsor_civil_id: stranger,
      policy_number: "HI-9",
      cover_from: "2026-12-31",
      cover_until: "2027-12-30",
    };
    expect(await world.import(row(overlapping), row(nextYear))).toEqual(["cover-overlap", undefined]);
    const sponsors = await world.db.selectFrom("sponsors").select("id").execute();
    expect(sponsors).toHaveLength(1);
  });

  it("puts the dates of a policy right, unless they then overlap another cover", async () => {
    const world = newWorld();
    await world.import(row(), row(nextYear));
    expect(await world.import(row({ cover_until: "2026-12-30" }))).toEqual([undefined]);
    expect(await world.import(row({ cover_until: "2027-01-01" }))).toEqual(["cover-overlap"]);
    const covers = await world.db.selectFrom("covers").select(["from_day", "until_day"]).orderBy("from_day").execute();
    expect(covers).toEqual([
      { from_day: "2026-01-01", until_day: "2026-12-30" },
      { from_day: "2027-01-01", until_day: "2027-12-31" },
    ]);
  });

  it("moves the periods of a worker past one another, in one file", async () => {
    const world = newWorld();
    await world.import(row(), row(nextYear));
    const moved = [
      row({ ...nextYear, cover_from: "2027-07-01", cover_until: "2028-06-30" }),
      row({ cover_from: "2026-07-01", cover_until: "2027-06-30" }),
    ];
    expect(await world.import(...moved)).toEqual([undefined, undefined]);
    const covers = await world.db
      .selectFrom("covers")
      .select(["policy_number", "from_day", "source"])
      .orderBy("from_day")
      .execute();
    expect(covers).toEqual([
      { policy_number: "HI-1", from_day: "2026-07-01", source: "imported" },
      { policy_number: "HI-2", from_day: "2027-07-01", source: "imported" },
    ]);
  });

  it("refuses a policy's number that another worker has, in the file or on record, however it is written", async () => {
    const world = newWorld();
    const other = row({ worker_civil_id: joseph, policy_number: "hi ١" });
    expect(await world.import(row(), other)).toEqual([undefined, "policy-of-another"]);
    expect(await world.import(other)).toEqual(["policy-of-another"]);
    expect(await world.import(row({ policy_number: "HI-7" }), other)).toEqual([undefined, undefined]);
  });

  it("refuses a worker under a second sponsor of the same file, in whichever batch, and moves one from an older file", async () => {
    const world = newWorld();
    const theirs = { sponsor_civil_id: stranger, sponsor_phone: "55554444" };
    expect(await world.import(row(), row(theirs))).toEqual([undefined, "two-sponsors"]);
    const deps = { ...world, vault: testVault, replan: testReplan, tellIssued: async () => undefined };
    const of = { ...deps, now: new Date(world.clock.now().getTime() + day) };
    expect(await importRows(of, read(row(theirs)))).toEqual([{ ok: true, taken: "moved" }]);
    expect(await importRows(of, read(row()))).toEqual([{ ok: false, reason: "two-sponsors" }]);
  });

  it("refuses a second phone of a sponsor in one file: either would open the account to somebody", async () => {
    const world = newWorld();
    const second = row({ worker_civil_id: joseph, sponsor_phone: "55554444" });
    expect(await world.import(row(), second)).toEqual([undefined, "sponsor-two-phones"]);
    expect(await world.import(second)).toEqual([undefined]);
  });

  it("tells of each row what became of it", async () => {
    const world = newWorld();
    const deps = { ...world, vault: testVault, replan: testReplan, tellIssued: async () => undefined };
    let imports = 0;
    const take = (...rows: readonly Fields[]) => {
      imports += 1;
      return importRows({ ...deps, now: new Date(world.clock.now().getTime() + imports) }, read(...rows));
    };
    const taken = (kind: Taking) => ({ ok: true, taken: kind });
    expect(await take(row(), row(nextYear))).toEqual([taken("new"), taken("new")]);
    expect(await take(row(), row(nextYear))).toEqual([taken("unchanged"), taken("unchanged")]);
    expect(await take(row({ worker_name_en: "Maria S." }))).toEqual([taken("changed")]);
    expect(await take(row({ worker_name_en: "Maria S.", cover_until: "2026-12-30" }))).toEqual([taken("changed")]);
    const theirs = { sponsor_civil_id: stranger, sponsor_phone: "55554444" };
    expect(await take(row(theirs))).toEqual([taken("moved")]);
  });

  it("leaves the same record however its rows are cut into batches", async () => {
    const world = newWorld();
    const deps = { ...world, vault: testVault, replan: testReplan, tellIssued: async () => undefined };
    const days = ["2026-01-01", "2026-06-01", "2027-01-01"];
    const anyRow = fc
      .record({
        worker_civil_id: fc.constantFrom(maria, joseph),
        policy_number: fc.constantFrom("HI-1", "HI-2"),
        cover_from: fc.constantFrom(...days),
        cover_until: fc.constantFrom("2026-05-31", "2026-12-31", "2027-12-31"),
        residency_article: fc.constantFrom("18", "20"),
        sponsor_civil_id: fc.constantFrom(noura, stranger),
      })
      .filter(({ cover_from, cover_until }) => cover_from < cover_until)
      .map((fields) => row({ ...fields, sponsor_phone: fields.sponsor_civil_id === noura ? nouraPhone : "55554444" }));
    const record = async (before: readonly Fields[], batches: readonly (readonly Fields[])[]) => {
      for (const table of ["covers", "workers", "former_phones", "sponsors"] as const)
        await world.db.deleteFrom(table).execute();
      await importRows({ ...deps, now: new Date(1) }, read(...before));
      for (const batch of batches) await importRows({ ...deps, now: new Date(2) }, read(...batch));
      return world.db
        .selectFrom("workers")
        .innerJoin("sponsors", "sponsors.id", "workers.sponsor_id")
        .leftJoin("covers", "covers.worker_id", "workers.id")
        .select(["workers.civil_id_index", "sponsors.civil_id_index as sponsor", "article", "workers.imported_at"])
        .select(["from_day", "until_day", "policy_number", "source", "known_at"])
        .orderBy("workers.civil_id_index")
        .orderBy("from_day")
        .execute();
    };
    const rows = fc.array(anyRow, { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(rows, rows, async (before, rows) => {
        expect(await record(before, [rows])).toEqual(
          await record(
            before,
            rows.map((each) => [each]),
          ),
        );
      }),
      { numRuns: 25 },
    );
  });

  it("keeps one policy's number for period after period", async () => {
    const world = newWorld();
    await world.import(row(), row({ ...nextYear, policy_number: "HI-1" }));
    expect(await world.db.selectFrom("covers").select("id").execute()).toHaveLength(2);
  });

  it.each(["paid", "filed"] as const)(
    "issues a renewal that is %s, by a cover of the same worker that holds most of its days",
    async (state) => {
      const world = newWorld();
      await world.import(row(), row({ worker_civil_id: joseph, ...neverCovered }));
      for (const { id } of await world.db.selectFrom("workers").select("id").orderBy("id").execute()) {
        await insertRenewal(world, state, { worker: id });
      }
      await world.import(row({ ...nextYear, cover_from: "2027-01-15", cover_until: "2028-01-14" }));
      const renewals = await world.db
        .selectFrom("renewals")
        .select(["state", "policy_number", "cover_id"])
        .orderBy("worker_id")
        .execute();
      expect(renewals).toEqual([
        { state: "issued", policy_number: "HI-2", cover_id: expect.any(Number) },
        { state, policy_number: null, cover_id: null },
      ]);
    },
  );

  it.each(["paid", "filed"] as const)(
    "that puts the end of the old policy right leaves a renewal that is %s to be filed, and tells its payer nothing",
    async (state) => {
      const world = newWorld();
      await world.import(row());
      await insertRenewal(world, state);
      for (const cover_until of ["2027-01-10", "2027-12-20"])
        expect(await world.import(row({ cover_until }))).toEqual([undefined]);
      const renewals = await world.db.selectFrom("renewals").select(["state", "policy_number", "cover_id"]).execute();
      expect(renewals).toEqual([{ state, policy_number: null, cover_id: null }]);
      expect(await world.db.selectFrom("outbox").select("id").execute()).toEqual([]);
      expect(await world.db.selectFrom("cases").select("id").execute()).toEqual([]);
    },
  );

  it("leaves a renewal to be filed whose period a new policy only touches", async () => {
    const world = newWorld();
    await world.import(row(neverCovered));
    await insertRenewal(world, "paid");
    await world.import(row({ ...nextYear, cover_from: "2027-12-31", cover_until: "2028-12-30" }));
    expect(await world.db.selectFrom("renewals").select("state").execute()).toEqual([{ state: "paid" }]);
  });

  it("leaves a renewal that was rejected or refunded as it is", async () => {
    const world = newWorld();
    await world.import(row(neverCovered));
    await insertRenewal(world, "rejected");
    await world.import(row(nextYear));
    expect(await world.db.selectFrom("renewals").select("state").execute()).toEqual([{ state: "rejected" }]);
  });

  it("that confirms a cover issued here adds none", async () => {
    const world = newWorld();
    await world.import(row(neverCovered));
    const { id: worker_id } = await world.db.selectFrom("workers").select("id").executeTakeFirstOrThrow();
    const issued = {
      from_day: "2027-01-01",
      until_day: "2027-12-31",
      source: "issued",
      policy_number: "TJ-1",
    } as const;
    await world.db
      .insertInto("covers")
      .values({ worker_id, ...issued, known_at: world.clock.now() })
      .execute();
    expect(await world.import(row(nextYear))).toEqual([undefined]);
    expect(await world.db.selectFrom("covers").select(["source", "policy_number"]).execute()).toEqual([
      { source: "issued", policy_number: "TJ-1" },
    ]);
  });

  it("can put a sponsor on record who has no worker", async () => {
    const world = newWorld();
    const deps = {
      db: world.db,
      vault: testVault,
      replan: testReplan,
      now: world.clock.now(),
      tellIssued: async () => undefined,
    };
    await importSponsor(deps, { civilId: noura, name: { en: "Noura" }, phone: nouraPhone, kuwaiti: true });
    const chat = await world.chat("1");
    expect(await world.register(chat)).toBe("proved");
    expect(await world.turn(chat).workers.household()).toEqual({ kuwaiti: true, workers: [] });
  });
});

describeOnPostgres("covers at the same time", (database) => {
  it("never overlap, whoever writes them: the database refuses the second", async () => {
    const world = createPeopleWorld(database().db);
    await world.import(row(neverCovered));
    const { id: worker_id } = await world.db.selectFrom("workers").select("id").executeTakeFirstOrThrow();
    const starts = Array.from(
      { length: 40 },
      (_, i) => `2027-${String(1 + (i % 12)).padStart(2, "0")}-${String(1 + (i % 28)).padStart(2, "0")}`,
    );
    await Promise.allSettled(
      starts.map((from_day) =>
        world.db
          .insertInto("covers")
          .values({
            worker_id,
            from_day,
            until_day: `2028${from_day.slice(4)}`,
            source: "imported",
            policy_number: "x",
            known_at: world.clock.now(),
          })
          .execute(),
      ),
    );
    const covers = await world.db.selectFrom("covers").select(["from_day", "until_day"]).orderBy("from_day").execute();
    expect(covers.length).toBeGreaterThan(0);
    for (const [place, cover] of covers.slice(1).entries())
      expect(cover.from_day > (covers[place]?.until_day ?? "")).toBe(true);
  });

  it("of two imports with the same people wait for one another, and none is doubled", async () => {
    const world = createPeopleWorld(database().db);
    const workers = Array.from({ length: 12 }, (_, i) =>
      row({ worker_civil_id: civilId("1992-02-02", 1000 + 20 * i) }),
    );
    const deps = {
      db: world.db,
      vault: testVault,
      replan: testReplan,
      now: world.clock.now(),
      tellIssued: async () => undefined,
    };
    const parsed = read(...workers);
    await Promise.all([importRows(deps, parsed), importRows(deps, parsed.toReversed()), importRows(deps, parsed)]);
    expect(await world.db.selectFrom("workers").select("id").execute()).toHaveLength(12);
    expect(await world.db.selectFrom("covers").select("id").execute()).toHaveLength(12);
  });
});
