// The people of the benchmark: sponsors with two workers each whose cover has ended, the same ones every time.
import { writeFileSync } from "node:fs";
import { stringify } from "csv-stringify/sync";
import { type ImportRow, importRows, type SamplePerson } from "../../src/demo/people.js";
import { syntheticCivilId } from "../../src/demo/synthetic-civil-id.js";
import { addDays, addYears, type IsoDate, kuwaitDate } from "../../src/domain/iso-date.js";
import type { Phone } from "../../src/domain/phone.js";

const born = "1975-03-14" as IsoDate;

export function benchPeople(count: number): readonly SamplePerson[] {
  const until = addDays(kuwaitDate(new Date()), -30);
  const cover = { from: addDays(addYears(until, -1), 1), until };
  return Array.from({ length: count }, (_, index) => ({
    id: `bench-${index}`,
    telegramUserId: 5_200_000_001 + index,
    languageCode: "en",
    civilId: syntheticCivilId(born, index),
    nameAr: "كفيل للقياس",
    nameEn: "Bench Sponsor",
    phone: `+${96_550_008_001 + index}` as Phone,
    kuwaiti: true,
    workers: [100 + 2 * index, 101 + 2 * index].map((nth) => ({
      civilId: syntheticCivilId(born, nth),
      nameAr: "عاملة للقياس",
      nameEn: "Bench Worker",
      residencyArticle: 20,
      inKuwait: true,
      covers: [{ ...cover, policyNumber: `BENCH-${nth}` }],
    })),
  }));
}

export function writePeople(file: string, people: readonly SamplePerson[]): void {
  const rows: readonly ImportRow[] = importRows(people);
  writeFileSync(file, stringify([...rows], { header: true }));
}
