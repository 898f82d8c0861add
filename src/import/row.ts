// One row of an import, read as what it means: a sponsor, a worker of theirs and, unless never covered, one cover.
import { type CivilId, parseCivilId } from "../domain/civil-id.js";
import type { Period } from "../domain/cover.js";
import { type IsoDate, parseIsoDate } from "../domain/iso-date.js";
import { parsePersonName } from "../domain/person-name.js";
import { type Phone, parsePhone } from "../domain/phone.js";
import { residencyArticles } from "../domain/places.js";
import { parsePolicyNumber } from "../domain/policy-number.js";

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
  "sponsor-civil-id",
  "sponsor-name",
  "sponsor-phone",
  "sponsor-kuwaiti",
  "worker-civil-id",
  "worker-name",
  "same-person",
  "residency-article",
  "in-kuwait",
  "cover-incomplete",
  "policy-number",
  "cover-dates",
  "cover-overlap",
] as const;
export type ImportReason = (typeof importReasons)[number];

type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: ImportReason };

export type ReadRow = Read<ImportRow>;

/** @param today a birth date after it is none */
export function readRow(fields: Fields, today: IsoDate): ReadRow {
  const sponsor = readSponsor(fields, today);
  if (!sponsor.ok) return sponsor;
  const worker = readWorker(fields, today);
  if (!worker.ok) return worker;
  if (sponsor.value.civilId === worker.value.civilId) return refuse("same-person");
  const article = residencyArticles.find((known) => String(known.article) === fields.residency_article.trim());
  if (article === undefined) return refuse("residency-article");
  const inKuwait = readYesNo(fields.in_kuwait);
  if (inKuwait === undefined) return refuse("in-kuwait");
  const cover = readCover(fields);
  if (!cover.ok) return cover;
  return {
    ok: true,
    value: {
      sponsor: sponsor.value,
      worker: { ...worker.value, article: article.article, inKuwait },
      cover: cover.value,
    },
  };
}

function readSponsor(fields: Fields, today: IsoDate): Read<ImportRow["sponsor"]> {
  const civilId = parseCivilId(fields.sponsor_civil_id, { today });
  if (!civilId.ok) return refuse("sponsor-civil-id");
  const name = readName(fields.sponsor_name_ar, fields.sponsor_name_en);
  if (name === undefined) return refuse("sponsor-name");
  const phone = parsePhone(fields.sponsor_phone);
  if (!phone.ok) return refuse("sponsor-phone");
  const kuwaiti = readYesNo(fields.sponsor_kuwaiti);
  if (kuwaiti === undefined) return refuse("sponsor-kuwaiti");
  return { ok: true, value: { civilId: civilId.civilId, name, phone: phone.phone, kuwaiti } };
}

function readWorker(fields: Fields, today: IsoDate): Read<Pick<ImportRow["worker"], "civilId" | "name">> {
  const civilId = parseCivilId(fields.worker_civil_id, { today });
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

function readYesNo(text: string): boolean | undefined {
  const word = text.trim().toLowerCase();
  return word === "yes" ? true : word === "no" ? false : undefined;
}

function readCover(fields: Fields): Read<ImportRow["cover"]> {
  const [policyNumber, from, until] = [
    fields.policy_number.trim(),
    fields.cover_from.trim(),
    fields.cover_until.trim(),
  ];
  const given = [policyNumber, from, until].filter((text) => text !== "").length;
  if (given === 0) return { ok: true, value: undefined };
  if (given < 3) return refuse("cover-incomplete");
  const number = parsePolicyNumber(policyNumber);
  if (!number.ok) return refuse("policy-number");
  const [first, last] = [parseIsoDate(from), parseIsoDate(until)];
  if (!first.ok || !last.ok || last.date < first.date) return refuse("cover-dates");
  return { ok: true, value: { from: first.date, until: last.date, policyNumber: number.policyNumber } };
}

function refuse(reason: ImportReason): { readonly ok: false; readonly reason: ImportReason } {
  return { ok: false, reason };
}
