// What everything that is done to handoffs on the database is made of.
import type { FeeSchedule } from "../../domain/fee-schedule.js";
import type { Clock } from "../../journeys/clock.js";
import type { Answering } from "../../journeys/promise.js";
import type { HoldChat } from "../../turns/hold-chat.js";
import type { Language, Line } from "../../words/line.js";
import type { Db } from "../database.js";
import type { Vault } from "../vault.js";
import type { DeskMessages } from "./desk-messages.js";

export type HandoffParts = DeskMessages & {
  readonly db: Db;
  readonly vault: Vault;
  readonly clock: Clock;
  /** The schedule that holds now. */
  readonly fees: FeeSchedule;
  readonly service: Answering;
  readonly holdChat: HoldChat;
  readonly wakeSenders: () => void;
  readonly plain: (line: Line, language: Language) => string;
  readonly firstLanguage: Language;
  /** Leads the group's members to a topic or a message there; `undefined` where the channel knows no such link. */
  readonly placeLink: (group: string, place: string) => string | undefined;
};
