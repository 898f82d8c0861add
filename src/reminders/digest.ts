// The digest: one message a day about all the workers of whom a person is to be told, the most urgent first.
import type { IsoDate } from "../domain/iso-date.js";
import type { ReminderWishes } from "../domain/reminder.js";
import type { Message } from "../journeys/message.js";
import type { Household, Worker } from "../journeys/workers-port.js";

/** A worker of whom a person is told, as that person may see them. `end` is the last day of cover that is known, told or paid. */
export type Reminded = { readonly worker: Worker; readonly end: IsoDate };

export type DigestOf = {
  /** At least one. */
  readonly reminded: readonly Reminded[];
  /** What the fee depends on; empty where nothing is on record. */
  readonly household: Household;
  readonly names: ReminderWishes["names"];
  readonly today: IsoDate;
};

export type Digest = (of: DigestOf) => Message;
