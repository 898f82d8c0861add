// People on record, chats, a clock and a fake gateway around the real payment service, for tests of what happens to money.
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import type { CivilId } from "../../src/domain/civil-id.js";
import { defaultDeskRanges } from "../../src/domain/desk-hours.js";
import { builtInSchedules } from "../../src/domain/fee-schedule.js";
import type { IsoDate } from "../../src/domain/iso-date.js";
import { fils } from "../../src/domain/kwd.js";
import type { Opened, Order, OrderLine, Payments } from "../../src/journeys/payments-port.js";
import type { Service } from "../../src/journeys/world.js";
import type { Rendered } from "../../src/messages/channel.js";
import { createRender } from "../../src/messages/render.js";
import type { Payer, PaymentBooks } from "../../src/payments/books.js";
import { type Confirm, createConfirm } from "../../src/payments/confirm.js";
import { createPaymentService } from "../../src/payments/create-service.js";
import { createChatPayments } from "../../src/payments/for-chat.js";
import { createOpenAttempt } from "../../src/payments/open-attempt.js";
import type { PaymentService } from "../../src/payments/service.js";
import type { Db } from "../../src/records/database.js";
import { createPaymentBooks } from "../../src/records/payment-books.js";
import { identify, sealName } from "../../src/records/sealed-person.js";
import { chatKey } from "../../src/records/vault.js";
import { workerId } from "../../src/records/worker-id.js";
import { createWords } from "../../src/words/fluent.js";
import type { Language } from "../../src/words/line.js";
import type { TestDb } from "./databases.js";
import { testReplan, testVault } from "./databases.js";
import { createFakeGateway, type FakeGateway } from "./fake-gateway.js";
import { silentLog } from "./log.js";

const speak = createWords({ ar: readFileSync("locales/ar.ftl", "utf8"), en: readFileSync("locales/en.ftl", "utf8") });
export const baseUrl = "https://pay.test";
export const minute = 60_000;
export const hour = 60 * minute;

export type PaymentWorld = {
  readonly db: Db;
  readonly gateway: FakeGateway;
  readonly books: PaymentBooks;
  readonly confirm: Confirm;
  readonly service: PaymentService;
  readonly clock: { now(): Date; advance(ms: number): void };
  /** Adds a worker on record and gives the id that orders carry. */
  addWorker(name?: string): Promise<string>;
  cover(worker: string, from: string, until: string, source?: "imported" | "told"): Promise<void>;
  /** A chat of its own, with a turn's right to write. */
  payer(of?: { readonly account?: string; readonly language?: Language }): Promise<Payer>;
  payments(payer: Payer): Payments;
  /** What waits to be said to a chat, oldest first. */
  told(payer: Payer): Promise<readonly Rendered[]>;
};

export function createPaymentWorld(
  { db }: TestDb,
  settings: Partial<Pick<Service, "filing" | "isTest">> = {},
): PaymentWorld {
  let nowMs = Date.parse("2026-11-22T10:00:00Z");
  const clock = {
    now: () => new Date(nowMs),
    advance(ms: number) {
      nowMs += ms;
    },
  };
  const gateway = createFakeGateway();
  const service = {
    operator: { ar: "شركة الأمانة", en: "Amana" },
    hotline: "151",
    isTest: settings.isTest ?? false,
    // Read at each use: a test may switch it.
    get filing() {
      return settings.filing ?? "own";
    },
    fees: builtInSchedules.kd5,
    deskHours: { ranges: defaultDeskRanges, holidays: new Set<IsoDate>() },
  };
  const books = createPaymentBooks({
    db,
    vault: testVault,
    clock,
    service,
    baseUrl,
    replan: testReplan,
    render: createRender(speak, service),
  });
  const confirm = createConfirm({ gateways: [gateway], attempts: books.attempts, log: silentLog });
  const openAttempt = createOpenAttempt({ gateway, books, confirm, baseUrl });

  return {
    db,
    gateway,
    books,
    confirm,
    clock,
    service: createPaymentService({
      books,
      confirm,
      confirmReturned: confirm,
      openAttempt,
      baseUrl,
      isTest: service.isTest,
      log: silentLog,
    }),

    async addWorker(name = "Maria Lourdes Santos") {
      const people = (await db.selectFrom("workers").select("id").execute()).length + 1;
      const civilId = (n: number) => `28001010${String(n).padStart(4, "0")}` as CivilId;
      const sponsor = await db
        .insertInto("sponsors")
        .values({
          ...identify(testVault, civilId(people), "sponsors.civil_id_sealed"),
          name_sealed: sealName(testVault, { ar: "بدر الفهد", en: "Bader Alfahad" }, "sponsors.name_sealed"),
          phone_index: randomBytes(32),
          phone_sealed: randomBytes(32),
          kuwaiti: true,
          imported_at: clock.now(),
        })
        .returning("id")
        .executeTakeFirstOrThrow();
      const worker = await db
        .insertInto("workers")
        .values({
          ...identify(testVault, civilId(4000 + people), "workers.civil_id_sealed"),
          name_sealed: sealName(testVault, { ar: "ماريا سانتوس", en: name }, "workers.name_sealed"),
          sponsor_id: sponsor.id,
          article: 20,
          in_kuwait: true,
          imported_at: clock.now(),
        })
        .returning("id")
        .executeTakeFirstOrThrow();
      return workerId("record", worker.id);
    },

    async cover(worker, from, until, source = "imported") {
      await db
        .insertInto("covers")
        .values({ worker_id: rowOf(worker), from_day: from, until_day: until, source, known_at: clock.now() })
        .execute();
    },

    async payer({ account, language = "en" } = {}) {
      const id = randomBytes(4).readUInt32BE().toString();
      const chat = chatKey(testVault, "telegram", id);
      await db
        .insertInto("chats")
        .values({
          chat,
          channel: "telegram",
          chat_id_sealed: testVault.seal.seal(id, "chats.chat_id_sealed"),
          language,
          first_seen_at: clock.now(),
        })
        .execute();
      return { fence: { chat, token: 1 }, account, language };
    },

    payments: (payer) => createChatPayments({ books, confirm }, payer),

    async told(payer) {
      const rows = await db
        .selectFrom("outbox")
        .select("message_sealed")
        .where("chat", "=", payer.fence.chat)
        .orderBy("id")
        .execute();
      return rows.map((row) => JSON.parse(testVault.seal.open(row.message_sealed, "outbox.message_sealed")));
    },
  };
}

export const rowOf = (worker: string) => Number(worker.slice(1));

export function orderLine(worker: string, changes: Partial<OrderLine> = {}): OrderLine {
  return {
    worker,
    years: 2,
    from: "2026-12-01" as IsoDate,
    until: "2028-11-30" as IsoDate,
    fils: fils(10_000),
    rule: "domestic-worker",
    source: "the brief",
    certainty: "brief",
    ...changes,
  };
}

export function order(lines: readonly OrderLine[], payer: Order["payer"] = "account"): Order {
  return {
    lines,
    totalFils: fils(lines.reduce((sum, line) => sum + line.fils, 0)),
    quoteDigest: "d".repeat(32),
    termsVersion: "2026-11",
    payer,
  };
}

/** The token of a link, as a browser would send it. */
export const tokenOf = (url: string) => url.slice(url.lastIndexOf("/") + 1);

/** Opens an order that must be payable, and gives its link's token. */
export function linkOf(opened: Opened): string {
  if (!opened.ok || opened.kind !== "link") throw new Error(`not payable: ${JSON.stringify(opened)}`);
  return tokenOf(opened.url);
}

/** Presses Pay where that must lead to the gateway, and gives the try's reference. */
export async function press(world: Pick<PaymentWorld, "service">, token: string): Promise<string> {
  const opened = await world.service.openAttempt(token);
  if (!opened.ok) throw new Error(`not led to the gateway: ${opened.reason}`);
  return tokenOf(opened.redirectUrl);
}
