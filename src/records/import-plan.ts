// What imported rows change, decided in memory: the import and its rehearsal go by the same rules. Pure.
import type { Period } from "../domain/cover.js";
import type { ImportReason, ImportRow, Outcome } from "../import/row.js";
import type { PersonName } from "../journeys/people-port.js";
import { foldPolicy } from "./desk/folded-policy.js";

/** A row with the keys by which its people are known: the indexes of their numbers, in hex. */
export type KeyedRow = {
  readonly row: ImportRow;
  readonly sponsor: string;
  readonly phone: string;
  readonly worker: string;
  /** Its policy's number, however it is written; `undefined` without a cover. */
  readonly policy: string | undefined;
};

export type Sponsor = {
  readonly key: string;
  /** `undefined` until it is written. */
  id: number | undefined;
  name: PersonName;
  phone: string;
  kuwaiti: boolean;
  /** A row of this file has told of them. */
  isInFile: boolean;
  /** The newest row that changes something, to be written. */
  change: ImportRow["sponsor"] | undefined;
  /** Phones that another took the place of. */
  readonly formerPhones: string[];
};

export type Worker = {
  readonly key: string;
  id: number | undefined;
  /** The sponsor's key. */
  sponsor: string;
  /** As it was before these rows; `undefined` for a new worker. */
  readonly sponsorBefore: { readonly key: string; readonly id: number } | undefined;
  name: PersonName;
  article: number;
  inKuwait: boolean;
  isInFile: boolean;
  change: ImportRow["worker"] | undefined;
  readonly covers: Cover[];
};

/** What blocks a period: what a sponsor told never does. */
export type Cover = {
  from: Period["from"];
  until: Period["until"];
  policyNumber: string | null;
  readonly source: "imported" | "issued" | "told";
  id: number | undefined;
  write: "nothing" | "known-at" | "number" | "all";
};

export type Known = {
  readonly sponsors: Map<string, Sponsor>;
  readonly workers: Map<string, Worker>;
  /** The workers under each policy number. */
  readonly holders: Map<string, Set<string>>;
};

export const nothingKnown = (): Known => ({ sponsors: new Map(), workers: new Map(), holders: new Map() });

/** What became of a row, with the cover that it tells of, now and before: renewals are confirmed by it. */
export type Taken = {
  readonly outcome: Outcome;
  readonly cover: Cover | undefined;
  /** `undefined`: it was not on record. */
  readonly before: Readonly<Cover> | undefined;
};

/** All of the row or nothing of it: whether it may be taken is asked before anything changes. */
export function takeRow(known: Known, keyed: KeyedRow): Taken {
  const { row } = keyed;
  const sponsor = known.sponsors.get(keyed.sponsor);
  const worker = known.workers.get(keyed.worker);
  const own = row.cover && ownCover(worker?.covers ?? [], row.cover);
  if (own === "overlap") return refuse("cover-overlap");
  if (isOfAnother(known, keyed, own)) return refuse("policy-of-another");
  if (sponsor?.isInFile === true && sponsor.phone !== keyed.phone) return refuse("sponsor-two-phones");
  if (worker?.isInFile === true && worker.sponsor !== keyed.sponsor) return refuse("two-sponsors");

  // A cover of somebody on record is as new as the worker of another row.
  const isNew = worker === undefined || (row.cover !== undefined && own === undefined);
  const before = own && { ...own };
  const isMoved = worker !== undefined && worker.sponsor !== keyed.sponsor;
  const changes = [takeSponsor(known, keyed), takeWorker(known, keyed)];
  const cover = takeCover(known, keyed, own);
  const isChanged = changes.includes(true) || cover?.isChanged === true;
  const taken = isMoved ? "moved" : isNew ? "new" : isChanged ? "changed" : "unchanged";
  return { outcome: { ok: true, taken }, cover: cover?.cover, before };
}

const refuse = (reason: ImportReason): Taken => ({
  outcome: { ok: false, reason },
  cover: undefined,
  before: undefined,
});

/** Of a worker's covers the one that this row tells of: the same period, or the same imported policy with its dates put right. */
function ownCover(covers: readonly Cover[], cover: NonNullable<ImportRow["cover"]>): Cover | "overlap" | undefined {
  const overlapping = covers.filter(({ from, until }) => from <= cover.until && until >= cover.from);
  const own =
    overlapping.find(({ from, until }) => from === cover.from && until === cover.until) ??
    overlapping.find(({ source, policyNumber }) => source === "imported" && policyNumber === cover.policyNumber);
  return overlapping.some((each) => each !== own) ? "overlap" : own;
}

/** What stands there already goes on standing, though another worker has the number too. */
function isOfAnother({ holders }: Known, { row, worker, policy }: KeyedRow, own: Cover | undefined): boolean {
  if (policy === undefined || own?.policyNumber === row.cover?.policyNumber) return false;
  return [...(holders.get(policy) ?? [])].some((holder) => holder !== worker);
}

/** @returns whether anything of the sponsor is new */
function takeSponsor(known: Known, { row, sponsor: key, phone }: KeyedRow): boolean {
  const { name, kuwaiti } = row.sponsor;
  const sponsor = known.sponsors.get(key);
  if (sponsor === undefined) {
    const made = { key, id: undefined, name, phone, kuwaiti, isInFile: true, change: row.sponsor, formerPhones: [] };
    known.sponsors.set(key, made);
    return true;
  }
  sponsor.isInFile = true;
  const isChanged = !isSameName(sponsor.name, name) || sponsor.phone !== phone || sponsor.kuwaiti !== kuwaiti;
  if (!isChanged) return false;
  if (sponsor.phone !== phone) sponsor.formerPhones.push(sponsor.phone);
  Object.assign(sponsor, { name, phone, kuwaiti, change: row.sponsor });
  return true;
}

function takeWorker(known: Known, { row, sponsor, worker: key }: KeyedRow): boolean {
  const { name, article, inKuwait } = row.worker;
  const worker = known.workers.get(key);
  if (worker === undefined) {
    const made = { key, id: undefined, sponsor, sponsorBefore: undefined, name, article, inKuwait, covers: [] };
    known.workers.set(key, { ...made, isInFile: true, change: row.worker });
    return true;
  }
  worker.isInFile = true;
  const isSame = worker.article === article && worker.inKuwait === inKuwait && worker.sponsor === sponsor;
  if (isSame && isSameName(worker.name, name)) return false;
  Object.assign(worker, { sponsor, name, article, inKuwait, change: row.worker });
  return true;
}

function takeCover(
  known: Known,
  { row, worker, policy }: KeyedRow,
  own: Cover | undefined,
): { readonly cover: Cover; readonly isChanged: boolean } | undefined {
  if (row.cover === undefined || policy === undefined) return undefined;
  const { from, until, policyNumber } = row.cover;
  if (own === undefined) {
    const cover: Cover = { from, until, policyNumber, source: "imported", id: undefined, write: "all" };
    known.workers.get(worker)?.covers.push(cover);
    hold(known, policy, worker);
    return { cover, isChanged: true };
  }
  // What was issued here stays as it was issued.
  if (own.source !== "imported") return { cover: own, isChanged: false };
  const isDated = own.from === from && own.until === until;
  const isChanged = !isDated || own.policyNumber !== policyNumber;
  if (own.write !== "all") own.write = !isDated ? "all" : isChanged || own.write === "number" ? "number" : "known-at";
  const numberBefore = own.policyNumber;
  Object.assign(own, { from, until, policyNumber });
  if (numberBefore !== null && numberBefore !== policyNumber) release(known, numberBefore, worker);
  hold(known, policy, worker);
  return { cover: own, isChanged };
}

export function hold({ holders }: Known, policy: string, worker: string): void {
  const workers = holders.get(policy);
  if (workers === undefined) holders.set(policy, new Set([worker]));
  else workers.add(worker);
}

/** Unless another cover of the worker has the number too. */
function release({ holders, workers }: Known, number: string, worker: string): void {
  const policy = foldPolicy(number);
  const covers = workers.get(worker)?.covers ?? [];
  if (!covers.some(({ policyNumber }) => policyNumber !== null && foldPolicy(policyNumber) === policy))
    holders.get(policy)?.delete(worker);
}

const isSameName = (a: PersonName, b: PersonName): boolean =>
  (a.ar ?? "") === (b.ar ?? "") && (a.en ?? "") === (b.en ?? "");
