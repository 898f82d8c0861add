import { describe, expect, it } from "vitest";
import { journeys } from "../../src/journeys/catalogue.js";
import { reminders } from "../../src/journeys/reminders.js";
import { languages } from "../../src/words/line.js";
import { cover, date, fakeWorld, unprovedAccount, worker } from "../support/fake-world.js";
import { chatWith, speak } from "../support/journey.js";

type Of = Parameters<typeof fakeWorld>[0];
const maria = worker(1, { covers: [cover("2025-07-01", "2026-06-30")] });
const other = { id: "c2", channel: "telegram", isThis: false, isChosen: false } as const;
const whatsapp = { id: "c3", channel: "whatsapp", isThis: false, isChosen: false } as const;

const open = (of: Of = {}, argument?: string) => chatWith(reminders, fakeWorld(of), "reminders").opens(argument);
const argumentsOf = (chat: Awaited<ReturnType<typeof open>>) =>
  chat.now.buttons.flatMap((button) =>
    button.kind === "command" ? [`${button.command} ${button.argument ?? ""}`.trim()] : [],
  );
const hours = (from: number, until: number) => ({ reminders: { days: [30, 0, -7], hours: { from, until } } });

describe("how one is reminded", () => {
  it("is told in a few lines, with a button to change each", async () => {
    const chat = await open({ workers: [maria] });
    expect(chat.now.text).toBe(
      [
        "🔔 You are reminded of the end of your workers' cover:",
        "• Days before the end: 60, 30, 14, 7, 3, 1, the last day",
        "• Days after the end: 7",
        "• At any time from 09:00 to 20:00",
        "• On Fridays too",
        "• Workers by name and last four digits",
        "• In this chat",
      ].join("\n"),
    );
    expect(argumentsOf(chat)).toEqual([
      "reminders days",
      "reminders hour",
      "reminders quiet-fridays",
      "reminders initials",
      "reminders off",
      "reminders calendar",
      "workers",
      "start menu",
      "human",
    ]);
  });

  it("is told in Arabic in its own order and commas", async () => {
    const chat = await open({ workers: [maria], language: "ar" });
    expect(chat.now.text).toContain("• الأيام قبل الانتهاء: 60، 30، 14، 7، 3، 1، اليوم الأخير");
  });

  it("leads a chat without an account to registering, whatever button it came from", async () => {
    for (const argument of [undefined, "off", "days", "for-w1"])
      expect((await open({ account: undefined }, argument)).now.leadsTo).toEqual({
        command: "register",
        argument: argument === undefined ? "for:reminders" : `for:reminders ${argument}`,
      });
  });

  it("says where there is nobody to remind of, and still shows the settings", async () => {
    const chat = await open({ account: unprovedAccount });
    expect(chat.now.ids).toContain("reminders-on");
    expect(chat.now.ids).toContain("reminders-nobody");
    const tracked = [worker(7, { id: "t1", source: "told" })];
    expect((await open({ account: unprovedAccount, tracked })).now.ids).not.toContain("reminders-nobody");
  });

  it("shows the page for an argument that means nothing", async () => {
    expect((await open({}, "whatever")).now.ids[0]).toBe("reminders-on");
    expect((await open({}, "chat")).now.ids[0]).toBe("reminders-on");
  });
});

describe("what can be changed at once", () => {
  it.each([
    ["off", { isOn: false }, "reminders-off"],
    ["quiet-fridays", { quietFridays: true }, "reminders-quiet-fridays"],
    ["initials", { names: "initials" }, "reminders-initials"],
  ])("is changed by its button and told: %s", async (argument, kept, id) => {
    for (const language of languages) {
      const chat = await open({ language }, argument);
      expect(chat.now.ids[0]).toBe("reminders-changed");
      expect(chat.now.ids).toContain(id);
      expect(chat.world.records.wishes).toMatchObject(kept);
      expect([...chat.world.did.wished.keys()]).toEqual(["draft1:wish"]);
    }
  });

  it.each([
    ["off", "on", "reminders-on"],
    ["quiet-fridays", "fridays", "reminders-fridays"],
    ["initials", "names", "reminders-names"],
  ])("is changed back from %s by %s", async (argument, back, id) => {
    const first = await open({}, argument);
    expect(argumentsOf(first)).toContain(`reminders ${back}`);
    first.world.draft = "draft2";
    const chat = await first.opens(back);
    expect(chat.now.ids).toContain(id);
  });

  it("shows nothing else of the settings while reminders are off", async () => {
    const chat = await open({ workers: [maria] }, "off");
    expect(chat.now.ids).toEqual(["reminders-changed", "reminders-off"]);
    expect(argumentsOf(chat)).toEqual(["reminders on", "reminders calendar", "workers", "start menu", "human"]);
  });
});

describe("the days", () => {
  it("are some of the operator's, ticked or typed", async () => {
    for (const language of languages) {
      const chat = await open({ language }, "days");
      expect(chat.now.asks).toBe("days");
      await chat.presses("7");
      await chat.says("٣٠");
      await chat.says(" -7 ");
      await chat.presses("<done");
      expect(chat.world.records.wishes?.days).toEqual([30, 7, -7]);
      expect(chat.now.ids).toEqual(expect.arrayContaining(["reminders-before", "reminders-after"]));
    }
  });

  it("have labels in every plural form", async () => {
    const chat = await open({}, "days");
    expect(chat.now.labels.slice(0, 8)).toEqual([
      "60 days before",
      "30 days before",
      "14 days before",
      "7 days before",
      "3 days before",
      "1 day before",
      "On the last day",
      "7 days after",
    ]);
  });

  it("that are all of them stay all of them when the operator adds one", async () => {
    const chat = await open({}, "days");
    await chat.presses("All of them");
    expect(chat.world.records.wishes).not.toHaveProperty("days");
  });

  it("are never none, and leave other text to be understood", async () => {
    const chat = await open({}, "days");
    await chat.sends({ kind: "press", fingerprint: chat.now.fingerprint, value: "<done" });
    expect(chat.now.ids[0]).toBe("reminder-days-none");
    await chat.says("5");
    expect(chat.now.state).toBe("unread");
    await chat.presses("<help");
    expect(chat.now.ids[0]).toBe("reminder-days-help");
  });

  it("are told as they count: one part alone, or none that is left of those chosen", async () => {
    const only = async (days: number[]) => {
      const world = fakeWorld();
      world.records.wishes = { isOn: true, quietFridays: false, names: "name", days };
      return (await chatWith(reminders, world, "reminders").opens()).now.ids.slice(1, 2);
    };
    expect(await only([-7])).toEqual(["reminders-after"]);
    expect(await only([0])).toEqual(["reminders-before"]);
    expect(await only([45])).toEqual(["reminders-no-day"]);
  });
});

describe("the hour", () => {
  it.each([
    ["any", undefined],
    ["9", 9],
    ["19", 19],
  ])("is pressed: %s", async (press, hour) => {
    const chat = await open({}, "hour");
    expect(chat.now.labels).toEqual(expect.arrayContaining(["Any time", "09:00", "19:00"]));
    await chat.presses(press);
    expect(chat.world.records.wishes?.hour).toBe(hour);
    expect(chat.now.ids).toContain(hour === undefined ? "reminders-any-hour" : "reminders-hour");
  });

  it.each([
    ["10", 10],
    ["17:00", 17],
    ["٥ مساءً", 17],
    ["الساعة 5", 17],
    ["at 11:30 am", 11],
    ["أي وقت", undefined],
  ])("is typed: %s", async (text, hour) => {
    for (const language of languages) {
      const chat = await open({ language }, "hour");
      await chat.says(text);
      expect([chat.now.state, chat.world.records.wishes?.hour]).toEqual(["ended", hour]);
    }
  });

  it("is refused outside the operator's hours, and other text is left to be understood", async () => {
    const chat = await open({}, "hour");
    await chat.says("22:00");
    expect(chat.now.text).toContain("Reminders go out from 09:00 to 20:00.");
    await chat.says("متى يخلص");
    expect(chat.now.state).toBe("unread");
    expect(chat.world.records.wishes).toBeUndefined();
  });

  it("is within the operator's hours, and told so where they have changed since", async () => {
    const chat = await open({ service: hours(8 * 60 + 30, 12 * 60 + 15) }, "hour");
    expect(chat.now.labels.slice(1, 6)).toEqual(["08:00", "09:00", "10:00", "11:00", "12:00"]);
    const told = async (hour: number) => {
      const world = fakeWorld({ service: hours(9 * 60, 12 * 60) });
      world.records.wishes = { isOn: true, quietFridays: false, names: "name", hour };
      return (await chatWith(reminders, world, "reminders").opens()).now.text;
    };
    expect(await told(10)).toContain("At about 10:00");
    expect(await told(7)).toContain("At about 09:00");
    expect(await told(19)).toContain("At about 11:00");
  });
});

describe("the chat", () => {
  it("can be chosen where there are several, each told apart", async () => {
    for (const language of languages) {
      const world = fakeWorld({ language });
      world.records.chats.push(other, whatsapp, { ...other, id: "c4" });
      const chat = chatWith(reminders, world, "reminders");
      await chat.opens();
      expect(argumentsOf(chat)).toContain("reminders chat");
      await chat.opens("chat");
      if (language === "en")
        expect(chat.now.labels.slice(0, 4)).toEqual([
          "This chat",
          "Telegram chat 1",
          "WhatsApp chat 1",
          "Telegram chat 2",
        ]);
      await chat.presses("c3");
      expect([...world.did.chosen]).toEqual([["draft1:chat", "c3"]]);
      expect(chat.now.ids).toContain("reminders-elsewhere");
    }
  });
});

describe("the calendar", () => {
  it("holds the ends of all workers, on record and followed, named as the person wishes", async () => {
    for (const language of languages) {
      const told = cover("2026-01-01", "2026-07-20", { source: "told" });
      const world = fakeWorld({
        language,
        workers: [maria],
        tracked: [worker(7, { id: "t1", source: "told", covers: [told] })],
      });
      world.records.wishes = { isOn: false, quietFridays: false, names: "initials" };
      const { messages } = (await chatWith(reminders, world, "reminders").opens("calendar")).now;
      const text = messages[0]?.file?.text((of) => speak.plain(language, of)) ?? "";
      for (const day of ["20260630", "20260720"]) expect(text).toContain(`DTSTART;VALUE=DATE:${day}`);
      expect(text).not.toContain("Santos");
    }
  });

  it("is offered only where there is somebody to put in it", async () => {
    expect(argumentsOf(await open({ workers: [] }))).not.toContain("reminders calendar");
  });
});

describe("what was answered", () => {
  it("is listed with a button to undo each, without what has come to pass", async () => {
    const workers = [1, 2, 3, 4, 5].map((n) => worker(n, { covers: [cover("2025-07-01", "2026-06-30")] }));
    const world = fakeWorld({ workers });
    const answers = [
      { kind: "renewed", until: date("2027-06-30") },
      { kind: "later", on: date("2026-06-10") },
      { kind: "not-mine" },
      { kind: "later", on: date("2026-06-09") },
      { kind: "renewed", until: date("2026-06-09") },
    ] as const;
    for (const [index, answer] of answers.entries()) await world.reminders.answer(`k${index}`, `w${index + 1}`, answer);
    const chat = await chatWith(reminders, world, "reminders").opens();
    const from = chat.now.ids.indexOf("reminders-answered");
    expect(chat.now.ids.slice(from + 1).sort()).toEqual(["answer-later", "answer-not-mine", "answer-renewed"]);
    expect(
      argumentsOf(chat)
        .filter((each) => each.startsWith("undo"))
        .sort(),
    ).toEqual(["undo w1", "undo w2", "undo w3"]);
  });
});

describe("the answers for one worker of several", () => {
  it("stand under the cover, a renewal first for one on record", async () => {
    const tracked = worker(7, { id: "t1", source: "told" });
    const answers = (id: string) =>
      ["already-renewed", "remind-later", "worker-left", "not-mine", "stop-reminding"].map((each) => `${each} ${id}`);
    const onRecord = await open({ workers: [maria] }, "for-w1");
    expect(onRecord.now.ids).toEqual(expect.arrayContaining(["inquire-title", "standing-ends-soon"]));
    expect(argumentsOf(onRecord)).toEqual(["renew w1", ...answers("w1"), "reminders", "start menu", "human"]);
    const followed = await open({ workers: [maria], tracked: [tracked] }, "for-t1");
    expect(argumentsOf(followed)).toEqual([...answers("t1"), "reminders", "start menu", "human"]);
  });

  it("tell what was answered, and how to undo it", async () => {
    const world = fakeWorld({ workers: [maria] });
    await world.reminders.answer("k", "w1", { kind: "stopped" });
    const chat = await chatWith(reminders, world, "reminders").opens("for-w1");
    expect(chat.now.ids).toContain("answer-stopped");
    expect(argumentsOf(chat)[0]).toBe("undo w1");
  });

  it("are refused for somebody else's worker in the one refusal", async () => {
    expect((await open({ workers: [maria] }, "for-w2")).now.ids).toEqual(["refusal"]);
  });

  it("have labels that fit a button", async () => {
    for (const language of languages) {
      const { labels } = (await open({ workers: [maria], language }, "for-w1")).now;
      expect(labels.filter((label) => [...label].length > 20)).toEqual([]);
    }
  });
});

describe("every button of the page", () => {
  it("leads to a journey that there is", async () => {
    const chat = await open({ workers: [maria] });
    for (const button of chat.now.buttons)
      if (button.kind === "command") expect(journeys).toHaveProperty(button.command);
  });
});
