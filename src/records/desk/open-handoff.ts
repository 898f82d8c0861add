// A chat that needs a person is written down as such, once, in the transaction of what made it so; its card follows by itself.
import { sql, type Transaction } from "kysely";
import type { HandoffReason } from "../../desk/handoff.js";
import type { Language } from "../../words/line.js";
import type { Schema } from "../schema.js";
import { readStaffGroup } from "./staff-group.js";

export type NewHandoff = {
  readonly chat: string;
  readonly reason: HandoffReason;
  readonly journey?: string | undefined;
  /** Where none was chosen in the chat. */
  readonly language: Language;
  readonly case?: number;
  /** What the turn that asks knows of it, sealed. */
  readonly about?: Buffer;
  /** By when the person is told that somebody comes; absent: they are told nothing. */
  readonly promisedBy?: Date;
  readonly effectKey: string;
};

/** Its number, and by when somebody comes as the person was told last. */
type OpenHandoff = { readonly id: number; readonly promisedBy: Date | undefined };

/** @returns `undefined` where no staff meets: there is nobody to wait for, or the chat's person has left */
export async function openHandoff(
  trx: Transaction<Schema>,
  of: NewHandoff,
  now: Date,
): Promise<OpenHandoff | undefined> {
  if ((await readStaffGroup(trx)) === undefined) return undefined;
  // Asked first, since an insert that comes to nothing uses up a number, and people look for the chat that has it.
  const before = (await standing(trx, of)) ?? (await insert(trx, of, now));
  if (before !== undefined && before.effect_key !== of.effectKey) await grow(trx, before.id, of, now);
  const open = await standing(trx, of);
  return open && { id: open.id, promisedBy: open.promised_at ?? undefined };
}

/** One that is open in this chat, or that this very effect has opened before. */
function standing(trx: Transaction<Schema>, { chat, effectKey }: NewHandoff) {
  return trx
    .selectFrom("handoffs")
    .select(["id", "effect_key", "promised_at"])
    .where((where) =>
      where.or([
        where("effect_key", "=", effectKey),
        where.and([where("chat", "=", chat), where("state", "!=", "bot")]),
      ]),
    )
    .orderBy((order) => order.case().when("effect_key", "=", effectKey).then(0).else(1).end())
    .limit(1)
    .executeTakeFirst();
}

/** @returns what another has opened in the same moment, instead */
async function insert(trx: Transaction<Schema>, of: NewHandoff, now: Date) {
  const { rows } = await sql<{ id: number }>`
    insert into handoffs (chat, state, case_id, reason, journey, language, opened_at, about_sealed, promised_at,
      effect_key)
    select chat, 'queue', ${of.case ?? null}::bigint, ${of.reason}, ${of.journey ?? null}::text,
      coalesce(language, ${of.language}), ${now}::timestamptz, ${of.about ?? null}::bytea,
      ${of.promisedBy ?? null}::timestamptz, ${of.effectKey}
    from chats where chat = ${of.chat}
    on conflict do nothing returning id`.execute(trx);
  const [opened] = rows;
  if (opened === undefined) return standing(trx, of);
  await trx
    .insertInto("handoff_events")
    .values({ handoff_id: opened.id, at: now, event: "opened", effect_key: `${of.effectKey}:opened` })
    .execute();
  return undefined;
}

/** What it is about grows: it is not over any more when the case is, for which it was opened. */
async function grow(trx: Transaction<Schema>, id: number, of: NewHandoff, now: Date): Promise<void> {
  // Whatever a card is just told of it, it is before or after this, and its events are numbered in their order.
  await trx.selectFrom("handoffs").select("id").where("id", "=", id).forUpdate().execute();
  await trx
    .insertInto("handoff_events")
    .values({
      handoff_id: id,
      at: now,
      event: "needed-again",
      case_id: of.case ?? null,
      effect_key: `${of.effectKey}:again`,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  // What they are about by now is what whoever takes it is told; what they first asked for stands on the card, once it is there.
  if (of.about !== undefined)
    await trx
      .updateTable("handoffs")
      .set({ about_sealed: of.about, journey: of.journey ?? null })
      .where("id", "=", id)
      .where("state", "=", "queue")
      .where("card_outbox", "is not", null)
      .execute();
  if (of.promisedBy !== undefined) await promise(trx, id, of.promisedBy, now);
  if (of.case === undefined) return;
  await trx
    .updateTable("handoffs")
    .set({ case_id: of.case })
    .where("id", "=", id)
    .where("case_id", "is", null)
    .execute();
}

/** What waits without a promise, or whose promise has passed, gets one; a time that was told and is to come stands. */
export async function promise(trx: Transaction<Schema>, id: number, by: Date, now: Date): Promise<void> {
  await trx
    .updateTable("handoffs")
    .set({ promised_at: by })
    .where("id", "=", id)
    .where("state", "=", "queue")
    .where((where) => where.or([where("promised_at", "is", null), where("promised_at", "<=", now)]))
    .execute();
}
