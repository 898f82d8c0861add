// The port to full values: shown with the person's consent, or with a written reason that supervisors are told; taken away again after a minute.
import type { Staff } from "./staff.js";

/** A consent is asked of one person, in one chat, for one member of the staff: the question stands so long, and its answer holds so long. */
export const consentMs = 15 * 60 * 1000;
/** Long enough to read a number to somebody, and to hear it read back. */
export const shownMs = 60_000;
/** In letters: a reason is a sentence that a supervisor can judge. */
export const shortestReason = 10;
/** In characters: it is read in a list of many. */
export const longestReason = 300;

/** pending: this member has asked already, and waits for the answer. declined: the person refused a short while ago. no-chat: this person is proved in no chat that can be reached. unseen: this member has not looked at them, or is of the staff no more. */
export type Asked = "asked" | "pending" | "declined" | "no-chat" | "unseen";

/** shown: on its way into the member's own chat. shown-untold: so it is, and no other supervisor than its reader is there to be told. unheard: nothing is shown, since no supervisor would read the reason. not-allowed: nobody has allowed it, or no longer. */
export type Shown = "shown" | "shown-untold" | "unheard" | "not-allowed" | "unseen" | "limit";

export type Consents = {
  /** Asks the person, in their own chat. Once per key. */
  ask(sponsor: number, by: Staff, key: string): Promise<Asked>;
  show(sponsor: number, by: Staff, key: string): Promise<"shown" | "not-allowed">;
  /** Without consent. @param reason as `readWords` gives it, with `shortestReason` letters */
  breakGlass(sponsor: number, reason: string, by: Staff, key: string): Promise<Exclude<Shown, "not-allowed">>;
};
