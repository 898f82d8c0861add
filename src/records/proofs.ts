// Challenges and proofs of one chat: a shared contact, or a code that was sent to the number on record; five tries, ten minutes.
import { randomBytes, timingSafeEqual } from "node:crypto";
import { type Selectable, sql, type Transaction } from "kysely";
import type { CivilId } from "../domain/civil-id.js";
import type { Phone } from "../domain/phone.js";
import type { Challenge, Proof } from "../journeys/challenge.js";
import type { Met, Proofs } from "../journeys/proofs-port.js";
import type { Fence } from "../turns/session-store.js";
import type { Db } from "./database.js";
import { holdFence } from "./fence.js";
import type { Schema } from "./schema.js";
import { type Subject, spent, tally } from "./tallies.js";
import type { Vault } from "./vault.js";

const mostTries = 5;
/** How long a code can be met. */
export const codeMs = 10 * 60 * 1000;
const resendMs = 60 * 1000;

export type ProofsDeps = {
  readonly db: Db;
  readonly vault: Vault;
  /** Six digits, from a source that nobody can foresee. */
  readonly newCode: () => string;
};

/** One chat and turn. `codeText`: the message that carries a code, in the person's language. */
export type ProofsOf = { readonly fence: Fence; readonly now: Date; readonly codeText: (code: string) => string };

type Row = Selectable<Schema["proofs"]>;

export function createProofs({ db, vault, newCode }: ProofsDeps, { fence, now, codeText }: ProofsOf): Proofs {
  /** The newest challenge under this key, if it is this one: it falls when the civil ID or the way of proving changes. */
  async function current(from: Db, key: string, challenge: Challenge): Promise<Row | undefined> {
    const row = await from
      .selectFrom("proofs")
      .selectAll()
      .where("chat", "=", fence.chat)
      .where("effect_key", "=", key)
      .orderBy("id", "desc")
      .limit(1)
      .executeTakeFirst();
    const isThis = row?.how === challenge.how && row.civil_id_index.equals(vault.civilIdIndex(challenge.civilId));
    return isThis ? row : undefined;
  }

  async function setCode(trx: Transaction<Schema>, key: string, civilId: CivilId): Promise<void> {
    const civilIdIndex = vault.civilIdIndex(civilId);
    const chat = Buffer.from(fence.chat);
    const subjects: Subject[] = [
      { what: "code-chat", of: chat },
      { what: "code-pair", of: Buffer.concat([chat, civilIdIndex]) },
      { what: "code-civil-id", of: civilIdIndex },
    ];
    const [chatSpent, pairSpent, civilIdSpent] = await spent(trx, subjects, now);
    const hasMet = await hasMetCode(trx, civilIdIndex);
    const mayGo = !chatSpent && !pairSpent && (hasMet || !civilIdSpent);
    const sponsor = await trx
      .selectFrom("sponsors")
      .select(["phone_index", "phone_sealed"])
      .where("civil_id_index", "=", mayGo ? civilIdIndex : nobody)
      .executeTakeFirst();
    // Nobody on record: the same steps with a number that is never called and a code that nobody can meet.
    const phone = sponsor === undefined ? decoyPhone : vault.seal.open(sponsor.phone_sealed, "sponsors.phone_sealed");
    const code = newCode();
    const { id } = await trx
      .insertInto("proofs")
      .values({
        chat: fence.chat,
        effect_key: key,
        how: "code",
        civil_id_index: civilIdIndex,
        phone_index: vault.phoneIndex(phone),
        phone_sealed: vault.seal.seal(phone, "proofs.phone_sealed"),
        code_hash: sponsor === undefined ? randomBytes(32) : hashOf(code),
        sent_at: now,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await tally(trx, subjects, now, mayGo);
    await sql`insert into sms_outbox (proof_id, phone_sealed, text_sealed, state, enqueued_at)
      select ${id}::bigint, ${vault.seal.seal(phone, "sms_outbox.phone_sealed")}::bytea,
        ${vault.seal.seal(codeText(code), "sms_outbox.text_sealed")}::bytea, 'waiting', ${now}::timestamptz
      where ${sponsor !== undefined}::boolean`.execute(trx);
  }

  /** This chat has had the phone on record in its hands: what others ask for this civil ID does not lock it. */
  async function hasMetCode(trx: Transaction<Schema>, civilIdIndex: Buffer): Promise<boolean> {
    const met = await ofCivilId(trx, "code", civilIdIndex).where("proved_at", "is not", null).executeTakeFirst();
    return met !== undefined;
  }

  /** Challenges of this chat for a civil ID, whatever draft they were set for; newest first. */
  function ofCivilId(from: Db, how: Challenge["how"], civilIdIndex: Buffer) {
    return from
      .selectFrom("proofs")
      .selectAll()
      .where("chat", "=", fence.chat)
      .where("how", "=", how)
      .where("civil_id_index", "=", civilIdIndex)
      .orderBy("id", "desc")
      .limit(1);
  }

  /** One that waits to be met, and was set so recently that another would come too soon. */
  async function recent(trx: Transaction<Schema>, { how, civilId }: Challenge): Promise<Row | undefined> {
    return ofCivilId(trx, how, vault.civilIdIndex(civilId))
      .where("proved_at", "is", null)
      .where("sent_at", ">", new Date(now.getTime() - resendMs))
      .executeTakeFirst();
  }

  /** The same code for another draft: what was sent counts there, with the tries that are left, and no longer where it was set. */
  async function carryOver(trx: Transaction<Schema>, key: string, { id, ...row }: Row): Promise<void> {
    const moved = await trx
      .insertInto("proofs")
      .values({ ...row, effect_key: key })
      .returning("id")
      .executeTakeFirstOrThrow();
    await trx.updateTable("sms_outbox").set({ proof_id: moved.id }).where("proof_id", "=", id).execute();
    await trx.deleteFrom("proofs").where("id", "=", id).execute();
  }

  const hashOf = (code: string) => vault.codeIndex(`${fence.chat}:${code}`);

  async function meet(trx: Transaction<Schema>, { id, how }: Row): Promise<Met> {
    await trx.updateTable("proofs").set({ proved_at: now, code_hash: null }).where("id", "=", id).execute();
    return { ok: true, proof: { id: String(id), how, at: now.toISOString() } };
  }

  const inTurn = <T>(work: (trx: Transaction<Schema>) => Promise<T>): Promise<T> =>
    db.transaction().execute(async (trx) => {
      await holdFence(trx, fence);
      return work(trx);
    });

  return {
    async proof(key, challenge) {
      const row = await current(db, key, challenge);
      return row && proofOf(row);
    },

    set: (key, challenge, again) =>
      inTurn(async (trx) => {
        const before = await current(trx, key, challenge);
        if (before !== undefined && !again) return "set";
        const soon = await recent(trx, challenge);
        if (soon !== undefined && before !== undefined) return "too-soon";
        if (soon !== undefined) {
          await carryOver(trx, key, soon);
          return "set";
        }
        if (challenge.how === "code") await setCode(trx, key, challenge.civilId);
        else await setContact(trx, key, challenge.civilId);
        return "set";
      }),

    meetContact: (key, challenge, phone) =>
      inTurn(async (trx) => {
        const row = await current(trx, key, challenge);
        if (row === undefined) return { ok: false, reason: "not-set" };
        await trx
          .updateTable("proofs")
          .set({ phone_index: vault.phoneIndex(phone), phone_sealed: vault.seal.seal(phone, "proofs.phone_sealed") })
          .where("id", "=", row.id)
          .execute();
        return meet(trx, row);
      }),

    meetCode: (key, challenge, code) =>
      inTurn(async (trx): Promise<Met> => {
        const row = await current(trx, key, challenge);
        if (row === undefined) return { ok: false, reason: "not-set" };
        const proof = proofOf(row);
        if (proof !== undefined) return { ok: true, proof };
        if (row.tries >= mostTries) return { ok: false, reason: "too-many" };
        if (now.getTime() - row.sent_at.getTime() > codeMs) return { ok: false, reason: "expired" };
        if (row.code_hash !== null && timingSafeEqual(row.code_hash, hashOf(code))) return meet(trx, row);
        const tries = row.tries + 1;
        await trx.updateTable("proofs").set({ tries }).where("id", "=", row.id).execute();
        return { ok: false, reason: tries === mostTries ? "too-many" : "wrong" };
      }),
  };

  async function setContact(trx: Transaction<Schema>, key: string, civilId: CivilId): Promise<void> {
    await trx
      .insertInto("proofs")
      .values({
        chat: fence.chat,
        effect_key: key,
        how: "contact",
        civil_id_index: vault.civilIdIndex(civilId),
        sent_at: now,
      })
      .execute();
  }
}

const decoyPhone = "+96500000000";
/** No index: every index has 32 bytes. */
const nobody = Buffer.alloc(0);

function proofOf({ id, how, proved_at }: Row): Proof | undefined {
  return proved_at === null ? undefined : { id: String(id), how, at: proved_at.toISOString() };
}

export type ProvedPhone = { readonly phone: Phone; readonly index: Buffer };

/** The phone that a proof of this chat proved, for this civil ID. @throws when it proves no such thing: a bug, never a person's doing */
export async function provedPhone(
  trx: Transaction<Schema>,
  vault: Vault,
  of: { readonly chat: string; readonly proof: Proof; readonly civilIdIndex: Buffer },
): Promise<ProvedPhone> {
  const row = await trx
    .selectFrom("proofs")
    .select(["phone_index", "phone_sealed"])
    .where("id", "=", Number(of.proof.id))
    .where("chat", "=", of.chat)
    .where("civil_id_index", "=", of.civilIdIndex)
    .where("proved_at", "is not", null)
    .executeTakeFirst();
  if (row?.phone_index == null || row.phone_sealed === null) throw new Error("this proof proves no phone here");
  return { phone: vault.seal.open(row.phone_sealed, "proofs.phone_sealed") as Phone, index: row.phone_index };
}
