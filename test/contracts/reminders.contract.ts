// What journeys are promised of reminders, whoever keeps them: the records, or the world in memory that journeys are tested in.
import { beforeEach, describe, expect, it } from "vitest";
import type { IsoDate } from "../../src/domain/iso-date.js";
import { defaultWishes } from "../../src/domain/reminder.js";
import type { People } from "../../src/journeys/people-port.js";
import type { Reminders } from "../../src/journeys/reminders-port.js";
import type { Worker, Workers } from "../../src/journeys/workers-port.js";

/** The only chat of a sponsor on record, proved, with one worker on record and one who is only followed. */
export type RemindersHarness = {
  readonly worker: string;
  readonly followed: string;
  /** The id of a worker on record who is somebody else's. */
  readonly others: string;
  /** Of a turn of its own each time. */
  readonly reminders: () => Reminders;
  readonly workers: () => Workers;
  readonly people: () => People;
};

const [soon, late] = ["2030-01-31", "2031-01-31"] as [IsoDate, IsoDate];

export function remindersContract(start: () => Promise<RemindersHarness>): void {
  let chat: RemindersHarness;
  beforeEach(async () => {
    chat = await start();
  });
  const own = async (): Promise<readonly Worker[]> => [
    ...(await chat.workers().household()).workers,
    ...(await chat.workers().tracked()),
  ];
  const toldEnds = async (id: string) =>
    (await own())
      .filter((each) => each.id === id)
      .flatMap(({ covers }) => covers.filter(({ source }) => source === "told").map(({ until }) => until));

  describe("wishes", () => {
    it("are everybody's until they are said, and then as they were said last", async () => {
      expect(await chat.reminders().wishes()).toEqual(defaultWishes);
      const wishes = { isOn: true, days: [7, 0], hour: 17, quietFridays: true, names: "initials" } as const;
      for (const key of ["a", "a"]) await chat.reminders().wish(key, wishes);
      expect(await chat.reminders().wishes()).toEqual(wishes);
      await chat.reminders().wish("b", { ...defaultWishes, isOn: false });
      expect(await chat.reminders().wishes()).toEqual({ ...defaultWishes, isOn: false });
    });
  });

  describe("chats", () => {
    it("are the person's own, one of them chosen; another cannot be", async () => {
      const [only, ...more] = await chat.reminders().chats();
      expect(only).toMatchObject({ channel: "telegram", isThis: true, isChosen: true });
      expect(more).toEqual([]);
      await chat.reminders().choose("a", "somebody-else");
      expect(await chat.reminders().chats()).toEqual([only]);
      await chat.reminders().choose("b", only?.id ?? "");
      expect(await chat.reminders().chats()).toEqual([only]);
    });
  });

  describe("an answer", () => {
    it("is kept once under its key, and the newest about each worker is told", async () => {
      const { worker, followed } = chat;
      await chat.reminders().answer("a", worker, { kind: "stopped" });
      await chat.reminders().answer("b", followed, { kind: "left" });
      await chat.reminders().answer("c", worker, { kind: "later", on: soon });
      await chat.reminders().answer("a", worker, { kind: "stopped" });
      const answers = await chat.reminders().answers();
      expect(answers).toHaveLength(2);
      expect(answers).toContainEqual({ worker, answer: { kind: "later", on: soon } });
      expect(answers).toContainEqual({ worker: followed, answer: { kind: "left" } });
    });

    it("about somebody else's worker changes nothing", async () => {
      const before = await own();
      for (const id of [chat.others, "w999999", "t999999"]) {
        await chat.reminders().answer(`a:${id}`, id, { kind: "renewed", until: late });
        await chat.reminders().answer(`b:${id}`, id, undefined);
      }
      expect(await chat.reminders().answers()).toEqual([]);
      expect(await own()).toEqual(before);
    });

    it("that is taken back is gone, once under its key, and the one before it holds again", async () => {
      const { worker } = chat;
      await chat.reminders().answer("a", worker, { kind: "stopped" });
      await chat.reminders().answer("b", worker, { kind: "not-mine" });
      for (const key of ["c", "c"]) await chat.reminders().answer(key, worker, undefined);
      expect(await chat.reminders().answers()).toEqual([{ worker, answer: { kind: "stopped" } }]);
      await chat.reminders().answer("d", worker, undefined);
      expect(await chat.reminders().answers()).toEqual([]);
      await chat.reminders().answer("e", worker, undefined);
      expect(await chat.reminders().answers()).toEqual([]);
    });
  });

  describe("a renewal that is told", () => {
    it.each(["worker", "followed"] as const)(
      "is cover as told, the newest alone, and taken back exactly: %s",
      async (whose) => {
        const id = chat[whose];
        const before = await own();
        await chat.reminders().answer("a", id, { kind: "renewed", until: late });
        expect(await toldEnds(id)).toEqual([late]);
        await chat.reminders().answer("b", id, { kind: "renewed", until: soon });
        expect(await toldEnds(id)).toEqual([soon]);
        await chat.reminders().answer("c", id, undefined);
        expect(await toldEnds(id)).toEqual([late]);
        await chat.reminders().answer("d", id, undefined);
        expect(await own()).toEqual(before);
      },
    );

    it("leaves what is on record as it was", async () => {
      const onRecord = async () =>
        (await own()).map(({ covers, waiting }) => [covers.filter(({ source }) => source !== "told"), waiting]);
      const before = await onRecord();
      await chat.reminders().answer("a", chat.worker, { kind: "renewed", until: late });
      expect(await onRecord()).toEqual(before);
    });
  });

  describe("leaving", () => {
    it("leaves neither wishes nor answers nor a chat to remind in", async () => {
      await chat.reminders().wish("a", { ...defaultWishes, isOn: false });
      await chat.reminders().answer("b", chat.worker, { kind: "stopped" });
      await chat.people().erase("c");
      expect(await chat.reminders().wishes()).toEqual(defaultWishes);
      expect(await chat.reminders().answers()).toEqual([]);
      expect(await chat.reminders().chats()).toEqual([]);
    });
  });
}
