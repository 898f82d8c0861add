// The account of a chat, and whether it is proved: its phone, proved in the chat, is the imported sponsor's phone now.
import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Staff } from "../desk/staff.js";
import { maskCivilId } from "../domain/civil-id.js";
import { maskPhone, type Phone } from "../domain/phone.js";
import type { Account, PersonName } from "../journeys/people-port.js";
import type { ChatKey } from "../turns/session-store.js";
import type { Language } from "../words/line.js";
import type { Schema } from "./schema.js";
import { openCivilId, openName } from "./sealed-person.js";
import type { Vault } from "./vault.js";

export type ChatStanding = {
  /** As guessed from its first message, or chosen since. */
  readonly language: Language | undefined;
  readonly account: Account | undefined;
  /** It was blocked or gone when something was last sent to it. */
  readonly isUnreachable: boolean;
  /** One of the staff, at work. */
  readonly staff: Staff | undefined;
  /** It waits for a person, or one has it. */
  readonly handoff: number | undefined;
  /** The newest of the chat, over or not; 0: there was none. */
  readonly lastHandoff: number;
};

/** One statement: a turn begins with it. `undefined`: the chat was never seen. */
export async function readChat(db: Kysely<Schema>, vault: Vault, chat: ChatKey): Promise<ChatStanding | undefined> {
  const row = await db
    .selectFrom("chats")
    .leftJoin("accounts", "accounts.id", "chats.account_id")
    .leftJoin("sponsors", (join) =>
      join
        .onRef("sponsors.civil_id_index", "=", "accounts.civil_id_index")
        .onRef("sponsors.phone_index", "=", "accounts.phone_index"),
    )
    .leftJoin("staff", (join) => join.onRef("staff.chat", "=", "chats.chat").on("staff.state", "=", "active"))
    .leftJoin("handoffs", (join) => join.onRef("handoffs.chat", "=", "chats.chat").on("handoffs.state", "!=", "bot"))
    .select([
      "handoffs.id as handoff_id",
      sql<number>`coalesce((select max(id) from handoffs past where past.chat = chats.chat), 0)`.as("last_handoff"),
      "staff.id as staff_id",
      "staff.role as staff_role",
      "staff.name_sealed as staff_name_sealed",
      "staff.sitting as staff_sitting",
      "chats.language",
      "chats.unreachable_at",
      "accounts.id",
      "accounts.civil_id_sealed",
      "accounts.phone_sealed",
      "accounts.name_sealed",
      "accounts.email_sealed",
      "accounts.gender",
      "accounts.governorate",
      "sponsors.name_sealed as sponsor_name_sealed",
      "sponsors.kuwaiti",
    ])
    .where("chats.chat", "=", chat)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    language: row.language ?? undefined,
    account: toAccount(vault, row),
    isUnreachable: row.unreachable_at !== null,
    staff: toStaff(vault, chat, row),
    handoff: row.handoff_id ?? undefined,
    lastHandoff: row.last_handoff,
  };
}

type StaffRow = {
  readonly staff_id: number | null;
  readonly staff_role: Staff["role"] | null;
  readonly staff_name_sealed: Buffer | null;
  readonly staff_sitting: number | null;
};

function toStaff(vault: Vault, chat: ChatKey, row: StaffRow): Staff | undefined {
  const { staff_id: id, staff_role: role, staff_name_sealed: sealed, staff_sitting: sitting } = row;
  if (id === null || role === null || sealed === null || sitting === null) return undefined;
  return { id, role, name: vault.seal.open(sealed, "staff.name_sealed"), chat, sitting };
}

type AccountRow = {
  readonly id: number | null;
  readonly civil_id_sealed: Buffer | null;
  readonly phone_sealed: Buffer | null;
  readonly name_sealed: Buffer | null;
  readonly email_sealed: Buffer | null;
  readonly gender: Account["gender"] | null;
  readonly governorate: Account["governorate"] | null;
  readonly sponsor_name_sealed: Buffer | null;
  readonly kuwaiti: boolean | null;
};

function toAccount(vault: Vault, row: AccountRow): Account | undefined {
  if (row.id === null || row.civil_id_sealed === null || row.name_sealed === null || row.phone_sealed === null)
    return undefined;
  return {
    id: String(row.id),
    standing: row.kuwaiti === null ? "unproved" : "proved",
    name:
      row.sponsor_name_sealed === null
        ? openName(vault, row.name_sealed, "accounts.name_sealed")
        : openName(vault, row.sponsor_name_sealed, "sponsors.name_sealed"),
    lastFour: maskCivilId(openCivilId(vault, row.civil_id_sealed, "accounts.civil_id_sealed")),
    kuwaiti: row.kuwaiti ?? undefined,
    phoneLastDigits: maskPhone(vault.seal.open(row.phone_sealed, "accounts.phone_sealed") as Phone),
    email: row.email_sealed === null ? undefined : vault.seal.open(row.email_sealed, "accounts.email_sealed"),
    gender: row.gender ?? undefined,
    governorate: row.governorate ?? undefined,
  };
}

/** The id of the sponsor whom a chat has proved to be, as an expression; null where it has proved none. */
export function provedSponsor(chat: string): RawBuilder<number | null> {
  return sql`(select proved.id from chats join accounts on accounts.id = chats.account_id
    join sponsors proved on proved.civil_id_index = accounts.civil_id_index and proved.phone_index = accounts.phone_index
    where chats.chat = ${chat})`;
}

/** A name as it was typed, kept under the script it was typed in. */
export function nameAsTyped(name: string): PersonName {
  return /\p{Script=Arabic}/u.test(name) ? { ar: name } : { en: name };
}
