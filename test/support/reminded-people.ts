// Many sponsors on record, proved in chats, with workers whose covers end on given days: written as rows, since registering takes turns.
import { createHash } from "node:crypto";
import type { CivilId } from "../../src/domain/civil-id.js";
import { addDays, type IsoDate } from "../../src/domain/iso-date.js";
import type { Db } from "../../src/records/database.js";
import { identify, sealName } from "../../src/records/sealed-person.js";
import { chatKey } from "../../src/records/vault.js";
import type { ChatKey } from "../../src/turns/session-store.js";
import { testVault as vault } from "./databases.js";

/** Ids are rows'. Every sponsor has one account, and as many chats as told. */
export type RemindedSponsor = { readonly chats: readonly ChatKey[]; readonly workers: readonly RemindedWorker[] };
type RemindedWorker = { readonly id: number; readonly end: IsoDate };

export type NewSponsor = { readonly chats: number; readonly ends: readonly IsoDate[] };

const name = sealName(vault, { ar: "عاملة", en: "Worker" }, "workers.name_sealed");
const sponsorName = sealName(vault, { ar: "كفيل", en: "Sponsor" }, "sponsors.name_sealed");
const accountName = sealName(vault, { en: "Sponsor" }, "accounts.name_sealed");
const indexOf = (text: string) => createHash("sha256").update(text).digest();
/** Twelve digits and nobody's: no month has the number 99. */
const civilIdOf = (n: number) => `29999${String(n).padStart(7, "0")}` as CivilId;
const mostWorkers = 9;
const sealedId = vault.seal.seal("280010100014", "chats.chat_id_sealed");

/** @param first number of the first sponsor: those of one database differ */
export async function addReminded(
  db: Db,
  now: Date,
  first: number,
  sponsors: readonly NewSponsor[],
): Promise<readonly RemindedSponsor[]> {
  const keys = sponsors.map((_, n) => `${first + n}`);
  const person = (column: "sponsors.civil_id_sealed" | "accounts.civil_id_sealed", key: string) =>
    identify(vault, civilIdOf((mostWorkers + 1) * Number(key)), column);
  const sponsorRows = await db
    .insertInto("sponsors")
    .values(
      keys.map((key) => ({
        ...person("sponsors.civil_id_sealed", key),
        name_sealed: sponsorName,
        phone_index: indexOf(`phone ${key}`),
        phone_sealed: Buffer.alloc(1),
        kuwaiti: true,
        imported_at: now,
      })),
    )
    .returning("id")
    .execute();
  // An account belongs to one chat: who writes from two has two, both proved for the one sponsor.
  const owned = sponsors.flatMap(({ chats }, n) => Array.from({ length: chats }, (_, nth) => ({ n, nth })));
  const accountRows = await db
    .insertInto("accounts")
    .values(
      owned.map(({ n, nth }) => ({
        ...person("accounts.civil_id_sealed", keys[n] ?? ""),
        phone_index: indexOf(`phone ${keys[n]}`),
        phone_sealed: Buffer.alloc(1),
        name_sealed: accountName,
        gender: "female" as const,
        governorate: "HA" as const,
        consented_to: "1",
        opened_at: now,
        effect_key: `reminded ${keys[n]} ${nth}`,
      })),
    )
    .returning("id")
    .execute();
  const chats = owned.map(({ n, nth }) => chatKey(vault, "telegram", `${keys[n]}-${nth}`));
  await db
    .insertInto("chats")
    .values(
      chats.map((chat, place) => ({
        chat,
        channel: "telegram",
        chat_id_sealed: sealedId,
        account_id: accountRows[place]?.id ?? null,
        language: "en" as const,
        first_seen_at: now,
      })),
    )
    .execute();
  const employed = sponsors.flatMap(({ ends }, n) => ends.map((end, nth) => ({ n, nth, end })));
  const workerRows = await db
    .insertInto("workers")
    .values(
      employed.map(({ n, nth }) => ({
        ...identify(vault, civilIdOf((mostWorkers + 1) * (first + n) + nth + 1), "workers.civil_id_sealed"),
        sponsor_id: sponsorRows[n]?.id ?? 0,
        name_sealed: name,
        article: 20,
        in_kuwait: true,
        imported_at: now,
      })),
    )
    .returning("id")
    .execute();
  const workers = employed.map(({ n, end }, place) => ({ n, id: workerRows[place]?.id ?? 0, end }));
  await db
    .insertInto("covers")
    .values(
      workers.map(({ id, end }) => ({
        worker_id: id,
        from_day: addDays(end, -364),
        until_day: end,
        source: "imported" as const,
        policy_number: "P",
        known_at: now,
      })),
    )
    .execute();
  return sponsors.map((_, n) => ({
    chats: chats.filter((__, place) => owned[place]?.n === n),
    workers: workers.filter((worker) => worker.n === n).map(({ id, end }) => ({ id, end })),
  }));
}
