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
    ["December 20, 2026", "2026-12-20"],
    ["Dec 20", "2026-12-20"],
    ["20th December", "2026-12-20"],
    ["the 20th of December", "2026-12-20"],
    ["20 Dec 26", "2026-12-20"],
    ["1st Dec 2026", "2026-12-01"],
    ["twentieth of december", "2026-12-20"],
    ["twenty first dec", "2026-12-21"],
    ["from 20 December please", "2026-12-20"],
    ["20 شهر 12", "2026-12-20"],
    ["العشرين من ديسمبر", "2026-12-20"],
    ["الأول من ديسمبر", "2026-12-01"],
    ["واحد وعشرين ديسمبر", "2026-12-21"],
    ["أول كانون الثاني", "2027-01-01"],
    ["the 20th", "2026-06-20"],
    ["يوم 5", "2026-07-05"],
    ["the day after tomorrow", "2026-06-12"],
    ["بعد بكرة", "2026-06-12"],
    ["بعد غد", "2026-06-12"],
    ["عقب باجر", "2026-06-12"],
    ["in 3 days", "2026-06-13"],
    ["three days from now", "2026-06-13"],
    ["بعد ثلاث أيام", "2026-06-13"],
    ["بعد ٣ ايام", "2026-06-13"],
    ["عقب يومين", "2026-06-12"],
    ["in a week", "2026-06-17"],
    ["in two weeks", "2026-06-24"],
    ["بعد أسبوعين", "2026-06-24"],
    ["الأسبوع الجاي", "2026-06-17"],
    ["next week", "2026-06-17"],
    ["next Sunday", "2026-06-14"],
    ["on sunday", "2026-06-14"],
    ["يوم الأحد الجاي", "2026-06-14"],
    ["الأحد القادم", "2026-06-14"],
    ["الاربعاء", "2026-06-17"],
    ["بداية الشهر", "2026-07-01"],
    ["أول الشهر الجاي", "2026-07-01"],
    ["بداية الشهر القادم", "2026-07-01"],
    ["the beginning of next month", "2026-07-01"],
    ["first of the month", "2026-07-01"],
    ["آخر الشهر", "2026-06-30"],
    ["end of next month", "2026-07-31"],
  ])("reads %s, the day first", (text, iso) => {
    expect(readDate(text, today)).toEqual({ ok: true, date: iso });
  });

  it.each(["31/11/2026", "29/2/2027", "0/1/2026", "1/13/2026", "12 2026", "5", "32 June", "2026-13-01"])(
    "that is no day of the calendar is refused: %s",
    (text) => expect(readDate(text, today)).toEqual({ ok: false, reason: "not-a-date" }),
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

  it("reads back every day in every form in which people write one", () => {
    const english = (day: string, options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...options }).format(new Date(`${day}T00:00:00Z`));
    const nth = (n: number) =>
      `${n}${n % 10 === 1 && n !== 11 ? "st" : n % 10 === 2 && n !== 12 ? "nd" : n % 10 === 3 && n !== 13 ? "rd" : "th"}`;
    const forms: ((day: string) => string)[] = [
      (day) => `${english(day, { month: "long" })} ${Number(day.slice(8))}, ${day.slice(0, 4)}`,
      (day) => `${english(day, { month: "short" })} ${Number(day.slice(8))} ${day.slice(0, 4)}`,
      (day) => `${nth(Number(day.slice(8)))} ${english(day, { month: "long" })} ${day.slice(0, 4)}`,
      (day) => `the ${nth(Number(day.slice(8)))} of ${english(day, { month: "long" })} ${day.slice(0, 4)}`,
      (day) => `${Number(day.slice(8))} ${english(day, { month: "short" })} ${day.slice(2, 4)}`,
      (day) => `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(2, 4)}`,
      (day) => `${day.slice(8)}.${day.slice(5, 7)}.${day.slice(0, 4)}`,
      (day) => `يوم ${Number(day.slice(8))}/${Number(day.slice(5, 7))}/${day.slice(0, 4)}`,
      (day) => `${Number(day.slice(8))} شهر ${Number(day.slice(5, 7))} ${day.slice(0, 4)}`,
    ];
    const arabic = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 30_000 }),
        fc.constantFrom(...forms),
        fc.boolean(),
        (days, form, isArabic) => {
          const day = addDays(date("2000-01-01"), days);
          const text = isArabic ? arabic(form(day)) : form(day);
          expect([text, readDate(text, today)]).toEqual([text, { ok: true, date: day }]);
        },
      ),
    );
  });

  it("reads a day without its year as the first such day from today on", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 364 }), (days) => {
        const day = addDays(today, days);
        const month = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", month: "short" }).format(
          new Date(`${day}T00:00:00Z`),
        );
        expect(readDate(`${month} ${Number(day.slice(8))}`, today)).toEqual({ ok: true, date: day });
        expect(readDate(`${Number(day.slice(8))} ${month}`, today)).toEqual({ ok: true, date: day });
      }),
    );
  });

  it("counts days and weekdays from whichever day it is", () => {
    const names = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 99 }), (days, n) => {
        const now = addDays(date("2000-01-01"), days);
        expect(readDate(`in ${n} days`, now)).toEqual({ ok: true, date: addDays(now, n) });
        expect(readDate(`بعد ${n} يوم`, now)).toEqual({ ok: true, date: addDays(now, n) });
        const read = readDate(`next ${names[n % 7]}`, now);
        expect(read.ok && new Date(`${read.date}T00:00:00Z`).getUTCDay()).toBe(n % 7);
        expect(read.ok && read.date > now && read.date <= addDays(now, 7)).toBe(true);
      }),
    );
  });

  it.each([
    "two",
    "in two years",
    "next",
    "month",
    "بعد",
    "in 5",
    "the",
    "the 32nd",
    "hello sunday maria",
    "in 3 cars",
  ])("is not made of words that say no day: %s", (text) => expect(readDate(text, today).ok).toBe(false));

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

describe("what is no day", () => {
  it.each([["2026 hello 12"], ["2026 12 hello"], [`1/12/2026 ${"and more ".repeat(10)}`]])(
    "is for something else: %s",
    (text) => {
      expect(readDate(text, today)).toMatchObject({ ok: false });
    },
  );

  it("but the beginning of the month is today on its first day", () => {
    expect(readDate("بداية الشهر", date("2026-06-01"))).toEqual({ ok: true, date: "2026-06-01" });
  });

  it.each([
    ["end of next month", "2026-07-31"],
    ["نهاية الشهر الجاي", "2026-07-31"],
    ["end of the month", "2026-06-30"],
  ])("but the edge of a month is one: %s", (text, day) => {
    expect(readDate(text, today)).toEqual({ ok: true, date: day });
  });
});
