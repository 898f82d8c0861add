// What a card tells of the person, masked, and of what they were about: the account, the last fee they were asked for, and how their last try to pay ended.
import type { Transaction } from "kysely";
import type { Handoff } from "../../desk/handoff.js";
import type { CardFacts } from "../../desk/handoff-view.js";
import type { Fils } from "../../domain/kwd.js";
import { readChat } from "../accounts.js";
import { readIntentLines } from "../intent-lines.js";
import type { Schema } from "../schema.js";
import type { Vault } from "../vault.js";

const troubles = ["declined", "cancelled", "expired", "unknown", "conflicted"] as const;

export async function readCardFacts(trx: Transaction<Schema>, vault: Vault, handoff: Handoff): Promise<CardFacts> {
  const account = (await readChat(trx, vault, handoff.chat))?.account;
  const intent = await trx
    .selectFrom("intents")
    .select(["id", "total_fils"])
    .where("chat", "=", handoff.chat)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  const person =
    account === undefined
      ? undefined
      : {
          lastFour: account.lastFour,
          phoneDigits: account.phoneLastDigits,
          isProved: account.standing === "proved",
        };
  if (intent === undefined) return { handoff, person, trouble: undefined, quote: undefined };
  const attempt = await trx
    .selectFrom("attempts")
    .select("state")
    .where("intent_id", "=", intent.id)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return {
    handoff,
    person,
    trouble: troubles.find((each) => each === attempt?.state),
    quote: { total: intent.total_fils as Fils, lines: await quoted(trx, vault, intent.id) },
  };
}

async function quoted(trx: Transaction<Schema>, vault: Vault, intent: number) {
  const lines = (await readIntentLines(trx, vault, [intent])).get(intent) ?? [];
  const rules = await trx.selectFrom("intent_lines").select(["id", "rule"]).where("intent_id", "=", intent).execute();
  return lines.map(({ id, shown: { worker, from, until, fils } }) => ({
    // Agents know a worker by initials: the name is the person's to show.
    worker: `${worker.initials} ••••${worker.lastFour}`,
    from,
    until,
    fils,
    rule: rules.find((each) => each.id === id)?.rule ?? "",
  }));
}
