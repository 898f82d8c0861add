// The world in memory keeps the promises that the records keep: what journeys are tested on is what they will meet.
import { describe } from "vitest";
import { fils } from "../../src/domain/kwd.js";
import type { Phone } from "../../src/domain/phone.js";
import { civilId, cover, fakeWorld, worker } from "../support/fake-world.js";
import { order, orderLine } from "../support/payment-world.js";
import { chatRecordsContract } from "./chat-records.contract.js";
import { paymentsContract } from "./payments.contract.js";
import { remindersContract } from "./reminders.contract.js";

describe("people, workers and proofs in memory", () => {
  chatRecordsContract(
    async () => {
      const world = fakeWorld({ account: undefined });
      return {
        sponsor: world.records.sponsor,
        phone: "+96550001234" as Phone,
        worker: worker(1).civilId,
        code: world.code,
        people: () => world.people,
        workers: () => world.workers,
        proofs: () => world.proofs,
      };
    },
    { nobody: civilId("1979-01-30", 3300) },
  );
});

describe("payments in memory", () => {
  paymentsContract(async () => {
    const { payments } = fakeWorld();
    return {
      payments,
      others: fakeWorld().payments,
      order: async (fee) => order([orderLine("w1", { fils: fils(fee) })]),
    };
  });
});

describe("reminders in memory", () => {
  remindersContract(async () => {
    const told = cover("2026-01-01", "2026-12-31", { source: "told" });
    const world = fakeWorld({
      workers: [worker(1, { covers: [cover("2026-01-01", "2026-07-31")] })],
      tracked: [worker(7, { id: "t1", source: "told", covers: [told] })],
    });
    return {
      worker: "w1",
      followed: "t1",
      others: "w2",
      reminders: () => world.reminders,
      workers: () => world.workers,
      people: () => world.people,
    };
  });
});
