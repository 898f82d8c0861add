// The desk: what its people can do, as its dialogues in whichever channel find it.

import type { Service } from "../journeys/world.js";
import type { Actions } from "./actions.js";
import type { Cases } from "./cases.js";
import type { Consents } from "./consent.js";
import type { Filings } from "./filings.js";
import type { HandoffDesk } from "./handoff-desk.js";
import type { Lookup } from "./lookup.js";
import type { PhoneCorrections } from "./phone-correction.js";
import type { StaffRecords } from "./staff.js";
import type { DeskStats } from "./stats.js";
import type { TeamGroups } from "./team-group.js";
import type { TeamLog } from "./team-log.js";

export type Desk = {
  readonly staff: StaffRecords;
  readonly teamLog: TeamLog;
  readonly groups: TeamGroups;
  /** Absent where nothing is filed by hand: these records are the registry. */
  readonly filings: Filings | undefined;
  readonly stats: DeskStats;
  readonly lookup: Lookup;
  readonly consents: Consents;
  readonly actions: Actions;
  readonly cases: Cases;
  readonly phones: PhoneCorrections;
  /** What quotes are made by. */
  readonly service: Service;
  readonly handoffs: HandoffDesk;
  /** A one-time link that seats whoever opens it. */
  readonly inviteLink: (token: string) => Promise<string>;
};
