import { expect, it } from "vitest";
import { moment } from "../../src/words/moment.js";

it("says the day and the time in Kuwait, whatever the server's own zone, past its midnight too", () => {
  const said = (instant: string) => moment(new Date(instant)).args;
  expect(said("2026-11-21T20:59:59Z")).toEqual({ date: { date: "2026-11-21" }, time: "23:59" });
  expect(said("2026-11-21T21:00:00Z")).toEqual({ date: { date: "2026-11-22" }, time: "00:00" });
  expect(said("2026-07-01T09:05:00Z")).toEqual({ date: { date: "2026-07-01" }, time: "12:05" });
});
