// The port to correcting a phone on record, which decides who is proved: one of the staff asks, and another one confirms or refuses.
import type { Phone } from "../domain/phone.js";
import type { Staff } from "./staff.js";

/** So long another one may confirm it; who called is not on the phone any more tomorrow. */
export const correctionHours = 24;

/** alone: nobody else is at work who could confirm it. own-record: it is verified in the member's own chat, and others see to it. */
type CorrectionAsked = "asked" | "alone" | "own-record" | "unseen";
/** own: whoever asked cannot answer. over: done, too late, or none. */
type Unanswered = "own" | "own-record" | "over";
/** changed: an import or another correction came between. */
type CorrectionConfirmed = "corrected" | "changed" | Unanswered;
type CorrectionRefused = "refused" | Unanswered;

export type PhoneCorrections = {
  /** Every other member at work is asked to confirm. Once per key. */
  ask(sponsor: number, phone: Phone, by: Staff, key: string): Promise<CorrectionAsked>;
  /** From here on the phone is the one on record, until an import says otherwise: whoever is proved is seen anew by it, and whoever was so by the former one is told; so is whoever asked. */
  confirm(correction: number, by: Staff, key: string): Promise<CorrectionConfirmed>;
  /** It ends without a change, and whoever asked is told. */
  refuse(correction: number, by: Staff, key: string): Promise<CorrectionRefused>;
};
