import { existsSync, lstatSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { IsoDate } from "../../src/domain/iso-date.js";
import { openCsv } from "../../src/import/csv.js";
import { explainReason } from "../../src/import/explain.js";
import { NotAnImport } from "../../src/import/faults.js";
import { importFile, rowsAtOnce } from "../../src/import/import-file.js";
import { createRejectedFile } from "../../src/import/rejected-file.js";
import { columns, type Fields, type ImportReason, type ImportRow, importReasons } from "../../src/import/row.js";
import { loadWords } from "../../src/words/load.js";
import { civilId } from "../support/fake-world.js";
import { row } from "../support/people-world.js";

const header = columns.join(",");
const line = (fields: Fields) => columns.map((name) => fields[name]).join(",");
const { speak } = await loadWords("locales");
const explain = (reason: ImportReason) => explainReason(speak, reason);

describe("an import file", () => {
  let dir = "";
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), "tajdeed-import-"));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  async function run(
    text: string | Buffer,
    {
      refuse = () => undefined,
      isStopped = () => false,
    }: { refuse?: (row: ImportRow) => ImportReason | undefined; isStopped?: () => boolean } = {},
  ) {
    const path = join(dir, "people.csv");
    writeFileSync(path, text);
    const file = await openCsv(path);
    const batches: ImportRow[][] = [];
    try {
      const imported = await importFile({
        file,
        today: "2026-11-22" as IsoDate,
        rejected: await createRejectedFile({ path, separator: file.separator, explain }),
        isStopped,
        take: async (rows) => {
          batches.push([...rows]);
          return rows.map((each) => {
            const reason = refuse(each);
            return reason === undefined ? { ok: true, taken: "new" } : { ok: false, reason };
          });
        },
      });
      return { imported, batches, file, rejectedFile: join(dir, "people.rejected.csv") };
    } finally {
      await file.close();
    }
  }

  /** The bad rows as a spreadsheet has them. */
  const rejectedRows = (path: string) =>
    parse(readFileSync(path), { bom: true, columns: true }) as Record<string, string>[];

  it("whose rows are all good leaves no file of bad ones, also not an older one", async () => {
    writeFileSync(join(dir, "people.rejected.csv"), "old");
    const { imported, batches, rejectedFile } = await run(`\ufeff${header}\r\n${line(row())}\r\n\r\n`);
    expect(imported).toEqual({
      counts: { new: 1, changed: 0, moved: 0, unchanged: 0 },
      rejected: 0,
      reasons: new Map(),
      rejectedFile: undefined,
      ended: undefined,
      exitCode: 0,
    });
    expect(batches).toHaveLength(1);
    expect(existsSync(rejectedFile)).toBe(false);
  });

  it("may name its columns in any order; others beside them are named, and ignored", async () => {
    const names = ["note", ...columns].toReversed();
    const fields: Record<string, string> = { ...row(), note: "x" };
    const text = `${names.join(",").toUpperCase()}\n${names.map((name) => fields[name]).join(",")}\n`;
    const { imported, file } = await run(text);
    expect(imported.exitCode).toBe(0);
    expect(file.unknownColumns).toEqual(["NOTE"]);
  });

  it("that has a column twice is no import: nobody knows which value counts", async () => {
    const text = `${header},cover_until\n${line(row())},2030-01-01\n`;
    await expect(run(text)).rejects.toThrow(/cover_until twice/u);
  });

  it("has its bad rows set down in order, with line and reason in both languages", async () => {
    const overlapping = row({ worker_civil_id: civilId("1992-02-02", 1000), worker_name_en: "Anita" });
    const text = [header, line(overlapping), line(row({ in_kuwait: "?" })), "a,b", line(row())].join("\n");
    const refuse = ({ worker }: ImportRow) => (worker.name.en === "Anita" ? "cover-overlap" : undefined);
    const { imported, rejectedFile } = await run(text, { refuse });
    expect(imported).toMatchObject({ rejected: 3, rejectedFile, exitCode: 2 });
    expect([...imported.reasons]).toEqual([
      ["cover-overlap", { rows: 1, line: 2 }],
      ["in-kuwait", { rows: 1, line: 3 }],
      ["columns", { rows: 1, line: 4 }],
    ]);
    const told = rejectedRows(rejectedFile).map((each) => [
      each.line,
      each.reason,
      each.explanation_ar,
      each.explanation_en,
    ]);
    expect(told).toEqual(
      (["cover-overlap", "in-kuwait", "columns"] as const).map((reason, nth) => {
        const { ar, en } = explain(reason);
        return [String(nth + 2), reason, ar, en];
      }),
    );
  });

  it("of bad rows, mended and imported as it is, gives the rows that were meant", async () => {
    const bad = row({ in_kuwait: "?", policy_number: "2026/٧", sponsor_phone: "+96550001234" });
    const { rejectedFile } = await run(`${header}\n${line(bad)}\n`);
    const { imported, batches } = await run(readFileSync(rejectedFile, "utf8").replace("'?", "no"));
    expect(imported.exitCode).toBe(0);
    expect(batches[0]?.[0]).toMatchObject({ worker: { inKuwait: false }, cover: { policyNumber: "2026/7" } });
  });

  it("has no cell among its bad rows that a spreadsheet runs, shortens or takes for a date", async () => {
    const evil = ['=HYPERLINK("http://x.test")', "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", "\r=1", "Mar-26", "'=1+1"];
    const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
    const rows = evil.map((cell) =>
      columns.map((name) => quoted(row({ policy_number: cell, in_kuwait: "?" })[name])).join(","),
    );
    const { rejectedFile } = await run([header, ...rows].join("\n"));
    const written = rejectedRows(rejectedFile);
    expect(written).toHaveLength(evil.length);
    for (const cells of written)
      for (const cell of Object.values(cells)) expect(cell).not.toMatch(/^[=+\-@\t\r]|^\d{12}$|^\d{4}-|^Mar-/u);
  });

  it("with semicolons has its bad rows set down with semicolons, as its spreadsheet splits them", async () => {
    const text = `${columns.join(";")}\n${columns.map((name) => row({ in_kuwait: "?" })[name]).join(";")}\n`;
    const { rejectedFile } = await run(text);
    expect(readFileSync(rejectedFile, "utf8")).toContain("sponsor_civil_id;sponsor_name_ar;");
  });

  it("leaves its bad rows to be read by its owner alone, and never where an older file led", async () => {
    const elsewhere = join(dir, "elsewhere");
    writeFileSync(elsewhere, "theirs", { mode: 0o644 });
    symlinkSync(elsewhere, join(dir, "people.rejected.csv"));
    const { rejectedFile } = await run(`${header}\n${line(row({ in_kuwait: "?" }))}`);
    expect(lstatSync(rejectedFile).mode & 0o777).toBe(0o600);
    expect(lstatSync(rejectedFile).isFile()).toBe(true);
    expect(readFileSync(elsewhere, "utf8")).toBe("theirs");
  });

  it("is taken in batches", async () => {
    const rows = Array.from({ length: 2 * rowsAtOnce + 50 }, () => line(row()));
    const { imported, batches } = await run([header, ...rows].join("\n"));
    expect(imported.counts.new).toBe(rows.length);
    expect(batches.map(({ length }) => length)).toEqual([rowsAtOnce, rowsAtOnce, 50]);
  });

  it("of which nothing can be taken says so", async () => {
    expect((await run(`${header}\n${line(row({ in_kuwait: "?" }))}`)).imported.exitCode).toBe(1);
    expect((await run(`${header}\n`)).imported.exitCode).toBe(1);
  });

  it.each(["\n", "\r\n", "\r"])(
    "counts lines as an editor does, also after a cell of several lines (%j)",
    async (end) => {
      const rows = [
        header,
        line(row({ worker_name_en: `"two${end}lines"` })),
        "",
        line(row({ in_kuwait: "?" })),
        line(row()),
      ];
      const { rejectedFile, imported } = await run(rows.join(end));
      expect(rejectedRows(rejectedFile).map((each) => each.line)).toEqual(["5"]);
      expect(imported.counts.new).toBe(2);
    },
  );

  it.each([
    ["nothing at all", ""],
    ["another header", "a,b\n1,2"],
    ["bytes that are no text", Buffer.from([0xff, 0xfe, 0, 1, 2, 3])],
    ["a workbook", Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(500)])],
  ])("that is %s is no import", async (_what, text) => {
    await expect(run(text)).rejects.toThrow(NotAnImport);
  });

  const good = Array.from({ length: rowsAtOnce + 20 }, () => line(row()));
  const badFirst = [header, line(row({ in_kuwait: "?" })), ...good];
  const ends: readonly [what: string, last: string | Buffer, says: RegExp][] = [
    [
      "a stray quotation mark",
      line(row({ worker_name_en: 'Maria "Mary" Santos' })),
      /quotation mark .* in the middle/u,
    ],
    ["a mark that is never closed", line(row({ worker_name_en: '"Maria' })), /never closed/u],
    ["more than a separator after a closed cell", line(row({ worker_name_en: '"Maria"x' })), /more than a separator/u],
    ["a record too long", `"${"x\n".repeat(40_000)}`, /longer than/u],
    ["bytes that are no UTF-8", Buffer.from([0x61, 0xff, 0xfe, 0x62]), /begins as UTF-8 .* save it as/u],
  ];
  it.each(ends)(
    "that ends in %s has what stands before it taken in, and tells where it ends",
    async (_what, last, says) => {
      writeFileSync(join(dir, "people.rejected.csv"), "of yesterday");
      const text = Buffer.concat([
        Buffer.from(`${badFirst.join("\n")}\n`),
        Buffer.from(last),
        Buffer.from(`\n${line(row())}\n`),
      ]);
      const { imported, rejectedFile } = await run(text);
      expect(imported.ended?.message).toMatch(says);
      expect(imported).toMatchObject({
        counts: { new: good.length },
        ended: { line: badFirst.length + 1 },
        exitCode: 2,
      });
      expect(rejectedRows(rejectedFile).map((each) => each.line)).toEqual(["2"]);
    },
  );

  it("whose database goes away is taken in until then, and tells where to go on", async () => {
    let batches = 0;
    const refuse = () => {
      batches += 1;
      if (batches > rowsAtOnce) throw new Error("gone");
      return undefined;
    };
    const { imported } = await run([header, ...good, ...good].join("\n"), { refuse });
    expect(imported).toMatchObject({ counts: { new: rowsAtOnce }, ended: { line: rowsAtOnce + 2 }, exitCode: 2 });
  });

  it("that is interrupted ends between two batches", async () => {
    let asked = 0;
    const isStopped = () => {
      asked += 1;
      return asked === 2;
    };
    const { imported } = await run([header, ...good].join("\n"), { isStopped });
    expect(imported).toMatchObject({ counts: { new: rowsAtOnce }, ended: { line: rowsAtOnce + 2 }, exitCode: 2 });
  });

  it("explains every reason in both languages", () => {
    const told = importReasons.map(explain);
    expect(new Set(told.map(({ ar }) => ar)).size).toBe(importReasons.length);
    for (const { ar, en } of told) expect(ar).not.toBe(en);
  });
});
