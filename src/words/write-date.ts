// Writes a calendar date as people read it in Kuwait: "21 Nov 2028", "21 نوفمبر 2028", Latin digits in both.
import type { IsoDate } from "../domain/iso-date.js";
import type { Language } from "./line.js";

const monthNames: Record<Language, readonly string[]> = {
  ar: monthsOf("ar-KW", "long"),
  en: monthsOf("en-US", "short"),
};

function monthsOf(locale: string, month: "long" | "short"): readonly string[] {
  // Noon UTC on the first: no zone shifts it into another month.
  const format = new Intl.DateTimeFormat(locale, { month, calendar: "gregory", timeZone: "UTC" });
  return Array.from({ length: 12 }, (_, index) => format.format(Date.UTC(2024, index, 1, 12)));
}

export function writeDate(date: IsoDate, language: Language): string {
  const [year, month, day] = date.split("-");
  return `${Number(day)} ${monthNames[language][Number(month) - 1]} ${year}`;
}
