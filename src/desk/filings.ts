// The port to what is to be filed with the Ministry, and its rules: one person at a time is at a filing.
import type { CivilId } from "../domain/civil-id.js";
import type { Period } from "../domain/cover.js";
import type { IsoDate } from "../domain/iso-date.js";
import type { Fils } from "../domain/kwd.js";
import type { PolicyNumber } from "../domain/policy-number.js";
import type { RenewalState } from "../domain/renewal.js";
import type { Staff } from "./staff.js";

type InScripts = { readonly ar?: string | undefined; readonly en?: string | undefined };

/** Who is at it. Somebody who is no longer of the staff is at nothing. */
type FilingClaim = { readonly staff: number; readonly name: string; readonly since: Date };

/** A renewal that is, or was, to be filed, as anybody of the staff may see it. */
export type Filing = Period & {
  readonly id: number;
  readonly state: RenewalState;
  readonly worker: { readonly initials: InScripts; readonly lastFour: string };
  readonly fils: Fils;
  readonly paidAt: Date;
  readonly policyNumber: string | undefined;
  readonly claim: FilingClaim | undefined;
};

/** What the Ministry's form asks for, in full. */
export type FilingForm = Period & {
  readonly sponsor: { readonly name: InScripts; readonly civilId: CivilId };
  readonly worker: { readonly name: InScripts; readonly civilId: CivilId };
  readonly article: number;
  readonly fils: Fils;
  readonly receiptNumber: string;
};

export type FilingQueue = {
  /** One page of those to be filed, oldest first. */
  readonly filings: readonly Filing[];
  readonly total: number;
  readonly overdue: number;
  /** What was paid before this day is overdue. */
  readonly firstInTime: IsoDate;
};

/** What one of the staff does about a filing. */
export type FilingStep =
  | { readonly kind: "claim" }
  /** It is entered in the Ministry's system. */
  | { readonly kind: "file" }
  | { readonly kind: "issue"; readonly policyNumber: PolicyNumber }
  /** @param reason in words that its payer reads */
  | { readonly kind: "reject"; readonly reason: string };

/** Why a step is not taken; its `filing` says how it stands instead. */
export type FilingRefusal =
  /** Filed, issued or rejected meanwhile, by a colleague or by an import. */
  | "late"
  /** Somebody else is at it. */
  | "claimed"
  /** Nobody is at it: whoever does something about it claims it first. */
  | "unclaimed"
  /** Another cover or renewal has this policy number. */
  | "number-used";

type FilingTaken =
  | { readonly ok: true; readonly filing: Filing }
  | { readonly ok: false; readonly reason: FilingRefusal; readonly filing: Filing };

export type Filings = {
  /** That this member saw each of the page is kept, once under the key; it is work given to them, and counts for no limit. */
  queue(page: number, by: Staff, key: string): Promise<FilingQueue>;
  /** The same of one; what is not to be filed any more counts as any look at somebody. `undefined`: no such renewal, or no more looks for now. */
  see(id: number, by: Staff, key: string): Promise<Filing | "limit" | undefined>;
  /** In full, for whoever is at it, into their own chat until it is taken away again; that they saw it is kept, and counts as a look. Once under the key. `undefined`: no such renewal, or they are of the staff no more. */
  form(id: number, by: Staff, key: string): Promise<"shown" | "limit" | FilingRefusal | undefined>;
  /** Once under the key: the same step again finds itself taken. `undefined` as above. */
  take(id: number, step: FilingStep, by: Staff, key: string): Promise<FilingTaken | "limit" | undefined>;
};

/** What fits on a phone's screen with its buttons. */
export const filingsOnPage = 5;

/** Nobody is at one filing for longer: after it a colleague may take it over. */
const claimMs = 60 * 60 * 1000;

/** Whether somebody may begin with it, or go on. */
export function mayClaim({ claim }: Pick<Filing, "claim">, by: Staff, now: Date): boolean {
  return claim === undefined || claim.staff === by.id || now.getTime() - claim.since.getTime() >= claimMs;
}

/** It is still to be done. */
export const isToFile = ({ state }: Pick<Filing, "state">): boolean => state === "paid" || state === "filed";
