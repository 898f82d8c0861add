// What journeys need of workers, for one chat and turn: one's own household, a look-up that tells strangers nothing, and workers followed.
import { type RawBuilder, type SqlBool, sql, type Transaction } from "kysely";
import type { Workers } from "../journeys/workers-port.js";
import type { Fence } from "../turns/session-store.js";
import { provedSponsor } from "./accounts.js";
import type { Db } from "./database.js";
import { holdFence } from "./fence.js";
import { readHousehold } from "./household.js";
import type { Replan } from "./reminders/replan.js";
import type { Schema } from "./schema.js";
import { type Subject, spent, tally } from "./tallies.js";
import { readTracked, track, untrack } from "./tracked-workers.js";
import type { Vault } from "./vault.js";
import { workerId } from "./worker-id.js";

export type WorkersDeps = { readonly db: Db; readonly vault: Vault; readonly replan: Replan };

export function createWorkers(
  { db, vault, replan }: WorkersDeps,
  { fence, now }: { readonly fence: Fence; readonly now: Date },
): Workers {
  const inTurn = <T>(work: (trx: Transaction<Schema>) => Promise<T>): Promise<T> =>
    db.transaction().execute(async (trx) => {
      await holdFence(trx, fence);
      return work(trx);
    });
  const thisChat: Subject = { what: "refusal-chat", of: Buffer.from(fence.chat) };
  const refusalOf = (index: Buffer): Subject => ({ what: "refusal-civil-id", of: index });

  // Refusals, whatever their cause, run these statements in this order: a stranger who measures learns nothing. A refusal without
  // looking looks for what is nobody's, and is not counted again: so a lock ends by itself.
  return {
    household: () => readHousehold(db, vault, isProvedBy(fence)),

    tracked: () => readTracked(db, vault, fence.chat),

    own: (civilId) =>
      inTurn(async (trx) => {
        const index = vault.civilIdIndex(civilId);
        const subjects = [thisChat, refusalOf(index)];
        // The civil ID's own limit is not asked here: whoever finds something has proved that it is theirs.
        const [chatSpent] = await spent(trx, subjects, now);
        const sought = chatSpent === true ? nobody : index;
        const condition = sql<SqlBool>`${isProvedBy(fence)} and w.civil_id_index = ${sought}`;
        const { workers } = await readHousehold(trx, vault, condition);
        await tally(trx, subjects, now, workers.length === 0 && chatSpent !== true);
        return workers[0];
      }),

    pair: (sponsor, worker) =>
      inTurn(async (trx) => {
        const sponsorIndex = vault.civilIdIndex(sponsor);
        const workerIndex = vault.civilIdIndex(worker);
        const subjects = [thisChat, refusalOf(sponsorIndex), refusalOf(workerIndex)];
        const [chatSpent, ...civilIdsSpent] = await spent(trx, subjects, now);
        const isOwn = await hasProved(trx, fence, sponsorIndex);
        const isLocked = chatSpent === true || (!isOwn && civilIdsSpent.includes(true));
        const match = await findPair(trx, isLocked ? nobody : sponsorIndex, workerIndex);
        const household = await readHousehold(trx, vault, sql<SqlBool>`s.id = ${match?.sponsor_id ?? 0}`);
        const found = match && household.workers.find(({ id }) => id === workerId("record", match.id));
        await tally(trx, subjects, now, found === undefined && !isLocked);
        return found && { worker: found, household };
      }),

    track: (_key, told) =>
      inTurn(async (trx) => {
        const tracked = await track(trx, vault, { chat: fence.chat, told, now });
        await replan(trx, { chats: [fence.chat] }, now);
        return tracked;
      }),

    untrack: (_key, id) =>
      inTurn(async (trx) => {
        await untrack(trx, fence.chat, id);
        await replan(trx, { chats: [fence.chat] }, now);
      }),
  };
}

/** No index: every index has 32 bytes. */
const nobody = Buffer.alloc(0);

/** `s` is the sponsor whom this chat has proved to be. */
function isProvedBy({ chat }: Fence): RawBuilder<SqlBool> {
  return sql`s.id = ${provedSponsor(chat)}`;
}

async function hasProved(trx: Transaction<Schema>, { chat }: Fence, sponsorIndex: Buffer): Promise<boolean> {
  const sponsor = await trx
    .selectFrom("sponsors")
    .select("id")
    .where("civil_id_index", "=", sponsorIndex)
    .where("id", "=", provedSponsor(chat))
    .executeTakeFirst();
  return sponsor !== undefined;
}

async function findPair(
  trx: Transaction<Schema>,
  sponsorIndex: Buffer,
  workerIndex: Buffer,
): Promise<{ readonly id: number; readonly sponsor_id: number } | undefined> {
  return trx
    .selectFrom("workers")
    .innerJoin("sponsors", "sponsors.id", "workers.sponsor_id")
    .select(["workers.id", "workers.sponsor_id"])
    .where("sponsors.civil_id_index", "=", sponsorIndex)
    .where("workers.civil_id_index", "=", workerIndex)
    .executeTakeFirst();
}
