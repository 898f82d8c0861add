// What the runner needs to prove that a phone is the sender's: set a challenge, let it be met, keep the proof. Bound to one chat and turn.
import type { Challenge, Proof } from "./challenge.js";

/** How a challenge stands. Instants are UTC, ISO 8601. It says the same whether or not the civil ID is on record. */
export type ChallengeState =
  /** Never set in this chat under this key, or set for another civil ID or another way of proving. */
  | { readonly state: "unset" }
  | {
      readonly state: "set";
      readonly sentAt: string;
      readonly mayResendAt: string;
      readonly expiresAt: string;
      readonly triesLeft: number;
    }
  /** It can no longer be met; a new one may be set from `mayResendAt` on. */
  | { readonly state: "spent"; readonly reason: "expired" | "too-many"; readonly mayResendAt: string }
  | { readonly state: "met"; readonly proof: Proof };

export type Met =
  | { readonly ok: true; readonly proof: Proof }
  /** wrong: another try is left. not-own: the channel does not vouch that the number is the sender's. */
  | { readonly ok: false; readonly reason: "wrong" | "expired" | "too-many" | "not-own" };

/** `key` names the challenge within the chat: the draft's id and the key it was asked under. */
export type Proofs = {
  standing(key: string, challenge: Challenge): Promise<ChallengeState>;
  /**
   * Sets the challenge, and sends the code if it is one; 60 s apart at the least: sooner, it changes nothing and tells how the
   * one before stands.
   */
  set(key: string, challenge: Challenge): Promise<ChallengeState>;
  meetContact(
    key: string,
    challenge: Challenge,
    contact: { readonly phone: string; readonly own: boolean },
  ): Promise<Met>;
  meetCode(key: string, challenge: Challenge, code: string): Promise<Met>;
};
