// The port to what is done from a card, with the person on the phone: each act once under its key, and noted with the looks.
import type { Household } from "../journeys/workers-port.js";
import type { Staff } from "./staff.js";

/** link: the one that is still to be paid went out again. renewal: there was none, so the way to renew did. */
type SentAgain = "link" | "renewal" | "no-chat" | "unseen";

export type Actions = {
  /** Into the person's own chat; the staff never sees the link, since whoever holds it is taken for the payer. */
  sendAgain(sponsor: number, by: Staff, key: string): Promise<SentAgain>;
  /** For all of the person's workers, until they switch reminders on again; they are told so. */
  stopReminders(sponsor: number, by: Staff, key: string): Promise<"stopped" | "no-chat" | "unseen">;
  /** What a quote is made from. */
  household(sponsor: number, by: Staff, key: string): Promise<Household | "unseen">;
};
