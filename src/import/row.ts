// One row of an import, read as what it means: a sponsor, a worker of theirs and, unless never covered, one cover.
import { type CivilId, parseCivilId } from "../domain/civil-id.js";
import type { Period } from "../domain/cover.js";
import type { IsoDate } from "../domain/iso-date.js";
import { parsePersonName } from "../domain/person-name.js";
import { type Phone, parsePhone } from "../domain/phone.js";
import { residencyArticles } from "../domain/places.js";
import { parsePolicyNumber } from "../domain/policy-number.js";
import { tidyCell, wholeNumber } from "./cell.js";
import { isMadeADate, readPeriod } from "./dates.js";

/** The header, in the order in which an export writes it. */
export const columns = [
  "sponsor_civil_id",
  "sponsor_name_ar",
  "sponsor_name_en",
  "sponsor_phone",
  "sponsor_kuwaiti",
  "worker_civil_id",
  "worker_name_ar",
  "worker_name_en",
  "residency_article",
  "in_kuwait",
  "policy_number",
  "cover_from",
  "cover_until",
] as const;
export type Fields = Readonly<Record<(typeof columns)[number], string>>;

type Name = { readonly ar?: string; readonly en?: string };

export type ImportRow = {
  readonly sponsor: {
    readonly civilId: CivilId;
    readonly name: Name;
    readonly phone: Phone;
    readonly kuwaiti: boolean;
  };
  readonly worker: {
    readonly civilId: CivilId;
    readonly name: Name;
    readonly article: number;
    readonly inKuwait: boolean;
  };
  readonly cover: (Period & { readonly policyNumber: string }) | undefined;
};

/** Why a row is not taken; of several, the first in this order. Each has a sentence in the locales, `import-reason-…`. */
export const importReasons = [
  "columns",
  "sponsor-civil-id-shortened",
  "sponsor-civil-id",
  "sponsor-name",
  "sponsor-phone-shortened",
  "sponsor-phone",
  "sponsor-kuwaiti",
  "worker-civil-id-shortened",
  "worker-civil-id",
  "worker-name",
  "same-person",
  "residency-article",
  "in-kuwait",
  "cover-incomplete",
  "policy-number-date",
  "policy-number-shortened",
  "policy-number",
  "cover-dates",
  "cover-dates-order",
  "cover-years",
  "cover-overlap",
  "policy-of-another",
  "sponsor-two-phones",
  "two-sponsors",
] as const;
export type ImportReason = (typeof importReasons)[number];

/** What became of a row. new: its worker or its cover. moved: a worker on record is now another sponsor's. unchanged: all of it stood there. */
export const takings = ["new", "changed", "moved", "unchanged"] as const;
export type Taking = (typeof takings)[number];
export type Outcome =
  | { readonly ok: true; readonly taken: Taking }
  | { readonly ok: false; readonly reason: ImportReason };

type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: ImportReason };

export type ReadRow = Read<ImportRow>;

/** @param today a birth date after it is none */
export function readRow(raw: Fields, today: IsoDate): ReadRow {
  const fields = Object.fromEntries(columns.map((name) => [name, tidyCell(raw[name])])) as Fields;
  const sponsor = readSponsor(fields, today);
  if (!sponsor.ok) return sponsor;
  const worker = readWorker(fields, today);
  if (!worker.ok) return worker;
  if (sponsor.value.civilId === worker.value.civilId) return refuse("same-person");
  const article = readArticle(fields.residency_article);
  if (article === undefined) return refuse("residency-article");
  const inKuwait = readYesNo(fields.in_kuwait);
  if (inKuwait === undefined) return refuse("in-kuwait");
  const cover = readCover(fields);
  if (!cover.ok) return cover;
  return {
    ok: true,
    value: { sponsor: sponsor.value, worker: { ...worker.value, article, inKuwait }, cover: cover.value },
  };
}

function readSponsor(fields: Fields, today: IsoDate): Read<ImportRow["sponsor"]> {
  const id = wholeNumber(fields.sponsor_civil_id);
  if (id.isLost) return refuse("sponsor-civil-id-shortened");
  const civilId = parseCivilId(id.text, { today });
  if (!civilId.ok) return refuse("sponsor-civil-id");
  const name = readName(fields.sponsor_name_ar, fields.sponsor_name_en);
  if (name === undefined) return refuse("sponsor-name");
  const number = wholeNumber(fields.sponsor_phone);
  if (number.isLost) return refuse("sponsor-phone-shortened");
  const phone = parsePhone(number.text);
  if (!phone.ok) return refuse("sponsor-phone");
  const kuwaiti = readYesNo(fields.sponsor_kuwaiti);
  if (kuwaiti === undefined) return refuse("sponsor-kuwaiti");
  return { ok: true, value: { civilId: civilId.civilId, name, phone: phone.phone, kuwaiti } };
}

function readWorker(fields: Fields, today: IsoDate): Read<Pick<ImportRow["worker"], "civilId" | "name">> {
  const id = wholeNumber(fields.worker_civil_id);
  if (id.isLost) return refuse("worker-civil-id-shortened");
  const civilId = parseCivilId(id.text, { today });
  if (!civilId.ok) return refuse("worker-civil-id");
  const name = readName(fields.worker_name_ar, fields.worker_name_en);
  return name === undefined ? refuse("worker-name") : { ok: true, value: { civilId: civilId.civilId, name } };
}

/** In one script at least; what stands there must be a name. */
function readName(ar: string, en: string): Name | undefined {
  const [inAr, inEn] = [parsePersonName(ar), parsePersonName(en)];
  const isWrong = [inAr, inEn].some((read) => !read.ok && read.reason !== "empty");
  if (isWrong || (!inAr.ok && !inEn.ok)) return undefined;
  return { ...(inAr.ok ? { ar: inAr.name } : {}), ...(inEn.ok ? { en: inEn.name } : {}) };
}

/** "20", "20.0", "Article 20", "مادة 20". */
function readArticle(cell: string): number | undefined {
  const [, digits] = /^(?:article|art\.?|(?:ال)?مادة)?\s*(\d{2})$/iu.exec(wholeNumber(cell).text) ?? [];
  return residencyArticles.find(({ article }) => String(article) === digits)?.article;
}

const yes = new Set(["yes", "y", "true", "1", "نعم"]);
const no = new Set(["no", "n", "false", "0", "لا"]);

function readYesNo(cell: string): boolean | undefined {
  const word = cell.toLowerCase();
  return yes.has(word) ? true : no.has(word) ? false : undefined;
}

function readCover(fields: Fields): Read<ImportRow["cover"]> {
  const { policy_number, cover_from, cover_until } = fields;
  const given = [policy_number, cover_from, cover_until].filter((text) => text !== "").length;
  if (given === 0) return { ok: true, value: undefined };
  if (given < 3) return refuse("cover-incomplete");
  if (isMadeADate(policy_number)) return refuse("policy-number-date");
  // A number of a policy may have an E, but no plus.
  const whole = policy_number.includes("+") ? wholeNumber(policy_number) : { isLost: false, text: policy_number };
  if (whole.isLost) return refuse("policy-number-shortened");
  const number = parsePolicyNumber(whole.text);
  if (!number.ok) return refuse("policy-number");
  const period = readPeriod(cover_from, cover_until);
  if (!period.ok) return refuse(periodReasons[period.reason]);
  return { ok: true, value: { from: period.from, until: period.until, policyNumber: number.policyNumber } };
}

const periodReasons = { "not-a-date": "cover-dates", order: "cover-dates-order", years: "cover-years" } as const;

function refuse(reason: ImportReason): { readonly ok: false; readonly reason: ImportReason } {
  return { ok: false, reason };
}
