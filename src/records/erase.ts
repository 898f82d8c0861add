// Leaving: what is kept about a person goes at once; what an open payment, filing or refund still needs goes when that closes.
import { type SqlBool, sql, type Transaction } from "kysely";
import { nextIntent } from "../domain/payment.js";
import type { RenderView } from "../messages/render-view.js";
import { underWay } from "../payments/verdict.js";
import type { ChatKey, Fence } from "../turns/session-store.js";
import type { Db } from "./database.js";
import { eraseConsents } from "./desk/erase-consents.js";
import { eraseCorrections } from "./desk/erase-corrections.js";
import { eraseHandoffs } from "./desk/erase-handoffs.js";
import { holdFence } from "./fence.js";
import { forgetFollowed, forgetReminders, holdReminders } from "./reminders/forget.js";
import { findPersons } from "./reminders/persons.js";
import type { Replan } from "./reminders/replan.js";
import type { Schema } from "./schema.js";
import { step } from "./step.js";
import type { Vault } from "./vault.js";

/** A renewal in these states still has something to be told, or money to be given back. */
const unsettled = ["paid", "filed", "refund-due"] as const;

/** In these it ends where no fee was paid; else its money is still to be owed back. */
const settledIfFree = ["rejected", "conflicted"] as const;

/** An intent in these states can still be paid: one that was opened after its person left, or whose try failed after it. */
const payable = ["open", "paying"] as const;

export type EraseDeps = {
  readonly db: Db;
  readonly vault: Vault;
  readonly replan: Replan;
  /** For what the staff's group is told. */
  readonly toStaff: RenderView;
};

export type Erased =
  | { readonly ok: true; readonly keptUntilClosed: boolean }
  /** Nothing was erased: these chats of the person are to be held first, or a turn under way there could write them back. */
  | { readonly ok: false; readonly reason: "not-held"; readonly chats: readonly ChatKey[] };

/**
 * Erases the chat's person: the account, and, if it is proved, the same person's other proved accounts with their chats. Unpaid
 * links are cancelled, and what was under way with the desk ends. Imported rows stay, closed until somebody proves anew. Once done, doing it again changes nothing.
 * @param held the person's other chats: whoever held them before writes no more
 */
export async function erasePerson(
  { now, ...of }: EraseDeps & { readonly now: Date },
  fence: Fence,
  held: readonly Fence[],
): Promise<Erased> {
  // In one order for everybody: a person may leave from two chats at once.
  const fences = [fence, ...held].toSorted((a, b) => (a.chat < b.chat ? -1 : 1));
  return of.db.transaction().execute(async (trx) => {
    for (const each of fences) await holdFence(trx, each);
    const chats = await chatsOfPerson(trx, fence.chat);
    const missing = chats.filter((chat) => !fences.some((each) => each.chat === chat));
    if (missing.length > 0) return { ok: false, reason: "not-held", chats: missing };
    await eraseHandoffs(of, trx, chats, now);
    await eraseConsents(trx, chats, now);
    await eraseCorrections(trx, fence.chat);
    return eraseChats(trx, chats, (account) => forgetAccount(trx, of.replan, account, now));
  });
}

async function eraseChats(
  trx: Transaction<Schema>,
  chats: readonly ChatKey[],
  forget: (account: number) => Promise<void>,
): Promise<Erased> {
  await cancelUnpaid(trx, chats);
  for (const each of chats) {
    const held = await trx.selectFrom("chats").select("account_id").where("chat", "=", each).executeTakeFirst();
    if (held?.account_id != null) await forget(held.account_id);
    await forgetProofs(trx, each);
    await trx.deleteFrom("links").where("chat", "=", each).execute();
    await trx.deleteFrom("troubled_updates").where("chat", "=", each).execute();
  }
  await trx.updateTable("chats").set({ erase_when_closed: true }).where("chat", "in", chats).execute();
  const erased = await eraseClosedChats(trx, chats);
  return { ok: true, keptUntilClosed: erased.length < chats.length };
}

/** Erases the chats whose persons left and for whom nothing is open any more. Runs now and then; nothing waits for it. */
export async function sweepErased(db: Db): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const left = await trx.selectFrom("chats").select("chat").where("erase_when_closed", "=", true).execute();
    return (
      await eraseClosedChats(
        trx,
        left.map(({ chat }) => chat),
      )
    ).length;
  });
}

/** What a person told of themselves and of workers they only follow; and how they were reminded, with their last account. */
export async function forgetAccount(
  trx: Transaction<Schema>,
  replan: Replan,
  account: number,
  now: Date,
): Promise<void> {
  const persons = await findPersons(trx, { accounts: [account] });
  const person = persons.find(({ accounts }) => accounts.includes(account));
  const isLast = person?.accounts.length === 1;
  await holdReminders(trx, account);
  await forgetReminders(trx, isLast ? [person.id, `a${account}`] : [`a${account}`]);
  await forgetFollowed(trx, account);
  await trx.updateTable("chats").set({ account_id: null }).where("account_id", "=", account).execute();
  await trx.deleteFrom("tracked_workers").where("account_id", "=", account).execute();
  await trx.deleteFrom("accounts").where("id", "=", account).execute();
  if (person?.sponsor !== undefined) await replan(trx, { sponsors: [person.sponsor] }, now);
}

/** This chat first; two accounts are one person's if both are proved for one sponsor. */
async function chatsOfPerson(trx: Transaction<Schema>, chat: ChatKey): Promise<readonly ChatKey[]> {
  const { rows } = await sql<{ chat: ChatKey }>`
    select other.chat from chats mine
    join accounts a on a.id = mine.account_id
    join sponsors s on s.civil_id_index = a.civil_id_index and s.phone_index = a.phone_index
    join accounts b on b.civil_id_index = s.civil_id_index and b.phone_index = s.phone_index
    join chats other on other.account_id = b.id
    where mine.chat = ${chat} and other.chat <> ${chat}
    order by other.chat`.execute(trx);
  return [chat, ...rows.map((row) => row.chat)];
}

async function cancelUnpaid(trx: Transaction<Schema>, chats: readonly string[]): Promise<void> {
  await trx
    .updateTable("intents")
    .set({ state: step(nextIntent, "open", "cancelled") })
    .where("chat", "in", chats)
    .where("state", "=", "open")
    .execute();
}

async function forgetProofs(trx: Transaction<Schema>, chat: string): Promise<void> {
  const proofs = trx.selectFrom("proofs").select("id").where("chat", "=", chat);
  await trx.deleteFrom("sms_outbox").where("proof_id", "in", proofs).execute();
  await trx.deleteFrom("proofs").where("chat", "=", chat).execute();
}

/** A case about a renewal that ended, and for which nothing was paid: nobody waits for its end. */
const isOwedNothing = sql<SqlBool>`exists (
  select from renewals r join intent_lines l on l.id = r.intent_line_id
  where r.id = cases.renewal_id and l.fils = 0 and r.state in (${sql.join(settledIfFree.map((state) => sql.lit(state)))}))`;

/** @returns the chats that are gone. Fences stay: without them a turn that was paused could write into what was erased. */
async function eraseClosedChats(trx: Transaction<Schema>, chats: readonly string[]): Promise<readonly string[]> {
  if (chats.length === 0) return [];
  const open = await trx
    .selectFrom("intents")
    .leftJoin("intent_lines", "intent_lines.intent_id", "intents.id")
    .leftJoin("renewals", "renewals.intent_line_id", "intent_lines.id")
    .leftJoin("attempts", "attempts.intent_id", "intents.id")
    .leftJoin("cases", "cases.intent_id", "intents.id")
    .select("intents.chat")
    .where("intents.chat", "in", chats)
    .where((where) =>
      where.or([
        where("intents.state", "in", payable),
        where("attempts.state", "in", underWay),
        where("renewals.state", "in", unsettled),
        where.and([where("renewals.state", "in", settledIfFree), where("intent_lines.fils", ">", 0)]),
        where.and([where("cases.state", "=", "open"), where.not(isOwedNothing)]),
      ]),
    )
    .distinct()
    .execute();
  // One of the staff: their messages are what takes back the full values that stand there.
  const shown = await trx
    .selectFrom("reveals")
    .select("chat")
    .where("chat", "in", chats)
    .where("deleted_at", "is", null)
    .where("given_up_at", "is", null)
    .execute();
  const closed = chats.filter((chat) => ![...open, ...shown].some((each) => each.chat === chat));
  if (closed.length === 0) return [];
  // The books stay, of nobody's chat.
  await trx.updateTable("intents").set({ chat: "", account_id: null }).where("chat", "in", closed).execute();
  await trx.deleteFrom("outbox").where("chat", "in", closed).execute();
  await trx.deleteFrom("chats").where("chat", "in", closed).execute();
  return closed;
}
