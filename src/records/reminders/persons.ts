// Who is a person: everybody whose account is proved for one sponsor on record, in however many chats; else each account by itself.
import { type Kysely, type RawBuilder, sql, type Transaction } from "kysely";
import type { Language } from "../../words/line.js";
import type { Schema } from "../schema.js";

/** Whom a change is about, by whatever rows it knows. */
export type Who = {
  readonly sponsors?: readonly number[];
  /** On record: their sponsors. */
  readonly workers?: readonly number[];
  readonly accounts?: readonly number[];
  readonly chats?: readonly string[];
};

export type PersonChat = {
  readonly chat: string;
  readonly channel: "telegram" | "whatsapp";
  readonly isReachable: boolean;
  /** As chosen there. */
  readonly language: Language | undefined;
};

export type Person = {
  /** "s12" for who is proved for a sponsor, "a12" for an unproved account. */
  readonly id: string;
  readonly sponsor: number | undefined;
  readonly accounts: readonly number[];
  /** The newest first. */
  readonly chats: readonly PersonChat[];
};

/** Every name under which rows about this person may stand: an account is proved, or ceases to be, by an import. */
export function namesOf({ id, accounts }: Person): readonly string[] {
  return [...new Set([id, ...accounts.map((account) => `a${account}`)])];
}

/**
 * The persons whom the rows mean, and with a sponsor everybody who has opened an account with its civil ID: who stopped being proved is
 * a person of their own. One statement.
 */
export async function findPersons(trx: Kysely<Schema>, who: Who): Promise<readonly Person[]> {
  const meant = meantBy(who);
  if (meant.length === 0) return [];
  const { rows } = await sql<Row>`
    with meant (civil_id_index, account) as (${sql.join(meant, sql` union `)})
    select s.id as sponsor, a.id as account, coalesce(a.phone_index = s.phone_index, false) as proved,
      c.chat, c.channel, c.language, c.unreachable_at is null as reachable
    from meant left join sponsors s on s.civil_id_index = meant.civil_id_index
    left join accounts a on a.civil_id_index = meant.civil_id_index and (s.id is not null or a.id = meant.account)
    left join chats c on c.account_id = a.id
    order by c.first_seen_at desc, c.chat`.execute(trx);
  const persons = new Map<string, Draft>();
  const take = (id: string, sponsor: number | undefined): Draft => {
    const person = persons.get(id) ?? { id, sponsor, accounts: [], chats: [] };
    persons.set(id, person);
    return person;
  };
  for (const { sponsor, account, proved, chat, channel, language, reachable } of rows) {
    // Also a sponsor for whom nobody is proved (any more): what was planned for one goes.
    if (sponsor !== null) take(`s${sponsor}`, sponsor);
    if (account === null) continue;
    const person = proved && sponsor !== null ? take(`s${sponsor}`, sponsor) : take(`a${account}`, undefined);
    if (!person.accounts.includes(account)) person.accounts.push(account);
    if (chat !== null && channel !== null && !person.chats.some((each) => each.chat === chat))
      person.chats.push({ chat, channel, isReachable: reachable, language: language ?? undefined });
  }
  return [...persons.values()];
}

/** The civil IDs of the rows, and the account where it is one: only what is asked for, since a statement's planning is most of its cost. */
function meantBy({ sponsors, workers, accounts, chats }: Who): readonly RawBuilder<unknown>[] {
  return [
    accounts && sql`select civil_id_index, id from accounts where id = any(${[...accounts]}::bigint[])`,
    chats &&
      sql`select a.civil_id_index, a.id from chats c join accounts a on a.id = c.account_id
        where c.chat = any(${[...chats]}::text[])`,
    sponsors && sql`select civil_id_index, null::bigint from sponsors where id = any(${[...sponsors]}::bigint[])`,
    workers &&
      sql`select s.civil_id_index, null::bigint from workers w join sponsors s on s.id = w.sponsor_id
        where w.id = any(${[...workers]}::bigint[])`,
  ].filter((each) => each !== undefined);
}

type Draft = { id: string; sponsor: number | undefined; accounts: number[]; chats: PersonChat[] };

type Row = {
  sponsor: number | null;
  account: number | null;
  proved: boolean;
  chat: string | null;
  channel: PersonChat["channel"] | null;
  language: Language | null;
  reachable: boolean;
};

/** Of whom this chat is one; `undefined` without an account. */
export async function personOf(trx: Kysely<Schema>, chat: string): Promise<Person | undefined> {
  const persons = await findPersons(trx, { chats: [chat] });
  return persons.find(({ chats }) => chats.some((each) => each.chat === chat));
}

/**
 * Until the transaction ends nobody else plans for these persons: two changes at once would each plan without the other's. A statement
 * of its own, since one that waited would see what was there before; in one order, so that no two wait for one another.
 */
export async function lockPersons(trx: Transaction<Schema>, persons: readonly Person[]): Promise<void> {
  const keys = persons.map(({ id }) => `reminders:${id}`).toSorted();
  await sql`select pg_advisory_xact_lock(hashtextextended(key, 0)) from unnest(${keys}::text[]) as key`.execute(trx);
}
