// The staff on the database: invitations that are used once, and every change with who made it.
import type { Selectable, Transaction } from "kysely";
import {
  type ChangedMember,
  inviteHours,
  type Seated,
  type Staff,
  type StaffChange,
  type StaffMember,
  type StaffRecords,
} from "../../desk/staff.js";
import type { Clock } from "../../journeys/clock.js";
import { hashToken, newToken, tokenOf } from "../../secrets/keyed-index.js";
import type { ChatKey } from "../../turns/session-store.js";
import type { Db } from "../database.js";
import type { Schema } from "../schema.js";
import type { Vault } from "../vault.js";
import { endDoings } from "./end-doings.js";
import { isBarred } from "./group-bars.js";
import { readStaffGroup } from "./staff-group.js";

const hourMs = 60 * 60 * 1000;

export function createStaffRecords(of: {
  readonly db: Db;
  readonly vault: Vault;
  readonly clock: Clock;
}): StaffRecords {
  const { db, vault, clock } = of;

  const toMember = (row: StaffRow): StaffMember => ({
    id: row.id,
    role: row.role,
    name: vault.seal.open(row.name_sealed, "staff.name_sealed"),
    chat: row.chat as ChatKey,
    state: row.state,
    seatedAt: row.seated_at,
    sitting: row.sitting,
  });

  const toChanged = async (trx: Transaction<Schema>, row: StaffRow): Promise<ChangedMember> => ({
    ...toMember(row),
    isBarred: await isBarred(trx, row.id),
  });

  return {
    async of(chat) {
      const row = await db
        .selectFrom("staff")
        .selectAll()
        .where("chat", "=", chat)
        .where("state", "=", "active")
        .executeTakeFirst();
      return row && toMember(row);
    },

    async list() {
      const rows = await db.selectFrom("staff").selectAll().where("state", "!=", "removed").orderBy("id").execute();
      return rows.map(toMember);
    },

    async removed() {
      const rows = await db
        .selectFrom("staff")
        .selectAll()
        .where("state", "=", "removed")
        .orderBy("changed_at", "desc")
        .orderBy("id", "desc")
        .execute();
      return rows.map(toMember);
    },

    async invite(role, by, key) {
      // The same update again says the same link again.
      const token = key === undefined ? newToken().token : tokenOf(vault.linkIndex(`invite:${key}`));
      const now = clock.now();
      const expires_at = new Date(now.getTime() + inviteHours * hourMs);
      await db
        .insertInto("staff_invites")
        .values({
          token_hash: hashToken(token),
          role,
          made_by: by?.id ?? null,
          made_sitting: by?.sitting ?? null,
          made_at: now,
          expires_at,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      return token;
    },

    redeem: (token, as) =>
      db.transaction().execute(async (trx) => {
        const now = clock.now();
        const invite = await trx
          .selectFrom("staff_invites")
          .selectAll()
          .where("token_hash", "=", hashToken(token))
          .where("used_at", "is", null)
          .where("expires_at", ">", now)
          .forUpdate()
          .executeTakeFirst();
        if (invite === undefined) return redeemedBefore(trx, token, as.chat, toMember);
        const held = await trx
          .selectFrom("staff")
          .selectAll()
          .where((where) => where.or([where("chat", "=", as.chat), where("id", "=", invite.made_by)]))
          // As "change" does: whoever is just being removed is waited for, and nobody waits for one another.
          .orderBy("id")
          .forUpdate()
          .execute();
        const before = held.find(({ chat }) => chat === as.chat);
        const maker = held.find(({ id }) => id === invite.made_by);
        if (!mayComeIn(invite, maker, before)) return undefined;
        if (before?.state === "active" && !(before.role === "agent" && invite.role === "supervisor"))
          return { kind: "already", staff: toMember(before) };
        const what = {
          role: invite.role,
          state: "active" as const,
          name_sealed: vault.seal.seal(as.name, "staff.name_sealed"),
          changed_at: now,
        };
        const row = await trx
          .insertInto("staff")
          .values({ chat: as.chat, ...what, seated_at: now })
          .onConflict((conflict) => conflict.column("chat").doUpdateSet(what))
          .returningAll()
          .executeTakeFirstOrThrow();
        await trx
          .updateTable("staff_invites")
          .set({ used_by: row.id, used_at: now })
          .where("token_hash", "=", invite.token_hash)
          .execute();
        await note(trx, row.id, invite.made_by, `seated-${invite.role}`, now, invite.token_hash.toString("base64url"));
        return { kind: "seated", staff: toMember(row) };
      }),

    change: (member, change, by, key) =>
      db.transaction().execute(async (trx) => {
        if (member === by.id) return undefined;
        // The same update came again: what it did is done, and it is told so.
        const done = await changedBefore(trx, member, key);
        if (done !== undefined) return toChanged(trx, done);
        if (!(await supervises(trx, by, member))) return undefined;
        const now = clock.now();
        const from = change === "restored" ? (["suspended"] as const) : (["active", "suspended"] as const);
        const row = await trx
          .updateTable("staff")
          .set(({ eb }) => ({
            state: change === "restored" ? "active" : change,
            changed_at: now,
            ...(change === "restored" ? {} : { sitting: eb("sitting", "+", 1) }),
          }))
          .where("id", "=", member)
          .where("state", "in", from)
          .returningAll()
          .executeTakeFirst();
        if (row === undefined) return undefined;
        if (change !== "restored") await endDoings(trx, row.id, now);
        await note(trx, row.id, by.id, change, now, key);
        return toChanged(trx, row);
      }),

    group: () => readStaffGroup(db),
  };
}

type StaffRow = {
  readonly id: number;
  readonly chat: string;
  readonly role: Staff["role"];
  readonly state: StaffMember["state"];
  readonly name_sealed: Buffer;
  readonly seated_at: Date;
  readonly changed_at: Date;
  readonly sitting: number;
};

/** The same update once more finds that it has seated its sender already. */
async function redeemedBefore(
  trx: Transaction<Schema>,
  token: string,
  chat: ChatKey,
  toMember: (row: StaffRow) => StaffMember,
): Promise<Seated | undefined> {
  const row = await trx
    .selectFrom("staff_invites")
    .innerJoin("staff", "staff.id", "staff_invites.used_by")
    .selectAll("staff")
    .where("staff_invites.token_hash", "=", hashToken(token))
    .where("staff.chat", "=", chat)
    .where("staff.state", "=", "active")
    .executeTakeFirst();
  return row && { kind: "seated", staff: toMember(row) };
}

/** A link is its maker's word while they are at work; and it brings nobody back who was sent away after it was made. */
function mayComeIn(
  invite: Pick<Selectable<Schema["staff_invites"]>, "made_by" | "made_sitting" | "made_at">,
  maker: StaffRow | undefined,
  before: StaffRow | undefined,
): boolean {
  const isByOperator = invite.made_by === null;
  const isByStaff = maker?.state === "active" && maker.sitting === invite.made_sitting;
  if (!isByOperator && !isByStaff) return false;
  return before === undefined || before.state === "active" || before.changed_at < invite.made_at;
}

/** Whether a supervisor is at work, and stays so until this ends: of two who send each other away, the second finds that it is too late. */
async function supervises(trx: Transaction<Schema>, by: Staff, member: number): Promise<boolean> {
  const held = await trx
    .selectFrom("staff")
    .select(["id", "role", "state"])
    .where("id", "in", [by.id, member])
    .orderBy("id")
    .forUpdate()
    .execute();
  return held.some(({ id, role, state }) => id === by.id && role === "supervisor" && state === "active");
}

function changedBefore(trx: Transaction<Schema>, member: number, key: string): Promise<StaffRow | undefined> {
  return trx
    .selectFrom("staff_events")
    .innerJoin("staff", "staff.id", "staff_events.staff_id")
    .selectAll("staff")
    .where("staff_events.effect_key", "=", key)
    .where("staff.id", "=", member)
    .executeTakeFirst();
}

async function note(
  trx: Transaction<Schema>,
  member: number,
  by: number | null,
  event: StaffChange | `seated-${Staff["role"]}`,
  at: Date,
  key: string,
): Promise<void> {
  await trx
    .insertInto("staff_events")
    .values({ at, staff_id: member, by_staff: by, event, effect_key: key })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
