// Who a receipt says has paid: no more than tells two people of a household apart, and nobody who has left.
import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import type { CivilId } from "../../src/domain/civil-id.js";
import { identify, sealName } from "../../src/records/sealed-person.js";
import { describeEachDatabase, testVault } from "../support/databases.js";
import { createPaymentWorld, linkOf, order, orderLine, type PaymentWorld, press } from "../support/payment-world.js";

async function openAccount({ db, clock }: PaymentWorld): Promise<string> {
  const { id } = await db
    .insertInto("accounts")
    .values({
      ...identify(testVault, "280010100006" as CivilId, "accounts.civil_id_sealed"),
      name_sealed: sealName(testVault, { ar: "فاطمة الرشود", en: "Fatima Alrashoud" }, "accounts.name_sealed"),
      phone_index: randomBytes(32),
      phone_sealed: randomBytes(32),
      gender: "female",
      governorate: "HA",
      consented_to: "1",
      opened_at: clock.now(),
      effect_key: "account",
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return String(id);
}

async function paidBy(world: PaymentWorld, account: string | undefined): Promise<string> {
  const payer = await world.payer({ language: "en", ...(account === undefined ? {} : { account }) });
  const kind = account === undefined ? "quick" : "account";
  const opened = await world.payments(payer).open("draft", order([orderLine(await world.addWorker())], kind));
  const token = linkOf(opened);
  const reference = await press(world, token);
  world.gateway.pay(reference);
  await world.service.calledBack("sandbox", reference);
  return token;
}

describeEachDatabase("a receipt", (database) => {
  it("names its payer by initials and last four digits", async () => {
    const world = createPaymentWorld(database());
    const token = await paidBy(world, await openAccount(world));
    expect((await world.service.receipt(token))?.payer).toEqual({ initials: "F. A.", lastFour: "0006" });
  });

  it("says of somebody who gave two civil IDs that they have no account", async () => {
    const world = createPaymentWorld(database());
    expect((await world.service.receipt(await paidBy(world, undefined)))?.payer).toBe("quick");
  });

  it("tells an account its policy number, and a quick payer that it is issued alone", async () => {
    for (const [account, policyNumber] of [
      [true, "HI-777"],
      [false, undefined],
    ] as const) {
      const world = createPaymentWorld(database());
      const token = await paidBy(world, account ? await openAccount(world) : undefined);
      await world.db.updateTable("renewals").set({ state: "issued", policy_number: "HI-777" }).execute();
      const line = (await world.service.receipt(token))?.lines.at(-1);
      expect(line?.state).toBe("issued");
      expect(line?.policyNumber).toBe(policyNumber);
    }
  });

  it("names nobody who has left", async () => {
    const world = createPaymentWorld(database());
    const token = await paidBy(world, await openAccount(world));
    await world.db.updateTable("intents").set({ account_id: null }).execute();
    expect(await world.service.receipt(token)).not.toHaveProperty("payer");
  });
});
