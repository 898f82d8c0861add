// The desk put together with the records; how its links look is its channel's.
import type { Desk } from "../desk/desk.js";
import { createFilingNotices } from "../desk/filing-notices.js";
import { startWatchingFilings } from "../desk/overdue-filings.js";
import type { ReminderHours } from "../domain/reminder.js";
import type { Clock } from "../journeys/clock.js";
import type { Service } from "../journeys/world.js";
import type { Log } from "../log.js";
import { runningTime } from "../messages/pace.js";
import type { RenderView } from "../messages/render-view.js";
import type { Render } from "../payments/notices.js";
import { createChats } from "../records/chats.js";
import { createFilings } from "../records/desk/filings.js";
import { createOverdueFilings } from "../records/desk/overdue-filings.js";
import { createStaffRecords } from "../records/desk/staff.js";
import { createDeskStats } from "../records/desk/stats.js";
import type { TurnDeps } from "../turns/turn.js";
import { chatReplies, firstLanguage } from "./chat.js";
import type { Stores } from "./stores.js";

export type DeskRecords = Omit<Desk, "inviteLink">;

export function composeDesk(of: {
  readonly stores: Stores;
  readonly service: Service;
  readonly render: Render;
  readonly handoffs: Desk["handoffs"];
  readonly clock: Clock;
}): DeskRecords {
  const { service, render, clock } = of;
  const { vault, replan } = of.stores;
  const { db } = of.stores.database;
  const notices = createFilingNotices(service);
  return {
    staff: createStaffRecords({ db, vault, clock }),
    handoffs: of.handoffs,
    filings: service.filing === "own" ? undefined : createFilings({ db, vault, clock, render, replan, notices }),
    stats: createDeskStats({ db, vault }),
  };
}

/** Where nothing is filed by hand, nothing is ever overdue. */
export function watchFilings(of: {
  readonly stores: Stores;
  readonly renderView: RenderView;
  readonly hours: ReminderHours;
  readonly clock: Clock;
  readonly wakeSender: () => void;
  readonly log: Log;
}): { stop(): Promise<void> } {
  const { stores, renderView, hours, clock, wakeSender, log } = of;
  const { vault } = stores;
  const { db } = stores.database;
  const overdue = createOverdueFilings({ db, vault, clock, renderView, firstLanguage });
  return startWatchingFilings({ overdue, hours, clock, time: runningTime, wakeSender, log });
}

/** The records of a turn in the staff's group: in the language of whoever wrote, and to the group itself. */
export function openStaffGroup(of: {
  readonly stores: Stores;
  readonly desk: DeskRecords;
  readonly clock: Clock;
  readonly wakeSenders: () => void;
}): TurnDeps["openGroup"] {
  const { stores, desk, clock } = of;
  const { vault, replan } = stores;
  const { db } = stores.database;
  const chats = createChats({ db, vault, replan });
  return async (fence, by) => ({
    staff: await desk.staff.of(by),
    language: (await chats.read(by))?.language ?? firstLanguage,
    replies: chatReplies({ db, vault, chats, chat: fence.chat, now: clock.now(), wakeSenders: of.wakeSenders }),
  });
}
