// The world in memory keeps the promises that the records keep: what journeys are tested on is what they will meet.
import { describe } from "vitest";
import { fils } from "../../src/domain/kwd.js";
import type { Phone } from "../../src/domain/phone.js";
import { civilId, fakeWorld, worker } from "../support/fake-world.js";
import { order, orderLine } from "../support/payment-world.js";
import { chatRecordsContract } from "./chat-records.contract.js";
import { paymentsContract } from "./payments.contract.js";

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
