// The records keep what journeys are promised: the same suites as the world in memory.
import { randomInt } from "node:crypto";
import { fils } from "../../src/domain/kwd.js";
import type { Phone } from "../../src/domain/phone.js";
import { workerId } from "../../src/records/worker-id.js";
import { chatRecordsContract } from "../contracts/chat-records.contract.js";
import { paymentsContract } from "../contracts/payments.contract.js";
import { remindersContract } from "../contracts/reminders.contract.js";
import { describeEachDatabase, testVault } from "../support/databases.js";
import { civilId } from "../support/fake-world.js";
import { createPaymentWorld, order, orderLine } from "../support/payment-world.js";
import { createPeopleWorld, joseph, maria, noura, nouraPhone, row, stranger } from "../support/people-world.js";
import { createReminderWorld } from "../support/reminder-world.js";

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

describeEachDatabase("reminders on record", (database) => {
  let chats = 0;
  remindersContract(async () => {
    const world = createReminderWorld(database().db);
    const serial = chats++;
    const ids = {
      sponsor: civilId("1985-03-02", 4000 + 20 * serial),
      worker: civilId("1990-05-17", 4000 + 20 * serial),
    };
    const phone = `+96551${String(serial).padStart(6, "0")}` as Phone;
    await world.import(
      row({
        sponsor_civil_id: ids.sponsor,
        sponsor_phone: phone,
        worker_civil_id: ids.worker,
        policy_number: `R-${serial}`,
      }),
      row({ sponsor_civil_id: stranger, sponsor_phone: "50004321", worker_civil_id: joseph, policy_number: "HI-9" }),
    );
    const chat = await world.chat(`reminders-${serial}`);
    await world.register(chat, { civilId: ids.sponsor, phone });
    const { id: followed } = await world
      .turn(chat)
      .workers.track("f", { civilId: maria, name: "Grace", coverUntil: undefined });
    const [worker] = (await world.turn(chat).workers.household()).workers;
    const { id } = await database()
      .db.selectFrom("workers")
      .select("id")
      .where("civil_id_index", "=", testVault.civilIdIndex(joseph))
      .executeTakeFirstOrThrow();
    const others = workerId("record", id);
    return {
      worker: worker?.id ?? "",
      followed,
      others,
      reminders: () => world.reminders(chat),
      workers: () => world.turn(chat).workers,
      people: () => world.turn(chat).people,
    };
  });
});

describeEachDatabase("payments on record", (database) => {
  paymentsContract(async () => {
    const world = createPaymentWorld(database());
    // Accounts that no other test has used.
    const account = () => String(randomInt(1_000, 2 ** 40));
    return {
      payments: world.payments(await world.payer({ account: account() })),
      others: world.payments(await world.payer({ account: account() })),
      order: async (fee) => order([orderLine(await world.addWorker(), { fils: fils(fee) })]),
    };
  });
});
