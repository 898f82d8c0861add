// The port to looking people up: a card with as much as the staff may see without being asked, each look in the log.
import type { KnownCover, WaitingCover } from "../domain/cover.js";
import type { IsoDate } from "../domain/iso-date.js";
import type { Fils } from "../domain/kwd.js";
import type { AttemptState, IntentState } from "../domain/payment.js";
import type { RenewalState } from "../domain/renewal.js";
import type { PersonName } from "../journeys/people-port.js";
import type { Reading } from "./lookup-query.js";
import type { Staff } from "./staff.js";

/** As an agent sees anybody: initials in both scripts, and the last four digits of the civil ID. */
export type Masked = { readonly name: PersonName; readonly lastFour: string };

export type CardWorker = {
  readonly who: Masked;
  readonly covers: readonly KnownCover[];
  readonly waiting: readonly WaitingCover[];
};

export type CardRenewal = {
  readonly worker: Masked;
  readonly state: RenewalState;
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly policyNumber: string | undefined;
  readonly changedOn: IsoDate;
};

export type CardPayment = {
  readonly openedOn: IsoDate;
  readonly totalFils: Fils;
  readonly state: IntentState;
  readonly receiptNumber: string | undefined;
  /** Of what was paid, for renewals that were not issued. */
  readonly owedBack: Fils;
  readonly givenBack: Fils;
  /** What came of money for it that could not count, if any did. */
  readonly uncounted: "owed-back" | "given-back" | undefined;
  /** The newest try, in the gateway's own words. */
  readonly attempt:
    | {
        readonly gateway: string;
        readonly reference: string;
        readonly state: AttemptState;
        readonly words: Readonly<Record<string, string>>;
      }
    | undefined;
};

export type CardAnswer = {
  readonly kind: "renewed" | "later" | "left" | "not-mine" | "stopped";
  readonly lastFour: string;
  readonly on: IsoDate;
  /** Who of the staff gave it for the person, on their call. */
  readonly by: string | undefined;
};

/** Money that a case closes by giving back: of a renewal, or a whole payment that could not count, perhaps in another currency. */
export type CardOwed =
  | { readonly of: "renewal"; readonly fils: Fils; readonly lastFour: string }
  | { readonly of: "payment"; readonly fils: Fils }
  | { readonly of: "payment"; readonly currency: string };

export type CardCase = {
  readonly id: number;
  readonly kind: string;
  readonly openedOn: IsoDate;
  readonly owed: CardOwed | undefined;
  /** Where one of the staff opened it by hand: who, and what they wrote, with numbers masked. */
  readonly noted: { readonly by: string; readonly note: string } | undefined;
};

/** Of each list the newest; the worker who was asked for is the first. */
export type LookupCard = {
  readonly sponsorId: number;
  readonly sponsor: Masked;
  /** The last three. */
  readonly phoneDigits: string;
  readonly importedOn: IsoDate;
  /** Where the staff put the phone right, and no import has brought one since. */
  readonly phoneCorrectedOn: IsoDate | undefined;
  /** Chats in which this person is proved, and that can be reached. */
  readonly chats: number;
  readonly workers: Cut<CardWorker>;
  readonly renewals: Cut<CardRenewal>;
  readonly payments: Cut<CardPayment>;
  readonly reminders: {
    readonly isOn: boolean;
    readonly lastTold: { readonly on: IsoDate; readonly lastFour: string } | undefined;
    readonly told: number;
    readonly next: IsoDate | undefined;
    readonly answers: readonly CardAnswer[];
  };
  readonly cases: Cut<CardCase>;
};

/** The first of a list, and how many there are beside them. */
export type Cut<T> = { readonly shown: readonly T[]; readonly more: number };

export type Looked =
  | { readonly kind: "card"; readonly card: LookupCard }
  /** A phone or a name of several sponsors: which one is meant is for the caller to say. `isCut`: there are more. */
  | {
      readonly kind: "several";
      readonly by: "name" | "phone";
      readonly sponsors: readonly (Masked & { readonly sponsorId: number })[];
      readonly isCut: boolean;
    }
  | { readonly kind: "none" }
  /** A civil ID in which one digit is wrong: no miss, since it can be nobody's. */
  | { readonly kind: "wrong-digit" }
  | { readonly kind: "limit" };

export type Lookup = {
  /** @param key of the look: the same again is one look. Who is of the staff no more finds nothing, and nothing is noted. */
  look(readings: readonly Reading[], by: Staff, key: string): Promise<Looked>;
  /** The card of a sponsor whom the same member has looked at today, as it stands now. */
  again(sponsor: number, by: Staff, key: string): Promise<Looked>;
};
