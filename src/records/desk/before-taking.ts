// What whoever takes a chat is told of it on the database: what was asked and answered last, and what the bot said about money.
import type { Transaction } from "kysely";
import { beforeTakingLines, type MoneySaid } from "../../desk/before-taking.js";
import { fils } from "../../domain/kwd.js";
import type { ReadQuote } from "../../turns/session.js";
import type { Line } from "../../words/line.js";
import type { Schema } from "../schema.js";
import type { Vault } from "../vault.js";
import { openAbout } from "./handoff-about.js";
import type { HandoffRow } from "./handoff-rows.js";

/** What was asked to be paid before is not what somebody asks about. */
const mostIntents = 2;

export async function readBeforeTaking(
  trx: Transaction<Schema>,
  vault: Vault,
  row: Pick<HandoffRow, "chat" | "about_sealed">,
): Promise<readonly Line[]> {
  const { trail = [], quoted } = openAbout(vault, row.about_sealed);
  const intents = await trx
    .selectFrom("intents")
    .leftJoin("receipts", "receipts.intent_id", "intents.id")
    .select(["intents.id", "intents.total_fils", "intents.opened_at", "intents.paid_at", "receipts.number"])
    .where("intents.chat", "=", row.chat)
    .orderBy("intents.id", "desc")
    .limit(mostIntents)
    .execute();
  const money = intents.flatMap(({ total_fils, opened_at, paid_at, number }): readonly MoneySaid[] => {
    const total = fils(total_fils);
    const receipt = number === null ? {} : { receiptNumber: number };
    return [
      { what: "link-sent", at: opened_at, total },
      ...(paid_at === null ? [] : [{ what: "paid", at: paid_at, total, ...receipt } as const]),
    ];
  });
  const said = [...money, ...(quoted === undefined ? [] : [quoteRead(quoted)])];
  return beforeTakingLines(
    trail,
    said.toSorted((one, other) => one.at.getTime() - other.at.getTime()),
  );
}

const quoteRead = ({ at, lines }: ReadQuote): MoneySaid => ({
  what: "quote-read",
  at: new Date(at),
  total: fils(lines.reduce((sum, each) => sum + each.fils, 0)),
});
