import { describe, expect, it } from "vitest";
import { introduces, introduction, start, switchRow } from "../../src/journeys/start.js";
import type { World } from "../../src/journeys/world.js";
import { fakeWorld, provedAccount, worker } from "../support/fake-world.js";
import { chatWith } from "../support/journey.js";

const greeting = ["start-operator", "start-never"];

const newcomer = (language: "ar" | "en") => fakeWorld({ account: undefined, language });

describe("the first message", () => {
  it.each(["ar", "en"] as const)(
    "names the operator, says what is never asked, and has one button to the other language, in %s",
    async (guess) => {
      const world = newcomer(guess);
      const chat = await chatWith(start, world, "start").opens();
      expect(chat.now.state).toBe("ended");
      expect(chat.now.ids).toEqual([...greeting, "menu-ask"]);
      expect(chat.now.text).toContain(world.service.operator[guess]);
      expect(chat.now.text).toContain("151");
      expect(chat.now.labels.at(-1)).toBe(guess === "ar" ? "English" : "العربية");
      expect(chat.now.buttons.at(-1)).toMatchObject({ command: "language", argument: guess === "ar" ? "en" : "ar" });
    },
  );

  it("is not of the Ministry unless the operator is", async () => {
    const said = async (isMinistry: boolean, language: "ar" | "en") => {
      const world = fakeWorld({ language, service: { isMinistry } });
      return (await chatWith(start, world, "start").opens()).now.text;
    };
    expect(await said(false, "en")).toContain("not part of the Ministry of Health");
    expect(await said(true, "en")).not.toContain("Ministry");
    expect(await said(false, "ar")).toContain("وليست تابعة لوزارة الصحة");
    expect(await said(true, "ar")).not.toContain("وزارة");
  });
});

describe("the start of somebody known", () => {
  const world = (of: Parameters<typeof fakeWorld>[0] = {}) => fakeWorld({ workers: [worker(1)], ...of });

  it("greets by name, in the script of the language, and offers no other language", async () => {
    const opened = async (language: "ar" | "en") => (await chatWith(start, world({ language })).opens()).now;
    expect((await opened("en")).text).toContain("Welcome back, Noura Al-Mutairi.");
    expect((await opened("ar")).text).toContain("نورة المطيري");
    expect((await opened("en")).labels).not.toContain("العربية");
  });

  it("greets without a name where none is known", async () => {
    for (const name of [{}, { ar: "", en: "" }]) {
      const chat = await chatWith(start, world({ account: { ...provedAccount, name } })).opens();
      expect(chat.now.ids).toEqual([...greeting, "menu-ask"]);
    }
  });
});

describe("the menu alone", () => {
  it("says nothing twice to somebody who was greeted, and asks a newcomer nothing", async () => {
    for (const of of [fakeWorld(), newcomer("ar")]) {
      const chat = await chatWith(start, of).opens("menu");
      expect(chat.now.state).toBe("ended");
      expect(chat.now.ids).toEqual(["menu-ask"]);
    }
  });

  it("is one press from all that it does not show", async () => {
    const chat = await chatWith(start, fakeWorld()).opens("more");
    expect(chat.now.ids).toEqual(["menu-rest"]);
    expect(chat.now.buttons.at(-1)).toMatchObject({ command: "start", argument: "menu" });
  });
});

describe("who speaks", () => {
  it("is said by the greeting and by nothing else, whoever runs the service", async () => {
    for (const isMinistry of [true, false]) {
      const world = fakeWorld({ service: { isMinistry } });
      const { now } = await chatWith(start, world).opens();
      expect(now.messages.map(introduces)).toEqual([true]);
    }
    expect((await chatWith(start, fakeWorld()).opens("menu")).now.messages.map(introduces)).toEqual([false]);
  });
});

describe("what stands above the first answer of a chat that began with something else", () => {
  const ids = (world: World) => introduction(world).map(({ id }) => id);

  it("is the whole greeting for a stranger, with the other language, and who speaks for everybody else", () => {
    expect(ids(newcomer("ar"))).toEqual(greeting);
    expect(switchRow(newcomer("ar")).flat()).toMatchObject([{ command: "language", argument: "en" }]);
    expect(ids(fakeWorld())).toEqual(["page-run-by"]);
    expect(switchRow(fakeWorld())).toEqual([]);
  });
});
