import { expect, it } from "vitest";
import { loadWords } from "../../src/words/load.js";
import { moment, momentNear } from "../../src/words/moment.js";

it("says the day and the time in Kuwait, whatever the server's own zone, past its midnight too", () => {
  const said = (instant: string) => moment(new Date(instant)).args;
  expect(said("2026-11-21T20:59:59Z")).toEqual({ date: { date: "2026-11-21" }, time: "23:59" });
  expect(said("2026-11-21T21:00:00Z")).toEqual({ date: { date: "2026-11-22" }, time: "00:00" });
  expect(said("2026-07-01T09:05:00Z")).toEqual({ date: { date: "2026-07-01" }, time: "12:05" });
});

it("says a moment that is near as people do, by the part of its day", async () => {
  const { speak } = await loadWords("locales");
  const now = new Date("2026-11-21T09:00:00Z");
  const said = (instant: string) =>
    (["en", "ar"] as const).map((language) =>
      speak.plain(language, momentNear(new Date(instant), now)).replaceAll("\u00a0", " "),
    );
  expect(said("2026-11-21T13:30:00Z")).toEqual(["today 4:30 pm", "اليوم 4:30 عصرًا"]);
  expect(said("2026-11-21T23:48:00Z")).toEqual(["tomorrow 2:48 am", "غدًا 2:48 فجرًا"]);
  expect(said("2026-11-21T21:10:00Z")).toEqual(["tomorrow 12:10 am", "غدًا 12:10 ليلًا"]);
  expect(said("2026-11-22T09:05:00Z")).toEqual(["tomorrow 12:05 pm", "غدًا 12:05 ظهرًا"]);
  expect(said("2026-11-24T06:00:00Z")).toEqual(["24 Nov 2026, 9:00 am", "24 نوفمبر 2026، 9:00 صباحًا"]);
  expect(said("2026-11-24T16:00:00Z")).toEqual(["24 Nov 2026, 7:00 pm", "24 نوفمبر 2026، 7:00 مساءً"]);
});
