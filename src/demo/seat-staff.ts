// The demo's hotline team on record, through the same invitations that a real one comes in by.

import type { Clock } from "../journeys/clock.js";
import { createChats } from "../records/chats.js";
import type { Db } from "../records/database.js";
import { createStaffRecords } from "../records/desk/staff.js";
import { meetIn } from "../records/desk/team-group.js";
import type { Replan } from "../records/reminders/replan.js";
import { chatKey, type Vault } from "../records/vault.js";
import { staff, staffGroup } from "./staff.js";

/** Once: who was suspended in the demo stays so. */
export async function recordStaff(of: {
  readonly db: Db;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly replan: Replan;
}): Promise<void> {
  const records = createStaffRecords(of);
  const chats = createChats(of);
  if ((await records.group()) !== undefined) return;
  const keyOf = (id: number) => chatKey(of.vault, "telegram", String(id));
  for (const { telegramUserId, role, nameAr } of staff) {
    const key = keyOf(telegramUserId);
    // As a link is used: in a chat, which is known from then on.
    await chats.open({ key, channel: "telegram", id: String(telegramUserId) }, of.clock.now());
    await records.redeem(await records.invite(role, undefined), { chat: key, name: nameAr });
  }
  const group = {
    chat: keyOf(staffGroup.id),
    hasTopics: true,
    language: "ar",
    id: String(staffGroup.id),
  } as const;
  await of.db.transaction().execute((trx) => meetIn(trx, of.vault, group, of.clock.now()));
}
