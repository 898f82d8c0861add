import fc from "fast-check";
import { expect, it } from "vitest";
import type { IsoDate } from "../../src/domain/iso-date.js";
import { readRow } from "../../src/import/row.js";
import { importRows } from "../../src/records/import-people.js";
import { rehearseImport } from "../../src/records/rehearse-import.js";
import { describeEachDatabase, testReplan, testVault } from "../support/databases.js";
import { createPeopleWorld, joseph, maria, neverCovered, noura, row, stranger } from "../support/people-world.js";

function read(...rows: readonly ReturnType<typeof row>[]) {
  return rows.map((fields) => {
    const parsed = readRow(fields, "2026-11-22" as IsoDate);
    if (!parsed.ok) throw new Error(parsed.reason);
    return parsed.value;
  });
}

const month = fc.integer({ min: 1, max: 12 }).map((n) => String(n).padStart(2, "0"));
const neverMoved = { sponsor_civil_id: noura };
const moved = { sponsor_civil_id: stranger, sponsor_phone: "55554444" };
const anyRow = fc
  .record({
    sponsor: fc.constantFrom(neverMoved, neverMoved, moved, { ...moved, sponsor_phone: "55554445" }),
    worker_name_en: fc.constantFrom("Maria Santos", "Maria S."),
    worker_civil_id: fc.constantFrom(maria, joseph),
    policy_number: fc.constantFrom("HI-1", "HI-2", "HI-3"),
    cover_from: month.map((from) => `2026-${from}-01`),
    cover_until: fc.tuple(fc.constantFrom("2026", "2027"), month).map(([year, until]) => `${year}-${until}-28`),
    isCovered: fc.boolean(),
  })
  .filter(({ cover_from, cover_until }) => cover_from < cover_until)
  .map(({ isCovered, sponsor, ...cover }) => row({ ...sponsor, ...cover, ...(isCovered ? {} : neverCovered) }));

describeEachDatabase("a rehearsed import", (database) => {
  const newWorld = () => createPeopleWorld(database().db);

  it("tells what it would do, over several batches, and does nothing", async () => {
    const world = newWorld();
    const take = rehearseImport({ db: world.db, vault: testVault });
    expect(await take(read(row()))).toEqual([{ ok: true, taken: "new" }]);
    expect(await take(read(row({ policy_number: "HI-9", cover_from: "2026-06-01" })))).toEqual([
      { ok: false, reason: "cover-overlap" },
    ]);
    expect(await take([])).toEqual([]);
    for (const table of ["sponsors", "workers", "covers"] as const)
      expect(await world.db.selectFrom(table).select("id").execute()).toEqual([]);
  });

  it("holds nobody up between its batches: payments lock the same workers meanwhile", async () => {
    const world = newWorld();
    await world.import(row());
    const take = rehearseImport({ db: world.db, vault: testVault });
    await take(read(row()));
    const locked = await world.db.transaction().execute(async (trx) => {
      return trx.selectFrom("workers").select("id").forUpdate().noWait().execute();
    });
    expect(locked).toHaveLength(1);
    expect(await take(read(row()))).toEqual([{ ok: true, taken: "unchanged" }]);
  });

  it("tells of every row what the import then does, however it is cut into batches", async () => {
    const world = newWorld();
    const deps = {
      db: world.db,
      vault: testVault,
      replan: testReplan,
      now: world.clock.now(),
      tellIssued: async () => undefined,
    };
    const rows = fc.array(anyRow, { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(rows, rows, rows, fc.boolean(), async (before, first, second, isCut) => {
        for (const table of ["covers", "workers", "former_phones", "sponsors"] as const)
          await world.db.deleteFrom(table).execute();
        await importRows(deps, read(...before));
        const rehearsed = rehearseImport(deps);
        const told = [...(await rehearsed(read(...first))), ...(await rehearsed(read(...second)))];
        const later = { ...deps, now: new Date(deps.now.getTime() + 1) };
        const done = isCut
          ? [...(await importRows(later, read(...first))), ...(await importRows(later, read(...second)))]
          : await importRows(later, read(...first, ...second));
        expect(done).toEqual(told);
      }),
      { numRuns: 60 },
    );
  });
});
