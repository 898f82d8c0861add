// Puts a notice about money into the outbox, in the payer's language and in the transaction that it reports; once under its key.
import type { Transaction } from "kysely";
import type { Message } from "../journeys/message.js";
import type { Language } from "../words/line.js";
import type { Ledger } from "./ledger.js";
import { enqueue } from "./outbox.js";
import type { Schema } from "./schema.js";

export async function tell(
  { vault, render, clock }: Pick<Ledger, "vault" | "render" | "clock">,
  trx: Transaction<Schema>,
  payer: { readonly chat: string; readonly language: string },
  effectKey: string,
  message: Message,
): Promise<void> {
  const rendered = render(message, payer.language as Language);
  await enqueue(trx, vault, { chat: payer.chat, kind: "payment", effectKey, message: rendered, now: clock.now() });
}
