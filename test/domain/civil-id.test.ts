import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CivilId, checkDigit, maskCivilId, parseCivilId } from "../../src/domain/civil-id.js";
import type { IsoDate } from "../../src/domain/iso-date.js";
import { anyText, notText, typed, validCivilId } from "./arbitraries.js";
// Public test vectors; each carries the public test it was taken from. For these tests alone: some may be real people's.
import vectors from "./civil-id.vectors.json" with { type: "json" };

const reasonOf = (text: string, at?: { today: IsoDate }) => {
  const parsed = parseCivilId(text, at);
  return parsed.ok ? "ok" : parsed.reason;
};

describe("civil ID", () => {
  it.each(vectors)("judges the public vector $id as its source does: $valid", ({ id, valid }) => {
    expect(parseCivilId(id).ok).toBe(valid);
  });

  it("says the birth date and the bare digits", () => {
    expect(parseCivilId("288070804106")).toEqual({ ok: true, civilId: "288070804106", birthDate: "1988-07-08" });
    expect(parseCivilId("304022600325")).toEqual({ ok: true, civilId: "304022600325", birthDate: "2004-02-26" });
  });

  it("gives the first reason that fits", () => {
    expect(reasonOf("")).toBe("length");
    expect(reasonOf(" \u200f-")).toBe("length");
    expect(reasonOf("28807080410")).toBe("length");
    expect(reasonOf("2880708041066")).toBe("length");
    expect(reasonOf("x")).toBe("not-a-number");
    expect(reasonOf("28807080410O")).toBe("not-a-number");
    expect(reasonOf("٢٨٨٠٧٠٨٠٤١٠٦.")).toBe("not-a-number");
    expect(reasonOf("२88070804106")).toBe("not-a-number");
    expect(reasonOf("188130804100")).toBe("century");
    expect(reasonOf("088070804106")).toBe("century");
    expect(reasonOf("488070804106")).toBe("century");
    expect(reasonOf("288130804100")).toBe("birth-date");
    expect(reasonOf("288070804107")).toBe("check-digit");
  });

  it("weighs each place with its own weight", () => {
    // One 1 in each place: S is that place's weight alone, and K = 11 − S, or none where S = 1.
    const lone = Array.from({ length: 11 }, (_, i) => checkDigit(`${"0".repeat(i)}1${"0".repeat(10 - i)}`));
    expect(lone).toEqual([9, undefined, 5, 8, 4, 2, 1, 6, 3, 7, 9]);
  });

  it("has 0 as check digit where the sum is a multiple of 11, and asks to look again", () => {
    // S = 2·2 + 1·9 + 6·0 + 3·0 + 7·1 + 9·0 + 10·1 + 5·0 + 8·0 + 4·0 + 2·7 = 44 = 4 · 11
    expect(checkDigit("29001010007")).toBe(0);
    expect(parseCivilId("290010100070")).toEqual({
      ok: true,
      civilId: "290010100070",
      birthDate: "1990-01-01",
      checkAgain: true,
    });
    expect(reasonOf("290010100071")).toBe("check-digit");
  });

  it("refuses every last digit where no check digit exists", () => {
    // S = 30 + 2·2 = 34 = 3 · 11 + 1
    expect(checkDigit("29001010002")).toBeUndefined();
    for (let k = 0; k <= 9; k++) expect(reasonOf(`29001010002${k}`)).toBe("check-digit");
  });

  it("knows no check digit for anything but eleven ASCII digits", () => {
    for (const text of ["", "2900101000", "290010100070", "2900101000x", "٢٩٠٠١٠١٠٠٠٧", "29001010007\n"]) {
      expect(checkDigit(text)).toBeUndefined();
    }
  });

  it("refuses a birth date in the future, once it is told what day it is", () => {
    const eleven = "32511230001";
    const born = `${eleven}${checkDigit(eleven)}`;
    expect(reasonOf(born)).toBe("ok");
    expect(reasonOf(born, { today: "2025-11-22" as IsoDate })).toBe("birth-date");
    expect(reasonOf(born, { today: "2025-11-23" as IsoDate })).toBe("ok");
    expect(reasonOf(born, { today: "2025-11-24" as IsoDate })).toBe("ok");
  });

  it("reads any mixture of scripts and separators alike", () => {
    const way = validCivilId.chain((id) => typed(id).map((text) => ({ id, text })));
    fc.assert(
      fc.property(way, ({ id, text }) => {
        expect(parseCivilId(text)).toEqual(parseCivilId(id));
        expect(parseCivilId(text)).toMatchObject({ ok: true, civilId: id });
      }),
    );
  });

  it("refuses every single wrong digit", () => {
    fc.assert(
      fc.property(validCivilId, (id) => {
        for (let i = 0; i < 12; i++) {
          for (const digit of "0123456789") {
            if (digit !== id[i]) expect(parseCivilId(id.slice(0, i) + digit + id.slice(i + 1)).ok).toBe(false);
          }
        }
      }),
    );
  });

  it("refuses every swap of two neighbours that differ", () => {
    fc.assert(
      fc.property(validCivilId, (id) => {
        for (let i = 0; i < 11; i++) {
          const [a = "", b = ""] = id.slice(i, i + 2);
          if (a !== b) expect(parseCivilId(id.slice(0, i) + b + a + id.slice(i + 2)).ok).toBe(false);
        }
      }),
    );
  });

  it("lets at most one last digit pass", () => {
    fc.assert(
      fc.property(validCivilId, (id) => {
        const passing = [..."0123456789"].filter((k) => parseCivilId(id.slice(0, 11) + k).ok);
        expect(passing).toEqual([id[11]]);
      }),
    );
  });

  it("shows the last four digits alone", () => {
    expect(maskCivilId("288070804106" as CivilId)).toBe("4106");
  });

  it("never throws, whatever comes", () => {
    fc.assert(fc.property(anyText, (text) => ["boolean"].includes(typeof parseCivilId(text).ok)));
    fc.assert(fc.property(anyText, (text) => checkDigit(text) === undefined || /^\d{11}$/.test(text)));
    fc.assert(fc.property(notText, (value) => reasonOf(value as string) === "not-a-number"));
  });
});
