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
  readonly name: string;
  readonly email: string | undefined;
  readonly gender: Gender;
  readonly governorate: Governorate;
  readonly consentedTo: string;
};

export type People = {
  /** Opens (or recognises) this chat's account. Proved only if the proof's phone equals the imported one. Once per `key`. */
  register(key: string, registration: Registration): Promise<{ readonly standing: Account["standing"] }>;
  chooseLanguage(language: Language): Promise<void>;
  /** A one-time link (15 minutes) to everything kept about the holder. */
  exportLink(key: string): Promise<{ readonly url: string }>;
  /** Removes account, chats, proofs, tracking; what an open payment needs is blanked when it closes. Once per `key`. */
  erase(key: string): Promise<{ readonly keptUntilClosed: boolean }>;
};
