// Questions that the desk asks: a lookup typed into one is never its answer, nor is a word without meaning, and none outlives its quarter of an hour.
import { expect, it } from "vitest";
import { insertIntent, insertReceipt, insertRenewal } from "../../../support/bought.js";
import { describeEachDatabase, testVault } from "../../../support/databases.js";
import { createDeskWorld, type DeskWorld, type Said } from "../../../support/desk-world.js";
import { minute, noura, row, stranger } from "../../../support/people-world.js";

const text = (said: Said) => said?.map((each) => each.text.replace(/[\u2066-\u2069]/gu, "")).join("\n") ?? "";
const starting = (said: Said, start: string) =>
  said
    ?.flatMap(({ buttons }) => buttons.flat().flatMap((button) => ("data" in button ? [button.data] : [])))
    .find((data) => data.startsWith(start)) ?? "";

async function opened(db: DeskWorld["db"]) {
  const world = createDeskWorld(db);
  await world.import(row());
  const [supervisor, agent] = [await world.seat(1, "supervisor"), await world.seat(2, "agent")];
  const payer = await world.chat("77");
  await world.register(payer);
  const intent = await insertIntent(world, "paid", payer);
  await insertReceipt(world, intent, "TJ-2026-ABCDEFGH");
  const id = await insertRenewal(world, "paid", { intent });
  const member = await world.desk.staff.of(agent.chat);
  const card = await agent.writes(noura);
  for (const act of ["claim", "file"]) await agent.presses(`desk:filing:${act}:${id}`);
  return {
    world,
    agent,
    supervisor,
    member: member?.id,
    card,
    asks: (act: "reject" | "number") => agent.presses(`desk:filing:${act}:${id}`),
    state: async () =>
      (await db.selectFrom("renewals").select("state").where("id", "=", id).executeTakeFirstOrThrow()).state,
    /** But for the steps of the filing, which is seen with each of them. */
    logged: async () =>
      (await db.selectFrom("access_log").select("what").where("what", "!=", "filing-seen").orderBy("id").execute()).map(
        ({ what }) => what,
      ),
    /** After that it was filed, which is told when it happens. */
    told: async () => {
      const [, ...rows] = await db.selectFrom("outbox").selectAll().where("chat", "=", payer).orderBy("id").execute();
      return rows.map((each) => testVault.seal.open(each.message_sealed, "outbox.message_sealed"));
    },
  };
}

const noWords = ["\u200b", "\u200b".repeat(12), "..........", "…", "1234567890", "?!"];

describeEachDatabase("a question of the desk", (database) => {
  it("takes no civil ID and no phone for its answer, in any digits, and can be left for the lookup that was meant", async () => {
    const { agent, asks, card, state, logged, told } = await opened(database().db);
    const questions = [
      () => asks("reject"),
      () => asks("number"),
      () => agent.presses(starting(card, "desk:consent:break")),
      () => agent.presses(starting(card, "desk:case:open")),
    ];
    for (const begin of questions) {
      await begin();
      for (const looked of [
        stranger,
        `\u200f${stranger.slice(0, 6)} ${stranger.slice(6)}`,
        "٥٠١٢ ٣٤٥٦",
        "+965 5012 3456",
      ])
        expect(text(await agent.writes(looked))).toContain("looks like a lookup");
    }
    await agent.presses(starting(card, "desk:phone:correct"));
    const asked = await agent.writes(stranger);
    expect(text(asked)).toContain("looks like a lookup");
    expect(text(await agent.presses(starting(asked, "desk:leave")))).toContain("set aside");
    expect(text(await agent.writes(stranger))).toBe("Nothing on record fits that.");
    expect([await state(), await told()]).toEqual(["filed", []]);
    expect(await logged()).toEqual(["looked", "no-match"]);
  });

  it("has a way out as soon as it is asked, which ends it and no other", async () => {
    const { agent, asks, card, logged } = await opened(database().db);
    expect(starting(await asks("number"), "desk:filing:see")).not.toBe("");
    const begun: string[] = [];
    for (const begin of ["desk:consent:break", "desk:case:open", "desk:phone:correct"]) {
      const leave = starting(await agent.presses(starting(card, begin)), "desk:leave");
      expect(leave, begin).not.toBe("");
      begun.push(leave);
    }
    const [glass = "", , correcting = ""] = begun;
    // The first question was set aside when the third was begun, which goes on.
    expect(text(await agent.presses(glass))).toContain("answered or set aside before");
    const wrong = await agent.writes("123");
    expect(text(wrong)).toContain("eight digits");
    expect(starting(wrong, "desk:leave")).toBe(correcting);
    expect(text(await agent.presses(correcting))).toContain("nothing of it was done");
    expect(text(await agent.presses(correcting))).toContain("answered or set aside before");
    expect(text(await agent.writes("55556666"))).toContain("Nothing on record");
    expect(await logged()).toEqual(["looked", "no-match"]);
  });

  it("that was answered says so under its button, and takes nothing back", async () => {
    const { agent, card, logged } = await opened(database().db);
    const leave = starting(await agent.presses(starting(card, "desk:case:open")), "desk:leave");
    await agent.writes("Ask the bank");
    expect(text(await agent.presses(leave))).toContain("answered or set aside before");
    expect(await logged()).toEqual(["looked", "case-opened"]);
  });

  it("takes no reason or note that says nothing", async () => {
    const { agent, asks, card, state, logged } = await opened(database().db);
    await asks("reject");
    for (const said of noWords) expect(text(await agent.writes(said))).toContain("few words");
    expect(await state()).toBe("filed");
    await agent.presses(starting(card, "desk:consent:break"));
    for (const said of [...noWords, "a.........", "........ab"])
      expect(text(await agent.writes(said))).toContain("few words more");
    await agent.presses(starting(card, "desk:case:open"));
    for (const said of noWords) expect(text(await agent.writes(said))).toContain("few words");
    expect(await logged()).toEqual(["looked"]);
  });

  it("that tells a payer something is confirmed first, with those words, and by that press alone", async () => {
    const { agent, asks, state, told } = await opened(database().db);
    await asks("reject");
    const first = await agent.writes("Residency has\u200b ended");
    expect(text(first)).toContain("Residency has ended");
    expect([await state(), await told()]).toEqual(["filed", []]);
    expect(text(await agent.presses(starting(first, "desk:unsure")))).toContain("Nothing was changed");
    await asks("reject");
    const second = await agent.writes("The passport has ended");
    // The press under the first words is no answer to the second.
    expect(await agent.presses(starting(first, "desk:sure"))).toBeUndefined();
    expect(await state()).toBe("filed");
    expect(text(await agent.presses(starting(second, "desk:sure")))).toContain("Rejected");
    expect(await state()).toBe("refund-due");
    expect((await told()).join()).toContain("The passport has ended");
    expect(await agent.presses(starting(second, "desk:sure"))).toBeUndefined();
  });

  it("is confirmed with the policy number before it is issued", async () => {
    const { agent, asks, state } = await opened(database().db);
    await asks("number");
    const sure = await agent.writes(" HI-٢٠٢٧ ");
    expect(text(sure)).toContain("HI-2027");
    expect(await state()).toBe("filed");
    expect(text(await agent.writes(noura))).toContain("on record as imported");
    expect(text(await agent.presses(starting(sure, "desk:sure")))).toContain("Issued");
    expect(await state()).toBe("issued");
  });

  it("is set aside by a command with all that was written, and goes on by a press, and by nothing that is typed", async () => {
    const { agent, asks, state, logged } = await opened(database().db);
    await asks("number");
    const sure = await agent.writes("HI-2027");
    const set = await agent.writes("/queue");
    expect(text(set)).toContain("set aside for an hour");
    expect(text(await agent.writes(noura))).toContain("on record as imported");
    expect(text(await agent.writes("/lookup"))).not.toContain("set aside");
    expect(await agent.presses(starting(sure, "desk:sure"))).toBeUndefined();
    expect(await state()).toBe("filed");
    const again = await agent.presses(starting(set, "desk:go-on"));
    expect(text(again)).toContain("HI-2027");
    expect(starting(again, "desk:sure")).toBe(starting(sure, "desk:sure"));
    expect(text(await agent.presses(starting(again, "desk:sure")))).toContain("Issued");
    expect(await state()).toBe("issued");
    expect(text(await agent.presses(starting(set, "desk:go-on")))).toContain("answered or set aside before");
    expect(await logged()).toContain("looked");
  });

  it("that was set aside is asked again as it stood, and hears its answer; after an hour it is over", async () => {
    const { world, agent, card, logged } = await opened(database().db);
    await agent.presses(starting(card, "desk:case:open"));
    const set = await agent.writes("/stats");
    world.clock.advance(50 * minute);
    expect(text(await agent.presses(starting(set, "desk:go-on")))).toContain("colleagues");
    await agent.writes("Ask the bank");
    expect(await logged()).toEqual(["looked", "case-opened"]);
    await agent.presses(starting(card, "desk:case:open"));
    const late = await agent.writes("/stats");
    world.clock.advance(60 * minute + 1);
    expect(text(await agent.presses(starting(late, "desk:go-on")))).toContain("answered or set aside before");
  });

  it("is left by a command of the service as well, and what is typed next is no answer", async () => {
    const { agent, asks, state } = await opened(database().db);
    await asks("reject");
    expect(text(await agent.writes("/renew"))).toContain("set aside");
    expect(await agent.writes("Residency has ended")).toBeUndefined();
    expect(await state()).toBe("filed");
  });

  it("is over after a quarter of an hour: what is typed then is no answer, and a lookup is one", async () => {
    const { world, agent, asks, state } = await opened(database().db);
    await asks("reject");
    world.clock.advance(14 * minute);
    expect(text(await agent.writes("?"))).toContain("few words");
    world.clock.advance(15 * minute);
    const sure = await agent.writes("Residency has ended");
    expect(starting(sure, "desk:sure")).not.toBe("");
    world.clock.advance(15 * minute + 1);
    expect(text(await agent.presses(starting(sure, "desk:sure")))).toContain("set aside");
    await asks("number");
    world.clock.advance(15 * minute + 1);
    const looked = text(await agent.writes("HI-2027"));
    expect(looked).toContain("set aside");
    expect(looked).toContain("Nothing on record fits that.");
    expect(await state()).toBe("filed");
  });

  it("is gone once its member was suspended, also when they are back a moment later", async () => {
    const { agent, asks, supervisor, member, state } = await opened(database().db);
    await asks("reject");
    const sure = await agent.writes("Residency has ended");
    await supervisor.presses(`desk:staff:suspended:${member}`);
    await supervisor.presses(`desk:staff:restored:${member}`);
    expect(text(await agent.presses(starting(sure, "desk:sure")))).toContain("set aside");
    expect(await agent.writes("Thank you")).toBeUndefined();
    expect(await state()).toBe("filed");
  });
});
