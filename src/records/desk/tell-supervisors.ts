// What supervisors are told of their team, in the transaction of what it tells; once under its key.
import type { Transaction } from "kysely";
import type { Staff } from "../../desk/staff.js";
import type { View } from "../../desk/view.js";
import { kuwaitDate } from "../../domain/iso-date.js";
import type { Looking, Unusual } from "../../domain/looking.js";
import type { Rendered } from "../../messages/channel.js";
import { type Language, line } from "../../words/line.js";
import { enqueue } from "../outbox.js";
import type { Schema } from "../schema.js";
import type { Vault } from "../vault.js";
import { readSupervisors } from "./supervisors.js";

type Tale =
  | { readonly what: "unusual"; readonly why: Unusual; readonly looking: Looking }
  | { readonly what: "break-glass"; readonly reason: string; readonly lastFour: string; readonly key: string };

/** @returns whether it was new */
export type TellSupervisors = (
  trx: Transaction<Schema>,
  tale: Tale & { readonly by: Staff; readonly now: Date },
) => Promise<boolean>;

export function createTellSupervisors(of: {
  readonly vault: Vault;
  readonly toStaff: (view: View, language: Language) => Rendered;
  readonly firstLanguage: Language;
}): TellSupervisors {
  return async (trx, tale) => {
    const { by, now } = tale;
    const supervisors = await readSupervisors(trx);
    // A day for each member, whatever is unusual in it; each broken glass by itself.
    const key = tale.what === "unusual" ? `desk:unusual:${by.id}:${kuwaitDate(now)}` : `desk:break-glass:${tale.key}`;
    const before = await trx
      .selectFrom("outbox")
      .select("id")
      .where("effect_key", "in", ["", ...supervisors.map(({ id }) => `${key}:${id}`)])
      .limit(1)
      .executeTakeFirst();
    if (before !== undefined) return false;
    for (const { id, chat, language } of supervisors) {
      const message = of.toStaff({ lines: [lineOf(tale)] }, language ?? of.firstLanguage);
      await enqueue(trx, of.vault, { chat, kind: "desk", effectKey: `${key}:${id}`, message, now });
    }
    return true;
  };
}

function lineOf(tale: Tale & { readonly by: Staff }) {
  const { name } = tale.by;
  if (tale.what === "break-glass")
    return line("desk-consent-glass-broken", { name, lastFour: tale.lastFour, reason: tale.reason });
  return tale.why === "misses"
    ? line("desk-lookup-unusual-misses", { name, n: tale.looking.missesInHour })
    : line("desk-lookup-unusual-sponsors", { name, n: tale.looking.sponsorsInDay });
}
