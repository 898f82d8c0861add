// What a card tells of the person, masked, and of the worker whom a case is about; what it tells of money stands beside it.
import type { Transaction } from "kysely";
import type { Handoff } from "../../desk/handoff.js";
import type { CardFacts } from "../../desk/handoff-card.js";
import type { Masked } from "../../desk/lookup.js";
import type { FeeSchedule } from "../../domain/fee-schedule.js";
import { readChat } from "../accounts.js";
import type { Schema } from "../schema.js";
import type { Vault } from "../vault.js";
import { readCardMoney } from "./card-money.js";
import { openAbout } from "./handoff-about.js";
import { maskRow } from "./mask.js";

/** @param fees the schedule that holds now: a rule of an older one is found only among those that are built in */
export async function readCardFacts(
  trx: Transaction<Schema>,
  of: { readonly vault: Vault; readonly fees: FeeSchedule },
  handoff: Handoff,
): Promise<CardFacts> {
  const account = (await readChat(trx, of.vault, handoff.chat))?.account;
  const { about_sealed } = await trx
    .selectFrom("handoffs")
    .select("about_sealed")
    .where("id", "=", handoff.id)
    .executeTakeFirstOrThrow();
  const about = openAbout(of.vault, about_sealed);
  return {
    handoff,
    person: account && {
      lastFour: account.lastFour,
      phoneDigits: account.phoneLastDigits,
      isProved: account.standing === "proved",
    },
    worker: await readWorker(trx, of.vault, handoff),
    missed: about.missed,
    ...(await readCardMoney(trx, of, handoff, about.quoted)),
  };
}

/** Whether they asked again since its card was put there, which does not tell what they are about by now. A case tells itself. */
export async function hasAskedAgain(trx: Transaction<Schema>, { id }: Handoff): Promise<boolean> {
  const row = await trx
    .selectFrom("handoff_events")
    .innerJoin("handoffs", "handoffs.id", "handoff_events.handoff_id")
    .select("handoff_events.id")
    .where("handoffs.id", "=", id)
    .where("handoff_events.event", "=", "needed-again")
    .where("handoff_events.case_id", "is", null)
    .whereRef("handoff_events.id", ">", "handoffs.card_event")
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

async function readWorker(trx: Transaction<Schema>, vault: Vault, { id }: Handoff): Promise<Masked | undefined> {
  const row = await trx
    .selectFrom("handoffs")
    .innerJoin("cases", "cases.id", "handoffs.case_id")
    .innerJoin("workers", "workers.id", "cases.worker_id")
    .select(["workers.civil_id_sealed", "workers.name_sealed"])
    .where("handoffs.id", "=", id)
    .executeTakeFirst();
  return row && maskRow(vault, "workers", row);
}
