// A person who has asked for somebody and talks to agent 2, and what each side reads.

import { expect } from "vitest";
import type { Said } from "./desk-world.js";
import type { HandoffWorld } from "./handoff-world.js";

/** Without the marks that keep a name's direction its own. */
export const plain = (text: string) => text.replace(/[\u2066-\u2069]/gu, "");
/** What is shown later than it was written says when that was. */
export const untimed = (text: string) => plain(text).replace(/^\d\d:\d\d(?: · |$)/gmu, "");
export const textOf = (said: Said) => said && plain(said.map(({ text }) => text).join("\n"));
export const texts = (world: HandoffWorld, chat: string = world.person) =>
  world.phone(chat).flatMap(({ text, isRemoved }) => (isRemoved ? [] : [plain(text)]));
export const asks = (world: HandoffWorld) => world.says({ kind: "command", command: "human" });
/** The id of the one handoff. */
export async function only(world: HandoffWorld): Promise<number> {
  return (await world.db.selectFrom("handoffs").select("id").executeTakeFirstOrThrow()).id;
}
export const claims = async (world: HandoffWorld) => `desk:handoff:claimed:${await only(world)}`;
export const inTopic = { message_thread_id: 1, is_topic_message: true };

/** Asked for, claimed by agent 2, and all said so far delivered. */
export async function talking(world: HandoffWorld) {
  const [agent, other] = [await world.seat(2, "agent"), await world.seat(3, "agent")];
  await asks(world);
  await world.look();
  expect(await agent.pressesIn(world.group, await claims(world))).toEqual([]);
  await world.send();
  return { agent, other };
}
