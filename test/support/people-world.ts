// People on record and in chats for tests of the records: imports, turns, and registrations by a shared contact.

import { eraseEverywhere } from "../../src/compose/leaving.js";
import { createFilingNotices } from "../../src/desk/filing-notices.js";
import type { CivilId } from "../../src/domain/civil-id.js";
import { kuwaitDate } from "../../src/domain/iso-date.js";
import { type Phone, parsePhone } from "../../src/domain/phone.js";
import type { Fields, ImportReason, ImportRow } from "../../src/import/row.js";
import { readRow } from "../../src/import/row.js";
import type { People } from "../../src/journeys/people-port.js";
import type { Proofs } from "../../src/journeys/proofs-port.js";
import type { Workers } from "../../src/journeys/workers-port.js";
import { createRender } from "../../src/messages/render.js";
import { createRenderView } from "../../src/messages/render-view.js";
import { type Chats, createChats } from "../../src/records/chats.js";
import type { Db } from "../../src/records/database.js";
import { createTellIssued } from "../../src/records/desk/tell-issued.js";
import { importRows } from "../../src/records/import-people.js";
import { createPeople } from "../../src/records/people.js";
import { createProofs } from "../../src/records/proofs.js";
import { chatKey } from "../../src/records/vault.js";
import { createWorkers } from "../../src/records/workers.js";
import type { ChatKey, Fence } from "../../src/turns/session-store.js";
import { testReplan, testVault } from "./databases.js";
import { civilId } from "./fake-world.js";
import { speak } from "./journey.js";

export const minute = 60_000;
export const day = 24 * 60 * minute;

/** As the staff is written to. */
export const toStaff = createRenderView(speak, { isTest: false });

export const noura = civilId("1985-03-02", 2200);
export const nouraPhone = phone("50001234");
export const maria = civilId("1990-05-17", 1010);
export const joseph = civilId("1991-06-18", 2010);
export const stranger = civilId("1979-01-30", 3300);

/** A row of an import: Noura's worker Maria, covered for the year 2026, unless told otherwise. */
export function row(more: Partial<Fields> = {}): Fields {
  const worker = more.worker_civil_id ?? maria;
  return {
    sponsor_civil_id: noura,
    sponsor_name_ar: "نورة المطيري",
    sponsor_name_en: "Noura Al-Mutairi",
    sponsor_phone: nouraPhone,
    sponsor_kuwaiti: "yes",
    worker_civil_id: maria,
    worker_name_ar: "ماريا سانتوس",
    worker_name_en: "Maria Santos",
    residency_article: "20",
    in_kuwait: "yes",
    // One number, one worker.
    policy_number: worker === maria ? "HI-1" : `HI-${worker}`,
    cover_from: "2026-01-01",
    cover_until: "2026-12-31",
    ...more,
  };
}

export const neverCovered = { policy_number: "", cover_from: "", cover_until: "" };

/** Turns whose every statement is a port's own; each one has a newer right to write. */
type Turn = {
  readonly people: People;
  readonly workers: Workers;
  readonly proofs: Proofs;
  readonly fence: Fence;
};

export type PeopleWorld = {
  readonly db: Db;
  readonly chats: Chats;
  readonly clock: { now(): Date; advance(ms: number): void };
  /** The code that the next challenge sends. */
  code: string;
  import(...rows: readonly Fields[]): Promise<readonly (ImportReason | undefined)[]>;
  /** A chat that has written once. */
  chat(id: string): Promise<ChatKey>;
  turn(chat: ChatKey): Turn;
  /** Registers by a contact that the channel vouches for. */
  register(chat: ChatKey, of?: { civilId?: CivilId; phone?: Phone; name?: string }): Promise<"proved" | "unproved">;
};

export function createPeopleWorld(db: Db): PeopleWorld {
  let nowMs = Date.parse("2026-11-22T09:00:00Z");
  let token = 0;
  let lastImportMs = 0;
  const clock = {
    now: () => new Date(nowMs),
    advance(ms: number) {
      nowMs += ms;
    },
  };
  const vault = testVault;
  const replan = testReplan;
  const tellIssued = createTellIssued({
    vault,
    clock,
    render: createRender(speak, { isTest: false }),
    notices: createFilingNotices({ operator: { ar: "شركة الأمانة", en: "Amana" }, hotline: "151" }),
  });
  const chats = createChats({ db, vault, replan });
  /** Only what leaving needs of them; their tokens rise with the turns'. */
  const sessions = {
    async forget(chat: ChatKey) {
      token += 1;
      return { chat, token };
    },
    async release() {},
  };
  const world: PeopleWorld = {
    db,
    chats,
    clock,
    code: "482913",

    async import(...rows) {
      // Each is a file of its own, and a moment of its own.
      lastImportMs = Math.max(nowMs, lastImportMs + 1);
      const now = new Date(lastImportMs);
      const outcomes = await importRows({ db, vault, replan, tellIssued, now }, rows.map(read));
      return outcomes.map((outcome) => (outcome.ok ? undefined : outcome.reason));
    },

    async chat(id) {
      const key = chatKey(vault, "telegram", id);
      await chats.open({ key, channel: "telegram", id }, clock.now());
      return key;
    },

    turn(chat) {
      token += 1;
      const of = { fence: { chat, token }, now: clock.now() };
      const people = createPeople({ db, vault, replan, toStaff, baseUrl: "https://service.test" }, of);
      return {
        fence: of.fence,
        people: { ...people, erase: (key) => eraseEverywhere(sessions, people, key) },
        workers: createWorkers({ db, vault, replan }, of),
        proofs: createProofs(
          { db, vault, newCode: () => world.code },
          { ...of, codeText: (code) => `Your code is ${code}` },
        ),
      };
    },

    async register(chat, { civilId: id = noura, phone: number = nouraPhone, name = "Noura" } = {}) {
      const key = `draft-${token}`;
      const challenge = { how: "contact", civilId: id } as const;
      await world.turn(chat).proofs.set(key, challenge, false);
      const met = await world.turn(chat).proofs.meetContact(key, challenge, number);
      if (!met.ok) throw new Error(met.reason);
      const registration = { civilId: id, proof: met.proof, consentedTo: "2026-01" } as const;
      const { standing } = await world.turn(chat).people.register(key, registration);
      await world.turn(chat).people.describe({ what: "name", value: name });
      return standing;
    },
  };

  function read(fields: Fields): ImportRow {
    const parsed = readRow(fields, kuwaitDate(clock.now()));
    if (!parsed.ok) throw new Error(parsed.reason);
    return parsed.value;
  }

  return world;
}

export function phone(text: string): Phone {
  const parsed = parsePhone(text);
  if (!parsed.ok) throw new Error(`${text} is no phone: ${parsed.reason}`);
  return parsed.phone;
}
