import { expect, it } from "vitest";
import { eraseEverywhere } from "../../src/compose/leaving.js";
import { FenceLost } from "../../src/records/fence.js";
import { createPeople } from "../../src/records/people.js";
import { createProofs } from "../../src/records/proofs.js";
import { createDatabaseSessions } from "../../src/sessions/database.js";
import type { ChatKey, Fence } from "../../src/turns/session-store.js";
import { describeEachDatabase, testReplan, testVault } from "../support/databases.js";
import { createPeopleWorld, noura, row, toStaff } from "../support/people-world.js";

const lease = { ms: 30_000 };

describeEachDatabase("a person who leaves in one chat", (database) => {
  async function inTwoChats() {
    const { db } = database();
    const world = createPeopleWorld(db);
    await world.import(row());
    const [here, there] = [await world.chat("1"), await world.chat("2")];
    await world.register(here);
    await world.register(there);
    const sessions = createDatabaseSessions(db);
    const begin = async (chat: ChatKey, update: string) => {
      const opened = await sessions.open(chat, update, lease);
      if (opened.kind !== "open") throw new Error(`the chat is ${opened.kind}`);
      return { fence: { chat, token: opened.token }, session: opened.session };
    };
    const keep = async (chat: ChatKey, update: string) =>
      sessions.commit((await begin(chat, update)).fence, update, Buffer.from("a draft with a name in it"));
    await keep(here, "1");
    await keep(there, "1");
    const of = (fence: Fence) => ({ fence, now: world.clock.now() });
    const people = (fence: Fence) =>
      createPeople({ db, vault: testVault, replan: testReplan, toStaff, baseUrl: "" }, of(fence));
    const proofs = (fence: Fence) =>
      createProofs({ db, vault: testVault, newCode: () => "1" }, { ...of(fence), codeText: (code) => code });
    return { world, db, here, there, sessions, begin, people, proofs };
  }

  it("has no session in the other, and can begin anew there at once", async () => {
    const { world, here, there, sessions, begin, people } = await inTwoChats();
    const { fence } = await begin(here, "2");
    expect(await eraseEverywhere(sessions, people(fence), "e")).toEqual({ keptUntilClosed: false });
    const kept = await world.db.selectFrom("sessions").select("session").where("chat", "=", there).execute();
    expect(kept).toEqual([{ session: null }]);

    const { fence: next, session } = await begin(there, "2");
    expect(session).toBeNull();
    await world.chats.open({ key: there, channel: "telegram", id: "2" }, world.clock.now());
    await people(next).chooseLanguage("en");
    expect((await world.chats.read(there))?.language).toBe("en");
  });

  it("is not written back by a turn that was under way in the other", async () => {
    const { db, here, there, sessions, begin, people, proofs } = await inTwoChats();
    const { fence: underWay } = await begin(there, "2");
    const { fence } = await begin(here, "2");
    await eraseEverywhere(sessions, people(fence), "e");

    const asked = proofs(underWay).set("k", { how: "code", civilId: noura }, false);
    await expect(asked).rejects.toThrow(FenceLost);
    await expect(people(underWay).exportLink("x")).rejects.toThrow(FenceLost);
    expect(await sessions.commit(underWay, "2", Buffer.from("written back"))).toBe("lost");
    for (const table of ["accounts", "chats", "proofs", "links"] as const)
      expect([table, await db.selectFrom(table).selectAll().execute()]).toEqual([table, []]);
    const written = await db.selectFrom("sessions").select("session").where("chat", "=", there).execute();
    expect(written).toEqual([{ session: null }]);
  });

  it("frees the other when the records fail, and then has left nowhere", async () => {
    const { world, here, there, sessions, begin, people } = await inTwoChats();
    const { fence } = await begin(here, "2");
    const failing = people(fence);
    const erase: typeof failing.erase = (key, held) => {
      if (held.length > 0) throw new Error("the database is gone");
      return failing.erase(key, held);
    };
    await expect(eraseEverywhere(sessions, { erase }, "e")).rejects.toThrow("the database is gone");
    expect((await world.chats.read(there))?.account?.standing).toBe("proved");
    await begin(there, "2");
  });

  it("and in another at the same moment has left both", async () => {
    const { world, here, there, sessions, begin, people } = await inTwoChats();
    const [one, two] = [await begin(here, "2"), await begin(there, "2")];
    const left = await Promise.allSettled([one, two].map(({ fence }) => eraseEverywhere(sessions, people(fence), "e")));
    // One of them may be told to come again: nothing of it was done.
    expect(left.some(({ status }) => status === "fulfilled")).toBe(true);
    for (const chat of [here, there]) expect(await world.chats.read(chat)).toBeUndefined();
  });
});
