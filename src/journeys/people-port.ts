// What journeys need of the records about people. Bound to one chat and one turn: every write carries the turn's fence.
import type { CivilId } from "../domain/civil-id.js";
import type { Gender, Governorate } from "../domain/places.js";
import type { Language } from "../words/line.js";
import type { Proof } from "./challenge.js";

export type PersonName = { readonly ar?: string | undefined; readonly en?: string | undefined };

export type Account = {
  readonly id: string;
  /** `proved`: on record, and the phone on record was proved in this chat. `unproved`: only what its holder typed. */
  readonly standing: "proved" | "unproved";
  readonly name: PersonName;
  /** Last four digits of the holder's civil ID. */
  readonly lastFour: string;
  /** As on record; `undefined` for an unproved account. */
  readonly kuwaiti: boolean | undefined;
  /** Masked, as in locales' "ends in"; the number itself never leaves the records. */
  readonly phoneLastDigits: string | undefined;
  readonly email: string | undefined;
  readonly gender: Gender | undefined;
  readonly governorate: Governorate | undefined;
};

export type Registration = {
  readonly civilId: CivilId;
  readonly proof: Proof;
  readonly consentedTo: string;
};

/** What a holder may tell of themselves later, one at a time. */
export type Detail =
  /** Of an account that is not on record: a name on record is used, and never asked. */
  | { readonly what: "name"; readonly value: string }
  /** `undefined` takes it away. */
  | { readonly what: "email"; readonly value: string | undefined }
  | { readonly what: "gender"; readonly value: Gender }
  | { readonly what: "governorate"; readonly value: Governorate };

export type People = {
  /** Opens (or recognises) this chat's account. Proved only if the proof's phone equals the imported one. Once per `key`. */
  register(key: string, registration: Registration): Promise<Pick<Account, "standing" | "name">>;
  /** Keeps what the holder told; the last word counts. */
  describe(detail: Detail): Promise<void>;
  chooseLanguage(language: Language): Promise<void>;
  /** A one-time link (15 minutes) to everything kept about the holder. */
  exportLink(key: string): Promise<{ readonly url: string }>;
  /** Removes account, chats, proofs, tracking; what an open payment needs is blanked when it closes. Once per `key`. */
  erase(key: string): Promise<{ readonly keptUntilClosed: boolean }>;
};
