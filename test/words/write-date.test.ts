import { expect, it } from "vitest";
import type { IsoDate } from "../../src/domain/iso-date.js";
import { writeDate } from "../../src/words/write-date.js";

const monthsEn = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const monthsAr = [
  "يناير",
  "فبراير",
  "مارس",
  "أبريل",
  "مايو",
  "يونيو",
  "يوليو",
  "أغسطس",
  "سبتمبر",
  "أكتوبر",
  "نوفمبر",
  "ديسمبر",
];

it("writes every month by the name that Kuwait uses, whatever the server's own locale", () => {
  for (let month = 1; month <= 12; month += 1) {
    const date = `2026-${String(month).padStart(2, "0")}-05` as IsoDate;
    expect(writeDate(date, "en")).toBe(`5 ${monthsEn[month - 1]} 2026`);
    expect(writeDate(date, "ar")).toBe(`5 ${monthsAr[month - 1]} 2026`);
  }
});
