import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { IsoDate } from "../../src/domain/iso-date.js";
import { columns, type Fields, type ImportReason, importReasons, readRow } from "../../src/import/row.js";
import { maria, noura, nouraPhone, row } from "../support/people-world.js";

const today = "2026-11-22" as IsoDate;

describe("a row of an import", () => {
  it("is a sponsor, a worker and a cover", () => {
    expect(readRow(row(), today)).toEqual({
      ok: true,
      value: {
        sponsor: {
          civilId: noura,
          name: { ar: "نورة المطيري", en: "Noura Al-Mutairi" },
          phone: nouraPhone,
          kuwaiti: true,
        },
        worker: { civilId: maria, name: { ar: "ماريا سانتوس", en: "Maria Santos" }, article: 20, inKuwait: true },
        cover: { from: "2026-01-01", until: "2026-12-31", policyNumber: "HI-1" },
      },
    });
  });

  it("is read as people write: spaces, other digits, capital letters, one script only, no cover", () => {
    const typed = {
      sponsor_civil_id: ` ${noura.replace(/\d/g, (digit) => "٠١٢٣٤٥٦٧٨٩"[Number(digit)] ?? "")} `,
      sponsor_phone: "+965 5000 1234",
      sponsor_kuwaiti: "NO",
      sponsor_name_ar: "",
      policy_number: " ",
      cover_from: "",
      cover_until: "",
    };
    expect(readRow(row(typed), today)).toMatchObject({
      ok: true,
      value: { sponsor: { civilId: noura, name: { en: "Noura Al-Mutairi" }, kuwaiti: false }, cover: undefined },
    });
  });

  const wrong: readonly [ImportReason, Partial<Fields>][] = [
    ["sponsor-civil-id", { sponsor_civil_id: "288070804107" }],
    ["sponsor-civil-id", { sponsor_civil_id: "" }],
    ["sponsor-name", { sponsor_name_ar: "", sponsor_name_en: " " }],
    ["sponsor-name", { sponsor_name_en: "N0ura" }],
    ["sponsor-phone", { sponsor_phone: "22345678" }],
    ["sponsor-kuwaiti", { sponsor_kuwaiti: "perhaps" }],
    ["worker-civil-id", { worker_civil_id: "1" }],
    ["worker-name", { worker_name_ar: "", worker_name_en: "" }],
    ["same-person", { worker_civil_id: noura }],
    ["residency-article", { residency_article: "26" }],
    ["in-kuwait", { in_kuwait: "" }],
    ["cover-incomplete", { policy_number: "" }],
    ["cover-incomplete", { cover_until: "" }],
    ["policy-number", { policy_number: "x".repeat(61) }],
    ["policy-number", { policy_number: "=1+1" }],
    ["cover-dates", { cover_from: "2026-02-30" }],
    ["cover-dates", { cover_from: "2027-01-01" }],
  ];

  it.each(wrong)("is refused for %s: %o", (reason, fields) => {
    expect(readRow(row(fields), today)).toEqual({ ok: false, reason });
  });

  it("may cover a single day", () => {
    expect(readRow(row({ cover_from: "2026-12-31" }), today).ok).toBe(true);
  });

  it("of any text whatever gives a row or a reason, and never throws", () => {
    const anything = fc.record(Object.fromEntries(columns.map((name) => [name, fc.string({ unit: "grapheme" })])));
    fc.assert(
      fc.property(anything, (fields) => {
        const read = readRow(fields as Fields, today);
        expect(read.ok || importReasons.includes(read.reason)).toBe(true);
      }),
    );
  });
});
