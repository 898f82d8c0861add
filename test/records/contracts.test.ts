// The records keep what journeys are promised: the same suites as the world in memory.
import { fils } from "../../src/domain/kwd.js";
import { chatRecordsContract } from "../contracts/chat-records.contract.js";
import { paymentsContract } from "../contracts/payments.contract.js";
import { describeEachDatabase } from "../support/databases.js";
import { createPaymentWorld, order, orderLine } from "../support/payment-world.js";
import { createPeopleWorld, maria, noura, nouraPhone, row, stranger } from "../support/people-world.js";

describeEachDatabase("people, workers and proofs on record", (database) => {
  let chats = 0;
  chatRecordsContract(
    async () => {
      const world = createPeopleWorld(database().db);
      await world.import(row());
      const chat = await world.chat(`contract-${chats++}`);
      return {
        sponsor: noura,
        phone: nouraPhone,
        worker: maria,
        code: world.code,
        people: () => world.turn(chat).people,
        workers: () => world.turn(chat).workers,
        proofs: () => world.turn(chat).proofs,
      };
    },
    { nobody: stranger },
  );
});

describeEachDatabase("payments on record", (database) => {
  paymentsContract(async () => {
    const world = createPaymentWorld(database());
    return {
      payments: world.payments(await world.payer()),
      others: world.payments(await world.payer()),
      order: async (fee) => order([orderLine(await world.addWorker(), { fils: fils(fee) })]),
    };
  });
});
