import { describe, expect, it } from "vitest";
import type { DeskHours } from "../../src/domain/desk-hours.js";
import { hoursLine } from "../../src/journeys/desk-hours.js";
import { cancelRequest, human } from "../../src/journeys/human.js";
import { apologyLines, lateButtons } from "../../src/journeys/promise.js";
import { render } from "../../src/messages/render.js";
import { fakeWorld, service } from "../support/fake-world.js";
import { chatWith, speak } from "../support/journey.js";
import { plain as unmarked } from "../support/talking.js";

/** With spaces that may break. */
const plain = (text: string) => unmarked(text).replaceAll("\u00a0", " ");

/** A chat of a service with people, at a time on Sunday 22 November 2026 in Kuwait. */
function staffed(time: string, language: "ar" | "en" = "en") {
  const world = fakeWorld({ language, now: `2026-11-22T${time}:00+03:00` });
  world.isStaffed = true;
  return world;
}

describe("the way to a person", () => {
  it("is the telephone where nobody meets, said plainly, its number set alone for copying", async () => {
    for (const language of ["ar", "en"] as const) {
      const { now } = await chatWith(human, fakeWorld({ language, service: { hotline: "1800" } }), "human").opens();
      expect(now.ids).toEqual(["human-nobody", "human-phone"]);
      const [message] = now.messages;
      if (message === undefined) throw new Error("nothing was said");
      const { text, code } = render(message, language, speak, "");
      expect(code.map(({ offset, length }) => text.slice(offset, offset + length))).toEqual(["1800"]);
    }
  });

  it("is a promise to answer, with a number, the team's hours, a time, and 151 as the Ministry's", async () => {
    const world = staffed("09:10");
    const { now } = await chatWith(human, world, "human").opens();
    expect(now.ids).toEqual(["human-request", "human-hours", "human-go-on", "human-phone-ministry"]);
    const text = plain(now.text);
    expect(text).toContain("Your request 214 is with Example Office's team.");
    expect(text).toContain("Sunday to Thursday, 8:00 am to 4:00 pm");
    expect(text).toContain("Expected reply: today 10:30 am at the latest.");
    expect(text).toContain("the Ministry of Health's line, 151");
    expect(world.did.asked).toEqual([`${world.draft}:human`]);
  });

  it("says in the evening, in the reader's language, that the answer comes tomorrow", async () => {
    const { now } = await chatWith(human, staffed("22:00", "ar"), "human").opens();
    const text = plain(now.text);
    expect(text).toContain("طلبك رقم 214 لدى فريق مكتب التجربة.");
    expect(text).toContain("من الأحد إلى الخميس، من 8:00 صباحًا إلى 4:00 عصرًا");
    expect(text).toContain("الرد المتوقع: غدًا 9:00 صباحًا على الأكثر.");
  });

  it("can be taken back, its number copied, and left for the menu", async () => {
    const { now } = await chatWith(human, staffed("09:10"), "human").opens();
    expect(now.buttons).toEqual([
      expect.objectContaining({ kind: "command", command: "cancel-request", argument: "214" }),
      expect.objectContaining({ kind: "copy", text: "214" }),
      expect.objectContaining({ kind: "command", command: "start" }),
    ]);
  });

  it("shows the way back to the menu where nobody meets, so that nobody is left there", async () => {
    const { now } = await chatWith(human, fakeWorld({ account: undefined }), "human").opens();
    expect(now.buttons[0]).toMatchObject({ kind: "command", command: "start", argument: "menu" });
  });
});

describe("a request that is taken back", () => {
  it.each(["cancelled", "taken", "over"] as const)("says what became of it: %s", async (became) => {
    const world = staffed("09:10");
    world.cancelSays = became;
    world.argument = "214";
    const { now } = await chatWith(cancelRequest, world, "cancel-request").opens();
    expect(now.ids).toEqual([`cancel-request-${became}`]);
    expect(plain(now.text)).toContain("214");
    expect(world.did.cancelled).toEqual([214]);
  });

  it("is nobody's where the button carries no number", async () => {
    for (const argument of ["x", undefined]) {
      const world = staffed("09:10");
      world.argument = argument;
      await chatWith(cancelRequest, world, "cancel-request").opens();
      expect(world.did.cancelled).toEqual([0]);
    }
  });
});

describe("an apology", () => {
  const now = new Date("2026-11-22T10:31:00+03:00");
  const said = (by: Date | undefined) =>
    plain(render({ lines: apologyLines(service, 214, by, now) }, "en", speak, "").text);

  it("has a new time, whom to call, and the choice to wait or not", () => {
    expect(said(new Date("2026-11-22T12:00:00+03:00"))).toContain("Expected reply now: today 12:00 pm at the latest.");
    expect(said(undefined)).toContain("We do not promise another time.");
    expect(said(undefined)).toContain("the Ministry of Health's line, 151");
    const buttons = lateButtons(214).flat();
    expect(buttons.map((button) => button.kind === "command" && button.command)).toEqual(["human", "cancel-request"]);
  });
});

describe("the team's hours in a sentence", () => {
  const said = (ranges: DeskHours["ranges"], language: "ar" | "en") =>
    plain(speak.plain(language, hoursLine({ ranges })));

  it("name each range, in both languages", () => {
    const ranges = [
      { first: 0, last: 3, from: 8 * 60, until: 13 * 60 + 30 },
      { first: 6, last: 6, from: 9 * 60, until: 24 * 60 },
    ];
    expect(said(ranges, "en")).toBe("Sunday to Wednesday, 8:00 am to 1:30 pm; Saturday, 9:00 am to 12:00 am");
    expect(said(ranges, "ar")).toBe(
      "من الأحد إلى الأربعاء، من 8:00 صباحًا إلى 1:30 ظهرًا؛ السبت، من 9:00 صباحًا إلى 12:00 ليلًا",
    );
  });

  it("are always some", () => {
    expect(() => hoursLine({ ranges: [] })).toThrow("hours");
  });
});
