import { existsSync, lstatSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { IsoDate } from "../../src/domain/iso-date.js";
import { NotAnImport } from "../../src/import/csv.js";
import { explainReason } from "../../src/import/explain.js";
import { importFile } from "../../src/import/import-file.js";
import { columns, type Fields, type ImportReason, type ImportRow, importReasons } from "../../src/import/row.js";
import { loadWords } from "../../src/words/load.js";
import { civilId } from "../support/fake-world.js";
import { row } from "../support/people-world.js";

const header = columns.join(",");
const quoted = (cell: string) => (cell.includes(",") ? `"${cell}"` : cell);
const line = (fields: Fields) => columns.map((name) => fields[name]).join(",");
const { speak } = await loadWords("locales");

describe("an import file", () => {
  let dir = "";
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), "tajdeed-import-"));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  async function run(text: string | Buffer, refuse: (row: ImportRow) => ImportReason | undefined = () => undefined) {
    const path = join(dir, "people.csv");
    writeFileSync(path, text);
    const batches: ImportRow[][] = [];
    const imported = await importFile({
      path,
      today: "2026-11-22" as IsoDate,
      explain: (reason) => explainReason(speak, reason),
      take: async (rows) => {
        batches.push([...rows]);
        return rows.map(refuse);
      },
    });
    return { imported, batches, rejectedFile: join(dir, "people.rejected.csv") };
  }

  it("whose rows are all good leaves no file of bad ones, also not an older one", async () => {
    writeFileSync(join(dir, "people.rejected.csv"), "old");
    const { imported, batches, rejectedFile } = await run(`\ufeff${header}\r\n${line(row())}\r\n\r\n`);
    expect(imported).toEqual({ taken: 1, rejected: 0, rejectedFile: undefined, exitCode: 0 });
    expect(batches).toHaveLength(1);
    expect(existsSync(rejectedFile)).toBe(false);
  });

  it("may name its columns in any order, and have others beside them", async () => {
    const names = ["note", ...columns].toReversed();
    const fields: Record<string, string> = { ...row(), note: "x" };
    const { imported } = await run(
      `${names.join(",").toUpperCase()}\n${names.map((name) => fields[name]).join(",")}\n`,
    );
    expect(imported.exitCode).toBe(0);
  });

  it("has its bad rows set down in order, with line and reason in both languages, fit to be mended and imported", async () => {
    const overlapping = row({ worker_civil_id: civilId("1992-02-02", 1000), worker_name_en: "Anita" });
    const text = [header, line(overlapping), line(row({ in_kuwait: "?" })), "a,b", line(row())].join("\n");
    const { imported, rejectedFile } = await run(text, ({ worker }) =>
      worker.name.en === "Anita" ? "cover-overlap" : undefined,
    );
    expect(imported).toEqual({ taken: 1, rejected: 3, rejectedFile, exitCode: 2 });
    const written = readFileSync(rejectedFile, "utf8");
    const [head, ...bad] = written.trimEnd().split("\n");
    expect(head).toBe(`\ufeff${header},line,reason,explanation_ar,explanation_en`);
    const explained = (n: number, reason: ImportReason) => {
      const { ar, en } = explainReason(speak, reason);
      return `,${n},${reason},${quoted(ar)},${quoted(en)}`;
    };
    expect(bad).toEqual([
      line(overlapping) + explained(2, "cover-overlap"),
      line(row({ in_kuwait: "?" })) + explained(3, "in-kuwait"),
      `a,b${",".repeat(columns.length - 2)}${explained(4, "columns")}`,
    ]);
    expect((await run(written.replace("?", "no").replace(/\na,b.*\n/, "\n"))).imported.exitCode).toBe(0);
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
    const rows = Array.from({ length: 450 }, () => line(row()));
    const { imported, batches } = await run([header, ...rows].join("\n"));
    expect(imported.taken).toBe(450);
    expect(batches.map(({ length }) => length)).toEqual([200, 200, 50]);
  });

  it("of which nothing can be taken says so", async () => {
    expect((await run(`${header}\n${line(row({ in_kuwait: "?" }))}`)).imported.exitCode).toBe(1);
    expect((await run(`${header}\n`)).imported.exitCode).toBe(1);
  });

  it("counts lines as an editor does, also after a cell of several lines", async () => {
    const { rejectedFile } = await run(
      `${header}\n${line(row({ worker_name_en: '"two\nlines"' }))}\n${line(row({ in_kuwait: "?" }))}\n`,
    );
    expect(readFileSync(rejectedFile, "utf8")).toContain(",4,in-kuwait,");
  });

  it.each([
    ["nothing at all", ""],
    ["another header", "a,b\n1,2"],
    ["half a quoted cell", `${header}\n"`],
    ["bytes that are no text", Buffer.from([0xff, 0xfe, 0, 1, 2, 3])],
  ])("that is %s is no import", async (_what, text) => {
    await expect(run(text)).rejects.toThrow(NotAnImport);
  });

  it("explains every reason in both languages", () => {
    const told = importReasons.map((reason) => explainReason(speak, reason));
    expect(new Set(told.map(({ ar }) => ar)).size).toBeGreaterThan(10);
    for (const { ar, en } of told) expect(ar).not.toBe(en);
  });
});
