// The desk: what its people can do, as its dialogues in whichever channel find it.
import type { StaffRecords } from "./staff.js";

export type Desk = {
  readonly staff: StaffRecords;
  /** A one-time link that seats whoever opens it. */
  readonly inviteLink: (token: string) => Promise<string>;
};
