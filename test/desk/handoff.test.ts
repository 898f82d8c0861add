// A chat that needs a person, from the asking to the end: one owner at a time, silence while an agent has it, and every word once and in order.
import type { Transaction } from "kysely";
import { describe, expect, it } from "vitest";
import { closeCase, openCase } from "../../src/records/cases.js";
import type { Schema } from "../../src/records/schema.js";
import { insertIntent, insertRenewal } from "../support/bought.js";
import { describeEachDatabase } from "../support/databases.js";
import type { Said } from "../support/desk-world.js";
import { createHandoffWorld, type HandoffWorld } from "../support/handoff-world.js";
import { maria, minute, noura, row } from "../support/people-world.js";
import { asks, claims, inTopic, only, plain, talking, textOf, texts } from "../support/talking.js";

const dataOf = (said: Said) =>
  said?.flatMap(({ buttons }) => buttons.flat().flatMap((button) => ("data" in button ? [button.data] : []))) ?? [];
/** Of a list, without the way back. */
const choicesOf = (said: Said) => dataOf(said).filter((data) => !data.startsWith("desk:handoff:back"));

/** Everybody has chosen it in their own chat. */
const speaksEnglish = ({ db }: HandoffWorld) => db.updateTable("chats").set({ language: "en" }).execute();

describeEachDatabase("a handoff", (database) => {
  it("is opened by asking, once at a time, and its card stands in a topic of its own", async () => {
    const world = await createHandoffWorld(database().db);
    await asks(world);
    expect(texts(world).at(-1)).toMatch(/Your request \d+ is with Example Office's team/u);
    await asks(world);
    await world.look();
    await world.send();
    const id = await only(world);
    expect(world.topics.map(plain)).toEqual([expect.stringMatching(/^Guest · asked for a person · \d\d:\d\d$/u)]);
    const [card] = world.phone(world.groupKey);
    expect(plain(card?.text ?? "")).toContain(`Chat ${id}: asked for a person`);
    expect(card?.message.thread).toBe("1");
  });

  it("names the hotline, as before, where no group was named", async () => {
    const { db } = database();
    const world = await createHandoffWorld(db);
    await db.deleteFrom("meta").where("name", "=", "staff-group").execute();
    await asks(world);
    expect(texts(world).at(-1)).toContain("Nobody can join");
    expect(await db.selectFrom("handoffs").select("id").execute()).toEqual([]);
  });

  it("is opened by three messages in a row that were not understood", async () => {
    const world = await createHandoffWorld(database().db);
    for (const word of ["x", "y", "z"]) await world.says(word);
    expect(texts(world).at(-1)).toContain("I have asked a person for you.");
    expect((await world.desk.handoffs.list()).map(({ reason }) => reason)).toEqual(["misunderstood"]);
  });

  it("is not opened by messages that were not understood before and after a person had the chat", async () => {
    const world = await createHandoffWorld(database().db);
    const agent = await world.seat(2, "agent");
    for (const word of ["x", "y"]) await world.says(word);
    const of = { kind: "not-mine", effectKey: "k", chat: world.person, detail: {} } as const;
    await world.db.transaction().execute((trx) => openCase(trx, of, world.clock.now()));
    await world.look();
    const id = await only(world);
    await agent.pressesIn(world.group, `desk:handoff:claimed:${id}`);
    await agent.pressesIn(world.group, `desk:handoff:closed:${id}:solved`);
    for (const word of ["x", "y"]) await world.says(word);
    expect(await world.desk.handoffs.list()).toEqual([]);
    await world.says("z");
    expect(await world.desk.handoffs.list()).toHaveLength(1);
  });

  it("is opened by a case that a person must see to, in the same stroke; not by an end that is only unknown", async () => {
    const world = await createHandoffWorld(database().db);
    await world.chat("700");
    const open = (kind: "not-mine" | "no-outcome", effectKey: string) =>
      world.db
        .transaction()
        .execute((trx) => openCase(trx, { kind, effectKey, chat: world.person, detail: {} }, world.clock.now()));
    await open("no-outcome", "a");
    expect(await world.desk.handoffs.list()).toEqual([]);
    await open("not-mine", "b");
    await open("not-mine", "b");
    expect((await world.desk.handoffs.list()).map(({ reason }) => reason)).toEqual(["not-mine"]);
    const [row] = await world.db.selectFrom("handoffs").select("case_id").execute();
    expect(row?.case_id).not.toBeNull();
  });

  it("tells on its card which worker is said to be somebody else's, masked, and the reasons of the quote as the person read them", async () => {
    const world = await createHandoffWorld(database().db);
    await world.chat("700");
    await world.import(row());
    const { id: worker } = await world.db.selectFrom("workers").select("id").executeTakeFirstOrThrow();
    const intent = await insertIntent(world, "open", world.person);
    await insertRenewal(world, "paid", { intent });
    await world.db.updateTable("intent_lines").set({ rule: "domestic-worker" }).execute();
    const of = { kind: "not-mine", effectKey: "k", worker, chat: world.person, detail: {} } as const;
    await world.db.transaction().execute((trx) => openCase(trx, of, world.clock.now()));
    await world.look();
    await world.send();
    const card = plain(world.phone(world.groupKey)[0]?.text ?? "");
    expect(card).toContain(`About the worker M. S. …${maria.slice(-4)}`);
    expect(card).not.toMatch(/domestic-worker|Maria/u);
    expect(card).toContain("by rule Domestic worker (Article 20), the same for every sponsor");
    expect(card).toContain("Source: description of the domestic workers' health insurance service");
  });

  it("lists answers, colleagues and reasons with a way back to what could be done before", async () => {
    const world = await createHandoffWorld(database().db);
    await asks(world);
    const agent = await world.seat(2, "agent");
    await world.seat(3, "agent");
    await world.look();
    const id = await only(world);
    await agent.pressesIn(world.group, `desk:handoff:claimed:${id}`);
    const pressed = async (data: string) =>
      (await agent.pressesIn(world.group, data))?.flatMap(({ buttons }) => buttons.flat()) ?? [];
    const before = ["ready", "give", "put-back", "close"].map((what) => `desk:handoff:${what}:${id}`);
    for (const list of ["ready", "give", "close"]) {
      const back = (await pressed(`desk:handoff:${list}:${id}`)).at(-1);
      expect(back?.label, list).toBe("Back");
      const again = await pressed(back !== undefined && "data" in back ? back.data : "");
      expect(again.map((button) => ("data" in button ? button.data : ""))).toEqual(before);
    }
  });

  it("has the number after the last one's, however often somebody asked in between", async () => {
    const world = await createHandoffWorld(database().db);
    const ids = async () =>
      (await world.db.selectFrom("handoffs").select("id").orderBy("id").execute()).map(({ id }) => id);
    for (let n = 0; n < 3; n += 1) await asks(world);
    const agent = await world.seat(2, "agent");
    await world.look();
    await agent.pressesIn(world.group, `desk:handoff:closed:${await only(world)}:solved`);
    await asks(world);
    const [first = 0, second] = await ids();
    expect(second).toBe(first + 1);
  });

  it.each(["filing-rejected", "filing-overdue"] as const)(
    "is not opened by a case of which nothing is to be talked about: %s",
    async (kind) => {
      const world = await createHandoffWorld(database().db);
      await world.chat("700");
      const intent = await insertIntent(world, "paid", world.person);
      const opened = { kind, effectKey: kind, intent, detail: {} };
      await world.db.transaction().execute((trx) => openCase(trx, opened, world.clock.now()));
      expect(await world.desk.handoffs.list()).toEqual([]);
    },
  );

  describe("that waits because of a case", () => {
    async function waiting() {
      const world = await createHandoffWorld(database().db);
      await world.chat("700");
      const inCase = <T>(work: (trx: Transaction<Schema>) => Promise<T>) => world.db.transaction().execute(work);
      const of = { kind: "not-mine", effectKey: "not-mine", chat: world.person, detail: {} } as const;
      await inCase((trx) => openCase(trx, of, world.clock.now()));
      await world.look();
      await world.send();
      const ends = async () => {
        await inCase((trx) => closeCase(trx, "not-mine", "taken-back", world.clock.now()));
        await world.look();
        await world.send();
      };
      const states = async () =>
        (await world.db.selectFrom("handoffs").select("state").execute()).map((row) => row.state);
      return { world, ends, states };
    }

    it("is over with it: the group is told, and the person nothing, who was told of no start", async () => {
      const { world, ends, states } = await waiting();
      await ends();
      expect(await states()).toEqual(["bot"]);
      expect(texts(world)).toEqual([]);
      expect(texts(world, world.groupKey).at(-1)).toContain("nobody needs to take it");
    });

    it("goes on where the person has asked for somebody since, or somebody has taken it", async () => {
      const asked = await waiting();
      await asks(asked.world);
      await asked.ends();
      expect(await asked.states()).toEqual(["queue"]);
      const agent = await asked.world.seat(2, "agent");
      await agent.pressesIn(asked.world.group, await claims(asked.world));
      await asked.world.look();
      expect(await asked.states()).toEqual(["agent"]);
    });
  });

  it("has one card, and at worst a topic too many, whatever dies between the two", async () => {
    const world = await createHandoffWorld(database().db);
    await asks(world);
    const id = await only(world);
    await world.openTopic("the topic of a process that died", "x");
    await Promise.all([world.desk.handoffs.ensureCard(id), world.look()]);
    await world.look();
    await world.send();
    expect(texts(world, world.groupKey).filter((text) => text.includes("asked for a person"))).toHaveLength(1);
    const [card] = world.phone(world.groupKey);
    const [row] = await world.db.selectFrom("handoffs").select("thread").execute();
    expect(card?.message.thread).toBe(row?.thread);
  });

  it("is not taken while the bot is just answering there, and then is", { timeout: 20_000 }, async () => {
    const world = await createHandoffWorld(database().db);
    const agent = await world.seat(2, "agent");
    await asks(world);
    await world.look();
    const held = await world.sessions.open(world.person, "a turn", { ms: 60_000 });
    if (held.kind !== "open") throw new Error("the chat is not free");
    const pressed = agent.pressesIn(world.group, await claims(world));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect((await world.desk.handoffs.list()).map(({ state }) => state)).toEqual(["queue"]);
    await world.sessions.release({ chat: world.person, token: held.token });
    expect(await pressed).toEqual([]);
    expect((await world.desk.handoffs.list()).map(({ state }) => state)).toEqual(["agent"]);
  });

  it("has ready answers: one press says it to the person, once, and shows colleagues what was said", async () => {
    const world = await createHandoffWorld(database().db);
    const { agent, other } = await talking(world);
    const offered = choicesOf(await agent.writesIn(world.group, "/answers", inTopic));
    expect(offered).toHaveLength(6);
    for (const press of offered) {
      const shown = textOf(await agent.pressesIn(world.group, press)) ?? "";
      await world.send();
      const said = texts(world).at(-1) ?? "";
      expect(shown).toBe(`✓ Sent in English: ${said}`);
    }
    expect(new Set(texts(world).slice(-6)).size).toBe(6);
    const before = texts(world).length;
    expect(textOf(await other.pressesIn(world.group, offered[0] ?? ""))).toContain("Member 2");
    // Pressed once more before it was gone.
    expect(textOf(await agent.pressesIn(world.group, offered[0] ?? ""))).toContain("✓ Sent");
    await world.send();
    expect(texts(world)).toHaveLength(before);
  });

  it("says what it does not send: a word after a stroke, and a note made of what was sent already", async () => {
    const world = await createHandoffWorld(database().db);
    const { agent } = await talking(world);
    const before = texts(world).length;
    expect(textOf(await agent.writesIn(world.group, "/شكرا", inTopic))).toContain("Not sent");
    expect(await agent.writesIn(world.group, "// for you", inTopic)).toEqual([]);
    expect(await agent.writesIn(world.group, "// for you all", { ...inTopic, edits: true })).toEqual([]);
    const message = { ...inTopic, message_id: 4242 };
    await agent.writesIn(world.group, "hello", message);
    const said = textOf(await agent.writesIn(world.group, "// hello", { ...message, edits: true }));
    expect(said).toContain("still has what you wrote before");
    await world.send();
    expect(texts(world).slice(before)).toEqual(["hello"]);
  });

  it("is taken by one agent, and the person is told who it is", async () => {
    const world = await createHandoffWorld(database().db);
    const { other } = await talking(world);
    expect(texts(world).at(-1)).toContain("You are now talking to Member, a member of");
    expect(textOf(await other.pressesIn(world.group, await claims(world)))).toContain("Member 2 has that chat");
    expect(texts(world, world.groupKey).at(-1)).toContain("Member 2 has this chat");
  });

  it("keeps the bot silent and passes on what the person writes, while an agent has it", async () => {
    const world = await createHandoffWorld(database().db);
    await talking(world);
    const before = world.phone(world.person).length;
    await world.says("are you there?");
    await world.says({ kind: "command", command: "renew" });
    await world.says({ kind: "press", fingerprint: "x", value: "y" });
    const photo = { kind: "photo", fileId: "f1" } as const;
    await world.says(
      { kind: "media", media: "photo" },
      { content: { message: "9", text: "look", media: photo, isEdited: false } },
    );
    await world.send();
    expect(world.phone(world.person)).toHaveLength(before);
    const passed = world.phone(world.groupKey).slice(2);
    // Whose words they are is said above them, and nowhere else.
    expect(passed.map(({ text, message }) => [text, message.mark])).toEqual([
      ["are you there?", "👤 The person:"],
      [expect.stringContaining("pressed a button"), undefined],
      [expect.stringContaining("pressed a button"), undefined],
      ["look", "👤 The person:"],
    ]);
    expect(passed.at(-1)?.message).toMatchObject({ media: photo, thread: "1" });
  });

  it("passes on what comes twice once", async () => {
    const world = await createHandoffWorld(database().db);
    const { agent } = await talking(world);
    await world.says("only once", { update: "same" });
    await world.says("only once", { update: "same" });
    await agent.writesIn(world.group, "hello", inTopic);
    await world.send();
    expect(texts(world, world.groupKey).filter((text) => text === "only once")).toHaveLength(1);
    expect(texts(world).filter((text) => text === "hello")).toHaveLength(1);
  });

  it("masks what identifies the person in what is passed on", async () => {
    const world = await createHandoffWorld(database().db);
    await talking(world);
    await world.says("my number is 50001234, and the policy 12345678");
    await world.send();
    expect(texts(world, world.groupKey).at(-1)).toBe("my number is ••••234, and the policy 12345678");
  });

  it("carries nobody's civil ID, mobile or link whole to the person, also not under a file or by a change", async () => {
    const world = await createHandoffWorld(database().db);
    const { agent } = await talking(world);
    const before = texts(world).length;
    const refused = "Not sent: a civil ID";
    for (const text of [noura, `my number: ٥٠٠٠ ١٢٣٤`, "https://pay.test/p/AbCdEfGhIjKlMnOpQrStUv"])
      expect(textOf(await agent.writesIn(world.group, text, inTopic))).toContain(refused);
    const file = { text: undefined, photo: [{ file_id: "f" }], caption: noura };
    expect(textOf(await agent.writesIn(world.group, "", { ...inTopic, ...file }))).toContain(refused);
    expect(await agent.writesIn(world.group, `// ${noura}`, inTopic)).toEqual([]);
    const message = { ...inTopic, message_id: 50 };
    await agent.writesIn(world.group, `it ends in ${noura.slice(-4)}`, message);
    const changed = await agent.writesIn(world.group, `it is ${noura}`, { ...message, edits: true });
    expect(textOf(changed)).toContain("Not changed there: a civil ID");
    const right = "the receipt TJ-2026-56789234 over KD\u00a010.000 is there since 21/11/2026; or call 151";
    expect(await agent.writesIn(world.group, right, inTopic)).toEqual([]);
    expect(world.signs.at(-1)?.as).toBe("sent");
    await world.send();
    expect(texts(world).slice(before)).toEqual([`it ends in ${noura.slice(-4)}`, right]);
  });

  it("names a policy of the person's whole, also where it looks like a mobile", async () => {
    const world = await createHandoffWorld(database().db);
    await world.register(await world.chat("700"));
    const { agent } = await talking(world);
    const text = "your policy is 55123456";
    expect(textOf(await agent.writesIn(world.group, text, inTopic))).toContain("Not sent");
    await world.import(row({ policy_number: "55123456" }));
    expect(await agent.writesIn(world.group, text, inTopic)).toEqual([]);
  });

  it("carries its agent's words, changes and withdrawals to the person", async () => {
    const world = await createHandoffWorld(database().db);
    const { agent } = await talking(world);
    expect(await agent.writesIn(world.group, "helo", { ...inTopic, message_id: 50 })).toEqual([]);
    await world.send();
    expect(texts(world).at(-1)).toBe("helo");
    await agent.writesIn(world.group, "hello", { ...inTopic, message_id: 50, edits: true });
    await world.send();
    expect(texts(world).at(-1)).toBe("hello");
    const answering = { ...inTopic, reply_to_message: { message_id: 50 } };
    expect(textOf(await agent.writesIn(world.group, "Withdraw", answering))).toContain("Withdrawn");
    await world.send();
    expect(texts(world)).not.toContain("hello");
    // One line for each at most: signs say the rest.
    expect(world.signs).toEqual([
      { message: "50", as: "sent" },
      { message: "50", as: "changed" },
      { message: "50", as: "withdrawn" },
    ]);
    await agent.writesIn(world.group, "again", { ...inTopic, message_id: 51 });
    await agent.writesIn(world.group, "/withdraw", { ...inTopic, reply_to_message: { message_id: 51 } });
    await world.send();
    expect(texts(world)).not.toContain("again");
  });

  it("follows a picture or a document that was replaced, from either side", async () => {
    const world = await createHandoffWorld(database().db);
    const { agent } = await talking(world);
    const writes = (file: object, more: object = {}) =>
      agent.writesIn(world.group, "", { ...inTopic, message_id: 50, text: undefined, ...file, ...more });
    await writes({ photo: [{ file_id: "card" }], caption: "see" });
    await world.send();
    await writes({ photo: [{ file_id: "other" }], caption: "see" }, { edits: true });
    expect(world.signs.at(-1)).toEqual({ message: "50", as: "changed" });
    await world.send();
    expect(world.phone(world.person).at(-1)).toMatchObject({
      text: "see",
      message: { media: { kind: "photo", fileId: "other" } },
    });
    const shows = (fileId: string, isEdited: boolean) =>
      world.says(
        { kind: "media", media: isEdited ? "edited" : "document" },
        { content: { message: "9", text: "", media: { kind: "document", fileId }, isEdited } },
      );
    for (const [fileId, isEdited] of [
      ["page", false],
      ["right-page", true],
    ] as const) {
      await shows(fileId, isEdited);
      await world.send();
      expect(world.phone(world.groupKey).at(-1)?.message.media).toEqual({ kind: "document", fileId });
    }
    const documents = world.phone(world.groupKey).filter(({ message }) => message.media !== undefined);
    expect(documents).toHaveLength(1);
  });

  it("sends a photo, a document and a voice message by the channel's own id", async () => {
    const world = await createHandoffWorld(database().db);
    const { agent } = await talking(world);
    const files = [
      { photo: [{ file_id: "small" }, { file_id: "large" }], caption: "see" },
      { document: { file_id: "d" } },
      { voice: { file_id: "v" } },
    ];
    for (const file of files) await agent.writesIn(world.group, "", { ...inTopic, text: undefined, ...file });
    const refused = await agent.writesIn(world.group, "", { ...inTopic, text: undefined, sticker: { file_id: "s" } });
    expect(textOf(refused)).toContain("only text, photos, documents and voice");
    await world.send();
    expect(
      world
        .phone(world.person)
        .slice(-3)
        .map(({ message }) => message.media),
    ).toEqual([
      { kind: "photo", fileId: "large" },
      { kind: "document", fileId: "d" },
      { kind: "voice", fileId: "v" },
    ]);
  });

  it("keeps a note from the person that begins with a mark which nobody sees, and all of an album that is one", async () => {
    const world = await createHandoffWorld(database().db);
    const { agent } = await talking(world);
    const before = world.phone(world.person).length;
    await agent.writesIn(world.group, "\u200f// صعب", inTopic);
    const album = (id: string, message_id: number, caption?: string) =>
      agent.writesIn(world.group, "", {
        ...inTopic,
        text: undefined,
        media_group_id: id,
        message_id,
        photo: [{ file_id: `photo ${message_id}` }],
        ...(caption === undefined ? {} : { caption }),
      });
    await album("7", 60, "// their old card");
    expect(await album("7", 61)).toEqual([]);
    await album("8", 62, "your new card");
    await album("8", 63);
    expect(textOf(await album("8", 64, "// not for her"))).toContain("still has what you wrote");
    await world.send();
    const came = world.phone(world.person).slice(before);
    expect(came.map(({ message }) => message.media?.fileId)).toEqual(["photo 62", "photo 63"]);
  });

  it("lets whoever wrote it take it back, also once a colleague has the chat or nobody; and no colleague", async () => {
    const world = await createHandoffWorld(database().db);
    const { agent, other } = await talking(world);
    const id = await only(world);
    await agent.writesIn(world.group, "a mistake", { ...inTopic, message_id: 50 });
    await agent.writesIn(world.group, "another", { ...inTopic, message_id: 51 });
    await world.send();
    const takesBack = async (member: typeof agent, message_id: number) =>
      textOf(await member.writesIn(world.group, "اسحب", { ...inTopic, reply_to_message: { message_id } }));
    const to = (await world.desk.staff.of(other.chat))?.id;
    await agent.pressesIn(world.group, `desk:handoff:to:${id}:${to}`);
    expect(await takesBack(other, 50)).toContain("no message of yours");
    expect(await takesBack(agent, 50)).toContain("Withdrawn");
    await other.pressesIn(world.group, `desk:handoff:put-back:${id}`);
    expect(await takesBack(agent, 51)).toContain("Withdrawn");
    await world.send();
    expect(texts(world)).not.toContain("another");
  });

  it("tells a message that was taken back from one that never went, of which the person gets nothing at all", async () => {
    const world = await createHandoffWorld(database().db);
    const { agent } = await talking(world);
    const before = world.phone(world.person).length;
    const writes = (text: string, message_id: number, more: object = {}) =>
      agent.writesIn(world.group, text, { ...inTopic, message_id, ...more });
    const takesBack = (message_id: number) =>
      agent.writesIn(world.group, "withdraw", { ...inTopic, reply_to_message: { message_id } });
    await writes("too quick", 50);
    await writes("too quick, changed", 50, { edits: true });
    expect(textOf(await takesBack(50))).toContain("Not sent: it had not gone out");
    await world.send();
    expect(world.phone(world.person)).toHaveLength(before);
    await world.look();
    await world.send();
    expect(texts(world, world.groupKey).filter((text) => text.includes("⚠️"))).toEqual([]);
    await writes("read already", 51);
    await world.send();
    expect(textOf(await takesBack(51))).toContain("may have been read");
    await world.send();
    expect(world.phone(world.person).at(-1)).toMatchObject({ text: "read already", isRemoved: true });
  });

  it("passes the word for taking back on like any other where it answers nothing", async () => {
    const world = await createHandoffWorld(database().db);
    const { agent } = await talking(world);
    await agent.writesIn(world.group, "withdraw", { ...inTopic, message_id: 52, reply_to_message: { message_id: 1 } });
    await world.send();
    expect(texts(world).at(-1)).toBe("withdraw");
  });

  it("keeps notes for colleagues from the person, and confirms each by a sign alone", async () => {
    const world = await createHandoffWorld(database().db);
    const { agent, other } = await talking(world);
    const before = texts(world);
    expect(await agent.writesIn(world.group, "// a difficult one", { ...inTopic, message_id: 70 })).toEqual([]);
    expect(world.signs.at(-1)).toEqual({ message: "70", as: "noted" });
    await other.writesIn(world.group, "/note indeed", inTopic);
    expect(textOf(await other.writesIn(world.group, "I would say", inTopic))).toContain("Member 2 has this chat");
    await world.send();
    expect(texts(world)).toEqual(before);
    const notes = await world.db.selectFrom("handoff_events").select("event").where("event", "=", "note").execute();
    expect(notes).toHaveLength(2);
  });

  it("drops the bot's waiting replies when it is taken, and marks a receipt that comes meanwhile", async () => {
    const world = await createHandoffWorld(database().db);
    const agent = await world.seat(2, "agent");
    await asks(world);
    await world.look();
    await world.send();
    await world.tells("reply", "late reply");
    await agent.pressesIn(world.group, await claims(world));
    await world.tells("payment", "receipt");
    await world.tells("reply", "later reply");
    await world.send();
    expect(texts(world).slice(-2)).toEqual([expect.stringContaining("You are now talking"), "(automatic) receipt"]);
  });

  it("answers while nobody has it yet, and shows the agents what was written", async () => {
    const world = await createHandoffWorld(database().db);
    await asks(world);
    await world.says("please hurry");
    await world.send();
    expect(texts(world).at(-1)).toContain("is with Example Office's team");
    expect(texts(world, world.groupKey)).toEqual([expect.stringContaining("asked for a person"), "please hurry"]);
  });

  it("is handed to a colleague, who alone may speak then", async () => {
    const world = await createHandoffWorld(database().db);
    const { agent, other } = await talking(world);
    const shown = await agent.writesIn(world.group, "/give", inTopic);
    const colleague = (await world.desk.staff.of(other.chat))?.id;
    const to = dataOf(shown).find((data) => data.endsWith(`:${colleague}`)) ?? "";
    expect(await agent.pressesIn(world.group, to)).toEqual([]);
    expect(textOf(await agent.writesIn(world.group, "still me", inTopic))).toContain("Member 3 has this chat");
    await other.writesIn(world.group, "now me", inTopic);
    await world.send();
    expect(texts(world).slice(-2)).toEqual(["You are now talking to Member.", "now me"]);
  });

  it("tells the colleague to whom it is given in their own chat, once, with the way there, and nobody who has it anyway", async () => {
    const world = await createHandoffWorld(database().db);
    const { agent, other } = await talking(world);
    await speaksEnglish(world);
    const id = await only(world);
    const supervisor = world.member(1);
    const idOf = async (chat: typeof other.chat) => (await world.desk.staff.of(chat))?.id ?? 0;
    const to = await idOf(other.chat);
    const told = () => world.phone(other.chat).filter(({ text }) => text.includes("handed chat"));
    const gives = async (by: typeof agent, whom: number) => {
      expect(await by.pressesIn(world.group, `desk:handoff:to:${id}:${whom}`)).toEqual([]);
      await world.send();
    };
    await gives(agent, to);
    expect(plain(told()[0]?.text ?? "")).toContain(`Member 2 handed chat ${id} over to you`);
    // A group with this id is a basic one: nothing there has a link.
    expect(told()[0]?.message.buttons).toEqual([]);
    await gives(supervisor, to);
    await gives(other, to);
    expect(told()).toHaveLength(1);
    const before = world.phone(supervisor.chat).length;
    await gives(supervisor, await idOf(supervisor.chat));
    expect(world.phone(supervisor.chat)).toHaveLength(before);
  });

  it.each([
    ["its topic", true],
    ["its card", false],
  ] as const)("leads the colleague to whom it is given to %s", async (_, hasTopics) => {
    const world = await createHandoffWorld(database().db);
    const group = { id: -1001234567890, isForum: hasTopics };
    await world.member(1).writesIn(group, "/desk here");
    world.moveTo(group);
    const { agent, other } = await talking(world);
    await speaksEnglish(world);
    const to = (await world.desk.staff.of(other.chat))?.id;
    await agent.pressesIn(world.group, `desk:handoff:to:${await only(world)}:${to}`);
    await world.send();
    const place = hasTopics ? "1" : world.phone(world.groupKey)[0]?.id;
    expect(world.phone(other.chat).at(-1)?.message.buttons).toEqual([
      [{ label: "Open the chat", url: `https://t.me/c/1234567890/${place}` }],
    ]);
  });

  it("is closed with a reason; the bot answers again, behind the words of the end, and asks whether it helped", async () => {
    const world = await createHandoffWorld(database().db);
    const { agent } = await talking(world);
    const reasons = dataOf(await agent.writesIn(world.group, "/close", inTopic));
    await agent.pressesIn(world.group, reasons[0] ?? "");
    await world.says("thanks");
    expect(texts(world).at(-1)).not.toContain("menu");
    await world.send();
    const [end, reply] = world.phone(world.person).slice(-2);
    expect(end?.text).toContain("has ended");
    expect(reply?.text).toContain("did not understand");
    expect(end?.message.buttons.flat().map((button) => ("data" in button ? button.data : ""))).toEqual([
      `/helped ${await only(world)}-yes`,
      `/helped ${await only(world)}-no`,
    ]);
    await world.says({ kind: "command", command: "helped", argument: `${await only(world)}-yes` });
    const [row] = await world.db.selectFrom("handoffs").select(["helped", "close_reason"]).execute();
    expect(row).toEqual({ helped: true, close_reason: "solved" });
    expect(textOf(await agent.writesIn(world.group, "one more thing", inTopic))).toContain("Not sent");
  });

  it("goes without topics by answers to its card and to what came from the person", async () => {
    const world = await createHandoffWorld(database().db, false);
    await talking(world);
    await world.says("hello?");
    await world.send();
    const [card, , question] = world.phone(world.groupKey);
    expect(question?.message.replyTo).toBe(card?.id);
    const agent = world.member(2);
    for (const shown of [card, question])
      await agent.writesIn(world.group, "yes", { reply_to_message: { message_id: Number(shown?.id) } });
    expect(await agent.writesIn(world.group, "among ourselves")).toBeUndefined();
    await world.send();
    expect(texts(world).filter((text) => text === "yes")).toHaveLength(2);
  });

  it("tells supervisors after five minutes, asks its agent after fifteen, and ends a day after an answer", async () => {
    const world = await createHandoffWorld(database().db);
    const supervisor = world.member(1);
    await world.chat("1");
    const agent = await world.seat(2, "agent");
    await asks(world);
    await world.look();
    world.clock.advance(5 * minute);
    await world.look();
    await world.look();
    await world.send();
    expect(texts(world, supervisor.chat)).toEqual([expect.stringContaining("Nobody has taken this chat")]);
    await agent.pressesIn(world.group, await claims(world));
    world.clock.advance(15 * minute);
    await world.look();
    await world.look();
    await world.send();
    expect(texts(world, world.groupKey).filter((text) => text.includes("Are you still on it"))).toHaveLength(1);
    await agent.writesIn(world.group, "yes, I am", inTopic);
    world.clock.advance(24 * 60 * minute);
    await world.look();
    await world.send();
    expect(texts(world).at(-1)).toContain("A day has passed since our answer without a message from you");
    expect(await world.desk.handoffs.list()).toEqual([]);
  });

  it("is not ended in the middle of a talk, whichever side wrote last", async () => {
    const world = await createHandoffWorld(database().db);
    const { agent } = await talking(world);
    const state = async () => {
      await world.look();
      return (await world.desk.handoffs.list()).map((each) => each.state);
    };
    world.clock.advance(23 * 60 * minute);
    await world.says("one more thing");
    world.clock.advance(23 * 60 * minute);
    expect(await state()).toEqual(["agent"]);
    await agent.writesIn(world.group, "I am looking", inTopic);
    world.clock.advance(23 * 60 * minute);
    expect(await state()).toEqual(["agent"]);
    world.clock.advance(60 * minute);
    expect(await state()).toEqual([]);
  });

  it("waits again when its agent is not at work any more", async () => {
    const world = await createHandoffWorld(database().db);
    const { agent } = await talking(world);
    const by = await world.desk.staff.of(world.member(1).chat);
    const who = await world.desk.staff.of(agent.chat);
    if (by === undefined || who === undefined) throw new Error("nobody is at work");
    await world.desk.staff.change(who.id, "suspended", by, "k");
    expect(await agent.writesIn(world.group, "hello", inTopic)).toBeUndefined();
    await world.look();
    expect((await world.desk.handoffs.list()).map(({ state }) => state)).toEqual(["queue"]);
  });

  it("stands in the queue, oldest first, for the staff alone", async () => {
    const world = await createHandoffWorld(database().db);
    const { agent } = await talking(world);
    expect(textOf(await agent.writes("/queue"))).toContain("Member 2");
    expect(textOf(await agent.writesIn(world.group, "/queue"))).toContain("One chat");
    expect(await world.member(9).writes("/queue")).toBeUndefined();
    expect(await world.member(9).pressesIn(world.group, `desk:handoff:put-back:${await only(world)}`)).toBeUndefined();
  });

  it("stands in the queue before those who have somebody already, however long they have had them", async () => {
    const world = await createHandoffWorld(database().db);
    const { agent } = await talking(world);
    for (let n = 1; n <= 21; n += 1) {
      world.become(`${800 + n}`);
      await asks(world);
      const { id } = await world.db.selectFrom("handoffs").select("id").orderBy("id", "desc").executeTakeFirstOrThrow();
      if (n < 21) await agent.pressesIn(world.group, `desk:handoff:claimed:${id}`);
    }
    const queue = await agent.writes("/queue");
    const [, first, ...more] = textOf(queue)?.split("\n") ?? [];
    expect(first).toContain("waits");
    expect(more).toHaveLength(20);
    expect(more.at(-1)).toBe("and 2 more.");
    expect(dataOf(queue)).toHaveLength(1);
  });

  it("is taken from the queue by its button, in private too", async () => {
    const world = await createHandoffWorld(database().db);
    const agent = await world.seat(2, "agent");
    await asks(world);
    await world.look();
    const offered = dataOf(await agent.writes("/queue"));
    expect(offered).toEqual([await claims(world)]);
    expect(textOf(await agent.presses(offered[0] ?? ""))).toContain(": done.");
    expect((await world.desk.handoffs.list()).map(({ owner }) => owner?.name)).toEqual(["Member 2"]);
    expect(dataOf(await agent.writes("/queue"))).toEqual([]);
  });

  it("is put back by its agent's button: it waits again, and somebody else can take it", async () => {
    const world = await createHandoffWorld(database().db);
    const { agent, other } = await talking(world);
    const shown = world.phone(world.groupKey).flatMap(({ message }) => message.buttons.flat());
    const putBack = shown.flatMap((button) =>
      "data" in button && button.data.includes("put-back") ? [button.data] : [],
    );
    expect(putBack).toHaveLength(1);
    expect(await agent.pressesIn(world.group, putBack[0] ?? "")).toEqual([]);
    expect((await world.desk.handoffs.list()).map(({ state }) => state)).toEqual(["queue"]);
    await other.pressesIn(world.group, await claims(world));
    expect((await world.desk.handoffs.list()).map(({ owner }) => owner?.name)).toEqual(["Member 3"]);
  });

  it("is never offered to whoever gives it away", async () => {
    const world = await createHandoffWorld(database().db);
    const { agent } = await talking(world);
    const self = (await world.desk.staff.of(agent.chat))?.id;
    const offered = choicesOf(await agent.writesIn(world.group, "/give", inTopic));
    expect(offered).toHaveLength(2);
    expect(offered.filter((data) => data.endsWith(`:${self}`))).toEqual([]);
  });

  it("answers in the person's language, as it is now, with what is often said, and shows it to the agent in theirs", async () => {
    const world = await createHandoffWorld(database().db);
    const { agent } = await talking(world);
    await world.db.updateTable("chats").set({ language: "ar" }).where("chat", "=", world.person).execute();
    const [greeting = ""] = dataOf(await agent.writesIn(world.group, "/answers", inTopic));
    const shown = textOf(await agent.pressesIn(world.group, greeting));
    expect(shown).toBe("✓ Sent in Arabic: Hello. How can we help you?");
    await world.send();
    expect(texts(world).at(-1)).toBe("مرحبًا بك. كيف يمكننا مساعدتك؟");
  });
});
