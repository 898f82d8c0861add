// What the table of access says is what the desk shows: each fact about a household stands on a member's screen, or does not.
import { expect, it } from "vitest";
import { type Fact, maySee } from "../../src/domain/access.js";
import { openCase } from "../../src/records/cases.js";
import { createMintLink } from "../../src/records/links.js";
import { insertIntent, insertReceipt, insertRenewal } from "../support/bought.js";
import { describeEachDatabase, testVault } from "../support/databases.js";
import { createDeskWorld, type Said } from "../support/desk-world.js";
import { maria, noura, row } from "../support/people-world.js";

const text = (said: Said) => (said ?? []).map((each) => each.text.replace(/[\u2066-\u2069]/gu, "")).join("\n");

/** As each would be written; any of several. `access-log`: another's looks are shown to nobody at the desk but by a message of their own. */
const written: Readonly<Record<Exclude<Fact, "access-log" | "pay-link">, readonly string[]>> = {
  "worker-initials": ["M. S."],
  "worker-last-four": [maria.slice(-4)],
  "worker-name": ["Maria Santos", "ماريا سانتوس"],
  "cover-period": ["31 Dec 2026"],
  "policy-number": ["HI-1"],
  fee: ["KD\u00a05.000"],
  "sponsor-name": ["Noura Al-Mutairi", "نورة المطيري"],
  "phone-masked": ["phone ending in 234"],
  "phone-full": ["5000 1234", "50001234"],
  "civil-id-full": [noura, maria],
  payments: ["Paid."],
  receipts: ["TJ-2026-ABCDEFGH"],
  cases: ["Open case"],
};

describeEachDatabase("what the desk shows of a household", (database) => {
  async function opened() {
    const world = createDeskWorld(database().db);
    const { db, clock } = world;
    await world.import(row());
    const chat = await world.chat("77");
    await world.register(chat);
    const intent = await insertIntent(world, "paid", chat);
    await insertReceipt(world, intent, "TJ-2026-ABCDEFGH");
    await insertRenewal(world, "paid", { intent });
    const unpaid = await insertIntent(world, "open", chat);
    const link = await createMintLink(testVault, "https://pay.test")(db, "pay", unpaid, clock.now());
    const { id: worker } = await db.selectFrom("workers").select("id").executeTakeFirstOrThrow();
    await db
      .transaction()
      .execute((trx) => openCase(trx, { kind: "not-mine", effectKey: "k", worker, detail: {} }, clock.now()));
    const { id: sponsor } = await db.selectFrom("sponsors").select("id").executeTakeFirstOrThrow();
    return { world, sponsor, link };
  }

  it.each(["agent", "supervisor"] as const)(
    "is, to the letter, what the table lets one of them see: %s",
    async (role) => {
      const { world, sponsor, link } = await opened();
      const member = await world.seat(1, role);
      const shown = [await member.writes(noura), await member.presses(`desk:quote:${sponsor}:1`)].map(text).join("\n");
      const seen = Object.entries(written).filter(([, values]) => values.some((value) => shown.includes(value)));
      expect(seen.map(([fact]) => fact)).toEqual(Object.keys(written).filter((fact) => maySee(role, fact as Fact)));
      expect(maySee(role, "pay-link")).toBe(false);
      expect(shown).not.toContain(link);
    },
  );

  it("holds the rest back for a message of its own, with a written reason", async () => {
    const { world, sponsor } = await opened();
    const agent = await world.seat(1, "agent");
    await world.seat(2, "supervisor");
    await agent.writes(noura);
    await agent.presses(`desk:consent:break:${sponsor}`);
    await agent.writes("A hospital asks for her number");
    const { message_sealed } = await world.db
      .selectFrom("outbox")
      .select("message_sealed")
      .where("kind", "=", "reveal")
      .executeTakeFirstOrThrow();
    const shown = testVault.seal.open(message_sealed, "outbox.message_sealed");
    const withheld = Object.entries(written).filter(
      ([fact]) => maySee("agent-with-consent", fact as Fact) && !maySee("agent", fact as Fact),
    );
    expect(withheld.map(([fact]) => fact)).toEqual(["worker-name", "sponsor-name", "phone-full", "civil-id-full"]);
    for (const [fact, values] of withheld)
      expect(
        values.some((value) => shown.includes(value)),
        fact,
      ).toBe(true);
  });
});
