// A card in the group, and its topic's name, say what is true while the chat waits: changed in place, now and then, and once more when it is taken.
import { expect, it } from "vitest";
import { topicTitle } from "../../src/desk/topic-title.js";
import type { ChatKey } from "../../src/turns/session-store.js";
import { languages } from "../../src/words/line.js";
import { insertIntent } from "../support/bought.js";
import { describeEachDatabase } from "../support/databases.js";
import { createHandoffWorld, type HandoffWorld } from "../support/handoff-world.js";
import { speak } from "../support/journey.js";
import { row } from "../support/people-world.js";
import { asks, claims, only, plain } from "../support/talking.js";

const seconds = 1_000;

describeEachDatabase("a card that stands", (database) => {
  async function standing() {
    const world = await createHandoffWorld(database().db);
    await asks(world);
    await world.look();
    await world.send();
    return world;
  }
  const cardOf = (world: HandoffWorld) => {
    const [card] = world.phone(world.groupKey);
    return { text: plain(card?.text ?? ""), buttons: card?.message.buttons.flat() ?? [] };
  };
  /** As if in another chat of theirs, whose turns are its own. */
  async function hasRegistered(world: HandoffWorld) {
    const other = await world.chat("77");
    await world.register(other);
    const { account_id } = await world.db
      .selectFrom("chats")
      .select("account_id")
      .where("chat", "=", other)
      .executeTakeFirstOrThrow();
    await world.db.updateTable("chats").set({ account_id }).where("chat", "=", world.person).execute();
  }
  async function later(world: HandoffWorld) {
    world.clock.advance(20 * seconds);
    await world.look();
    await world.send();
  }

  it("tells in its place that the person has registered meanwhile, where they are by now, and what they were asked to pay", async () => {
    const world = await standing();
    await world.import(row());
    expect(cardOf(world).text).toContain("No account in this chat");
    await world.says({ kind: "command", command: "register" });
    await later(world);
    expect(cardOf(world).text).toContain("Was at: registering (the civil ID)");
    await hasRegistered(world);
    await insertIntent(world, "open", world.person);
    await later(world);
    expect(cardOf(world).text).toContain("On record: civil ID ends in");
    expect(cardOf(world).text).toContain("Last asked to pay");
    expect(world.phone(world.groupKey)).toHaveLength(1);
    expect(world.renamed.map(plain)).toEqual([expect.stringMatching(/^N\.\S* · asked for a person · \d\d:\d\d$/u)]);
  });

  it("is changed at most every twenty seconds, and never where nothing has", async () => {
    const world = await standing();
    const edits = async () =>
      (await world.db.selectFrom("outbox").select("id").where("effect_key", "like", "%card-follows%").execute()).length;
    await world.look();
    await world.says({ kind: "command", command: "register" });
    for (let n = 0; n < 9; n += 1) {
      world.clock.advance(2 * seconds);
      await world.look();
    }
    expect(await edits()).toBe(0);
    await later(world);
    await later(world);
    expect(await edits()).toBe(1);
  });

  it("can be taken from there no more once somebody has the chat, and keeps what it said then", async () => {
    const world = await standing();
    const agent = await world.seat(2, "agent");
    const { text, buttons } = cardOf(world);
    expect(buttons).toHaveLength(2);
    await agent.pressesIn(world.group, await claims(world));
    await hasRegistered(world);
    await later(world);
    expect(cardOf(world)).toEqual({ text, buttons: [] });
    await agent.pressesIn(world.group, `desk:handoff:closed:${await only(world)}:solved`);
    await later(world);
    await later(world);
    expect(world.renamed.map(plain).map((name) => name.split(" · ").at(-1))).toEqual(["in hand", "closed"]);
  });

  it("is asked for another name again where the group is throttled, and not where the bot may not", async () => {
    const world = await standing();
    const agent = await world.seat(2, "agent");
    await agent.pressesIn(world.group, await claims(world));
    const tries: string[] = [];
    for (const reason of ["throttled", "refused", "refused"] as const) {
      Object.assign(world, {
        renameTopic: async () => {
          tries.push(reason);
          return { ok: false, reason };
        },
      });
      await later(world);
    }
    expect(tries).toEqual(["throttled", "refused"]);
  });
});

it("a topic is called by initials, reason and time, never by a name, a number or more than Telegram takes", () => {
  const handoff = {
    id: 987654,
    chat: "tg:x" as ChatKey,
    owner: { id: 1, name: "Salem" },
    journey: undefined,
    language: "ar",
    openedAt: new Date("2026-11-22T07:30:00Z"),
    since: new Date("2026-11-22T07:30:00Z"),
  } as const;
  const said = (language: "ar" | "en", of: Parameters<typeof topicTitle>[0], name: Parameters<typeof topicTitle>[1]) =>
    plain(speak.plain(language, topicTitle(of, name)));
  const fatima = { ar: "فاطمة عبدالله الرشود", en: "Fatima Abdullah Al Rashoud" };
  const lost = { ...handoff, state: "queue", reason: "misunderstood" } as const;
  expect(said("ar", lost, fatima)).toBe("ف.ر. · لم نفهمه · 10:30");
  expect(said("en", { ...lost, reason: "asked" }, fatima)).toBe("F.R. · asked for a person · 10:30");
  for (const language of languages)
    for (const state of ["queue", "agent", "bot"] as const)
      for (const reason of ["asked", "misunderstood", "payment", "not-mine"] as const)
        for (const name of [fatima, undefined]) {
          const title = said(language, { ...handoff, state, reason }, name);
          expect(title.length).toBeLessThanOrEqual(100);
          expect(title).not.toMatch(/Fatima|فاطمة|Salem|987654|\{/u);
        }
});
