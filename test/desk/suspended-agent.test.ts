// An agent who is suspended in the moment in which they write: nothing of it is done, whatever their turn knew of them.
import { expect, it } from "vitest";
import type { Staff } from "../../src/desk/staff.js";
import { describeEachDatabase } from "../support/databases.js";
import { createHandoffWorld } from "../support/handoff-world.js";

describeEachDatabase("an agent who is suspended while they have a chat", (database) => {
  async function suspended() {
    const world = await createHandoffWorld(database().db);
    const agent = await world.seat(2, "agent");
    await world.says({ kind: "command", command: "human" });
    await world.look();
    const { id } = await world.db.selectFrom("handoffs").select("id").executeTakeFirstOrThrow();
    await agent.pressesIn(world.group, `desk:handoff:claimed:${id}`);
    const by = await world.desk.staff.of(agent.chat);
    const supervisor = await world.desk.staff.of(world.member(1).chat);
    if (by === undefined || supervisor === undefined) throw new Error("both are at work");
    const { handoffs } = world.desk;
    const first = await handoffs.toPerson(id, { message: "8", text: "hello", isEdited: false }, by, "before");
    await world.send();
    await world.desk.staff.change(by.id, "suspended", supervisor, "suspends");
    return { world, handoffs, id, by, supervisor, first };
  }
  const late = { message: "9", text: "late", isEdited: false };

  it("says nothing more to the person, and changes and takes back nothing", async () => {
    const { world, handoffs, id, by, first } = await suspended();
    const before = world.phone(world.person).length;
    expect(await handoffs.toPerson(id, late, by, "a")).toMatchObject({ ok: false, reason: "not-yours" });
    expect(await handoffs.toPerson(id, { ...late, message: "8", isEdited: true }, by, "b")).toMatchObject({
      ok: false,
    });
    expect(await handoffs.withdraw({ message: "8" }, by, "c")).toBe("none");
    if (first.ok) expect(await handoffs.withdraw({ relay: first.relay }, by, "d")).toBe("none");
    await world.send();
    expect(world.phone(world.person)).toHaveLength(before);
    expect(world.phone(world.person).at(-1)).toMatchObject({ text: "hello" });
  });

  it("notes nothing, and neither closes the chat nor hands it on", async () => {
    const { world, handoffs, id, by, supervisor } = await suspended();
    await handoffs.note(id, { message: "9", text: "late" }, by, "a");
    const notes = await world.db.selectFrom("handoff_events").select("id").where("event", "=", "note").execute();
    expect(notes).toEqual([]);
    const moves = [
      { event: "closed", reason: "solved" },
      { event: "handed-over", to: supervisor.id },
    ] as const;
    for (const [i, move] of moves.entries())
      expect(await handoffs.move(id, move, by, `m${i}`)).toMatchObject({ ok: false, reason: "nobody-there" });
    const asSupervisor: Staff = { ...by, role: "supervisor" };
    expect(await handoffs.move(id, { event: "put-back" }, asSupervisor, "m")).toMatchObject({ ok: false });
    expect((await handoffs.list()).map(({ state }) => state)).toEqual(["agent"]);
  });
});
