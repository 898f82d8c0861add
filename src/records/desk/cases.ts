// Cases by hand on the database: opened with a note, and closed with what was done, money that was owed back being told to its payer at once.
import { sql, type Transaction } from "kysely";
import type { Cases } from "../../desk/cases.js";
import type { Clock } from "../../journeys/clock.js";
import type { Service } from "../../journeys/world.js";
import type { Render } from "../../payments/notices.js";
import { endCase, noteColumn, openCase } from "../cases.js";
import type { Db } from "../database.js";
import type { Schema } from "../schema.js";
import type { Vault } from "../vault.js";
import { hasLooked, isAtWork, mayAct, noteAccess, noteRefusal } from "./access-log.js";
import { readHistory } from "./case-history.js";
import { giveBack, holdOwed } from "./owed-back.js";

export type CaseDeps = {
  readonly db: Db;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly service: Pick<Service, "operator" | "hotline">;
  readonly render: Render;
  readonly wakeSenders: () => void;
};

export function createCases(deps: CaseDeps): Cases {
  const { db, vault, clock } = deps;
  const sealed = (note: string) => vault.seal.seal(note, noteColumn);

  return {
    open: (sponsor, note, by, key) =>
      db.transaction().execute(async (trx) => {
        const now = clock.now();
        if (!(await mayAct(trx, vault, { by: by.id, sponsor, key, now }))) return "unseen";
        const hand = { staff: by.id, note: sealed(note) };
        await openCase(trx, { kind: "by-hand", effectKey: key, sponsor, by: hand, detail: {} }, now);
        await noteAccess(trx, vault, { staff: by.id, what: "case-opened", sponsor, effectKey: key, at: now });
        return "opened";
      }),

    async close(id, end, note, by, key) {
      const closed = await db.transaction().execute(async (trx) => {
        const now = clock.now();
        if (!(await isAtWork(trx, by.id))) return "unseen";
        const done = await trx.selectFrom("case_events").select("id").where("effect_key", "=", key).executeTakeFirst();
        if (done !== undefined) return end;
        const sponsor = await mayClose(trx, vault, id, { by: by.id, key, now });
        if (sponsor === undefined) return "unseen";
        const owed = await holdOwed(trx, id);
        // Who presses an old card says nothing of money, or says it of none.
        if (owed !== undefined && end !== "refunded") return "owed-back";
        if (owed === undefined && end === "refunded") return "over";
        const hand = { staff: by.id, note: sealed(note) };
        if (!(await endCase(trx, id, { event: end, at: now, by: hand, effectKey: key }))) return "over";
        if (owed !== undefined) await giveBack(deps, trx, owed);
        await noteAccess(trx, vault, { staff: by.id, what: "case-closed", sponsor, effectKey: key, at: now });
        return end;
      });
      deps.wakeSenders();
      return closed;
    },

    history: (sponsor, by, key) =>
      db.transaction().execute(async (trx) => {
        const now = clock.now();
        if (!(await mayAct(trx, vault, { by: by.id, sponsor, key, now }))) return "unseen";
        await noteAccess(trx, vault, { staff: by.id, what: "looked", sponsor, effectKey: key, at: now });
        return readHistory(trx, vault, sponsor);
      }),
  };
}

/** Of the households that a case is about the one at which this member has looked; that it is none of them is noted. */
async function mayClose(
  trx: Transaction<Schema>,
  vault: Vault,
  id: number,
  closing: { readonly by: number; readonly key: string; readonly now: Date },
): Promise<number | undefined> {
  const { rows } = await sql<{ sponsor: number }>`
    select c.sponsor_id as sponsor from cases c where c.id = ${id} and c.sponsor_id is not null
    union select w.sponsor_id from cases c join workers w on w.id = c.worker_id where c.id = ${id}
    union select w.sponsor_id from cases c join intent_lines l on l.intent_id = c.intent_id
      join workers w on w.id = l.worker_id where c.id = ${id}
    order by sponsor`.execute(trx);
  const { by, now } = closing;
  for (const { sponsor } of rows) if (await hasLooked(trx, by, sponsor, now)) return sponsor;
  await noteRefusal(trx, vault, { ...closing, sponsor: rows[0]?.sponsor });
  return undefined;
}
