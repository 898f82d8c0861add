// What journeys need of reminders: how this person is reminded, and what they answered. Bound to one chat and one turn.
import type { IsoDate } from "../domain/iso-date.js";
import type { ReminderWishes } from "../domain/reminder.js";

/** What a person may say to a reminder of one worker. */
export type ReminderAnswer =
  /** Cover runs on elsewhere, until then: kept as told by the sponsor, and reminded of anew. */
  | { readonly kind: "renewed"; readonly until: IsoDate }
  /** Not before this day. */
  | { readonly kind: "later"; readonly on: IsoDate }
  /** The worker left the country, or went to another sponsor. */
  | { readonly kind: "left" }
  /** Not this person's worker: reminders stop at once, and a case is opened for the team. */
  | { readonly kind: "not-mine" }
  | { readonly kind: "stopped" };

/** An answer that holds. `worker` is the worker's id, of one on record or only tracked. */
export type Answered = { readonly worker: string; readonly answer: ReminderAnswer };

/** A chat of this person in which reminders can be told. */
export type ReminderChat = {
  readonly id: string;
  readonly channel: "telegram" | "whatsapp";
  readonly isThis: boolean;
  /** Reminders are told there. */
  readonly isChosen: boolean;
};

export type Reminders = {
  wishes(): Promise<ReminderWishes>;
  /** Keeps them, and plans anew in the same transaction. Once per `key`. */
  wish(key: string, wishes: ReminderWishes): Promise<void>;
  chats(): Promise<readonly ReminderChat[]>;
  choose(key: string, chat: string): Promise<void>;
  /** The newest answer about each worker, where it was not undone. */
  answers(): Promise<readonly Answered[]>;
  /** Keeps an answer about one of the person's own workers and plans anew; `undefined` takes the newest one back. Once per `key`. */
  answer(key: string, worker: string, answer: ReminderAnswer | undefined): Promise<void>;
};
