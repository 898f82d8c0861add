// The books of payments on the database: intents, tries and receipts over one ledger.

import type { Clock } from "../journeys/clock.js";
import type { Service } from "../journeys/world.js";
import type { PaymentBooks } from "../payments/books.js";
import type { Render } from "../payments/notices.js";
import { createNotices } from "../payments/notices.js";
import { createAttemptBooks } from "./attempts.js";
import type { Db } from "./database.js";
import { createIntentBooks } from "./intents.js";
import { createMintLink, createReceiptUrl } from "./links.js";
import { createReceiptBooks } from "./receipts.js";
import type { Replan } from "./reminders/replan.js";
import type { Vault } from "./vault.js";

export function createPaymentBooks(of: {
  readonly db: Db;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly service: Pick<Service, "operator" | "hotline" | "filing" | "fees" | "deskHours">;
  readonly render: Render;
  /** Where links lead, without a slash at its end. */
  readonly baseUrl: string;
  readonly replan: Replan;
}): PaymentBooks {
  const { db, vault, clock, service, render, baseUrl, replan } = of;
  const ledger = {
    db,
    vault,
    clock,
    render,
    get filing() {
      return service.filing;
    },
    feeSchedule: service.fees.id,
    holidays: service.deskHours.holidays,
    notices: createNotices(service),
    mintLink: createMintLink(vault, baseUrl),
    receiptUrl: createReceiptUrl(vault, baseUrl),
    replan,
  };
  return {
    intents: createIntentBooks(ledger),
    attempts: createAttemptBooks(ledger),
    receipts: createReceiptBooks(ledger),
  };
}
