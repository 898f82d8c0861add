// For tests of the outbox without reminders: none is ever queued there.
import type { WrittenAtSending } from "../../src/records/outbox.js";

export const noReminders: WrittenAtSending = {
  prepare: async () => ({ kind: "drop" }),
  unreached: async () => undefined,
};
