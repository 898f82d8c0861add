// Everything that is kept about a chat's person, in the clear and as plain values: for that person alone.
import type { Kysely } from "kysely";
import { type SqlBool, sql } from "kysely";
import { maskCivilId } from "../domain/civil-id.js";
import type { Access } from "../journeys/access-port.js";
import type { Language } from "../words/line.js";
import { provedSponsor } from "./accounts.js";
import type { Db } from "./database.js";
import { readAccesses } from "./desk/read-accesses.js";
import { readHousehold } from "./household.js";
import { readFacts } from "./reminders/facts.js";
import { namesOf, personOf } from "./reminders/persons.js";
import type { Schema } from "./schema.js";
import { openCivilId, openName } from "./sealed-person.js";
import { readTracked } from "./tracked-workers.js";
import type { Vault } from "./vault.js";

/** In the chat's language, as its person reads it there. */
export type TellAccess = (access: Access, language: Language | undefined) => string;

/** JSON values. Its parts are named in English: it is data, to be carried elsewhere. */
export async function readEverything(
  db: Kysely<Schema>,
  { vault, tellAccess }: { readonly vault: Vault; readonly tellAccess: TellAccess },
  chat: string,
): Promise<object> {
  const account = await readAccount(db, vault, chat);
  return {
    chat: await readChatRow(db, vault, chat),
    account,
    proofs: await db
      .selectFrom("proofs")
      .select(["how", "sent_at as setAt", "proved_at as provedAt"])
      .where("chat", "=", chat)
      .orderBy("id")
      .execute(),
    followedWorkers: (await readTracked(db, vault, chat)).map(({ civilId, name, covers }) => ({
      civilId,
      name,
      covers,
    })),
    reminders: await readReminding(db, vault, chat),
    payments: await readPayments(db, vault, chat),
    onRecord: await readOnRecord(db, vault, chat),
    accesses: await readLooks(db, vault, chat, tellAccess),
  };
}

/** Each of the staff's looks: the same as under /privacy, and all of them. */
async function readLooks(db: Db, vault: Vault, chat: string, tell: TellAccess): Promise<readonly object[]> {
  const row = await db.selectFrom("chats").select("language").where("chat", "=", chat).executeTakeFirst();
  const { newest } = await readAccesses(db, vault, { chat });
  return newest.map((access) => ({
    at: access.at,
    staff: access.staff,
    role: access.role,
    what: access.what,
    foundBy: access.by,
    reason: access.reason,
    inWords: tell(access, row?.language ?? undefined),
  }));
}

async function readChatRow(db: Db, vault: Vault, chat: string): Promise<object | undefined> {
  const row = await db.selectFrom("chats").selectAll().where("chat", "=", chat).executeTakeFirst();
  if (row === undefined) return undefined;
  const id = vault.seal.open(row.chat_id_sealed, "chats.chat_id_sealed");
  return { channel: row.channel, id, language: row.language, firstSeenAt: row.first_seen_at };
}

async function readAccount(db: Db, vault: Vault, chat: string): Promise<object | undefined> {
  const row = await db
    .selectFrom("accounts")
    .innerJoin("chats", "chats.account_id", "accounts.id")
    .selectAll("accounts")
    .where("chats.chat", "=", chat)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    civilId: openCivilId(vault, row.civil_id_sealed, "accounts.civil_id_sealed"),
    name: openName(vault, row.name_sealed, "accounts.name_sealed"),
    phone: vault.seal.open(row.phone_sealed, "accounts.phone_sealed"),
    email: row.email_sealed && vault.seal.open(row.email_sealed, "accounts.email_sealed"),
    gender: row.gender,
    governorate: row.governorate,
    consentedTo: row.consented_to,
    openedAt: row.opened_at,
  };
}

async function readPayments(db: Db, vault: Vault, chat: string): Promise<readonly object[]> {
  const rows = await db
    .selectFrom("intents")
    .innerJoin("intent_lines", "intent_lines.intent_id", "intents.id")
    .innerJoin("workers", "workers.id", "intent_lines.worker_id")
    .leftJoin("renewals", "renewals.intent_line_id", "intent_lines.id")
    .leftJoin("receipts", "receipts.intent_id", "intents.id")
    .select([
      "intents.opened_at as openedAt",
      "intents.state",
      "intents.terms_version as termsVersion",
      "intents.accepted_at as acceptedAt",
      "receipts.number as receiptNumber",
      "workers.civil_id_sealed",
      "intent_lines.from_day as from",
      "intent_lines.until_day as until",
      "intent_lines.fils",
      "renewals.state as renewal",
    ])
    .where("intents.chat", "=", chat)
    .orderBy("intent_lines.id")
    .execute();
  return rows.map(({ civil_id_sealed, ...row }) => ({
    ...row,
    workerEndsIn: maskCivilId(openCivilId(vault, civil_id_sealed, "workers.civil_id_sealed")),
  }));
}

/** How this person is reminded, and what they answered; also what they took back. */
async function readReminding(db: Db, vault: Vault, chat: string): Promise<object | undefined> {
  const person = await personOf(db, chat);
  if (person === undefined) return undefined;
  const [facts] = await readFacts(db, [person]);
  const { rows } = await sql<AnswerRow>`
    select a.kind, a.day, a.at, a.undone_at, w.civil_id_sealed as on_record, t.civil_id_sealed as followed
    from reminder_answers a
    left join workers w on w.id = case when a.worker like 'w%' then substr(a.worker, 2)::bigint end
    left join tracked_workers t on t.id = case when a.worker like 't%' then substr(a.worker, 2)::bigint end
    where a.person = any(${[...namesOf(person)]}::text[]) order by a.id`.execute(db);
  return {
    wishes: facts?.wishes,
    answers: rows.map(({ kind, day, at, undone_at, on_record, followed }) => ({
      workerEndsIn: on_record
        ? maskCivilId(openCivilId(vault, on_record, "workers.civil_id_sealed"))
        : followed && maskCivilId(openCivilId(vault, followed, "tracked_workers.civil_id_sealed")),
      said: kind,
      day,
      at,
      takenBackAt: undone_at,
    })),
  };
}

type AnswerRow = {
  kind: string;
  day: string | null;
  at: Date;
  undone_at: Date | null;
  on_record: Buffer | null;
  followed: Buffer | null;
};

/** What was imported, if the chat has proved whose it is. */
async function readOnRecord(db: Db, vault: Vault, chat: string): Promise<object | undefined> {
  const sponsor = await db.selectFrom("sponsors").selectAll().where("id", "=", provedSponsor(chat)).executeTakeFirst();
  if (sponsor === undefined) return undefined;
  const { workers } = await readHousehold(db, vault, sql<SqlBool>`s.id = ${sponsor.id}`);
  return {
    civilId: openCivilId(vault, sponsor.civil_id_sealed, "sponsors.civil_id_sealed"),
    name: openName(vault, sponsor.name_sealed, "sponsors.name_sealed"),
    phone: vault.seal.open(sponsor.phone_sealed, "sponsors.phone_sealed"),
    kuwaiti: sponsor.kuwaiti,
    importedAt: sponsor.imported_at,
    workers: workers.map(({ id: _id, source: _source, ...worker }) => worker),
  };
}
