// What journeys need of people, for one chat and turn: their account, language, a copy of what is kept, and leaving.
import type { Selectable, Transaction, Updateable } from "kysely";
import type { Detail, People, Registration } from "../journeys/people-port.js";
import type { RenderView } from "../messages/render-view.js";
import type { Fence } from "../turns/session-store.js";
import { nameAsTyped, provedSponsor } from "./accounts.js";
import type { Db } from "./database.js";
import { type Erased, erasePerson, forgetAccount } from "./erase.js";
import { mintExportLink } from "./exports.js";
import { holdFence } from "./fence.js";
import { type ProvedPhone, provedPhone } from "./proofs.js";
import type { Replan } from "./reminders/replan.js";
import type { Schema } from "./schema.js";
import { identify, openName, sealName } from "./sealed-person.js";
import { type Subject, spent, tally } from "./tallies.js";
import type { Vault } from "./vault.js";

export type PeopleDeps = {
  readonly db: Db;
  readonly vault: Vault;
  /** How links begin, without a slash at the end. */
  readonly baseUrl: string;
  readonly replan: Replan;
  readonly toStaff: RenderView;
};

/** As journeys know it, but for leaving: that needs the person's other chats held, which the records alone cannot do. */
export type PeopleRecords = Omit<People, "erase"> & {
  erase(key: string, held: readonly Fence[]): Promise<Erased>;
};

export function createPeople(
  { db, vault, baseUrl, replan, toStaff }: PeopleDeps,
  { fence, now }: { readonly fence: Fence; readonly now: Date },
): PeopleRecords {
  const inTurn = <T>(work: (trx: Transaction<Schema>) => Promise<T>): Promise<T> =>
    db.transaction().execute(async (trx) => {
      await holdFence(trx, fence);
      return work(trx);
    });

  const thisChat: Subject = { what: "register-chat", of: Buffer.from(fence.chat) };

  return {
    register: (key, registration) =>
      inTurn(async (trx) => {
        const effectKey = `${fence.chat}:${key}`;
        const held = await accountOf(trx, fence.chat);
        const isNew = held?.effect_key !== effectKey;
        const [isSpent = false] = await spent(trx, [thisChat], now);
        if (isNew) {
          const civilIdIndex = vault.civilIdIndex(registration.civilId);
          const proved = await provedPhone(trx, vault, { chat: fence.chat, proof: registration.proof, civilIdIndex });
          // After too many that were not on record, the same answer without looking: the account is opened, and proves nothing.
          const phone = isSpent ? { ...proved, index: nobody } : proved;
          const isSame = held?.civil_id_index.equals(civilIdIndex) === true;
          // Somebody else's account was here: what they told goes with it, and is not this person's to see.
          if (held !== undefined && !isSame) await forgetAccount(trx, replan, held.id, now);
          const row = { ...accountRow(vault, registration, phone), effect_key: effectKey };
          // What the same person told of themselves stays.
          if (held !== undefined && isSame)
            await trx.updateTable("accounts").set(row).where("id", "=", held.id).execute();
          else await openAccount(trx, vault, fence.chat, { ...row, opened_at: now });
          await replan(trx, { chats: [fence.chat] }, now);
        }
        const sponsor = await trx
          .selectFrom("sponsors")
          .select("name_sealed")
          .where("id", "=", provedSponsor(fence.chat))
          .executeTakeFirst();
        await tally(trx, [thisChat], now, isNew && sponsor === undefined && !isSpent);
        return sponsor === undefined
          ? { standing: "unproved", name: {} }
          : { standing: "proved", name: openName(vault, sponsor.name_sealed, "sponsors.name_sealed") };
      }),

    describe: (detail) =>
      inTurn(async (trx) => {
        const held = await accountOf(trx, fence.chat);
        if (held === undefined) return;
        await trx.updateTable("accounts").set(detailRow(vault, detail)).where("id", "=", held.id).execute();
      }),

    chooseLanguage: (language) =>
      inTurn(async (trx) => {
        await trx.updateTable("chats").set({ language }).where("chat", "=", fence.chat).execute();
      }),

    exportLink: () => inTurn(async (trx) => ({ url: `${baseUrl}/x/${await mintExportLink(trx, fence.chat, now)}` })),

    erase: (_key, held) => erasePerson({ db, vault, replan, toStaff, now }, fence, held),
  };
}

/** No index: every index has 32 bytes. */
const nobody = Buffer.alloc(0);

async function accountOf(
  trx: Transaction<Schema>,
  chat: string,
): Promise<Pick<Selectable<Schema["accounts"]>, "id" | "civil_id_index" | "effect_key"> | undefined> {
  return trx
    .selectFrom("accounts")
    .innerJoin("chats", "chats.account_id", "accounts.id")
    .select(["accounts.id", "accounts.civil_id_index", "accounts.effect_key"])
    .where("chats.chat", "=", chat)
    .executeTakeFirst();
}

function accountRow(vault: Vault, registration: Registration, phone: ProvedPhone) {
  return {
    ...identify(vault, registration.civilId, "accounts.civil_id_sealed"),
    phone_index: phone.index,
    phone_sealed: vault.seal.seal(phone.phone, "accounts.phone_sealed"),
    consented_to: registration.consentedTo,
  };
}

function detailRow(vault: Vault, { what, value }: Detail): Updateable<Schema["accounts"]> {
  switch (what) {
    case "name":
      return { name_sealed: sealName(vault, nameAsTyped(value), "accounts.name_sealed") };
    case "email":
      return { email_sealed: value === undefined ? null : vault.seal.seal(value, "accounts.email_sealed") };
    default:
      return { [what]: value };
  }
}

/** Nothing is told yet: not even a name. */
async function openAccount(
  trx: Transaction<Schema>,
  vault: Vault,
  chat: string,
  row: ReturnType<typeof accountRow> & { readonly effect_key: string; readonly opened_at: Date },
): Promise<void> {
  const told = { name_sealed: sealName(vault, {}, "accounts.name_sealed") };
  const { id } = await trx
    .insertInto("accounts")
    .values({ ...row, ...told })
    .returning("id")
    .executeTakeFirstOrThrow();
  const { numUpdatedRows } = await trx
    .updateTable("chats")
    .set({ account_id: id, erase_when_closed: false })
    .where("chat", "=", chat)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new Error("a chat that was never opened cannot hold an account");
}
