// A visit to the desk: an update from one of the staff, or from their group, which its channel's own dialogues answer instead of a journey.
import type { Staff } from "../desk/staff.js";
import type { Language } from "../words/line.js";
import type { Reply } from "./replies.js";
import type { Fence } from "./session-store.js";

export type Visit = {
  readonly fence: Fence;
  /** This update's id: with the chat it makes an effect's key, the same when the update comes again. */
  readonly update: string;
  /** Who wrote; somebody who is not of the staff holds an invitation at most. */
  readonly staff: Staff | undefined;
  readonly language: Language;
  readonly now: Date;
  /** The dialogues' state, as the last visit left it. */
  readonly state: string | undefined;
};

export type Visited =
  | {
      readonly state: string | undefined;
      readonly says: readonly Reply[];
      /** The desk had only this much to do with it: a journey answers after that. */
      readonly isLeft: boolean;
    }
  /** Nothing for the desk. */
  | undefined;

export type AtDesk = (visit: Visit) => Promise<Visited>;
