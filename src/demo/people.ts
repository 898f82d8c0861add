// The demo's people: twelve invented sponsors with their workers, in every state that a cover can have on a given day.
import type { CivilId } from "../domain/civil-id.js";
import type { Period, WaitingCover } from "../domain/cover.js";
import { addDays, addYears, type IsoDate } from "../domain/iso-date.js";
import type { Phone } from "../domain/phone.js";
import sponsors from "./sample-people.json" with { type: "json" };
import { syntheticCivilId } from "./synthetic-civil-id.js";

export type SampleWorker = {
  readonly civilId: CivilId;
  readonly nameAr: string;
  readonly nameEn: string;
  readonly residencyArticle: 20;
  readonly inKuwait: boolean;
  /** Oldest first. */
  readonly covers: readonly (Period & { readonly policyNumber: string })[];
  /** Paid for and not yet in the Ministry's system. Of all sample workers exactly one has it. */
  readonly paidNotFiled?: WaitingCover;
};

export type SamplePerson = {
  /** Names the person in the simulator's address, `/demo?as=fatima`. */
  readonly id: string;
  readonly telegramUserId: number;
  /** What the person's phone is set to. */
  readonly languageCode: "ar" | "en";
  readonly civilId: CivilId;
  readonly nameAr: string;
  readonly nameEn: string;
  readonly phone: Phone;
  readonly kuwaiti: boolean;
  readonly workers: readonly SampleWorker[];
};

/** Somebody on nobody's record, with a phone of their own. */
export const guest = {
  id: "guest",
  telegramUserId: 5_100_000_900,
  languageCode: "ar",
  nameAr: "ضيف",
  nameEn: "Guest",
  phone: "+96550009900" as Phone,
} as const;

/** Who has registered before the demo begins: cover ends in seven days, so a reminder waits. */
export const returningId = "omar";

const FIRST_TELEGRAM_ID = 5_100_000_001;
// A stretch of one mobile prefix, so that a sample phone is told from others at a glance.
const FIRST_PHONE = 96_550_009_001;

export function samplePeople(today: IsoDate): readonly SamplePerson[] {
  return sponsors.people.map((person, index) => ({
    id: person.id,
    telegramUserId: FIRST_TELEGRAM_ID + index,
    languageCode: person.kuwaiti ? "ar" : "en",
    civilId: syntheticCivilId(person.born as IsoDate, index),
    nameAr: person.nameAr,
    nameEn: person.nameEn,
    phone: `+${FIRST_PHONE + index}` as Phone,
    kuwaiti: person.kuwaiti,
    workers: person.workers.map((worker, nth) => sampleWorker(worker, 20 + index * 10 + nth, today)),
  }));
}

type WorkerSeed = (typeof sponsors.people)[number]["workers"][number];

function sampleWorker(worker: WorkerSeed, serial: number, today: IsoDate): SampleWorker {
  const covers = worker.coversEndIn.map((days, nth) => {
    const period = yearEnding(addDays(today, days));
    return { ...period, policyNumber: `DEMO-${period.from.slice(0, 4)}-${10_000 + serial * 10 + nth}` };
  });
  const lastDay = covers.at(-1)?.until;
  return {
    civilId: syntheticCivilId(worker.born as IsoDate, serial),
    nameAr: worker.nameAr,
    nameEn: worker.nameEn,
    residencyArticle: 20,
    inKuwait: worker.inKuwait,
    covers,
    ...(worker.paidNotFiled && lastDay !== undefined
      ? { paidNotFiled: { ...yearEnding(addYears(today, 1)), paidOn: addDays(today, -1) } }
      : {}),
  };
}

function yearEnding(until: IsoDate): Period {
  return { from: addDays(addYears(until, -1), 1), until };
}

/** One line of the import's CSV: a worker with one cover, or with none. */
export type ImportRow = {
  readonly sponsor_civil_id: string;
  readonly sponsor_name_ar: string;
  readonly sponsor_name_en: string;
  readonly sponsor_phone: string;
  readonly sponsor_kuwaiti: "yes" | "no";
  readonly worker_civil_id: string;
  readonly worker_name_ar: string;
  readonly worker_name_en: string;
  readonly residency_article: string;
  readonly in_kuwait: "yes" | "no";
  readonly policy_number: string;
  readonly cover_from: string;
  readonly cover_until: string;
};

/** The same people as the rows of an import. A sponsor without workers has no row: such a file has no place for one. */
export function importRows(people: readonly SamplePerson[]): readonly ImportRow[] {
  return people.flatMap((person) =>
    person.workers.flatMap((worker) => {
      const covers = worker.covers.length > 0 ? worker.covers : [{ policyNumber: "", from: "", until: "" }];
      return covers.map((cover) => ({
        sponsor_civil_id: person.civilId,
        sponsor_name_ar: person.nameAr,
        sponsor_name_en: person.nameEn,
        sponsor_phone: person.phone,
        sponsor_kuwaiti: yesOrNo(person.kuwaiti),
        worker_civil_id: worker.civilId,
        worker_name_ar: worker.nameAr,
        worker_name_en: worker.nameEn,
        residency_article: String(worker.residencyArticle),
        in_kuwait: yesOrNo(worker.inKuwait),
        policy_number: cover.policyNumber,
        cover_from: cover.from,
        cover_until: cover.until,
      }));
    }),
  );
}

function yesOrNo(is: boolean): "yes" | "no" {
  return is ? "yes" : "no";
}
