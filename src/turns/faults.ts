// Faults of our own code: counted in the database, so that one message nobody can process does not come back for ever.
import type { Input } from "../journeys/input.js";
import type { ChatKey } from "./session-store.js";

/** The port to the book of troubled updates. */
export type TroubledUpdates = {
  /** Counts one fault. With the fifth the update is parked, its input kept sealed for operators. */
  count(chat: ChatKey, update: string, input: Input, now: Date): Promise<"again" | "parked">;
};
