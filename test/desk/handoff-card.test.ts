// A handoff's card tells what the chat is about: the payment of its case, the quote that was read, what was not understood. Never whose it is.
import { expect, it } from "vitest";
import type { IsoDate } from "../../src/domain/iso-date.js";
import { fils } from "../../src/domain/kwd.js";
import { type NewCase, openCase } from "../../src/records/cases.js";
import { createDeskPort } from "../../src/records/desk/desk-port.js";
import { workerId } from "../../src/records/worker-id.js";
import { insertAttempt, insertIntent, insertLine } from "../support/bought.js";
import { describeEachDatabase, testVault } from "../support/databases.js";
import { civilId, service } from "../support/fake-world.js";
import { createHandoffWorld, type HandoffWorld } from "../support/handoff-world.js";
import { maria, minute, row } from "../support/people-world.js";
import { asks, claims, plain, talking, texts } from "../support/talking.js";

const lastFour = maria.slice(-4);

async function cardOf(world: HandoffWorld): Promise<readonly string[]> {
  await world.look();
  await world.send();
  return plain(world.phone(world.groupKey)[0]?.text ?? "").split("\n");
}

describeEachDatabase("a handoff's card", (database) => {
  async function start() {
    const world = await createHandoffWorld(database().db);
    await world.chat("700");
    await world.import(row());
    const owes = async (state: string, total: number) => {
      const id = await insertIntent(world, state, world.person);
      await insertLine(world, id);
      await world.db.updateTable("intents").set({ total_fils: total }).where("id", "=", id).execute();
      await world.db.updateTable("intent_lines").set({ fils: total }).where("intent_id", "=", id).execute();
      return id;
    };
    const opens = (of: Pick<NewCase, "kind" | "intent" | "attempt" | "detail">) =>
      world.db
        .transaction()
        .execute((trx) => openCase(trx, { effectKey: "k", chat: world.person, ...of }, world.clock.now()));
    return { world, owes, opens };
  }

  it("shows the payment that its case is about, what is wrong with it, and not what was asked for later", async () => {
    const { world, owes, opens } = await start();
    const intent = await owes("paid", 5_000);
    const attempt = await insertAttempt(world, intent, "conflicted");
    await insertAttempt(world, await owes("open", 20_000), "declined");
    const detail = { refundFils: 5_000, currency: "KWD" };
    await opens({ kind: "second-capture", intent, attempt, detail });
    const card = await cardOf(world);
    expect(card).toContain("⚠️ paid twice: KD\u00a05.000 is owed back.");
    expect(card).toContain("The payment it is about: KD\u00a05.000");
    expect(card.join("\n")).toContain(`• M. S. …${lastFour}: 1 Jan 2027 to 31 Dec 2027, KD\u00a05.000`);
    expect(card.join("\n")).not.toMatch(/20\.000|declined|Last asked/u);
  });

  it("names the currency where the money that came is no dinars", async () => {
    const { world, owes, opens } = await start();
    const intent = await owes("conflicted", 5_000);
    await opens({ kind: "wrong-currency", intent, detail: { refundFils: 5_000, currency: "USD" } });
    expect(await cardOf(world)).toContain("⚠️ a wrong currency came: a payment in USD is owed back.");
  });

  it("calls what was paid no longer asked for", async () => {
    const { world, owes } = await start();
    const intent = await owes("paid", 5_000);
    const paid_at = new Date("2026-01-05T09:00:00Z");
    await world.db.updateTable("intents").set({ paid_at }).where("id", "=", intent).execute();
    await asks(world);
    const card = await cardOf(world);
    expect(card).toContain("Last paid: KD\u00a05.000, on 5 Jan 2026");
    expect(card.join("\n")).not.toContain("asked to pay");
  });

  it("shows what was last asked for, and how the last try to pay ended", async () => {
    const { world, owes } = await start();
    await insertAttempt(world, await owes("open", 5_000), "declined");
    await asks(world);
    const card = await cardOf(world);
    expect(card).toContain("Last asked to pay: KD\u00a05.000");
    expect(card).toContain("The bank declined the last try to pay.");
  });

  it("stays short however large the basket is", async () => {
    const { world, owes } = await start();
    const intent = await owes("open", 5_000);
    for (let n = 1; n < 9; n += 1) {
      await world.import(row({ worker_civil_id: civilId("1992-02-01", 4000 + n), policy_number: `P-${n}` }));
      const { id } = await world.db.selectFrom("workers").select("id").orderBy("id", "desc").executeTakeFirstOrThrow();
      await insertLine(world, intent, id);
    }
    await asks(world);
    const card = await cardOf(world);
    expect(card).toContain("Last asked to pay: KD\u00a045.000");
    expect(card).toContain("• and 6 more workers");
    expect(card.length).toBeLessThanOrEqual(10);
  });

  it("shows the quote that was read and not accepted yet, with its reasons", async () => {
    const { world } = await start();
    await world.says({ kind: "command", command: "quote" });
    for (const said of ["Another worker", "1", "In Kuwait", "2 years"]) await world.says(said);
    await asks(world);
    const card = await cardOf(world);
    expect(card).toContain("Last quote read, not accepted: KD\u00a010.000");
    expect(card.join("\n")).toMatch(/• a worker not on record: .*, KD\u00a010\.000, by rule Domestic worker/u);
    expect(card.some((each) => each.startsWith("Source: "))).toBe(true);
    expect(card.length).toBeLessThanOrEqual(10);
  });

  /** Asked for in a turn, with a quote for the worker on record that was read so long ago. */
  async function asksAfterReading(world: HandoffWorld, agoMs: number) {
    const { id } = await world.db.selectFrom("workers").select("id").executeTakeFirstOrThrow();
    const opened = await world.sessions.open(world.person, "a turn", { ms: minute });
    if (opened.kind !== "open") throw new Error("the chat is not free");
    const fence = { chat: world.person, token: opened.token };
    const now = world.clock.now();
    const period = { from: "2027-01-01" as IsoDate, until: "2028-12-31" as IsoDate, fils: fils(10_000) };
    const quoted = {
      schedule: "kd5",
      at: new Date(now.getTime() - agoMs).toISOString(),
      lines: [{ worker: workerId("record", id), rule: "domestic-worker", ...period }],
    };
    const of = { fence, now, language: "en", about: { underWay: undefined, quoted, trail: [] } } as const;
    const deps = { db: world.db, vault: testVault, renderView: world.renderView, hours: service.deskHours };
    await createDeskPort(deps, of).ask("k");
    await world.sessions.release(fence);
  }

  it("masks whom a quote that was read is for, and shows it before what was to be paid earlier", async () => {
    const { world, owes } = await start();
    await owes("open", 5_000);
    world.clock.advance(2 * minute);
    await asksAfterReading(world, minute);
    const card = (await cardOf(world)).join("\n");
    expect(card).toContain(`• M. S. …${lastFour}: 1 Jan 2027 to 31 Dec 2028, KD\u00a010.000`);
    expect(card).not.toMatch(/Maria|Last asked/u);
  });

  it("shows what was opened to be paid since a quote was read, and no quote of the day before", async () => {
    const { world, owes } = await start();
    await owes("open", 5_000);
    await asksAfterReading(world, minute);
    expect(await cardOf(world)).toContain("Last asked to pay: KD\u00a05.000");
    const other = await start();
    await asksAfterReading(other.world, 25 * 60 * minute);
    expect((await cardOf(other.world)).join("\n")).not.toContain("KD\u00a010.000");
  });

  it("is followed, for whoever takes the chat, by the quote that was read before asking once more", async () => {
    const { world, owes } = await start();
    const agent = await world.seat(2, "agent");
    await owes("open", 5_000);
    await asks(world);
    await cardOf(world);
    world.clock.advance(minute);
    await asksAfterReading(world, 0);
    await agent.pressesIn(world.group, await claims(world));
    await world.send();
    const taken = texts(world, world.groupKey).at(-1);
    expect(taken).toMatch(
      /has this chat[\s\S]*asked again\. They are about this now:\nLast quote read, not accepted: KD\u00a010\.000\n/u,
    );
    expect(taken).not.toContain("Maria");
  });

  it("is all there is to say where nobody asked since", async () => {
    const { world } = await start();
    await talking(world);
    expect(texts(world, world.groupKey).join("\n")).not.toContain("asked again");
  });

  it("shows what was not understood, masked, and keeps it sealed", async () => {
    const { world } = await start();
    // Two of them are no inquiry.
    await world.says(`blorp ${maria} or ${maria}`);
    await world.says({ kind: "media", media: "voice" }, { content: null });
    await world.says("qwerty");
    expect(await cardOf(world)).toContain(
      `The bot did not understand: “blorp ••••${lastFour} or ••••${lastFour}” · a voice note · “qwerty”`,
    );
    const kept = await world.db.selectFrom("handoffs").select("about_sealed").executeTakeFirstOrThrow();
    expect(kept.about_sealed?.toString("latin1")).not.toContain("qwerty");
  });
});
