// For tests of the outbox without reminders: none is ever queued there.
import type { WrittenAtSending } from "../../src/records/outbox-store.js";

export const noReminders: WrittenAtSending = {
  prepare: async (_trx, { items }) => new Map(items.map(({ id }) => [id, { kind: "drop" }])),
  unreached: async () => undefined,
};
