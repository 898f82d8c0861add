import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { IsoDate } from "../../src/domain/iso-date.js";
import { textCell, tidyCell } from "../../src/import/cell.js";
import { type CsvRow, openCsv } from "../../src/import/csv.js";
import { importFile } from "../../src/import/import-file.js";
import { columns, type Fields, type ImportReason, type ImportRow, readRow } from "../../src/import/row.js";
import { joseph, maria, neverCovered, noura, row } from "../support/people-world.js";

const today = "2026-11-22" as IsoDate;
const dir = mkdtempSync(join(tmpdir(), "tajdeed-spreadsheets-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function read(bytes: string | Buffer) {
  const path = join(dir, "people.csv");
  writeFileSync(path, bytes);
  const file = await openCsv(path);
  try {
    const rows: CsvRow[] = [];
    for await (const each of file.rows()) rows.push(each);
    return { rows, encoding: file.encoding() };
  } finally {
    await file.close();
  }
}

async function taken(bytes: string | Buffer) {
  const path = join(dir, "people.csv");
  writeFileSync(path, bytes);
  const file = await openCsv(path);
  const rows: ImportRow[] = [];
  try {
    const imported = await importFile({
      ...{ file, today, rejected: undefined },
      take: async (batch) => {
        rows.push(...batch);
        return batch.map(() => ({ ok: true, taken: "new" }));
      },
    });
    return { imported, rows };
  } finally {
    await file.close();
  }
}

const table = (rows: readonly Fields[], separator = ",", end = "\r\n") =>
  [columns.join(separator), ...rows.map((each) => columns.map((name) => each[name]).join(separator))]
    .map((text) => text + end)
    .join("");

const windows1256 = new Map(
  Array.from({ length: 256 }, (_, byte) => [new TextDecoder("windows-1256").decode(Uint8Array.of(byte)), byte]),
);
const inWindows1256 = (text: string) => Buffer.from([...text].map((letter) => windows1256.get(letter) ?? 0x3f));
const bigEndian = (text: string) => Buffer.from(text, "utf16le").swap16();

const encodings: readonly [name: string, encode: (text: string) => Buffer][] = [
  ["UTF-8", (text) => Buffer.from(text)],
  ["UTF-8 with its mark", (text) => Buffer.from(`\ufeff${text}`)],
  ["UTF-16, little end first", (text) => Buffer.from(`\ufeff${text}`, "utf16le")],
  ["UTF-16, big end first", (text) => bigEndian(`\ufeff${text}`)],
  ["UTF-16 without its mark", (text) => Buffer.from(text, "utf16le")],
  ["UTF-16 without its mark, big end first", bigEndian],
  ["Windows-1256", inWindows1256],
];

describe("a file as spreadsheets save it", () => {
  const people = [row(), row({ worker_civil_id: joseph, ...neverCovered })];
  const expected = people.map((fields) => readRow(fields, today));

  it.each(["semicolon", "utf16", "emptyrows"])("as the sample %s is read as it was meant", async (sample) => {
    const { rows } = await read(readFileSync(`test/import/files/${sample}.csv`));
    expect(rows.length).toBeGreaterThan(0);
    for (const { fields } of rows) expect(fields && readRow(fields, today).ok).toBe(true);
  });

  it("as the sample quote ends at its line, and tells how to mend it", async () => {
    const { imported } = await taken(readFileSync("test/import/files/quote.csv"));
    expect(imported).toMatchObject({ ended: { line: 2 }, exitCode: 1 });
    expect(imported.ended?.message).toMatch(/write it twice/u);
  });

  it("gives the same rows in any encoding, with any separator, line end, line of its own, and rows of nothing", async () => {
    const variant = fc.record({
      encoding: fc.constantFrom(...encodings),
      separator: fc.constantFrom(",", ";", "\t"),
      end: fc.constantFrom("\n", "\r\n"),
      isNamed: fc.boolean(),
      empty: fc.array(fc.constantFrom("", "sep", " "), { maxLength: 3 }),
      isTrailing: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(variant, async ({ encoding: [, encode], separator, end, isNamed, empty, isTrailing }) => {
        const lead = isNamed ? `sep=${separator}${end}` : "";
        const trail = isTrailing ? separator.repeat(3) : "";
        const body = table(people, separator, `${trail}${end}`);
        const nothing = empty.map((kind) => (kind === "sep" ? separator.repeat(12) : kind) + end).join("");
        const { rows } = await read(encode(`${lead}${body}${nothing}`));
        expect(rows.map(({ fields }) => fields && readRow(fields, today))).toEqual(expected);
        expect(rows.map(({ line }) => line)).toEqual(isNamed ? [3, 4] : [2, 3]);
      }),
      { numRuns: 150 },
    );
  });

  it("in an encoding that is not certain is no import, and says how to save it", async () => {
    // “نورة قاسم” in ISO 8859-6, whose letters are other letters in Windows-1256.
    const other = Buffer.concat([
      Buffer.from(`${columns.join(",")}\n${noura},`),
      Buffer.from([0xe6, 0xe8, 0xd1, 0xc9, 0x20, 0xe2, 0xc7, 0xd3, 0xe5]),
      Buffer.from(`,,+96550001234,yes,${maria},,Maria,20,yes,,,\n`),
    ]);
    const { imported } = await taken(other).catch((error) => ({ imported: { ended: error as Error } }));
    expect(imported.ended?.message).toMatch(/not certain: save it as “CSV UTF-8”/u);
  });

  const dated = (from: string, until: string) => row({ cover_from: from, cover_until: until });
  it("with days first is read so, by every date of the file", async () => {
    const { rows } = await taken(table([dated("03/04/2026", "02/04/2027"), dated("01/12/2026", "30/11/2027")]));
    expect(rows.map(({ cover }) => [cover?.from, cover?.until])).toEqual([
      ["2026-04-03", "2027-04-02"],
      ["2026-12-01", "2027-11-30"],
    ]);
  });

  it.each([
    ["month first", [dated("3/4/2026", "3/3/2027"), dated("12/1/2026", "11/30/2027")]],
    ["some of each", [dated("13/4/2026", "12/4/2027"), dated("12/1/2026", "11/30/2027")]],
  ])("with dates that are %s is not taken at all: a day would be taken for a month", async (_what, rows) => {
    const { imported, rows: none } = await taken(table(rows));
    expect(none).toEqual([]);
    expect(imported.ended?.message).toMatch(/line 3\): format both columns of dates as 2026-11-21/u);
  });
});

describe("a cell as spreadsheets write it", () => {
  const eastern = (text: string) => text.replace(/\d/g, (digit) => "٠١٢٣٤٥٦٧٨٩"[Number(digit)] ?? "");
  const ways: readonly [name: string, write: (cell: string) => string][] = [
    ["with a leading apostrophe", (cell) => `'${cell}`],
    ["as a formula of text", (cell) => `="${cell}"`],
    ["with spaces around it", (cell) => ` ${cell}\u00a0`],
    ["between direction marks", (cell) => `\u200f${cell}\u200e`],
    ["after an embedding that ends", (cell) => `\u202b${cell}\u202c`],
    ["in Arabic digits", eastern],
  ];
  const whole = readRow(row(), today);

  it.each(ways)("%s is what it was, in every column", (_name, write) => {
    const written = Object.fromEntries(columns.map((name) => [name, row()[name] === "" ? "" : write(row()[name])]));
    const read = readRow(written as Fields, today);
    expect(read).toEqual(whole);
  });

  it("that escapes what a spreadsheet would run or spoil is undone, whatever stands in it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(tidyCell(textCell(text))).toBe(tidyCell(text));
        expect(textCell(text)).not.toMatch(/^[=+\-@\t\r]/u);
      }),
    );
  });

  const meant: readonly [Partial<Fields>, object][] = [
    [
      { sponsor_kuwaiti: "نعم", in_kuwait: "لا" },
      { sponsor: { kuwaiti: true }, worker: { inKuwait: false } },
    ],
    [
      { sponsor_kuwaiti: "TRUE", in_kuwait: "FALSE" },
      { sponsor: { kuwaiti: true }, worker: { inKuwait: false } },
    ],
    [{ sponsor_civil_id: `${noura[0]}.${noura.slice(1)}E+11` }, { sponsor: { civilId: noura } }],
    [{ sponsor_civil_id: `${noura}.0`, residency_article: "20.0" }, { sponsor: { civilId: noura } }],
    [{ residency_article: "مادة ٢٠" }, { worker: { article: 20 } }],
    [{ cover_from: "1-Dec-25", cover_until: "30/11/2026" }, { cover: { from: "2025-12-01", until: "2026-11-30" } }],
    [{ cover_from: "2026-01-01 00:00:00" }, { cover: { from: "2026-01-01" } }],
    [{ cover_from: "2026/1/1", cover_until: "31.12.2026" }, { cover: { from: "2026-01-01", until: "2026-12-31" } }],
    [{ cover_from: "1 يناير 2026" }, { cover: { from: "2026-01-01" } }],
  ];
  it.each(meant)("is taken where its meaning is certain: %o", (fields, value) => {
    expect(readRow(row(fields), today)).toMatchObject({ ok: true, value });
  });

  const spoilt: readonly [ImportReason, Partial<Fields>][] = [
    ["sponsor-civil-id-shortened", { sponsor_civil_id: "2.79E+11" }],
    ["sponsor-civil-id-shortened", { sponsor_civil_id: "2,79051E+11" }],
    ["worker-civil-id-shortened", { worker_civil_id: "٢٫٩E+11" }],
    ["sponsor-phone-shortened", { sponsor_phone: "9.655E+10" }],
    ["policy-number-date", { policy_number: "Mar-26" }],
    ["policy-number-date", { policy_number: "26-Mar" }],
    ["policy-number-date", { policy_number: "مارس-26" }],
    ["policy-number-date", { policy_number: "3/26/2026" }],
    ["policy-number-shortened", { policy_number: "2.02601E+13" }],
    ["cover-dates-order", { cover_from: "1/1/2026", cover_until: "12/31/2026" }],
    ["cover-dates-order", { cover_from: "3/5/2026", cover_until: "3/4/2027" }],
    ["cover-years", { cover_from: "1447-06-10", cover_until: "1448-06-09" }],
    ["cover-dates", { cover_from: "46023" }],
  ];
  it.each(spoilt)("is refused for what a spreadsheet made of it, %s: %o", (reason, fields) => {
    expect(readRow(row(fields), today)).toEqual({ ok: false, reason });
  });
});
