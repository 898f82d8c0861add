// Payments put together: the books, the gateway, the service over both, and the sandbox's own server beside them.
import type { FastifyInstance } from "fastify";
import type { Config } from "../config.js";
import { createSandbox } from "../gateways/sandbox/adapter.js";
import { createSandboxServer } from "../gateways/sandbox/server.js";
import type { Clock } from "../journeys/clock.js";
import type { Payments } from "../journeys/payments-port.js";
import type { Service } from "../journeys/world.js";
import type { Log } from "../log.js";
import type { Metrics } from "../metrics.js";
import { askSparingly } from "../payments/ask-sparingly.js";
import type { Payer } from "../payments/books.js";
import { type Confirm, createConfirm } from "../payments/confirm.js";
import { createPaymentService } from "../payments/create-service.js";
import { createChatPayments } from "../payments/for-chat.js";
import type { Gateway } from "../payments/gateway.js";
import { startMopUp } from "../payments/mop-up.js";
import type { Render } from "../payments/notices.js";
import { createOpenAttempt } from "../payments/open-attempt.js";
import type { PaymentService } from "../payments/service.js";
import { createPaymentBooks } from "../records/payment-books.js";
import { createSandboxBooks } from "../records/sandbox-books.js";
import type { Speak } from "../words/fluent.js";
import type { Stores } from "./stores.js";

export type Money = {
  readonly gateways: readonly Gateway[];
  readonly payments: PaymentService;
  /** Not listening yet. */
  readonly sandbox: FastifyInstance;
  forChat(payer: Payer): Payments;
  /** Starts the loop that asks gateways again; what it returns stops it. */
  start(): { stop(): Promise<void> };
};

export function composeMoney(of: {
  readonly config: Config;
  readonly stores: Stores;
  readonly service: Service;
  readonly speak: Speak;
  readonly render: Render;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly log: Log;
}): Money {
  const { config, stores, service, speak, render, clock, metrics, log } = of;
  const { db } = stores.database;
  const baseUrl = config.publicUrl;
  const books = createPaymentBooks({
    db,
    vault: stores.vault,
    clock,
    service,
    render,
    baseUrl,
    replan: stores.replan,
  });
  const sandboxBooks = createSandboxBooks(db, stores.vault);
  // Every replica runs the sandbox on the same books, so each asks its own.
  const gateway = createSandbox({
    askUrl: `http://${config.listen.self}:${config.gateway.port}`,
    pageUrl: config.gateway.url,
  });
  const gateways = [gateway];
  const asking = createConfirm({ gateways, attempts: books.attempts, log });
  const confirm: Confirm = async (reference) => {
    const settled = await asking(reference);
    if (settled?.step === "taken") metrics.countAttempt(settled);
    return settled;
  };
  const openAttempt = createOpenAttempt({ gateway, books, confirm, baseUrl });
  const payments = createPaymentService({
    books,
    confirm,
    confirmReturned: askSparingly(confirm, clock),
    openAttempt,
    baseUrl,
    isTest: service.isTest,
    log,
  });
  return {
    gateways,
    payments,
    sandbox: createSandboxServer({
      books: sandboxBooks,
      clock,
      speak,
      log,
      pageUrl: config.gateway.url,
      serviceUrl: baseUrl,
    }),
    forChat: (payer) => createChatPayments({ books, confirm }, payer),
    start() {
      return startMopUp({ mopUp: () => payments.mopUp(), log });
    },
  };
}
