// The file of the import's benchmark: sponsors with two workers each, every one covered for a year, the same ones every time.
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { syntheticCivilId } from "../../src/demo/synthetic-civil-id.js";
import { addDays, type IsoDate } from "../../src/domain/iso-date.js";
import { columns } from "../../src/import/row.js";

const firstSponsorBorn = "1950-01-01" as IsoDate;
const firstWorkerBorn = "1970-01-01" as IsoDate;
/** Each birth date has so many synthetic numbers. */
const numbersADay = 300;
const workersEach = 2;

const numberOf = (born: IsoDate, nth: number) =>
  syntheticCivilId(addDays(born, Math.floor(nth / numbersADay)), nth % numbersADay);

const givenNames = ["Maria", "Grace", "Joseph", "Anita", "Fatuma", "Sunil", "Rosa", "Almaz"];
const familyNames = ["Santos", "Wanjiru", "Mathew", "Perera", "Hassan", "Reyes", "Bekele", "Thapa", "Fernando"];
const letters = "bcdfghklmnrstwz";

/** Names differ as people's do: their words are indexed each by itself. */
function nameOf(nth: number): string {
  const third = [nth, Math.floor(nth / 15), Math.floor(nth / 225)].map((n) => letters[n % letters.length]).join("a");
  return `${givenNames[nth % 8]} ${familyNames[nth % 9]} A${third}`;
}

function* lines(rows: number): Generator<string> {
  yield `${columns.join(",")}\n`;
  for (let nth = 0; nth < rows; nth += 1) {
    const sponsor = Math.floor(nth / workersEach);
    const cells = [
      numberOf(firstSponsorBorn, sponsor),
      "نورة سالم المثال",
      `Noura ${nameOf(sponsor)}`,
      `+965${50_000_000 + sponsor}`,
      "yes",
      numberOf(firstWorkerBorn, nth),
      "ماريا سانتوس",
      nameOf(nth),
      "20",
      "yes",
      `BENCH-2026-${nth}`,
      "2026-01-01",
      "2026-12-31",
    ];
    yield `${cells.join(",")}\n`;
  }
}

export async function writeImportFile(path: string, rows: number): Promise<void> {
  await pipeline(Readable.from(lines(rows)), createWriteStream(path));
}
