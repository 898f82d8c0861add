// What is watched over for the desk without anybody's doing, put together with the records.
import { type CloseTopic, startClosingTopics } from "../desk/close-topics.js";
import { startDailyWords } from "../desk/daily-words.js";
import { createFilingNotices } from "../desk/filing-notices.js";
import { type GroupDoor, startWatchingDoor } from "../desk/group-door.js";
import { startTakingBack } from "../desk/take-back.js";
import type { ReminderHours } from "../domain/reminder.js";
import type { Clock } from "../journeys/clock.js";
import type { Service } from "../journeys/world.js";
import type { Log } from "../log.js";
import type { Channel } from "../messages/channel.js";
import { runningTime } from "../messages/pace.js";
import type { RenderView } from "../messages/render-view.js";
import type { Render } from "../payments/notices.js";
import { createGroupBars } from "../records/desk/group-bars.js";
import { createTellLate } from "../records/desk/late-filings.js";
import { createOverTopics } from "../records/desk/over-topics.js";
import { createTellOverdue } from "../records/desk/overdue-filings.js";
import { createTellOwed } from "../records/desk/owed-money.js";
import { createReveals } from "../records/desk/standing-reveals.js";
import { firstLanguage } from "./chat.js";
import type { Stores } from "./stores.js";

/** What supervisors and payers are told once a day. Where nothing is filed by hand, no filing is ever overdue. */
export function watchDays(of: {
  readonly stores: Stores;
  readonly renderView: RenderView;
  readonly hours: ReminderHours;
  readonly service: Service;
  readonly render: Render;
  readonly clock: Clock;
  readonly wakeSender: () => void;
  readonly log: Log;
}): { stop(): Promise<void> } {
  const { stores, service, renderView, render, clock } = of;
  const { holidays } = service.deskHours;
  const told = { db: stores.database.db, vault: stores.vault, clock, holidays };
  const toStaff = { ...told, renderView, firstLanguage };
  const tellLate = createTellLate({ ...told, render, notices: createFilingNotices(service) });
  const words = [createTellOverdue(toStaff), createTellOwed(toStaff), tellLate];
  return startDailyWords({ ...of, holidays, words, time: runningTime });
}

/** What was shown in full is taken back by the channel that showed it. */
export function watchReveals(of: {
  readonly stores: Stores;
  readonly renderView: RenderView;
  readonly channel: Pick<Channel, "remove">;
  readonly clock: Clock;
  readonly log: Log;
}): { stop(): Promise<void> } {
  const { stores, renderView: toStaff, channel, clock, log } = of;
  const { vault, replan } = stores;
  const { db } = stores.database;
  return startTakingBack({
    reveals: createReveals({ db, vault, clock, replan, toStaff, firstLanguage }),
    channel,
    log,
  });
}

/** Whoever is not at work is kept out of the staff's group. */
export function watchDoor(of: {
  readonly stores: Stores;
  readonly renderView: RenderView;
  readonly door: GroupDoor;
  readonly clock: Clock;
  readonly wakeSenders: () => void;
  readonly log: Log;
}): { stop(): Promise<void> } {
  const { stores, renderView, door, clock, wakeSenders, log } = of;
  const { vault } = stores;
  const { db } = stores.database;
  const bars = createGroupBars({ db, vault, clock, renderView, firstLanguage, wakeSenders });
  return startWatchingDoor({ bars, door, time: runningTime, log });
}

/** A topic whose talk is over is closed. */
export function watchTopics(of: {
  readonly stores: Stores;
  readonly closeTopic: CloseTopic;
  readonly clock: Clock;
  readonly log: Log;
}): { stop(): Promise<void> } {
  const { stores, closeTopic, clock, log } = of;
  const topics = createOverTopics({ db: stores.database.db, vault: stores.vault, clock });
  return startClosingTopics({ topics, closeTopic, time: runningTime, log });
}
