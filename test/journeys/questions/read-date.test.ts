import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../../src/domain/iso-date.js";
import { dateWithin } from "../../../src/journeys/questions/date-within.js";
import { readDate } from "../../../src/journeys/questions/read-date.js";
import { line } from "../../../src/words/line.js";
import { writeDate } from "../../../src/words/write-date.js";
import { date } from "../../support/fake-world.js";

const today = date("2026-06-10");

describe("a typed day", () => {
  it.each([
    ["2026-12-01", "2026-12-01"],
    ["2026/12/1", "2026-12-01"],
    ["1/12/2026", "2026-12-01"],
    ["01.12.2026", "2026-12-01"],
    ["1-12-26", "2026-12-01"],
    ["١/١٢/٢٠٢٦", "2026-12-01"],
    ["۱ / ۱۲ / ۲۰۲۶", "2026-12-01"],
    ["\u200f1/12/2026\u200e", "2026-12-01"],
    ["1 Dec 2026", "2026-12-01"],
    ["1 december 2026", "2026-12-01"],
    ["1 ديسمبر 2026", "2026-12-01"],
    ["1 كانون الأول 2026", "2026-12-01"],
    ["29/2/2028", "2028-02-29"],
    ["1/12", "2026-12-01"],
    ["1/2", "2027-02-01"],
    ["10 يونيو", "2026-06-10"],
    ["9 June", "2027-06-09"],
    ["today", "2026-06-10"],
    ["اليوم", "2026-06-10"],
    ["الحين", "2026-06-10"],
    ["Tomorrow", "2026-06-11"],
    ["باجر", "2026-06-11"],
  ])("reads %s, the day first", (text, iso) => {
    expect(readDate(text, today)).toEqual({ ok: true, date: iso });
  });

  it.each([
    "31/11/2026",
    "29/2/2027",
    "0/1/2026",
    "1/13/2026",
    "12 2026",
    "5",
    "32 June",
    "1st Dec 2026",
    "2026-13-01",
  ])("that is no day of the calendar is refused: %s", (text) =>
    expect(readDate(text, today)).toEqual({ ok: false, reason: "not-a-date" }),
  );

  it.each(["متى يخلص", "yes", "", "288070804106", "+965 5123 4567", "/", "5 years"])(
    "is not seen in other text: %s",
    (text) => expect(readDate(text, today)).toEqual({ ok: false, reason: "not-for-this" }),
  );

  it("reads back every date as the service itself writes it", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000 }),
        fc.constantFrom("ar" as const, "en" as const),
        (days, language) => {
          const day = addDays(date("2000-01-01"), days);
          expect(readDate(writeDate(day, language), today)).toEqual({ ok: true, date: day });
          expect(readDate(day, today)).toEqual({ ok: true, date: day });
        },
      ),
    );
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void readDate(text, today)));
  });
});

describe("a day within two days", () => {
  const asked = dateWithin({
    prompt: [line("start-prompt")],
    help: line("start-help"),
    today,
    first: date("2026-07-01"),
    last: date("2026-09-08"),
    earliest: line("button-start-today"),
  });
  const read = (text: string) => asked.read({ kind: "text", text }, undefined);

  it("takes both ends and refuses the days beside them, naming the end", () => {
    expect(read("1/7/2026")).toEqual({ kind: "answer", stored: "2026-07-01" });
    expect(read("8/9/2026")).toEqual({ kind: "answer", stored: "2026-09-08" });
    expect(read("30/6/2026")).toMatchObject({ kind: "refused", why: { id: "date-too-early" } });
    expect(read("9/9/2026")).toMatchObject({ kind: "refused", why: { id: "date-too-late" } });
    expect(read("31/9/2026")).toMatchObject({ kind: "refused", why: { id: "date-not-a-date" } });
    expect(read("why")).toEqual({ kind: "unread" });
  });

  it("revives only what still lies within, and offers no day for each where there is one worker", () => {
    expect(asked.revive("2026-07-01")).toBe("2026-07-01");
    expect(asked.revive("2026-06-30")).toBeUndefined();
    expect(asked.revive("2026-09-09")).toBeUndefined();
    expect(asked.revive("earliest")).toBe("earliest");
    expect(asked.revive("each")).toBeUndefined();
    expect(asked.revive(7)).toBeUndefined();
    expect(asked.revive("nonsense")).toBeUndefined();
    expect(asked.read({ kind: "press", fingerprint: "f", value: "each" }, undefined)).toEqual({ kind: "unread" });
    expect(asked.read({ kind: "media", media: "photo" }, undefined)).toEqual({ kind: "unread" });
  });
});
