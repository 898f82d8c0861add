// What journeys need of proofs: rows in the database, never answers in a session. Bound to one chat and one turn.
import type { Phone } from "../domain/phone.js";
import type { Challenge, Proof } from "./challenge.js";

export type Met =
  | { readonly ok: true; readonly proof: Proof }
  | {
      readonly ok: false;
      /** wrong: not this code, tries are left. expired: more than ten minutes old. too-many: five wrong tries. not-set: no challenge is open. */
      readonly reason: "wrong" | "expired" | "too-many" | "not-set";
    };

export type Proofs = {
  /** The proof that met this challenge in this chat under this key; it falls when the civil ID changes. */
  proof(key: string, challenge: Challenge): Promise<Proof | undefined>;
  /**
   * Sets the challenge, once per key and civil ID; a code goes out through the outbox. With `again`, a new code. At most one in 60
   * seconds for a civil ID, whatever the key: one that was sent a moment ago under another key counts under this one. The same statements and the same answer whether or not the civil ID has a number on record.
   */
  set(key: string, challenge: Challenge, again: boolean): Promise<"set" | "too-soon">;
  /** @param phone one that the channel vouches is the sender's */
  meetContact(key: string, challenge: Challenge, phone: Phone): Promise<Met>;
  meetCode(key: string, challenge: Challenge, code: string): Promise<Met>;
};
