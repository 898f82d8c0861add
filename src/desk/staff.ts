// The port to the hotline's staff: who they are, and how one becomes and ceases to be one of them.
import type { StaffRole } from "../domain/access.js";
import type { ChatKey } from "../turns/session-store.js";
import type { Language } from "../words/line.js";

/** One of the staff, at work: who is suspended or removed is nobody here. */
export type Staff = {
  readonly id: number;
  readonly role: StaffRole;
  /** As they are called among themselves, and named to the person whom they help. */
  readonly name: string;
  /** Their private chat with the bot; in a group they are known by it, too. */
  readonly chat: ChatKey;
  /** Rises whenever they are suspended or removed: what was theirs before is theirs no more, also when they are back. */
  readonly sitting: number;
};

/** As supervisors see them. */
export type StaffMember = Staff & {
  readonly state: "active" | "suspended" | "removed";
  readonly seatedAt: Date;
};

/** What a supervisor does to a member; `restored` ends a suspension. Who was removed needs a new invitation. */
export type StaffChange = "suspended" | "restored" | "removed";

/** As it is after a change. `isBarred`: the bot keeps them out of the team's group, or may be doing so. */
export type ChangedMember = StaffMember & { readonly isBarred: boolean };

/** An invitation can be used once, within a day. */
export const inviteHours = 24;

/** What an invitation's link carries after `?start=`, before its token. */
export const invitePrefix = "staff_";

/** already: they are of the staff; a link lowers no role, and is not used up. */
export type Seated = { readonly kind: "seated" | "already"; readonly staff: Staff };

export type StaffRecords = {
  /** `undefined`: not of the staff, or not any more. */
  of(chat: ChatKey): Promise<Staff | undefined>;
  /** Without those who were removed. */
  list(): Promise<readonly StaffMember[]>;
  /** The latest first: what they did stays known. */
  removed(): Promise<readonly StaffMember[]>;
  /** @param key of what asks for it: the same again makes no other one; none: each is another. @returns the token of a one-time link */
  invite(role: StaffRole, by: Staff | undefined, key?: string): Promise<string>;
  /** `undefined`: used up, too old, or void: its maker was suspended or removed, or whoever holds it was after it was made. */
  redeem(token: string, as: { readonly chat: ChatKey; readonly name: string }): Promise<Seated | undefined>;
  /** By a supervisor at work. Nobody changes themselves, so that one at least stays. `undefined`: no such member, or not that change. */
  change(member: number, change: StaffChange, by: Staff, key: string): Promise<ChangedMember | undefined>;
  /** The group in which the staff meets; `undefined`: none was named yet. */
  group(): Promise<StaffGroup | undefined>;
};

export type StaffGroup = {
  readonly chat: ChatKey;
  /** Each chat that is taken over has a topic of its own there; otherwise a thread of replies. */
  readonly hasTopics: boolean;
  /** Of whoever named it: what comes there by itself is said in it. */
  readonly language: Language;
};
