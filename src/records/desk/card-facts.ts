// What a card tells of the person, masked, and of what they were about: the account, the last fee they were asked for, and how their last try to pay ended.
import { sql, type Transaction } from "kysely";
import type { Handoff } from "../../desk/handoff.js";
import type { CardFacts } from "../../desk/handoff-view.js";
import type { Masked } from "../../desk/lookup.js";
import { builtInSchedules, type FeeRow, type FeeSchedule } from "../../domain/fee-schedule.js";
import type { Fils } from "../../domain/kwd.js";
import { readChat } from "../accounts.js";
import { readIntentLines } from "../intent-lines.js";
import type { Schema } from "../schema.js";
import type { Vault } from "../vault.js";
import { maskRow } from "./mask.js";

const troubles = ["declined", "cancelled", "expired", "unknown", "conflicted"] as const;

/** @param fees the schedule that holds now: a rule of an older one is found only among those that are built in */
export async function readCardFacts(
  trx: Transaction<Schema>,
  { vault, fees }: { readonly vault: Vault; readonly fees: FeeSchedule },
  handoff: Handoff,
): Promise<CardFacts> {
  const worker = await readWorker(trx, vault, handoff);
  const account = (await readChat(trx, vault, handoff.chat))?.account;
  const about = await readAbout(trx, handoff);
  const intent = about && (await readIntent(trx, about.intent));
  const person =
    account === undefined
      ? undefined
      : {
          lastFour: account.lastFour,
          phoneDigits: account.phoneLastDigits,
          isProved: account.standing === "proved",
        };
  if (intent === undefined) return { handoff, person, worker, trouble: undefined, quote: undefined };
  const schedule = [fees, ...Object.values(builtInSchedules)].find(({ id }) => id === intent.fee_schedule);
  return {
    handoff,
    person,
    worker,
    trouble: troubles.find((each) => each === about?.ended),
    quote: { total: intent.total_fils as Fils, lines: await quoted(trx, vault, intent.id, schedule?.rows ?? []) },
  };
}

type About = { readonly intent: number; readonly ended: string | undefined };

/** The payment of the case behind it; else the last one that they have not paid: what was paid is nobody's question here. */
async function readAbout(trx: Transaction<Schema>, { id, chat }: Handoff): Promise<About | undefined> {
  const { rows } = await sql<{ intent: number; ended: string | null }>`
    with about as (
      select c.intent_id as intent, c.attempt_id as attempt, 0 as place
      from handoffs h join cases c on c.id = h.case_id where h.id = ${id} and c.intent_id is not null
      union all
      (select id, null, 1 from intents where chat = ${chat} and state <> 'paid' order by id desc limit 1)
    )
    select intent, (select state from attempts where attempts.id = coalesce(about.attempt,
      (select max(a.id) from attempts a where a.intent_id = about.intent))) as ended
    from about order by place limit 1`.execute(trx);
  const [row] = rows;
  return row && { intent: row.intent, ended: row.ended ?? undefined };
}

const readIntent = (trx: Transaction<Schema>, id: number) =>
  trx.selectFrom("intents").select(["id", "total_fils", "fee_schedule"]).where("id", "=", id).executeTakeFirst();

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

async function quoted(trx: Transaction<Schema>, vault: Vault, intent: number, rows: readonly FeeRow[]) {
  const lines = (await readIntentLines(trx, vault, [intent])).get(intent) ?? [];
  const rules = await trx.selectFrom("intent_lines").select(["id", "rule"]).where("intent_id", "=", intent).execute();
  return lines.map(({ id, shown: { worker, from, until, fils } }) => {
    const rule = rules.find((each) => each.id === id)?.rule ?? "";
    // Agents know a worker by initials: the name is the person's to show.
    const who = `${worker.initials} ••••${worker.lastFour}`;
    return { worker: who, from, until, fils, rule, row: rows.find((each) => each.id === rule) };
  });
}
