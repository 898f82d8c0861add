// The desk put together with the records; how its links look is its channel's.
import type { Desk } from "../desk/desk.js";
import { createFilingNotices } from "../desk/filing-notices.js";
import type { Clock } from "../journeys/clock.js";
import type { Service } from "../journeys/world.js";
import type { RenderView } from "../messages/render-view.js";
import type { Metrics } from "../metrics.js";
import type { Render } from "../payments/notices.js";
import { createChats } from "../records/chats.js";
import { createActions } from "../records/desk/actions.js";
import { createCases } from "../records/desk/cases.js";
import { createConsents } from "../records/desk/consents.js";
import { createFilings } from "../records/desk/filings.js";
import { createLookup } from "../records/desk/lookup.js";
import { createPhoneCorrections } from "../records/desk/phone-corrections.js";
import { createStaffRecords } from "../records/desk/staff.js";
import { createDeskStats } from "../records/desk/stats.js";
import { createTeamGroups } from "../records/desk/team-group.js";
import { createTeamLog } from "../records/desk/team-log.js";
import { createTellSupervisors } from "../records/desk/tell-supervisors.js";
import { createMintLink } from "../records/links.js";
import type { TurnDeps } from "../turns/turn.js";
import { chatReplies, firstLanguage } from "./chat.js";
import type { Stores } from "./stores.js";

export type DeskRecords = Omit<Desk, "inviteLink">;

export function composeDesk(of: {
  readonly stores: Stores;
  readonly service: Service;
  readonly baseUrl: string;
  readonly renderView: RenderView;
  readonly render: Render;
  readonly handoffs: Desk["handoffs"];
  readonly clock: Clock;
  readonly wakeSenders: () => void;
  readonly metrics: Pick<Metrics, "countLook">;
}): DeskRecords {
  const { stores, clock, metrics } = of;
  const { vault, replan } = stores;
  const { db } = stores.database;
  const tellSupervisors = createTellSupervisors({
    vault,
    toStaff: of.renderView,
    firstLanguage,
    report: metrics.countLook,
  });
  const filings = createFilings({
    db,
    vault,
    clock,
    render: of.render,
    toStaff: of.renderView,
    firstLanguage,
    replan,
    notices: createFilingNotices(of.service),
    holidays: of.service.deskHours.holidays,
    tellSupervisors,
  });
  return {
    staff: createStaffRecords({ db, vault, clock }),
    teamLog: createTeamLog({ db, vault, clock }),
    groups: createTeamGroups({
      db,
      vault,
      clock,
      renderView: of.renderView,
      firstLanguage,
      wakeSenders: of.wakeSenders,
    }),
    get filings() {
      return of.service.filing === "own" ? undefined : filings;
    },
    handoffs: of.handoffs,
    stats: createDeskStats({ db, vault }),
    service: of.service,
    actions: createActions({
      db,
      vault,
      clock,
      replan,
      mintLink: createMintLink(vault, of.baseUrl),
      service: of.service,
      toPerson: of.render,
      firstLanguage,
      wakeSenders: of.wakeSenders,
    }),
    cases: createCases({ db, vault, clock, service: of.service, render: of.render, wakeSenders: of.wakeSenders }),
    phones: createPhoneCorrections({
      db,
      vault,
      clock,
      replan,
      service: of.service,
      toStaff: of.renderView,
      toPerson: of.render,
      firstLanguage,
      wakeSenders: of.wakeSenders,
    }),
    consents: createConsents({
      db,
      vault,
      clock,
      toStaff: of.renderView,
      toPerson: of.render,
      firstLanguage,
      tellSupervisors,
      wakeSenders: of.wakeSenders,
    }),
    lookup: createLookup({ db, vault, clock, tellSupervisors, report: metrics.countLook }),
  };
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
  return async (fence, by) => {
    const now = clock.now();
    // Somebody wrote there: the bot is among them again, and what it could not show there meanwhile follows.
    if ((await chats.read(fence.chat))?.isUnreachable === true) await chats.markReachable(fence.chat, now);
    return {
      staff: await desk.staff.of(by),
      language: (await chats.read(by))?.language ?? firstLanguage,
      replies: chatReplies({ db, vault, chats, chat: fence.chat, now, isAhead: true, wakeSenders: of.wakeSenders }),
    };
  };
}
