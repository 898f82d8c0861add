// A draft: a journey under way, as it is kept between two messages. Some hundred bytes, sealed in the session.
import type { Command } from "./message.js";
import type { Stored } from "./question.js";

type Pending = {
  readonly key: string;
  /** Of the question as it was shown; an input counts for no other. */
  readonly fingerprint: string;
  /** The question's `shown`, so that a change can be told by what it was. */
  readonly shown?: string;
  readonly partial?: Stored;
};

export type Draft = {
  /** At most 22 characters; the key under which this draft's effects happen once. */
  readonly id: string;
  readonly command: Command;
  readonly argument?: string;
  readonly answers: Readonly<Record<string, Stored>>;
  readonly pending?: Pending;
};
