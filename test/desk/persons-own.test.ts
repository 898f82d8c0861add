// What a waiting person answers the bot is theirs: the group gets words meant for the team, and whoever takes the chat is told, masked, what went before.
import { expect, it } from "vitest";
import { insertIntent, insertReceipt } from "../support/bought.js";
import { describeEachDatabase } from "../support/databases.js";
import { createHandoffWorld, type HandoffWorld } from "../support/handoff-world.js";
import { minute, noura } from "../support/people-world.js";
import { asks, claims, plain, texts } from "../support/talking.js";

const inGroup = (world: HandoffWorld) =>
  world.phone(world.groupKey).flatMap(({ text, message }) => (message.mark === undefined ? [] : [plain(text)]));

describeEachDatabase("a waiting person's registration", (database) => {
  async function registering() {
    const world = await createHandoffWorld(database().db);
    await asks(world);
    await world.look();
    await world.says({ kind: "command", command: "register" });
    return world;
  }

  it("never goes to the group, answered or answered wrongly; words that no question took do, in order", async () => {
    const world = await registering();
    await world.says("please help me, nothing works here");
    await world.says(`${noura.slice(0, 11)}x9`);
    await world.says(noura, { content: { message: "9", text: noura, isEdited: false } });
    await world.says("Noura Al Rashoud");
    await world.says("how long will it take?");
    await world.says("2 years");
    await world.send();
    expect(inGroup(world)).toEqual(["please help me, nothing works here", "how long will it take?"]);
    const kept = await world.db.selectFrom("relays").select("id").where("held_sealed", "is not", null).execute();
    expect(kept).toEqual([]);
  });

  it("does not go there by a later change of its words either; that of words which did go does", async () => {
    const world = await registering();
    const writes = (message: string, text: string, isEdited = false) =>
      world.says(isEdited ? { kind: "media", media: "edited" } : text, { content: { message, text, isEdited } });
    await writes("10", noura);
    await writes("11", "how long?");
    await writes("10", "Noura, and not what I wrote", true);
    await writes("11", "how long, please?", true);
    await world.send();
    expect(inGroup(world)).toEqual(["how long, please?"]);
  });

  it("goes to whoever has the chat, with everything else that is written there, masked", async () => {
    const world = await registering();
    const agent = await world.seat(2, "agent");
    await agent.pressesIn(world.group, await claims(world));
    await world.says(noura);
    await world.send();
    expect(inGroup(world)).toEqual([`••••${noura.slice(-4)}`]);
  });

  it("is told to whoever takes the chat: the last questions and answers with their times, as the staff may see them", async () => {
    const world = await createHandoffWorld(database().db);
    const agent = await world.seat(2, "agent");
    await world.says({ kind: "command", command: "register" });
    await world.says(noura);
    await asks(world);
    await world.look();
    world.clock.advance(minute);
    await world.says({ kind: "command", command: "register" });
    await world.says(noura);
    world.clock.advance(minute);
    await world.says("Noura Al Rashoud");
    await agent.pressesIn(world.group, await claims(world));
    await world.send();
    const taken = texts(world, world.groupKey).at(-1) ?? "";
    expect(taken).toContain("What went before:");
    expect(taken).toMatch(
      new RegExp(
        `12:00 · the civil ID: …${noura.slice(-4)}\n• 12:01 · the civil ID: …${noura.slice(-4)}\n• 12:02 · the name$`,
        "iu",
      ),
    );
    expect(taken).not.toMatch(/Noura|Rashoud/u);
  });

  it("tells what the bot said about money: the quote that was read, the link, the receipt", async () => {
    const world = await createHandoffWorld(database().db);
    const agent = await world.seat(2, "agent");
    await world.says({ kind: "command", command: "quote" });
    for (const said of ["Another worker", "1", "In Kuwait", "2 years"]) await world.says(said);
    await asks(world);
    await world.look();
    const intent = await insertIntent(world, "paid", world.person);
    await insertReceipt(world, intent, "TJ-2026-ABCDEFGH");
    await world.db.updateTable("intents").set({ paid_at: world.clock.now() }).where("id", "=", intent).execute();
    await agent.pressesIn(world.group, await claims(world));
    await world.send();
    const taken = texts(world, world.groupKey).at(-1) ?? "";
    expect(taken).toMatch(/showed a quote: KD\u00a010\.000/u);
    expect(taken).toMatch(/sent a pay link: KD\u00a0/u);
    expect(taken).toMatch(/Paid, as the bot said: KD\u00a0.*receipt TJ-2026-ABCDEFGH/u);
  });
});
