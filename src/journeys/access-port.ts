// What a person may know of the staff who looked at their data, and how they allow one of them to see it in full.
import type { IsoDate } from "../domain/iso-date.js";

/** What one of the staff did with a person's data. */
export type Access = {
  readonly on: IsoDate;
  /** "14:05", Kuwait's. */
  readonly time: string;
  /** First name, as it was when the invitation was taken. */
  readonly staff: string;
  readonly role: "agent" | "supervisor";
  readonly what:
    | "looked"
    | "taken-over"
    | "consent-asked"
    | "consent-allowed"
    | "consent-refused"
    | "break-glass"
    | "revealed"
    | "link-sent"
    | "reminders-stopped"
    | "quoted"
    | "filing-seen"
    | "filing"
    | "phone-asked"
    | "phone-corrected"
    | "phone-refused"
    | "case-opened"
    | "case-closed"
    /** What they asked for was not done. */
    | "refused";
  /** By what the record was found, where it was looked up. */
  readonly by: "civil-id" | "phone" | "policy" | "receipt" | "payment" | "link" | undefined;
  /** As the staff wrote it. */
  readonly reason: string | undefined;
};

/** So long what is gravest is told before all else. */
export const gravestDays = 90;

/** Bound to one chat and one turn. */
export type Accesses = {
  /**
   * Of this chat, and of the record of which it is proved to be the sponsor's, or was then; the newest first, a few of them.
   * `gravest`: full values seen and phones changed, of so many days as `gravestDays`; they are not among the `newest`.
   */
  list(): Promise<{ readonly gravest: readonly Access[]; readonly newest: readonly Access[]; readonly more: number }>;
  /** Answers a question of the staff's that was put in this chat. over: answered before, too late, or none of this chat's. */
  answer(consent: number, allowed: boolean): Promise<"taken" | "over">;
};
