// What the money side of the records works with: the database, its seals, the clock, and the operator's settings that decide a write.
import type { Kysely } from "kysely";
import type { Holidays } from "../domain/working-days.js";
import type { Clock } from "../journeys/clock.js";
import type { Service } from "../journeys/world.js";
import type { Notices, Render } from "../payments/notices.js";
import type { MintLink, ReceiptUrl } from "./links.js";
import type { Replan } from "./reminders/replan.js";
import type { Schema } from "./schema.js";
import type { Vault } from "./vault.js";

export type Ledger = {
  readonly db: Kysely<Schema>;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly filing: Service["filing"];
  /** Id of the fee schedule that quotes are made by: recorded with each intent. */
  readonly feeSchedule: string;
  readonly holidays: Holidays;
  readonly notices: Notices;
  readonly render: Render;
  readonly mintLink: MintLink;
  readonly receiptUrl: ReceiptUrl;
  readonly replan: Replan;
};
