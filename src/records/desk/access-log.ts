// The access log: who of the staff looked at whom, and what came of it. Written in the transaction of what it tells, and never changed.
import type { Kysely, Transaction } from "kysely";
import type { Reading } from "../../desk/lookup-query.js";
import { maskIdentifiers } from "../../desk/mask-identifiers.js";
import type { NotedBesides } from "../../desk/team-log.js";
import type { Access } from "../../journeys/access-port.js";
import type { Schema } from "../schema.js";
import type { Vault } from "../vault.js";

const dayMs = 24 * 60 * 60 * 1000;

export type Accessed = {
  readonly staff: number;
  readonly what: Access["what"] | NotedBesides;
  readonly by?: Reading["by"];
  readonly sponsor?: number;
  readonly chat?: string;
  readonly handoff?: number;
  /** As the staff wrote it. */
  readonly reason?: string;
  readonly effectKey: string;
  readonly at: Date;
};

/** @returns false: it was noted before, under the same key */
export async function noteAccess(trx: Transaction<Schema>, vault: Vault, accessed: Accessed): Promise<boolean> {
  const { staff, what, by, sponsor, chat, handoff, reason, effectKey, at } = accessed;
  const row = await trx
    .insertInto("access_log")
    .values({
      at,
      staff_id: staff,
      what,
      found_by: by ?? null,
      sponsor_id: sponsor ?? null,
      chat: chat ?? null,
      handoff_id: handoff ?? null,
      reason_sealed: reason === undefined ? null : vault.seal.seal(reason, "access_log.reason_sealed"),
      effect_key: effectKey,
    })
    .onConflict((conflict) => conflict.column("effect_key").doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** What was kept before reasons were masked stands in the log as it was typed. */
export function reasonIn(vault: Vault, sealed: Buffer): string {
  return maskIdentifiers(vault.seal.open(sealed, "access_log.reason_sealed"));
}

/** Whether what is noted under this key was done before. */
export async function wasNoted(trx: Transaction<Schema>, effectKey: string): Promise<boolean> {
  const row = await trx.selectFrom("access_log").select("id").where("effect_key", "=", effectKey).executeTakeFirst();
  return row !== undefined;
}

/** What is done from a card is done for somebody whom the same member has looked at within a day, since they have their seat: a card can be no older. */
export async function hasLooked(trx: Kysely<Schema>, staff: number, sponsor: number, now: Date): Promise<boolean> {
  const row = await trx
    .selectFrom("access_log")
    .select("id")
    .where("sponsor_id", "=", sponsor)
    .where("at", ">", new Date(now.getTime() - dayMs))
    .where("staff_id", "=", staff)
    .where("what", "=", "looked")
    .where("at", ">=", (from) => from.selectFrom("staff").select("changed_at").where("staff.id", "=", staff))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether they are of the staff in this transaction, and stay so until it ends: a suspension waits for it, or it finds nobody. */
export async function isAtWork(trx: Transaction<Schema>, staff: number): Promise<boolean> {
  const row = await trx
    .selectFrom("staff")
    .select("id")
    .where("id", "=", staff)
    .where("state", "=", "active")
    .forShare()
    .executeTakeFirst();
  return row !== undefined;
}

type Acting = { readonly by: number; readonly sponsor: number; readonly key: string; readonly now: Date };

/** Whether a member may do something for a sponsor: they are at work, and have had the card within a day. What is refused to them is noted. */
export async function mayAct(trx: Transaction<Schema>, vault: Vault, acting: Acting): Promise<boolean> {
  const { by, sponsor, now } = acting;
  if (!(await isAtWork(trx, by))) return false;
  if (await hasLooked(trx, by, sponsor, now)) return true;
  await noteRefusal(trx, vault, acting);
  return false;
}

/** Buttons may be made by hand: whom they name need not be there. */
export async function noteRefusal(
  trx: Transaction<Schema>,
  vault: Vault,
  { by, sponsor, key, now }: Omit<Acting, "sponsor"> & { readonly sponsor: number | undefined },
): Promise<void> {
  const row = await trx
    .selectFrom("sponsors")
    .select("id")
    .where("id", "=", sponsor ?? null)
    .executeTakeFirst();
  const whom = row === undefined ? {} : { sponsor: row.id };
  await noteAccess(trx, vault, { staff: by, what: "refused", ...whom, effectKey: `refused:${key}`, at: now });
}
