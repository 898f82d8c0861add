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

/** @returns whether anybody else is told; a supervisor who breaks the glass tells nobody by telling themselves */
export type TellSupervisors = (
  trx: Transaction<Schema>,
  tale: Tale & { readonly by: Staff; readonly now: Date },
) => Promise<boolean>;

export function createTellSupervisors(of: {
  readonly vault: Vault;
  readonly toStaff: (view: View, language: Language) => Rendered;
  readonly firstLanguage: Language;
  /** What operators are shown, beside supervisors or where there is none. */
  readonly report: (what: Unusual | "untold") => void;
}): TellSupervisors {
  return async (trx, tale) => {
    const { by, now } = tale;
    const all = await readSupervisors(trx);
    const others = all.filter(({ id }) => id !== by.id);
    const isGlass = tale.what === "break-glass";
    if (isGlass && others.length === 0) of.report("untold");
    const supervisors = isGlass ? others : all;
    // A day for each member and kind; each broken glass by itself.
    const key = isGlass ? `desk:break-glass:${tale.key}` : `desk:unusual:${tale.why}:${by.id}:${kuwaitDate(now)}`;
    const before = await trx
      .selectFrom("outbox")
      .select("id")
      .where("effect_key", "in", ["", ...supervisors.map(({ id }) => `${key}:${id}`)])
      .limit(1)
      .executeTakeFirst();
    if (before !== undefined) return true;
    if (!isGlass) of.report(tale.why);
    for (const { id, chat, language } of supervisors) {
      const message = of.toStaff({ lines: [lineOf(tale)] }, language ?? of.firstLanguage);
      await enqueue(trx, of.vault, { chat, kind: "desk", effectKey: `${key}:${id}`, message, now });
    }
    return others.length > 0;
  };
}

function lineOf(tale: Tale & { readonly by: Staff }) {
  const { name } = tale.by;
  if (tale.what === "break-glass")
    return line("desk-consent-glass-broken", { name, lastFour: tale.lastFour, reason: tale.reason });
  const { looksInDay, missesInHour, sponsorsInDay } = tale.looking;
  const n = { misses: missesInHour, sponsors: sponsorsInDay, limit: looksInDay }[tale.why];
  return line(`desk-lookup-unusual-${tale.why}`, { name, n });
}
