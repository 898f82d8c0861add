// A world for journeys, in memory: people, workers, payments and proofs that a test sets up, changes midway, and looks into afterwards.

import { type CivilId, checkDigit, parseCivilId } from "../../src/domain/civil-id.js";
import type { KnownCover, WaitingCover } from "../../src/domain/cover.js";
import { answerBy, defaultDeskRanges } from "../../src/domain/desk-hours.js";
import { builtInSchedules } from "../../src/domain/fee-schedule.js";
import { addDays, type IsoDate, kuwaitDate, parseIsoDate } from "../../src/domain/iso-date.js";
import { fils } from "../../src/domain/kwd.js";
import { defaultReminderRules, type ReminderWishes } from "../../src/domain/reminder.js";
import type { Access, Accesses } from "../../src/journeys/access-port.js";
import type { Challenge, Proof } from "../../src/journeys/challenge.js";
import type { DeskPort } from "../../src/journeys/desk-port.js";
import type { Opened, Order, Payments, Receipt, Renewal, Unpaid } from "../../src/journeys/payments-port.js";
import type { Account, Detail, People, Registration } from "../../src/journeys/people-port.js";
import type { Met, Proofs } from "../../src/journeys/proofs-port.js";
import type { Answered, ReminderChat, Reminders } from "../../src/journeys/reminders-port.js";
import type { Household, Told, Worker, Workers } from "../../src/journeys/workers-port.js";
import type { Service, World } from "../../src/journeys/world.js";
import { fakeReminders } from "./fake-reminders.js";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Everything a test may set before or between two messages, and what the journey has done so far. */
export type FakeWorld = Mutable<World> & {
  readonly proofs: Proofs;
  /** What the records hold. */
  readonly records: {
    household: Household;
    /** The holder's own civil ID, for quick payers. */
    sponsor: CivilId;
    tracked: Worker[];
    unpaid: Unpaid[];
    receipts: Receipt[];
    renewals: Renewal[];
    /** Intents whose link can be given again. */
    payable: string[];
    /** As the person wishes; `undefined` until they said anything. */
    wishes: ReminderWishes | undefined;
    chats: ReminderChat[];
    /** Who of the staff looked; the gravest are told first. */
    gravest: Access[];
    accesses: Access[];
  };
  /** What `payments.open` answers, if not a link. */
  refuse: Extract<Opened, { ok: false }> | undefined;
  /** Codes are met by this one. */
  code: string;
  /** Somebody meets at a desk. */
  isStaffed: boolean;
  /** What became of a request that is taken back. */
  cancelSays: Awaited<ReturnType<DeskPort["cancel"]>>;
  /** What `proofs.set` and `proofs.meet…` answer instead, if set. */
  proofsSay: { set?: "set" | "too-soon"; met?: Met };
  readonly did: {
    opened: Map<string, Order>;
    registered: Map<string, Registration>;
    described: Detail[];
    erased: string[];
    exported: string[];
    tracked: Map<string, Told>;
    untracked: string[];
    challenged: string[];
    wished: Map<string, ReminderWishes>;
    chosen: Map<string, string>;
    /** What was told about whom; without an answer: the newest was taken back. */
    answered: Map<string, { readonly worker: string; readonly answer: Answered["answer"] | undefined }>;
    /** Civil IDs that got the one refusal. */
    refused: CivilId[];
    /** What was answered to the staff. */
    allowed: boolean[];
    /** A person was asked for, under these keys. */
    asked: string[];
    /** Requests that were taken back. */
    cancelled: number[];
    helped: Map<number, boolean>;
  };
};

export function date(text: string): IsoDate {
  const parsed = parseIsoDate(text);
  if (!parsed.ok) throw new Error(`${text} is no date`);
  return parsed.date;
}

/** A civil ID that passes the check digit, for a birth date and a serial number (moved on where no digit fits). */
export function civilId(birth: string, serial: number): CivilId {
  if (serial > 9999) throw new RangeError(`${birth} has no more serial numbers`);
  const eleven = `${birth < "2000" ? 2 : 3}${birth.slice(2, 4)}${birth.slice(5, 7)}${birth.slice(8, 10)}${String(serial).padStart(4, "0")}`;
  const digit = checkDigit(eleven);
  if (digit === undefined) return civilId(birth, serial + 1);
  const parsed = parseCivilId(eleven + String(digit));
  if (!parsed.ok) throw new Error(`${birth} and ${serial} make no civil ID: ${parsed.reason}`);
  return parsed.civilId;
}

export function cover(from: string, until: string, more: Partial<KnownCover> = {}): KnownCover {
  return {
    from: date(from),
    until: date(until),
    source: "imported",
    knownAt: date("2026-01-03"),
    policyNumber: "HI-2026-004411",
    ...more,
  };
}

export function waiting(from: string, until: string, paidOn = "2026-06-01"): WaitingCover {
  return { from: date(from), until: date(until), paidOn: date(paidOn) };
}

const givenNames = ["Maria", "Anita", "Joseph", "Lakshmi", "Grace", "Ruwan"] as const;
const givenNamesAr = ["ماريا", "أنيتا", "جوزيف", "لاكشمي", "غريس", "روان"] as const;

/** The nth of a household's workers: on record, in Kuwait, Article 20, without cover unless told otherwise. */
export function worker(n: number, more: Partial<Worker> = {}): Worker {
  return {
    id: `w${n}`,
    source: "record",
    civilId: civilId("1990-05-17", 1000 + 10 * n),
    name: { en: `${givenNames[n % 6]} Santos`, ar: `${givenNamesAr[n % 6]} سانتوس` },
    article: 20,
    inKuwait: true,
    covers: [],
    waiting: [],
    ...more,
  };
}

export const provedAccount: Account = {
  id: "a1",
  standing: "proved",
  name: { ar: "نورة المطيري", en: "Noura Al-Mutairi" },
  lastFour: "4471",
  kuwaiti: true,
  phoneLastDigits: "23",
  email: undefined,
  gender: "female",
  governorate: "HA",
};

export const unprovedAccount: Account = {
  ...provedAccount,
  id: "a2",
  standing: "unproved",
  kuwaiti: undefined,
  phoneLastDigits: undefined,
};

export const service: Service = {
  operator: { ar: "مكتب التجربة", en: "Example Office" },
  isMinistry: false,
  hotline: "151",
  fees: builtInSchedules.kd5,
  terms: {
    version: "2026-01",
    text: {
      ar: "يُدفع الرسم مقدمًا.\nيجب أن يكون العامل مسجلًا.",
      en: "The fee is paid in advance.\nThe worker is registered.",
    },
    link: "https://tajdeed.example/terms/2026-01",
  },
  privacyLink: "https://tajdeed.example/privacy",
  filing: "manual",
  codesOffered: true,
  reminders: defaultReminderRules,
  deskHours: { ranges: defaultDeskRanges, holidays: new Set() },
  isTest: false,
};

/** A proved sponsor with one uncovered worker on 10 June 2026, unless told otherwise. */
export function fakeWorld(
  of: Partial<Pick<World, "account" | "language" | "argument" | "draft">> & {
    readonly now?: string;
    readonly service?: Partial<Service>;
    readonly workers?: readonly Worker[];
    readonly kuwaiti?: boolean;
    readonly tracked?: readonly Worker[];
  } = {},
): FakeWorld {
  const now = new Date(of.now ?? "2026-06-10T09:00:00Z");
  const world: FakeWorld = {
    now,
    today: kuwaitDate(now),
    language: of.language ?? "en",
    draft: of.draft ?? "draft1",
    argument: of.argument,
    service: { ...service, ...of.service },
    account: "account" in of ? of.account : provedAccount,
    records: {
      household: { kuwaiti: of.kuwaiti ?? true, workers: of.workers ?? [worker(1)] },
      sponsor: civilId("1985-03-02", 2200),
      tracked: [...(of.tracked ?? [])],
      unpaid: [],
      receipts: [],
      renewals: [],
      gravest: [],
      accesses: [],
      payable: [],
      wishes: undefined,
      chats: [{ id: "c1", channel: "telegram", isThis: true, isChosen: true }],
    },
    refuse: undefined,
    code: "482913",
    isStaffed: false,
    cancelSays: "cancelled",
    proofsSay: {},
    did: {
      opened: new Map(),
      registered: new Map(),
      described: [],
      erased: [],
      exported: [],
      tracked: new Map(),
      untracked: [],
      challenged: [],
      wished: new Map(),
      chosen: new Map(),
      answered: new Map(),
      refused: [],
      allowed: [],
      asked: [],
      cancelled: [],
      helped: new Map(),
    },
    people: {} as People,
    workers: {} as Workers,
    payments: {} as Payments,
    reminders: {} as Reminders,
    accesses: {} as Accesses,
    desk: {
      async ask(key) {
        if (!world.isStaffed) return undefined;
        world.did.asked.push(key);
        return { number: 214, by: answerBy(world.now, world.service.deskHours) };
      },
      async cancel(number) {
        world.did.cancelled.push(number);
        return world.cancelSays;
      },
      async helped(handoff, hasHelped) {
        world.did.helped.set(handoff, hasHelped);
      },
    },
    proofs: {} as Proofs,
  };
  return Object.assign(world, {
    people: fakePeople(world),
    workers: fakeWorkers(world),
    payments: fakePayments(world),
    reminders: fakeReminders(world),
    accesses: fakeAccesses(world),
    proofs: fakeProofs(world),
  });
}

/** Moves the world's clock. */
export function passDays(world: FakeWorld, days: number): void {
  world.now = new Date(world.now.getTime() + days * 86_400_000);
  world.today = addDays(world.today, days);
}

function fakePeople(world: FakeWorld): People {
  return {
    async register(key, registration) {
      if (!world.did.registered.has(key)) world.did.registered.set(key, registration);
      world.account =
        provedAccount.standing === "proved" && registration.civilId === world.records.sponsor
          ? provedAccount
          : unprovedAccount;
      return { standing: world.account.standing, name: world.account.standing === "proved" ? provedAccount.name : {} };
    },
    async describe(detail) {
      world.did.described.push(detail);
      if (world.account === undefined) return;
      const { what, value } = detail;
      const told = what === "name" ? { name: { en: value } } : { [what]: value };
      world.account = { ...world.account, ...told };
    },
    async chooseLanguage(language) {
      world.language = language;
    },
    async exportLink(key) {
      world.did.exported.push(key);
      return { url: `https://service.example/x/${key}` };
    },
    async erase(key) {
      world.did.erased.push(key);
      world.account = undefined;
      return { keptUntilClosed: world.records.unpaid.length > 0 };
    },
  };
}

/** One question of the staff's, with the id 7, waits for an answer. */
function fakeAccesses({ records, did }: FakeWorld): Accesses {
  return {
    list: async () => ({
      gravest: records.gravest,
      newest: records.accesses.slice(0, 10),
      more: Math.max(0, records.accesses.length - 10),
    }),
    async answer(consent, allowed) {
      if (consent !== 7) return "over";
      did.allowed.push(allowed);
      return "taken";
    },
  };
}

function fakeWorkers(world: FakeWorld): Workers {
  const isProved = () => world.account?.standing === "proved";
  const none: Household = { kuwaiti: false, workers: [] };
  const refused = (id: CivilId) => {
    world.did.refused.push(id);
    return undefined;
  };
  return {
    household: async () => (isProved() ? world.records.household : none),
    tracked: async () => (world.account === undefined ? [] : world.records.tracked),
    async own(id) {
      const found = world.records.household.workers.find((each) => each.civilId === id);
      return found !== undefined && isProved() ? found : refused(id);
    },
    async pair(sponsor, id) {
      const { household } = world.records;
      const found = household.workers.find((each) => each.civilId === id);
      return found !== undefined && sponsor === world.records.sponsor ? { worker: found, household } : refused(id);
    },
    async track(key, told) {
      world.did.tracked.set(key, told);
      const before = world.records.tracked.find((each) => each.civilId === told.civilId);
      const id = before?.id ?? `t${world.did.tracked.size}`;
      const until = told.coverUntil;
      const covers: KnownCover[] =
        until === undefined ? [] : [{ from: addDays(until, -364), until, source: "told", knownAt: world.today }];
      const known = { id, source: "told", civilId: told.civilId, name: { en: told.name }, covers } as const;
      const others = world.records.tracked.filter((each) => each !== before);
      world.records.tracked = [...others, { ...known, article: 20, inKuwait: true, waiting: [] }];
      return { id };
    },
    async untrack(_key, id) {
      world.did.untracked.push(id);
      world.records.tracked = world.records.tracked.filter((each) => each.id !== id);
    },
  };
}

function fakePayments(world: FakeWorld): Payments {
  const { records, did } = world;
  return {
    async open(key, order) {
      if (world.refuse !== undefined) return world.refuse;
      if (did.opened.get(key)?.quoteDigest !== order.quoteDigest) did.opened.set(key, order);
      if (order.totalFils === 0) {
        const state = world.service.filing === "own" ? "issued" : "paid";
        return { ok: true, kind: "nothing-to-pay", renewals: order.lines.map(() => state) };
      }
      const expiresAt = new Date(world.now.getTime() + 24 * 3_600_000).toISOString();
      const url = `https://service.example/p/${did.opened.size}`;
      return {
        ok: true,
        kind: "link",
        intent: String(did.opened.size),
        url,
        totalFils: fils(order.totalFils),
        expiresAt,
      };
    },
    hasAccepted: async (version, key) =>
      world.account !== undefined &&
      [...did.opened].some(
        ([by, { termsVersion, payer }]) => by !== key && termsVersion === version && payer === "account",
      ),
    async freed(key) {
      const order = did.opened.get(key);
      if (order?.totalFils !== 0) return undefined;
      const state = world.service.filing === "own" ? "issued" : "paid";
      const worker = { initials: "A. S.", lastFour: "0107" };
      return order.lines.map((of) => ({ ...of, worker, state, paidOn: world.today }));
    },
    unpaid: async () => records.unpaid,
    link: async (intent) =>
      records.payable.includes(intent) ? { url: `https://service.example/p/again-${intent}` } : undefined,
    receipts: async () => records.receipts,
    renewals: async () => records.renewals,
  };
}

function fakeProofs(world: FakeWorld): Proofs {
  const met = new Map<string, { readonly challenge: Challenge; readonly proof: Proof }>();
  const meet = (key: string, challenge: Challenge): Met => {
    if (world.proofsSay.met !== undefined) return world.proofsSay.met;
    const proof: Proof = { id: `p${met.size + 1}`, how: challenge.how, at: world.now.toISOString() };
    met.set(key, { challenge, proof });
    return { ok: true, proof };
  };
  return {
    async proof(key, challenge) {
      const found = met.get(key);
      const isThis = found?.challenge.civilId === challenge.civilId && found.challenge.how === challenge.how;
      return isThis ? found.proof : undefined;
    },
    async set(key, _challenge, again) {
      if (again || !world.did.challenged.includes(key)) world.did.challenged.push(key);
      return world.proofsSay.set ?? "set";
    },
    meetContact: async (key, challenge) => meet(key, challenge),
    async meetCode(key, challenge, code) {
      if (world.proofsSay.met !== undefined || code === world.code) {
        return world.did.challenged.includes(key) ? meet(key, challenge) : { ok: false, reason: "not-set" };
      }
      return { ok: false, reason: "wrong" };
    },
  };
}

/** A civil ID of the kind that public sources disagree about: its weighted sum is a multiple of 11. */
export function checkAgainCivilId(): CivilId {
  for (let serial = 100; ; serial++) {
    const parsed = parseCivilId(civilId("1975-01-09", serial));
    if (parsed.ok && parsed.checkAgain === true) return parsed.civilId;
  }
}
