// The port to what is done from a card, with the person on the phone: each act once under its key, and noted with the looks.
import type { Household } from "../journeys/workers-port.js";
import type { Masked } from "./lookup.js";
import type { Staff } from "./staff.js";

/** no-chat: this person is proved in no chat that can be reached. unseen: this member has not looked at them, or is of the staff no more. */
type Undone = "no-chat" | "unseen";

/** link: the one that is still to be paid went out again. renewal: there was none, so the way to renew did. just-now: one of them did less than a minute ago. */
type SentAgain = "link" | "renewal" | "just-now" | Undone;

/** gone: that worker is not the person's any more. */
type Stopped = "stopped" | "stopped-one" | "gone" | Undone;

export type CardWorkerChoice = { readonly id: number; readonly who: Masked };

export type Actions = {
  /** Into the person's own chat; the staff never sees the link, since whoever holds it is taken for the payer. */
  sendAgain(sponsor: number, by: Staff, key: string): Promise<SentAgain>;
  /** For whom reminders can be stopped; a look at them, like any other. */
  workersToStop(sponsor: number, by: Staff, key: string): Promise<readonly CardWorkerChoice[] | Undone>;
  /** For all of the person's workers, or for one, until the person switches them on again; they are told so. */
  stopReminders(sponsor: number, whom: "all" | number, by: Staff, key: string): Promise<Stopped>;
  /** What a quote is made from. */
  household(sponsor: number, by: Staff, key: string): Promise<Household | "unseen">;
};
