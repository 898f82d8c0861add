// What can be asked for as proof that a phone is the sender's, and the proof that is kept: what, how, when, never a code.
import type { CivilId } from "../domain/civil-id.js";

export type Challenge =
  /** The channel's own contact button: counts only if the channel vouches that the number is the sender's. */
  | { readonly how: "contact"; readonly civilId: CivilId }
  /** A one-time code to the number on record of this civil ID; the same words whether there is such a number or not. */
  | { readonly how: "code"; readonly civilId: CivilId };

export type Proof = {
  readonly id: string;
  readonly how: "contact" | "code";
  /** UTC instant, ISO 8601. */
  readonly at: string;
};
