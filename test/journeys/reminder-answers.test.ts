import { describe, expect, it } from "vitest";
import { addDays, type IsoDate } from "../../src/domain/iso-date.js";
import { journeys } from "../../src/journeys/catalogue.js";
import type { Worker } from "../../src/journeys/workers-port.js";
import { languages } from "../../src/words/line.js";
import { cover, date, type FakeWorld, fakeWorld, unprovedAccount, waiting, worker } from "../support/fake-world.js";
import { chatWith } from "../support/journey.js";

type Of = Parameters<typeof fakeWorld>[0];
type Answer = "already-renewed" | "remind-later" | "worker-left" | "not-mine" | "stop-reminding" | "undo";
const answers = ["already-renewed", "remind-later", "worker-left", "not-mine", "stop-reminding"] as const;
const atOnce = [
  ["worker-left", "left"],
  ["not-mine", "not-mine"],
  ["stop-reminding", "stopped"],
] as const;

const maria = worker(1, { covers: [cover("2025-07-01", "2026-06-30")] });
const ended = worker(2, { covers: [cover("2024-06-01", "2026-05-31")] });
const never = worker(3);
const told = cover("2026-01-01", "2026-06-20", { source: "told" });
const followed = worker(7, { id: "t1", source: "told", covers: [told] });

const start = (command: Answer, world: FakeWorld, argument?: string) =>
  chatWith(journeys[command], world, command).opens(argument);
const open = (command: Answer, of: Of = {}, argument?: string) =>
  start(command, fakeWorld({ workers: [maria, ended], ...of }), argument);
const given = (world: FakeWorld) => [...world.did.answered.values()];
/** Another message of the same person: another draft. */
const next = (world: FakeWorld, command: Answer, argument?: string) => {
  world.draft = `${world.draft}+`;
  world.argument = argument;
  return start(command, world);
};
const argumentsOf = (chat: Awaited<ReturnType<typeof open>>) =>
  chat.now.buttons.flatMap((button) =>
    button.kind === "command" ? [`${button.command} ${button.argument ?? ""}`.trim()] : [],
  );

describe("whom an answer is about", () => {
  it.each(answers)("is the worker of the button that was pressed: %s", async (command) => {
    const chat = await open(command, {}, "w2");
    expect(chat.now.asks).not.toBe("worker");
    expect(chat.now.text).toContain("Joseph Santos …0203");
  });

  it.each(answers)("is the only one where there is one: %s", async (command) => {
    const chat = await open(command, { workers: [maria] });
    expect(chat.now.asks).not.toBe("worker");
    expect(chat.now.text).toContain("Anita Santos …0107");
  });

  it.each(answers)("is asked for where there are several, whose cover ends first on top: %s", async (command) => {
    for (const language of languages) {
      const chat = await open(command, { language, workers: [never, maria, ended], tracked: [followed] });
      expect(chat.now.asks).toBe("worker");
      expect(chat.now.ids).toEqual([`whom-${command}`]);
      const values = chat.now.buttons.flatMap((button) => (button.kind === "answer" ? [button.value] : []));
      expect(values.slice(0, 4)).toEqual(["w2", "t1", "w1", "w3"]);
      await chat.presses("<help");
      expect(chat.now.ids[0]).toBe("whom-help");
      await chat.says(maria.civilId);
      expect(chat.now.asks).not.toBe("worker");
    }
  });

  it.each(answers)("is nobody else's: the one refusal, and nothing is kept: %s", async (command) => {
    const refused = ["refusal"];
    expect((await open(command, {}, "w9")).now.ids).toEqual(refused);
    expect((await open(command, {}, worker(9).civilId)).now.ids).toEqual(refused);
    const chat = await open(command);
    await chat.says(worker(9).civilId);
    expect(chat.now.ids).toEqual(refused);
    expect(chat.world.did.refused).toEqual([worker(9).civilId]);
    expect(given(chat.world)).toEqual([]);
    expect((await open(command, { account: unprovedAccount, tracked: [followed] }, "w1")).now.ids).toEqual(refused);
  });

  it.each(answers)(
    "is nobody in a chat without an account or without workers, which is told what to do: %s",
    async (command) => {
      expect((await open(command, { account: undefined }, "w1")).now.leadsTo).toEqual({
        command: "register",
        argument: `for:${command} w1`,
      });
      expect((await open(command, { workers: [] })).now.ids[0]).toBe("no-workers");
      expect((await open(command, { account: unprovedAccount })).now.ids[0]).toBe("not-on-record");
    },
  );
});

describe("an answer that stops reminders", () => {
  it.each(atOnce)("holds at once, and says so with a way back: %s", async (command, kind) => {
    for (const language of languages) {
      const chat = await open(command, { language }, "w1");
      expect(given(chat.world)).toEqual([{ worker: "w1", answer: { kind } }]);
      expect([...chat.world.did.answered.keys()]).toEqual(["draft1:answer"]);
      const tell = kind === "left" ? ["left-tell-left"] : [];
      expect(chat.now.ids).toEqual([`answer-${kind}`, `answer-${kind}-next`, ...tell]);
      expect(argumentsOf(chat)).toEqual(["undo w1", "reminders", "start menu", "human"]);
    }
  });

  it("changes nothing before it is confirmed, where words alone said that somebody left", async () => {
    for (const language of languages)
      for (const [argument, tell] of [
        [undefined, "left-tell-left"],
        ["absconded", "left-tell-absconded"],
        ["transferred", "left-tell-transferred"],
      ] as const) {
        const only = await open("worker-left", { language, workers: [maria] }, argument);
        expect(only.now.ids).toEqual(["left-check", tell]);
        expect(given(only.world)).toEqual([]);
        await only.presses("<help");
        await only.presses("yes");
        expect(given(only.world)).toEqual([{ worker: "w1", answer: { kind: "left" } }]);
        expect(only.now.ids).toEqual(["answer-left", "answer-left-next", tell]);

        const several = await open("worker-left", { language }, argument);
        await several.says("Anita");
        expect(several.now.ids).toEqual(["left-check", tell]);
        expect(given(several.world)).toEqual([]);
      }
  });

  it("says what the Ministry of Interior must be told even where no worker is known here", async () => {
    const stranger = await open("worker-left", { account: undefined }, "absconded");
    expect(stranger.now.ids).toEqual(["left-tell-absconded"]);
    expect(stranger.now.leadsTo?.command).toBe("register");
    const nobody = await open("worker-left", { workers: [] }, "transferred");
    expect(nobody.now.ids.at(-1)).toBe("left-tell-transferred");
  });

  it.each(atOnce)("is the same when it is repeated: %s", async (command) => {
    const world = fakeWorld({ workers: [maria] });
    const first = await start(command, world, "w1");
    const again = await start(command, world, "w1");
    expect(again.now.text).toBe(first.now.text);
    expect(given(world)).toHaveLength(1);
  });

  it("is for one who is only followed too", async () => {
    const chat = await open("stop-reminding", { account: unprovedAccount, tracked: [followed] });
    await chat.presses("yes");
    expect(given(chat.world)).toEqual([{ worker: "t1", answer: { kind: "stopped" } }]);
  });

  it.each([
    ["not-mine", "not-mine-check", "not-mine"],
    ["stop-reminding", "stop-check", "stopped"],
  ] as const)("that began with words stops nothing before a yes: %s", async (command, check, kind) => {
    for (const language of languages) {
      const chat = await open(command, { language, workers: [maria] });
      expect(chat.now.ids).toEqual([check]);
      await chat.presses("<help");
      expect(given(chat.world)).toEqual([]);
      await chat.presses("yes");
      expect(given(chat.world)).toEqual([{ worker: "w1", answer: { kind } }]);
    }
  });

  it("names the hotline where the team has it before them", async () => {
    expect((await open("not-mine", {}, "w1")).now.text).toContain("the hotline, 151");
  });

  it("opens no case about one who is only followed, and says how to remove them", async () => {
    for (const language of languages) {
      const chat = await open("not-mine", { language, tracked: [followed] }, "t1");
      expect(chat.now.ids).toEqual(["answer-not-mine", "answer-not-mine-followed"]);
    }
  });

  it("may mean all reminders where it is typed and there are several workers", async () => {
    const chat = await open("stop-reminding");
    await chat.says("إيقاف كل التذكيرات");
    expect(chat.world.records.wishes).toMatchObject({ isOn: false });
    expect(chat.now.ids).toEqual(["reminders-changed", "reminders-off"]);
    expect(given(chat.world)).toEqual([]);
  });

  it("is not all reminders in an answer that is about a worker", async () => {
    const chat = await open("worker-left");
    await chat.sends({ kind: "press", fingerprint: chat.now.fingerprint, value: "all" });
    expect(chat.now.state).toBe("unread");
  });
});

describe("already renewed", () => {
  it("asks for the new end date, offers the likely ones, and keeps it as told", async () => {
    const chat = await open("already-renewed", {}, "w1");
    expect(chat.now.asks).toBe("until");
    expect(chat.now.labels.slice(0, 3)).toEqual(["Until 30 Jun 2027", "Until 30 Jun 2028", "Until 30 Jun 2029"]);
    await chat.presses("Until 30 Jun 2027");
    expect(given(chat.world)).toEqual([{ worker: "w1", answer: { kind: "renewed", until: "2027-06-30" } }]);
    expect(chat.now.text).toBe(
      [
        "✅ Anita Santos …0107: covered until 30 Jun 2027, as you told us.",
        "You are reminded again before that day. Cover is not checked by this, and nothing changes on record.",
      ].join("\n"),
    );
    expect(argumentsOf(chat)[0]).toBe("undo w1");
  });

  it.each(["1/7/2027", "٢٠٢٧-٠٧-٠١", "1 يوليو 2027", "1 July 2027"])(
    "reads the day as people type it: %s",
    async (text) => {
      for (const language of languages) {
        const chat = await open("already-renewed", { language }, "w1");
        await chat.says(text);
        expect(given(chat.world)).toEqual([{ worker: "w1", answer: { kind: "renewed", until: "2027-07-01" } }]);
      }
    },
  );

  it("offers no end that is past, and fewer years for one outside Kuwait", async () => {
    const labels = async (of: Worker) => {
      const { now } = await open("already-renewed", { workers: [of] });
      return now.labels.filter((label) => label.startsWith("Until"));
    };
    const old = { covers: [cover("2023-01-01", "2024-12-31")] };
    expect(await labels(worker(4, old))).toEqual(["Until 31 Dec 2026", "Until 31 Dec 2027"]);
    expect(await labels(worker(4, { ...maria, inKuwait: false }))).toEqual(["Until 30 Jun 2027"]);
    expect(await labels(never)).toEqual([]);
    expect(await labels(followed)).toEqual([]);
  });

  it("takes no day up to today, none that is covered on record or paid for, and none that cannot be bought", async () => {
    const first = async (of: Worker, text: string) => {
      const chat = await open("already-renewed", { workers: [of] });
      await chat.says(text);
      return chat.now.ids[0];
    };
    expect(await first(followed, "10/6/2026")).toBe("date-too-early");
    expect(await first(followed, "11/6/2026")).toBe("answer-renewed");
    expect(await first(maria, "30/6/2026")).toBe("date-too-early");
    expect(await first(worker(4, { waiting: [waiting("2026-06-11", "2027-06-10")] }), "10/6/2027")).toBe(
      "date-too-early",
    );
    expect(await first(maria, "28/9/2029")).toBe("answer-renewed");
    expect(await first(maria, "29/9/2029")).toBe("date-too-late");
    expect(await first(maria, "31/2/2027")).toBe("date-not-a-date");
  });

  it("leaves other text to be understood, and has help", async () => {
    const chat = await open("already-renewed", {}, "w1");
    await chat.says("متى يخلص");
    expect(chat.now.state).toBe("unread");
    await chat.presses("<help");
    expect(chat.now.ids[0]).toBe("renewed-until-help");
    expect(given(chat.world)).toEqual([]);
  });

  it.each([
    ["on record", maria],
    ["followed", followed],
  ])("asks the same when the turn is repeated after it was kept: %s", async (_kind, of) => {
    const world = fakeWorld({ workers: [], tracked: [of] });
    const asked = (await start("already-renewed", world)).now;
    await world.reminders.answer("draft1:answer", of.id, { kind: "renewed", until: date("2027-06-30") });
    const chat = await start("already-renewed", world);
    expect(chat.now.fingerprint).toBe(asked.fingerprint);
    await chat.says("30/6/2027");
    expect(chat.now.ids[0]).toBe("answer-renewed");
    expect(given(world)).toHaveLength(1);
  });
});

describe("remind me later", () => {
  const days = async (today: string) => {
    const chat = await open("remind-later", { now: `${today}T09:00:00Z` }, "w1");
    return chat.now.buttons.flatMap((button) =>
      button.kind === "answer" && !button.value.startsWith("<") ? [button.value] : [],
    );
  };

  it("offers tomorrow, Sunday and a week from today, each day once", async () => {
    expect(await days("2026-06-10")).toEqual(["2026-06-11", "2026-06-14", "2026-06-17"]);
    expect(await days("2026-06-13")).toEqual(["2026-06-14", "2026-06-20"]);
    expect(await days("2026-06-14")).toEqual(["2026-06-15", "2026-06-21"]);
  });

  it.each([
    ["Tomorrow", 1],
    ["باجر", 1],
    ["On Sunday", 4],
    ["الأحد", 4],
    ["next week", 7],
    ["بعد أسبوع", 7],
  ])("is pressed or typed, and said with the day: %s", async (text, inDays) => {
    for (const language of languages) {
      const chat = await open("remind-later", { language }, "w1");
      await chat.says(text);
      const on = addDays("2026-06-10" as IsoDate, inDays);
      expect(given(chat.world)).toEqual([{ worker: "w1", answer: { kind: "later", on } }]);
      expect(chat.now.ids).toEqual(["answer-later"]);
      expect(argumentsOf(chat)[0]).toBe("undo w1");
    }
  });

  it("says where no reminder would come, because they are off", async () => {
    const world = fakeWorld({ workers: [maria] });
    world.records.wishes = { isOn: false, quietFridays: false, names: "name" };
    const later = await start("remind-later", world);
    await later.presses("Tomorrow");
    expect(later.now.ids).toEqual(["answer-later", "answer-while-off"]);
    const renewed = await next(world, "already-renewed");
    await renewed.says("1/7/2027");
    expect(renewed.now.ids.at(-1)).toBe("answer-while-off");
    expect((await next(world, "worker-left")).now.ids).not.toContain("answer-while-off");
  });

  it("has help", async () => {
    const chat = await open("remind-later", {}, "w1");
    await chat.presses("<help");
    expect(chat.now.ids[0]).toBe("later-when-help");
  });

  it("asks for the end date instead where none is known", async () => {
    for (const language of languages) {
      const chat = await open("remind-later", { language, workers: [never] });
      expect(chat.now.ids).toEqual(["later-no-end"]);
      expect(argumentsOf(chat)[0]).toBe("already-renewed w3");
      expect(given(chat.world)).toEqual([]);
    }
  });
});

describe("undo", () => {
  it.each(atOnce)("takes an answer back by its button, and says what holds: %s", async (command) => {
    for (const language of languages) {
      const { world } = await open(command, { language }, "w1");
      const chat = await next(world, "undo", "w1");
      expect(chat.now.ids).toEqual(["undo-done"]);
      expect(await world.reminders.answers()).toEqual([]);
    }
  });

  it("takes exactly the told cover back, on record and followed", async () => {
    for (const of of [maria, followed]) {
      const world = fakeWorld({ workers: [maria], tracked: [followed] });
      const chat = await start("already-renewed", world, of.id);
      await chat.says("31/12/2027");
      await next(world, "undo", of.id);
      expect([...world.records.household.workers, ...world.records.tracked]).toEqual([maria, followed]);
    }
  });

  it("means the only answer that stands when it is typed, and asks where there are several", async () => {
    const { world } = await open("worker-left", {}, "w1");
    expect((await next(world, "undo")).now.ids).toEqual(["undo-done"]);
    await next(world, "not-mine", "w1");
    await next(world, "stop-reminding", "w2");
    const chat = await next(world, "undo");
    expect(chat.now.ids).toEqual(["undo-which", "answer-stopped", "answer-not-mine"]);
    await chat.presses("<help");
    expect(chat.now.ids[0]).toBe("undo-which-help");
    await chat.presses("w2");
    expect(chat.now.ids).toEqual(["undo-done"]);
    expect(await world.reminders.answers()).toEqual([{ worker: "w1", answer: { kind: "not-mine" } }]);
  });

  it("says what was answered before, where that holds again", async () => {
    const { world } = await open("stop-reminding", {}, "w1");
    await (await next(world, "remind-later", "w1")).presses("Tomorrow");
    const chat = await next(world, "undo", "w1");
    expect(chat.now.ids).toEqual(["undo-still", "answer-stopped"]);
    expect(argumentsOf(chat)[0]).toBe("undo w1");
  });

  it("says so where there is nothing to undo, and when a turn is repeated", async () => {
    for (const argument of [undefined, "w1"]) {
      const chat = await open("undo", {}, argument);
      expect(chat.now.ids).toEqual(["undo-nothing"]);
      expect(given(chat.world)).toEqual([]);
    }
    const { world } = await open("stop-reminding", {}, "w1");
    await next(world, "undo", "w1");
    expect((await start("undo", world)).now.ids).toEqual(["undo-nothing"]);
  });

  it("is refused for somebody else's worker, and a stranger is led to registering", async () => {
    expect((await open("undo", {}, "w9")).now.ids).toEqual(["refusal"]);
    expect((await open("undo", { account: undefined }, "w1")).now.leadsTo).toEqual({
      command: "register",
      argument: "for:undo w1",
    });
  });
});

describe("what may be typed to a reminder", () => {
  it("never shows a civil ID", async () => {
    for (const command of answers) {
      const chat = await open(command, {}, "w1");
      expect(chat.now.text).not.toContain(maria.civilId);
    }
  });
});
